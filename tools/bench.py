#!/usr/bin/env python3
"""Measures a release build against a town of a given size, on this machine, in one run: make bench.

    bench.py [--posts 100000] [--seconds 8] [--fresh]

The town is filled once in var/bench and kept for the next run. Each figure is one line of JSON on the standard output
and in var/bench.jsonl; what is being done is said on the standard error.
"""
import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.environ.get("DEDALUS_BIN", os.path.join(ROOT, "target", "release", "dedalus"))
DATA = os.path.join(ROOT, "var", "bench")


def say(text):
    print(text, file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`dedalus demo` until it says it is ready; ended by SIGTERM."""

    def __init__(self, posts):
        self.base, began = f"http://127.0.0.1:{free_port()}", time.monotonic()
        command = [BINARY, "demo", "--listen", self.base.removeprefix("http://"), "--data", DATA, "--today", "2028-02-24",
                   "--scale", str(posts)]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("ready "):
                break
            say("  " + line.rstrip())
        else:
            sys.exit(f"the server ended with code {self.process.wait()} before it was ready")
        threading.Thread(target=lambda: [None for _ in self.process.stdout], daemon=True).start()
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(self.base + "/", timeout=60).read()
        self.first_answer_ms = round((time.monotonic() - began) * 1000)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--fresh", action="store_true", help="fill the town anew")
    args = parser.parse_args()
    if args.fresh:
        shutil.rmtree(DATA, ignore_errors=True)
    os.makedirs(os.path.dirname(DATA), exist_ok=True)
    report = open(os.path.join(ROOT, "var", "bench.jsonl"), "a")

    def figure(name, **values):
        line = json.dumps({"figure": name, "posts": args.posts, **values})
        print(line, flush=True)
        report.write(line + "\n")

    say(f"filling a town of {args.posts} posts (kept in var/bench)")
    Server(args.posts).stop()
    say("starting it again")
    server = Server(args.posts)
    try:
        figure("start", first_answer_ms=server.first_answer_ms)
        time.sleep(3)
        with open(f"/proc/{server.process.pid}/status") as status:
            idle = next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
        figure("idle", rss_anon_kb=idle)
        say("the home, not signed in, beside nginx serving a file of the same size")
        done = subprocess.run([os.path.join(ROOT, "tools", "bench-http.py"), "--url", server.base + "/", "--seconds",
                               str(args.seconds), "--pid", str(server.process.pid), "--reference", "same"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        if not done.stdout.startswith("{"):
            sys.exit("the measurement failed")
        figure("home, not signed in", **json.loads(done.stdout))
    finally:
        server.stop()


if __name__ == "__main__":
    main()
