#!/usr/bin/env python3
"""Measures one loopback address with wrk and prints one line of JSON.

    load.py --url http://127.0.0.1:8080/ [--connections 16] [--seconds 8] [--warm 1] [--threads 1]
                  [--cookie NAME=VALUE] [--header "Name: value"]… [--pid PID] [--reference BYTES|FILE|same]

With --reference, nginx serves a file of that size (BYTES, the size of FILE, or `same`: as many bytes as one answer of
the address has on the wire, headers apart) in the same run, and `ratio` is the address's requests a second over nginx's.
With --pid, the anonymous resident memory of that process before and after. Any host that is not loopback is refused.

    rps                requests a second            p50_ms, p99_ms     latency
    body_bytes         of one answer                wire_bytes         of one answer with its headers, as wrk read it
    load_tool_cpu      wrk's share of one core: near the number of its threads, wrk is what is being measured
    failed             requests without an answer   bad_status         answers outside 200–399
"""
import argparse
import ipaddress
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests", "load"))
import nginx_static  # noqa: E402


def refuse_foreign(url):
    """Exits unless every address of the host is loopback."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        sys.exit(f"not an address: {url}")
    try:
        found = {info[4][0] for info in socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)}
    except OSError as problem:
        sys.exit(f"{parts.hostname}: {problem}")
    if not all(ipaddress.ip_address(address.split("%")[0]).is_loopback for address in found):
        sys.exit(f"refused: {parts.hostname} is not loopback; load goes to this machine only")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def fetch(url, headers):
    """Status and body length of one answer, as sent (compressed if it is), without following a redirect."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect)
    try:
        with opener.open(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return answer.status, len(answer.read())
    except urllib.error.HTTPError as answer:
        return answer.code, len(answer.read())


def anonymous_memory_kb(pid):
    """RssAnon of a process, its children apart."""
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))


def wrk(url, headers, connections, seconds, threads):
    program = shutil.which("wrk") or sys.exit("wrk is missing: run make setup")
    command = [program, f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s",
               "-s", os.path.join(ROOT, "tests", "load", "wrk.lua")]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command + [url], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds + 60)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    line = next((line for line in done.stdout.splitlines() if line.startswith("measured ")), None)
    if done.returncode or not line:
        sys.exit(f"wrk failed:\n{done.stdout}{done.stderr}")
    found = json.loads(line.removeprefix("measured "))
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "rps": round(found["requests"] / (found["microseconds"] / 1e6), 1),
        "p50_ms": found["p50_us"] / 1e3, "p90_ms": found["p90_us"] / 1e3, "p99_ms": found["p99_us"] / 1e3,
        "max_ms": found["max_us"] / 1e3,
        "wire_bytes": round(found["bytes"] / max(1, found["requests"])),
        "requests": found["requests"], "failed": found["failed"], "bad_status": found["bad_status"],
        "load_tool_cpu": round(cpu / wall, 3),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", required=True)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--warm", type=int, default=1, help="seconds of load before the measurement")
    parser.add_argument("--threads", type=int, default=1, help="of wrk; more than one takes cores from the server")
    parser.add_argument("--cookie")
    parser.add_argument("--header", action="append", default=[])
    parser.add_argument("--encoding", default="br", help="Accept-Encoding; `identity` for none")
    parser.add_argument("--pid", type=int)
    parser.add_argument("--reference")
    args = parser.parse_args()
    refuse_foreign(args.url)
    if not (1 <= args.connections <= 1024 and 1 <= args.seconds <= 300 and 1 <= args.threads <= 8):
        sys.exit("connections go from 1 to 1024, seconds from 1 to 300, threads from 1 to 8")

    headers = {"Accept-Encoding": args.encoding}
    for line in args.header:
        name, _, value = line.partition(":")
        headers[name.strip()] = value.strip()
    if args.cookie:
        headers["Cookie"] = args.cookie
    status, size = fetch(args.url, headers)
    line = {"url": args.url, "connections": args.connections, "seconds": args.seconds, "status": status, "body_bytes": size}
    if args.pid:
        line["rss_anon_before_kb"] = anonymous_memory_kb(args.pid)
    if args.warm:
        wrk(args.url, headers, args.connections, args.warm, args.threads)
    line |= wrk(args.url, headers, args.connections, args.seconds, args.threads)
    if args.pid:
        line["rss_anon_after_kb"] = anonymous_memory_kb(args.pid)
    if args.reference:
        wanted = args.reference
        bytes_ = size if wanted == "same" else int(wanted) if wanted.isdigit() else os.path.getsize(wanted)
        with nginx_static.serving(bytes_) as address:
            wrk(address, {}, args.connections, max(1, args.warm), args.threads)
            line["reference"] = {"bytes": bytes_} | wrk(address, {}, args.connections, args.seconds, args.threads)
        line["ratio"] = round(line["rps"] / line["reference"]["rps"], 4)
    print(json.dumps(line))
    sys.exit(1 if status >= 400 or line["bad_status"] or line["failed"] else 0)


if __name__ == "__main__":
    main()
