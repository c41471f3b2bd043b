#!/usr/bin/env python3
"""Proves the power-cut shim: what must survive does, what must not is lost, and a careless program is caught.

    selftest.py LIBRARY WRITER [CUTS]
"""
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARY, WRITER = (os.path.abspath(path) for path in sys.argv[1:3])
CUTS = int(sys.argv[3]) if len(sys.argv) > 3 else 20
SEED = os.environ.get("POWERCUT_SEED", "2028")
results = {"passed": 0, "failed": 0}

# Commits rows and says each number once the commit has returned.
COMMITTER = """
import sqlite3, sys
path, journal, synchronous = sys.argv[1:]
db = sqlite3.connect(path, isolation_level=None)
db.execute(f"PRAGMA journal_mode={journal}")
db.execute(f"PRAGMA synchronous={synchronous}")
db.execute("PRAGMA wal_autocheckpoint=40")
db.execute("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY, text TEXT)")
db.execute("CREATE INDEX IF NOT EXISTS t_text ON t (text)")
n = db.execute("SELECT coalesce(max(n), 0) FROM t").fetchone()[0]
while True:
    n += 1
    db.execute("INSERT INTO t VALUES (?, ?)", (n, f"{n} " * (n % 90)))
    sys.stdout.write(f"{n}\\n"); sys.stdout.flush()
"""


def check(name, ok, detail=""):
    results["passed" if ok else "failed"] += 1
    print(f"{'ok    ' if ok else 'FAILED'} {name}{': ' + detail if detail else ''}", flush=True)


def environment(folder, shadow, **more):
    return {**os.environ, "LD_PRELOAD": LIBRARY, "POWERCUT_DIR": folder, "POWERCUT_SHADOW": shadow, **more}


def cut(folder, shadow, leak=None):
    command = [sys.executable, os.path.join(HERE, "apply.py"), folder, shadow]
    subprocess.run(command + (["--leak", leak] if leak else []), check=True, stdout=subprocess.DEVNULL)


def acknowledged_then_killed(command, env, seconds):
    """Kills the program some time after its first word; returns how many numbers it said and the last of them."""
    count = last = 0
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as process:
        timer = threading.Timer(60, process.kill)  # should it never say anything
        timer.start()
        for line in process.stdout:
            if count == 0:
                timer.cancel()
                timer = threading.Timer(seconds, process.kill)
                timer.start()
            if line.endswith(b"\n"):
                count, last = count + 1, int(line)
        timer.cancel()
    return count, last


def database_cuts(work, journal, synchronous, cuts, leak=False, until_loss=False):
    """Cuts the power again and again over one database: (commits acknowledged, lost, damaged, seconds)."""
    folder, shadow = os.path.join(work, "data"), os.path.join(work, "shadow")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(shadow, ignore_errors=True)
    os.mkdir(folder)
    path = os.path.join(folder, "town.sqlite")
    dice, said, lost, damaged, began = random.Random(SEED), 0, 0, 0, time.monotonic()
    for turn in range(cuts):
        command = [sys.executable, "-c", COMMITTER, path, journal, synchronous]
        count, last = acknowledged_then_killed(command, environment(folder, shadow), dice.uniform(0.05, 0.4))
        cut(folder, shadow, f"{SEED}-{turn}" if leak else None)
        found = 0
        try:
            db = sqlite3.connect(path)
            if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                damaged += 1
            elif db.execute("SELECT 1 FROM sqlite_schema WHERE name = 't'").fetchone():
                found = db.execute("SELECT count(*) FROM t").fetchone()[0]
            db.close()
        except sqlite3.DatabaseError:
            damaged += 1
        said += count
        lost += max(0, last - found)
        if damaged or (lost and until_loss):
            break
    return said, lost, damaged, time.monotonic() - began


def files_after(work, case, mode="strict"):
    """The files that are there after WRITER did one case and the power went: {name: content}."""
    folder, shadow = os.path.join(work, "files"), os.path.join(work, "files-shadow")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(shadow, ignore_errors=True)
    os.mkdir(folder)
    with subprocess.Popen([WRITER, folder, case], env=environment(folder, shadow, POWERCUT_MODE=mode),
                          stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as process:
        if process.stdout.readline() != b"done\n":
            raise RuntimeError(f"the writer failed at {case}")
        process.kill()
    cut(folder, shadow)
    return {os.path.relpath(os.path.join(base, name), folder): open(os.path.join(base, name), "rb").read()
            for base, _, names in os.walk(folder) for name in names}


def main():
    parent = os.environ.get("POWERCUT_WORK")
    with tempfile.TemporaryDirectory(prefix="powercut-", dir=parent) as work:
        print(f"seed {SEED}, {CUTS} cuts of each database that must survive", flush=True)
        files = files_after(work, "kept")
        check("a file that was synced, renamed and its folder synced is kept", files == {"blob": bytes([7]) * 10_000})
        files = files_after(work, "no-folder-sync")
        check("without the sync of its folder it is lost", files == {}, str(list(files)))
        files = files_after(work, "no-folder-sync", "ext4")
        check("in ext4 mode its first name is kept, the rename is not", list(files) == ["blob.tmp"], str(list(files)))
        files = files_after(work, "no-file-sync")
        check("a file that was not synced has its name and no content", files == {"blob": b""})
        check("a new folder is kept when the one above was synced", files_after(work, "nested") == {"ab/cd/blob": b"deep"})
        check("and lost when it was not", files_after(work, "nested-no-parent-sync") == {})
        check("a replacement is kept", files_after(work, "replace").get("page") == b"new")
        check("an unsynced replacement leaves the old", files_after(work, "replace-no-folder-sync").get("page") == b"old")
        files = files_after(work, "remove-and-remake")
        check("an unsynced removal leaves the file, whatever took its inode", files == {"a": b"first"}, str(files))
        files = files_after(work, "mixed")
        expected = bytearray(bytes([1]) * 9_000 + b"tail"[:2] + bytes(98) + b"from another file")
        expected[100:106] = b"middle"
        check("appends, overwrites, cuts and copies are followed byte by byte", files.get("mixed") == bytes(expected))

        # A rollback journal is removed to commit, and only EXTRA syncs the folder after that.
        for journal, level, leak in (("WAL", "FULL", False), ("WAL", "FULL", True), ("DELETE", "EXTRA", False)):
            said, lost, damaged, seconds = database_cuts(work, journal, level, CUTS, leak)
            name = f"SQLite {journal}, synchronous={level}{', blocks leaking' if leak else ''}: every acknowledged commit survives"
            check(name, said > CUTS and lost == 0 and damaged == 0,
                  f"{said} commits, {lost} lost, {damaged} damaged, {seconds:.1f} s")
        for journal, level in (("WAL", "OFF"), ("WAL", "NORMAL"), ("DELETE", "FULL")):
            _, lost, damaged, _ = database_cuts(work, journal, level, 60, until_loss=True)
            check(f"SQLite {journal}, synchronous={level} is caught", lost > 0, f"{lost} lost, {damaged} damaged")
    print(f"{results['passed']} passed, {results['failed']} failed")
    sys.exit(1 if results["failed"] else 0)


if __name__ == "__main__":
    main()
