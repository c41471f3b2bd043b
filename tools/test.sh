#!/usr/bin/env bash
# Everything that must hold, in an order that fails fast:
#   tools/test.sh            all of it (make test)
#   tools/test.sh STAGE…     some of: format powercut unit lint integration process browser
# T=words keeps to the tests with these words in their names (unit, integration, process and browser).
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
words=${T:-}

format() { cargo fmt --all --check; }
powercut() { tests/powercut/selftest.sh "${DEDALUS_CUTS:-5}"; }
unit() {
  tools/with-services.sh cargo test --workspace --lib --bins --no-fail-fast -- $words &&
    cargo test --workspace --doc --no-fail-fast -- $words
}
lint() { tools/lint.sh; }
integration() { tools/with-services.sh cargo test --workspace --test '*' --no-fail-fast -- $words; }
# The program as the tests of the whole server have it: with the same features of its parts, so that nothing is built twice.
program() { [ -n "${DEDALUS_BIN:-}" ] || cargo test --workspace --test '*' --no-run; }
process() {
  program || return
  tools/with-services.sh .venv/bin/python tests/process/run.py $words
}
browser() { program && tests/browser/run.sh; }

[ $# -gt 0 ] || set -- format powercut unit lint integration process browser
total=$#
count=0
for name in "$@"; do
  case $name in format | powercut | unit | lint | integration | process | browser) ;; *) echo "no stage $name" >&2; exit 2 ;; esac
  count=$((count + 1))
  stage "[$count/$total] $name" "$name" || { echo "Stopped at $name, $SECONDS s after the start." >&2; exit 1; }
done
[ "$total" = 1 ] || printf '\nAll %d stages passed in %d s.\n' "$total" "$SECONDS"
