#!/usr/bin/env bash
# Runs the browser tests: tests/browser/run.sh [FILE…]; T=words keeps to the tests with one of these words in their names.
# DEDALUS_BIN is another binary than target/debug/dedalus; DEDALUS_BROWSERS as many files at once (2), each with a town of its own.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules ] || { echo "The browser tests are not set up: run make setup" >&2; exit 1; }
[ $# -gt 0 ] || set -- *.test.mjs
pattern=()
for word in ${T:-}; do pattern+=(--test-name-pattern "$word"); done
# one town is filled, and each file of tests lives in a copy of it
DEDALUS_TOWN=$(mktemp -d)
export DEDALUS_TOWN
trap 'rm -rf "$DEDALUS_TOWN"' EXIT
"${DEDALUS_BIN:-../../target/debug/dedalus}" demo --fill-only --data "$DEDALUS_TOWN" --today 2028-02-24 > /dev/null
node --test --test-concurrency="${DEDALUS_BROWSERS:-2}" --test-timeout="${DEDALUS_BROWSER_TIMEOUT:-600000}" --test-reporter=spec "${pattern[@]}" "$@" < /dev/null
