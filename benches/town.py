#!/usr/bin/env python3
"""Measures a release build beside nginx and bare inserts, on this machine, in one run: make bench.

    town.py [--sizes 10000,100000,1000000] [--seconds 8] [--fresh] [--only NAME[,NAME]]

Towns are filled once in var/bench and kept for the next run. Each figure is one line of JSON on the standard output and
in var/bench.jsonl, with what it is to reach; what is being done is said on the standard error. Only loopback is asked.
"""
import argparse
import http.client
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import desk
import square

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.environ.get("DEDALUS_BIN", os.path.join(ROOT, "target", "release", "dedalus"))
BARE = os.environ.get("DEDALUS_BARE", os.path.join(ROOT, "target", "release", "examples", "bare_stream"))
WRITES = os.environ.get("DEDALUS_WRITES", os.path.join(ROOT, "target", "release", "examples", "writes"))
DATA = os.path.join(ROOT, "var", "bench")
PASSWORD = "tre-barche-sul-golfo"


def say(text):
    print(text, file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Town:
    """`dedalus demo` on a town of a size, until it says it is ready; ended by SIGTERM."""

    def __init__(self, many, *extra, of="--scale"):
        self.port, began = free_port(), time.monotonic()
        self.base = f"http://127.0.0.1:{self.port}"
        folder = os.path.join(DATA, str(many) if of == "--scale" else f"{many}{of}")
        command = [BINARY, "demo", "--listen", f"127.0.0.1:{self.port}", "--data", folder,
                   "--today", "2028-02-24", of, str(many), "--no-limits", *extra]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.people = {}
        for line in self.process.stdout:
            columns = re.split(r"\s{2,}", line.strip())
            if len(columns) == 4 and "@" in columns[2]:
                self.people[columns[0]] = columns[2]
            if line.startswith("ready "):
                break
            say("  " + line.rstrip())
        else:
            sys.exit(f"the server ended with code {self.process.wait()} before it was ready")
        threading.Thread(target=lambda: [None for _ in self.process.stdout], daemon=True).start()
        self.ask("GET", "/")
        self.first_answer_ms = round((time.monotonic() - began) * 1000)

    def ask(self, method, path, form=None, cookie=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Origin": self.base, "Accept": "text/html", "Accept-Language": "it"}
        if cookie:
            headers["Cookie"] = cookie
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer, text

    @property
    def editor(self):
        return self.people["editor"]

    def sign_in(self, role="editor"):
        answer, _ = self.ask("POST", "/accedi", {"email": self.people[role], "password": PASSWORD})
        cookies = answer.msg.get_all("Set-Cookie") or []
        found = next((c.split(";")[0] for c in cookies if c.startswith("dedalus=")), None)
        return found or sys.exit(f"{self.people[role]} cannot sign in: {answer.status}")

    def anonymous_kb(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))

    def load(self, path, seconds, connections=16, cookie=None, reference=True):
        command = [os.path.join(ROOT, "benches", "load.py"), "--url", self.base + path, "--seconds", str(seconds),
                   "--connections", str(connections), "--pid", str(self.process.pid)]
        command += ["--cookie", cookie] if cookie else []
        command += ["--reference", "same"] if reference else []
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        if not done.stdout.startswith("{"):
            sys.exit("the measurement failed")
        return json.loads(done.stdout)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Commenter(threading.Thread):
    """Ten comments a second on the newest post of the home, until told to stop."""

    def __init__(self, town, cookie, per_second=10):
        super().__init__(daemon=True)
        self.town, self.cookie, self.pause = town, cookie, 1 / per_second
        self.over, self.acknowledged, self.refused = threading.Event(), 0, 0

    def run(self):
        _, home = self.town.ask("GET", "/")
        post = re.search(r"/post/\d+", home).group(0)
        number = 0
        while not self.over.is_set():
            began, number = time.monotonic(), number + 1
            answer, _ = self.town.ask("POST", post + "/commenti", {
                "testo": f"Misura numero {number}", "voce": "io", "chiave": os.urandom(16).hex()}, self.cookie)
            self.acknowledged += answer.status == 303
            self.refused += answer.status != 303
            self.over.wait(max(0, self.pause - (time.monotonic() - began)))


def start_and_memory(figure, size):
    firsts = []
    for _ in range(3):
        town = Town(size)
        firsts.append(town.first_answer_ms)
        town.stop()
    figure("time from start to first answer", posts=size, milliseconds=statistics.median(firsts), to_reach="<= 300")


def home(figure, size, seconds):
    town = Town(size)
    try:
        time.sleep(3)
        idle = town.anonymous_kb()
        figure("memory, idle", posts=size, rss_anon_mb=round(idle / 1024, 1), to_reach="<= 40")
        say("the home, not signed in, quiet")
        quiet = town.load("/", seconds)
        figure("home, not signed in, quiet", posts=size, to_reach="ratio >= 0.6", **quiet)
        say("the same with ten comments a second")
        cookie = town.sign_in()
        commenter = Commenter(town, cookie)
        commenter.start()
        busy = town.load("/", seconds, reference=False)
        commenter.over.set()
        commenter.join()
        figure("home, not signed in, with comments", posts=size, to_reach="ratio >= 0.4", comments=commenter.acknowledged,
               comments_refused=commenter.refused, ratio_to_the_same_nginx=round(busy["rps"] / quiet["reference"]["rps"], 4), **busy)
        say("the home, signed in")
        signed = town.load("/", seconds, cookie=cookie)
        figure("home, signed in", posts=size, to_reach="ratio >= 0.03", **signed)
        figure("memory, after the load", posts=size, rss_anon_mb=round(town.anonymous_kb() / 1024, 1), to_reach="<= 150")
    finally:
        town.stop()


def flat(figure, small, large, seconds):
    """One connection, no page cache: what one home costs in a small and in a large town."""
    found = {}
    for size in (small, large):
        town = Town(size, "--no-page-cache")
        try:
            anonymous = town.load("/", seconds, connections=1, reference=False)
            signed = town.load("/", seconds, connections=1, cookie=town.sign_in(), reference=False)
            found[size] = (anonymous["p50_ms"], signed["p50_ms"])
        finally:
            town.stop()
    for place, name in ((0, "not signed in, not kept"), (1, "signed in")):
        figure(f"home, {name}: large town against small", small=small, large=large, to_reach="ratio <= 1.3",
               p50_ms=[found[small][place], found[large][place]], ratio=round(found[large][place] / found[small][place], 3))


class Crowd:
    """People who sign in at once, again and again, until told to stop; counts how often that succeeded."""

    def __init__(self, town, people=200):
        self.town, self.over, self.done, self.lock = town, threading.Event(), 0, threading.Lock()
        self.threads = [threading.Thread(target=self.run, daemon=True) for _ in range(people)]

    def run(self):
        while not self.over.is_set():
            answer, _ = self.town.ask("POST", "/accedi", {"email": self.town.editor, "password": PASSWORD})
            with self.lock:
                self.done += answer.status == 303

    def __enter__(self):
        self.began = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()
        self.rate = self.done / (time.monotonic() - self.began)


def people(figure, size, seconds):
    """Sign-ins, what they cost the pages, what a session costs a request, what a stranger learns from the clock."""
    town = Town(size, "--no-page-cache")
    try:
        cookie = town.sign_in()
        alone = town.load("/regole", seconds, connections=1, reference=False)
        known = town.load("/regole", seconds, connections=1, cookie=cookie, reference=False)
        figure("session check, per request", microseconds=round((known["p50_ms"] - alone["p50_ms"]) * 1000),
               p50_ms=[alone["p50_ms"], known["p50_ms"]])
        known, unknown = [], []
        for number in range(40):
            for times, who in ((known, town.editor), (unknown, f"nessuno{number}@example.org")):
                began = time.monotonic()
                town.ask("POST", "/accedi", {"email": who, "password": "non-e-questa-password"})
                times.append((time.monotonic() - began) * 1000)
        spread = statistics.pstdev(known + unknown)
        figure("sign-in refused, known account against unknown", p50_ms=[round(statistics.median(times), 2) for times in (known, unknown)],
               difference_in_deviations=round(abs(statistics.mean(known) - statistics.mean(unknown)) / spread, 2), tries=80)
    finally:
        town.stop()
    town = Town(size)
    try:
        # Sixteen connections as everywhere, and one, where the quiet figure is mostly what it costs to wake an idle core.
        for connections, mark in ((16, {"to_reach": "ratio <= 3"}), (1, {})):
            quiet = town.load("/", seconds, connections=connections, reference=False)
            with Crowd(town) as crowd:
                time.sleep(1)
                busy = town.load("/", seconds, connections=connections, reference=False)
            figure("sign-ins a second, 200 people at once", connections=connections, per_second=round(crowd.rate, 1))
            figure("home's p99 while 200 people sign in", connections=connections, **mark, p99_ms=[quiet["p99_ms"], busy["p99_ms"]],
                   p50_ms=[quiet["p50_ms"], busy["p50_ms"]], ratio=round(busy["p99_ms"] / quiet["p99_ms"], 2))
    finally:
        town.stop()


def the_square(figure, size, seconds, listeners):
    """Own time lines, search, notices to many, listeners, in the largest town."""
    town = Town(size)
    try:
        square.timeline(figure, town, seconds)
        square.search(figure, town, seconds)
        square.fan_out(figure, town, os.path.join(DATA, str(size), "dedalus.db"), seconds)
    finally:
        town.stop()
    town = Town(size)  # anew: memory that earlier work has freed would hide what listeners take
    try:
        square.live(figure, town, BARE, listeners)
    finally:
        town.stop()


def the_desk(figure, seconds):
    """The desk with 2,000 and with 200,000 requests."""
    found = {}
    for many in (2_000, 200_000):
        town = Town(many, of="--requests")
        try:
            found[many] = desk.measure(town, seconds)
        finally:
            town.stop()
    desk.tell(figure, *found.values())


def writes(figure):
    """Durable turns through the database's face, one writer and sixty-four, on both engines."""
    with tempfile.TemporaryDirectory(dir=DATA) as folder:
        cluster = os.path.join(folder, "postgres")
        started = subprocess.run([os.path.join(ROOT, "tools", "postgres.sh"), "start", cluster, "durable"],
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        url = re.search(r"DEDALUS_TEST_PG=(\S+)", started.stdout)
        addresses = [f"sqlite:{folder}/writes.db"] + ([url.group(1)] if url else [])
        try:
            done = subprocess.run([WRITES, *addresses], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
            for block in re.split(r"^(?=sqlite:|postgres)", done.stdout, flags=re.M):
                ratio = re.search(r"64 writers : 1 writer = ([\d.]+)", block)
                if ratio:
                    engine = "sqlite" if block.startswith("sqlite") else "postgresql"
                    figure("durable writes", engine=engine, ratio=float(ratio.group(1)), to_reach=">= 6 on sqlite",
                           lines=[line.strip() for line in block.splitlines()[1:] if line.strip()])
        finally:
            subprocess.run([os.path.join(ROOT, "tools", "postgres.sh"), "stop", cluster], stdin=subprocess.DEVNULL)


def form(figure):
    """What the report form weighs on a slow line, and how soon one can begin: Chromium measures it."""
    done = subprocess.run([os.path.join(ROOT, "tests", "browser", "run.sh"), "budget.test.mjs"], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, text=True, env={**os.environ, "DEDALUS_BIN": BINARY})
    for line in (line.strip() for line in done.stdout.splitlines()):
        if line.startswith('{"figure"'):
            values = json.loads(line)
            figure(values.pop("figure"), **values)
    if done.returncode:
        sys.exit(f"the form is heavier than it may be:\n{done.stdout}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--fresh", action="store_true", help="fill the towns anew")
    parser.add_argument("--only", default="start,home,flat,people,square,desk,writes,form")
    parser.add_argument("--listeners", type=int, default=5000)
    args = parser.parse_args()
    small, middle, large = (int(size) for size in args.sizes.split(","))
    if args.fresh:
        shutil.rmtree(DATA, ignore_errors=True)
    os.makedirs(DATA, exist_ok=True)
    report = open(os.path.join(ROOT, "var", "bench.jsonl"), "a")

    def figure(name, **values):
        line = json.dumps({"figure": name, **values})
        print(line, flush=True)
        report.write(line + "\n")

    parts = args.only.split(",")
    for size in {"start": [middle], "home": [middle], "flat": [small, large], "people": [small], "square": [large], "writes": []}.items():
        if size[0] in parts:
            for posts in size[1]:
                if not os.path.exists(os.path.join(DATA, str(posts))):
                    say(f"filling a town of {posts} posts")
                    Town(posts).stop()
    if "start" in parts:
        start_and_memory(figure, middle)
    if "home" in parts:
        home(figure, middle, args.seconds)
    if "flat" in parts:
        flat(figure, small, large, args.seconds)
    if "people" in parts:
        people(figure, small, args.seconds)
    if "square" in parts:
        the_square(figure, large, args.seconds, args.listeners)
    if "desk" in parts:
        the_desk(figure, args.seconds)
    if "writes" in parts:
        writes(figure)
    if "form" in parts:
        form(figure)


if __name__ == "__main__":
    main()
