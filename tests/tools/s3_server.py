#!/usr/bin/env python3
"""An S3-compatible store on loopback, in memory, with the bucket `dedalus`: moto.

    s3_server.py DIR      writes DIR/port when it listens; any access key and secret are taken
"""
import os
import sys
import time
import urllib.request

from moto.moto_server.threaded_moto_server import ThreadedMotoServer

folder, parent = os.path.abspath(sys.argv[1]), os.getppid()
os.makedirs(folder, exist_ok=True)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
port = server.get_host_and_port()[1]
create = urllib.request.Request(f"http://127.0.0.1:{port}/dedalus", method="PUT")
create.add_header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20280224/us-east-1/s3/aws4_request, "
                                   "SignedHeaders=host, Signature=0")
urllib.request.build_opener(urllib.request.ProxyHandler({})).open(create, timeout=20).close()
with open(os.path.join(folder, "port.new"), "w") as out:
    out.write(str(port))
os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
while os.getppid() == parent:  # gone with whoever started it, even when that was killed
    time.sleep(0.5)
os._exit(0)
