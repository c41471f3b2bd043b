#!/usr/bin/env bash
# Proves the power-cut library itself: selftest.sh [CUTS]. Ends with the line "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."
library=$(tests/powercut/build.sh)
writer=var/powercut/writer
if [ ! "$writer" -nt tests/powercut/writer.rs ]; then
  rustc --edition 2024 -O -o "$writer.new" tests/powercut/writer.rs
  mv "$writer.new" "$writer"
fi
# On the same file system as the tree, so that inodes and birth times are those of a real disk.
mkdir -p var/powercut/work
POWERCUT_WORK=$PWD/var/powercut/work exec python3 tests/powercut/selftest.py "$library" "$writer" "${1:-20}"
