#!/usr/bin/env bash
# The long runs: a hundred power cuts of each kind, and every test whose name has "soak", "model" or "histories" in it, at full length
# (DEDALUS_SOAK=1; such tests are #[ignore]d or shorter otherwise). Seeds are printed by the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
stage "Power cuts" tests/powercut/selftest.sh "${DEDALUS_CUTS:-100}"
export DEDALUS_SOAK=1
stage "Soak" tools/with-services.sh cargo test --workspace --no-fail-fast -- --nocapture soak model histories
printf '\nSoaked for %d s.\n' "$SECONDS"
