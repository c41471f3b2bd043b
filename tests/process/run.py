#!/usr/bin/env python3
"""Tests of the program as a process: crashes, power cuts, full disks, backups, copies, proxies.

    tools/with-services.sh .venv/bin/python tests/process/run.py [WORDS…]

WORDS keep to the tests with one of them in their names. DEDALUS_BIN is the program (target/debug/dedalus),
DEDALUS_SEED repeats a run, DEDALUS_SOAK=1 takes the long one. The last line says how many passed.
"""
import os
import shutil
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from town import BINARY, WORK  # noqa: E402


def sentence(test):
    return f"{type(test).__name__}: {test._testMethodName.removeprefix('test_').replace('_', ' ')}" \
        if hasattr(test, "_testMethodName") else str(test)


class Told(unittest.TestResult):
    """Says each test's outcome when it is over."""
    passed = 0

    def startTest(self, test):
        super().startTest(test)
        self.began = time.monotonic()
        print(f"  ...  {sentence(test)}", flush=True)

    def told(self, word, test, detail=""):
        print(f"{word:6} {sentence(test)} ({time.monotonic() - self.began:.1f} s){detail}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1
        self.told("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.told("FAILED", test, "\n" + self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        if not hasattr(self, "began"):
            self.began = time.monotonic()
        self.told("FAILED", test, "\n" + self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            print(f"       {subtest._subDescription()}\n{self.exc(err, test)}", flush=True)

    def exc(self, err, test):
        return self._exc_info_to_string(err, test)

    def stopTest(self, test):
        super().stopTest(test)
        if any(getattr(part, "test_case", None) is test for part, _ in [*self.failures, *self.errors]):
            self.told("FAILED", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.told("SKIPPED", test, f": {reason}")


def every(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from every(test)
        else:
            yield test


def main():
    if not os.access(BINARY, os.X_OK):
        sys.exit(f"{BINARY} is missing: run make build, or set DEDALUS_BIN")
    if not os.environ.get("DEDALUS_TEST_PG") or not os.environ.get("DEDALUS_TEST_SMTP"):
        sys.exit("PostgreSQL and the mail sink are missing: run this by tools/with-services.sh")
    chosen = [word.lower() for word in sys.argv[1:]]
    here = os.path.dirname(os.path.abspath(__file__))
    suite = unittest.TestSuite(
        test for test in every(unittest.defaultTestLoader.discover(here, top_level_dir=here))
        if not chosen or any(word in sentence(test).lower() for word in chosen))
    os.makedirs(WORK, exist_ok=True)
    result, began = Told(), time.monotonic()
    suite.run(result)
    # Parts of a test, and its tidying up, count with it.
    failed = {id(getattr(test, "test_case", test)) for test, _ in [*result.failures, *result.errors]}
    if not failed:
        shutil.rmtree(WORK, ignore_errors=True)
    print(f"{time.monotonic() - began:.0f} s")
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    print(f"{result.passed} passed, {len(failed)} failed{skipped}", flush=True)
    sys.exit(1 if failed or not (result.testsRun or chosen) else 0)


if __name__ == "__main__":
    main()
