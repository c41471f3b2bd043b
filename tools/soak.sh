#!/usr/bin/env bash
# The long runs: a hundred power cuts of each kind, the tests of the running program, and every test whose name has
# "soak", "model", "histories" or "leak" in it, at full length (DEDALUS_SOAK=1; they are shorter otherwise). Seeds are printed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
stage "Power cuts" tests/powercut/selftest.sh "${DEDALUS_CUTS:-100}"
export DEDALUS_SOAK=1
process() { cargo build -p dedalus && tools/with-services.sh .venv/bin/python tests/process/run.py; }
stage "Process" process
stage "Soak" tools/with-services.sh cargo test --workspace --no-fail-fast -- --nocapture soak model histories leak
printf '\nSoaked for %d s.\n' "$SECONDS"
