#!/usr/bin/env bash
# Runs the browser tests: tests/browser/run.sh [FILE…]; T=words keeps to the tests with one of these words in their names.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules ] || { echo "The browser tests are not set up: run make setup" >&2; exit 1; }
[ $# -gt 0 ] || set -- *.test.mjs
pattern=()
for word in ${T:-}; do pattern+=(--test-name-pattern "$word"); done
exec node --test --test-concurrency=1 --test-timeout="${DEDALUS_BROWSER_TIMEOUT:-300000}" --test-reporter=spec "${pattern[@]}" "$@" < /dev/null
