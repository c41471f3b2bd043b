"""A town of one's own for a test: settings, database, server, and a look into it from outside."""
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
import unittest

from web import Visitor, free_port

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.abspath(os.environ.get("DEDALUS_BIN") or os.path.join(ROOT, "target/debug/dedalus"))
WORK = os.path.join(ROOT, "var/process")
SOAK = bool(os.environ.get("DEDALUS_SOAK"))
SMTP = os.environ.get("DEDALUS_TEST_SMTP", "")
SMTP_DIR = os.environ.get("DEDALUS_TEST_SMTP_DIR", "")
GENEROUS = "{ count = 1000000, seconds = 1 }"


def seed():
    """A seed for one test, printed so that a failure can be had again: DEDALUS_SEED=…"""
    value = os.environ.get("DEDALUS_SEED") or str(random.SystemRandom().randrange(1 << 32))
    print(f"       seed {value}", flush=True)
    return value


def environment(more=None):
    """The environment of the program: nothing of ours can change its settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEDALUS_") and name != "DATABASE_URL"}
    return {**kept, "RUST_BACKTRACE": "0", **(more or {})}


def toml(sections):
    def value(it):
        if isinstance(it, bool):
            return "true" if it else "false"
        if isinstance(it, str) and it.startswith("{ count"):
            return it
        return json.dumps(it, ensure_ascii=False)
    lines = []
    for name, keys in sections.items():
        lines.append(f"[{name}]")
        lines += [f"{key} = {value(it)}" for key, it in keys.items()]
    return "\n".join(lines) + "\n"


class Cluster:
    """A PostgreSQL: the one that runs for all tests, or one of its own that syncs and can crash."""

    def __init__(self, url, folder=None):
        self.url, self.folder = url, folder

    @classmethod
    def shared(cls):
        return cls(os.environ["DEDALUS_TEST_PG"])

    @classmethod
    def durable(cls, name):
        folder = os.path.join(WORK, f"pg-{name}-{os.getpid()}")
        cluster = cls(None, folder)
        cluster.start()
        return cluster

    def _tool(self, *args):
        done = subprocess.run([os.path.join(ROOT, "tools/postgres.sh"), *args], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise RuntimeError(f"postgres.sh {args}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self):
        self.url = re.search(r"DEDALUS_TEST_PG=(\S+)", self._tool("start", self.folder, "durable")).group(1)

    def crash(self):
        """kill -9 of all of it, and up again: its port may be another."""
        self._tool("crash", self.folder)
        self.start()

    def stop(self):
        if self.folder:
            self._tool("stop", self.folder)

    def connect(self, database="postgres"):
        import psycopg
        return psycopg.connect(self.url.rsplit("/", 1)[0] + "/" + database, autocommit=True)

    def database(self, name):
        """An empty database; its address."""
        with self.connect() as connection:
            connection.execute(f'drop database if exists "{name}" with (force)')
            connection.execute(f'create database "{name}" template template0')
        return self.address(name)

    def address(self, name):
        return self.url.rsplit("/", 1)[0] + "/" + name

    def drop(self, name):
        with self.connect() as connection:
            connection.execute(f'drop database if exists "{name}" with (force)')


class Town:
    """Folder, settings, database and, when started, a server."""
    made = 0

    def __init__(self, name, engine="sqlite", cluster=None, settings=None, folder=None):
        Town.made += 1
        self.name = f"{name}-{os.getpid()}-{Town.made}"
        self.folder = folder or os.path.join(WORK, self.name)
        self.data = os.path.join(self.folder, "data")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.data)
        # What a killed server leaves of uploads goes with the town.
        self.temporary = os.path.join(self.folder, "tmp")
        os.makedirs(self.temporary)
        self.engine, self.port = engine, free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.cluster = None
        if engine == "postgres":
            self.cluster = cluster or Cluster.shared()
            self.database = "process_" + re.sub(r"\W", "_", self.name)
            self.url = self.cluster.database(self.database)
        else:
            self.url = f"sqlite:{self.data}/dedalus.db"
        self.settings = {
            "town": {"name": "Comune di Prova"},
            "server": {"listen": f"127.0.0.1:{self.port}", "metrics_listen": "127.0.0.1:0", "public_url": self.origin,
                       "secret_file": f"{self.data}/secret.key"},
            "database": {"url": self.url},
            "files": {"url": f"disk:{self.data}/files"},
            "mail": {"mode": "smtp", "host": SMTP.split(":")[0], "port": int(SMTP.split(":")[1]), "tls": "none"} if SMTP
                    else {"outbox": f"{self.data}/outbox"},
            "accounts": {"argon2_memory": 64, "argon2_passes": 1, "puzzle_after": 1_000_000},
            "limits": dict.fromkeys(["sign_in", "sign_in_address", "sign_up", "letters", "write", "gesture", "upload", "feedback",
                                     "search", "api", "clients"], GENEROUS),
            "log": {"filter": "info"},
        }
        for section, keys in (settings or {}).items():
            self.settings.setdefault(section, {}).update(keys)
        self.config = os.path.join(self.folder, "dedalus.toml")
        self.log = os.path.join(self.folder, "log")
        self.process = None
        self.lifted = False
        self.write_settings()

    def write_settings(self):
        with open(self.config, "w") as out:
            out.write(toml(self.settings))

    def moved_database(self):
        """The cluster has come up on another port."""
        self.url = self.cluster.address(self.database)
        self.settings["database"]["url"] = self.url
        self.write_settings()

    # ---- the program ----
    def command(self, *args):
        return [BINARY, "--config", self.config, *args]

    def run(self, *args, env=None, timeout=120):
        """A command that ends: (code, what it said on both)."""
        done = subprocess.run(self.command(*args), capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=timeout,
                              env=environment(env), cwd=self.folder)
        return done.returncode, done.stdout + done.stderr

    def person(self, name, handle, email, role=None):
        """Adds somebody; the password."""
        code, said = self.run("person", "add", "--name", name, "--handle", handle, "--email", email)
        if code:
            raise AssertionError(said)
        if not self.lifted:
            # What a program writes here in a minute is more than a new account may.
            names = ["giorni", "messaggi", "commenti", "collegamenti-nuovi", "immagini", "collegamenti", "minuto", "uguali"]
            self.sql("insert into screen_limit (name, value) values " + ", ".join(f"('{name}', 0)" for name in names)
                     + " on conflict (name) do update set value = 0")
            self.lifted = True
        password = [line.strip() for line in said.splitlines() if re.fullmatch(r"\s+[a-z0-9]{4}(-[a-z0-9]{4}){3}\s*", line)][-1]
        if role:
            code, said = self.run("person", "role", "--email", email, "--office", "sistema", "--role", role)
            if code:
                raise AssertionError(said)
        return password

    def people(self, count):
        """So many people who can sign in: [(e-mail, password)]."""
        emails = [f"voce{number}@{self.name}.example" for number in range(count)]
        return [(email, self.person(f"Voce Numero {number}", f"voce_{number}", email)) for number, email in enumerate(emails)]

    def start(self, env=None, prefix=(), command=None, timeout=60):
        """Starts the server and waits until it is ready."""
        self.log_file = open(self.log, "ab")
        self.process = subprocess.Popen([*prefix, *(command or self.command("serve"))],
                                        env=environment({"TMPDIR": self.temporary, **(env or {})}), cwd=self.folder,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log_file)
        watch = threading.Timer(timeout, self.process.kill)
        watch.start()
        said = []
        try:
            for line in self.process.stdout:
                said.append(line.decode())
                if line.startswith(b"ready "):
                    break
            else:
                self.process.wait()
                raise AssertionError(f"the server did not start ({self.process.returncode}): {''.join(said)}{self.tail()}")
        finally:
            watch.cancel()
        # Nothing more is expected there, but a full pipe must not stop the server.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        return self

    def kill(self):
        """kill -9."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
            self.log_file.close()

    def stop(self, timeout=30):
        """SIGTERM; the exit code and how long it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout)
        self.process = None
        self.log_file.close()
        return code, time.monotonic() - began

    def tail(self, lines=15):
        try:
            return "".join(open(self.log, errors="replace").readlines()[-lines:])
        except FileNotFoundError:
            return ""

    def memory(self):
        """The most memory the server ever had resident, in MB."""
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) / 1024

    def visitor(self, who=None, source=None):
        visitor = Visitor(self.port, source=source)
        return visitor.sign_in(*who) if who else visitor

    # ---- a look into the database ----
    def sql(self, text):
        if self.engine == "postgres":
            with self.cluster.connect(self.database) as connection:
                cursor = connection.execute(text)
                return cursor.fetchall() if cursor.description else []
        connection = sqlite3.connect(self.url.removeprefix("sqlite:").split("?")[0], timeout=20, isolation_level=None)
        try:
            return connection.execute(text).fetchall()
        finally:
            connection.close()

    def one(self, text):
        return self.sql(text)[0][0]

    def doctor(self):
        code, said = self.run("doctor")
        if code:
            raise AssertionError(f"doctor is not content:\n{said}")
        return said

    def panics(self):
        log = open(self.log, errors="replace").read() if os.path.exists(self.log) else ""
        return [line for line in log.splitlines() if "panicked" in line or "met a panic" in line]

    def close(self, keep=False):
        self.kill()
        if self.cluster:
            try:
                self.cluster.drop(self.database)
            except Exception as error:  # the cluster is gone already
                print(f"       {error}")
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)


class Case(unittest.TestCase):
    """Stops and removes whatever a test made; what a failed one left stays in var/process for a look."""
    maxDiff = 2000

    def setUp(self):
        self.towns = []
        self.began = time.monotonic()

    def town(self, name, engine="sqlite", **more):
        town = Town(name, engine, **more)
        self.towns.append(town)
        return town

    def tearDown(self):
        outcome = getattr(self._outcome, "result", None)
        failed = bool(outcome) and any(getattr(test, "test_case", test) is self for test, _ in [*outcome.failures, *outcome.errors])
        for town in self.towns:
            panics = town.panics()
            if failed:
                print(f"       what is left of it: {os.path.relpath(town.folder, ROOT)}; its log ends:\n{town.tail()}", flush=True)
            town.close(keep=failed)
            if not failed:
                self.assertEqual(panics, [], "the server panicked")

    def say(self, text):
        print(f"       {text}", flush=True)


def letters(address=None):
    """What the SMTP sink keeps."""
    with open(os.path.join(SMTP_DIR, "messages.jsonl"), "rb") as lines:
        found = [json.loads(line) for line in lines if line.endswith(b"\n")]
    return [letter for letter in found if address is None or address in letter["to"]]


def wait_for(what, seconds=30, every=0.1):
    """Until it is true; what it said last."""
    until = time.monotonic() + seconds
    while True:
        found = what()
        if found or time.monotonic() > until:
            return found
        time.sleep(every)
