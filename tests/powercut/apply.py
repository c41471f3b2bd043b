#!/usr/bin/env python3
"""After a kill -9: put in the place of a folder what a power cut would have left of it.

    apply.py DIR SHADOW [--leak SEED]

Without --leak, only what was synced is there. With --leak, each unsynced 4 kB block of a durable file is there or not,
by the seed, since a system may write back at any time, in any order. SQLite's shared-memory index (*-shm) never
survives. The shadow is emptied: the next run of the program lays a new one.
"""
import argparse
import os
import random
import shutil
import sys

BLOCK = 4096


def listing(shadow, key):
    """The durable entries of a folder: (kind, key, mode, name) or ("l", target, 0, name)."""
    try:
        records = open(os.path.join(shadow, "dir", key), "rb").read().split(b"\0")[:-1]
    except FileNotFoundError:  # its name was synced, its own entries never were
        return
    records = iter(records)
    for record in records:
        if record[:1] == b"l":
            yield "l", next(records), 0, record[2:]
        else:
            kind, key, mode, name = record.split(b" ", 3)
            yield kind.decode(), key.decode(), int(mode, 8), name


def leaked(durable, real, dice):
    """Some blocks of `real` over `durable`: what the system happened to write back."""
    size = dice.choice([len(durable), len(real)])
    out = bytearray(durable[:size].ljust(size, b"\0"))
    for at in range(0, min(size, len(real)), BLOCK):
        end = min(at + BLOCK, size, len(real))
        if out[at:end] != real[at:end] and dice.random() < 0.5:
            out[at:end] = real[at:end]
    return bytes(out)


def rebuild(shadow, key, real, target, dice, owner, counts):
    for kind, child, mode, name in sorted(listing(shadow, key), key=lambda entry: entry[3]):
        old, new = os.path.join(real, name), os.path.join(target, name)
        if kind == "l":
            os.symlink(child, new)
        elif kind == "d":
            os.mkdir(new)
            rebuild(shadow, child, old, new, dice, owner, counts)
            os.chmod(new, mode)
        elif name.endswith(b"-shm"):
            continue
        else:
            kept = os.path.join(shadow, "ino", child)
            if os.path.exists(kept):
                shutil.copyfile(kept, new)
            else:
                open(new, "wb").close()  # a durable name whose content was never synced
            if dice and os.path.isfile(old) and os.stat(old).st_ino == int(child.split("-")[0]):
                content = leaked(open(new, "rb").read(), open(old, "rb").read(), dice)
                open(new, "wb").write(content)
            os.chmod(new, mode)
            counts["files"] += 1
            counts["bytes"] += os.path.getsize(new)
        if os.geteuid() == 0:
            os.chown(new, *owner, follow_symlinks=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir")
    parser.add_argument("shadow")
    parser.add_argument("--leak", metavar="SEED")
    args = parser.parse_args()
    folder, shadow = os.path.realpath(args.dir), os.path.realpath(args.shadow)
    try:
        key = open(os.path.join(shadow, "root")).read()
    except FileNotFoundError:
        sys.exit(f"{shadow} holds no durable state: was the program started with powercut.so preloaded?")
    dice = random.Random(args.leak) if args.leak is not None else None
    found, new = os.stat(folder), folder + ".after-the-cut"
    shutil.rmtree(new, ignore_errors=True)
    os.mkdir(new)
    counts = {"files": 0, "bytes": 0}
    owner = (found.st_uid, found.st_gid)
    rebuild(shadow, key, os.fsencode(folder), os.fsencode(new), dice, owner, counts)
    os.chmod(new, found.st_mode & 0o7777)
    os.chown(new, *owner)
    shutil.rmtree(folder)
    os.rename(new, folder)
    shutil.rmtree(shadow)
    print(f"power cut: {counts['files']} files, {counts['bytes']} bytes were durable")


if __name__ == "__main__":
    main()
