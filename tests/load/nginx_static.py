"""nginx on a free loopback port, serving one file of a given size: the reference for a page of the same wire size."""
import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time

CONFIG = """
worker_processes 1;
daemon off;
{user}
error_log {folder}/error.log warn;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    tcp_nodelay on;
    open_file_cache max=16;
    keepalive_requests 1000000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    default_type text/html;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/www;
    }}
}}
"""


def program():
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not found:
        raise SystemExit("nginx is missing: run make setup")
    return found


@contextlib.contextmanager
def serving(size):
    """Serves a file of `size` bytes that does not compress; yields its address."""
    with tempfile.TemporaryDirectory(prefix="dedalus-nginx-") as folder:
        os.mkdir(f"{folder}/www")
        os.chmod(folder, 0o755)
        with open(f"{folder}/www/page", "wb") as out:
            out.write(os.urandom(size))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with open(f"{folder}/nginx.conf", "w") as out:
            out.write(CONFIG.format(folder=folder, port=port, user="user root;" if os.geteuid() == 0 else ""))
        with open(f"{folder}/out", "wb") as out:
            process = subprocess.Popen([program(), "-c", f"{folder}/nginx.conf", "-p", folder, "-e", f"{folder}/error.log"],
                                       stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                if process.poll() is not None:
                    raise SystemExit("nginx did not start: " + open(f"{folder}/out").read())
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/page"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
