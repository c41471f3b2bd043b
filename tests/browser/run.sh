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
failed=$DEDALUS_TOWN.failed
trap 'rm -rf "$DEDALUS_TOWN" "$failed"' EXIT
export DEDALUS_TOWN
"${DEDALUS_BIN:-../../target/debug/dedalus}" demo --fill-only --data "$DEDALUS_TOWN" --today 2028-02-24 > /dev/null
run() {
  : > "$failed"
  node --test --test-concurrency="$1" --test-timeout="${DEDALUS_BROWSER_TIMEOUT:-600000}" --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=./lib/failed.mjs --test-reporter-destination="$failed" "${pattern[@]}" "${@:2}" < /dev/null
}
run "${DEDALUS_BROWSERS:-2}" "$@" && exit 0
# A busy machine can make a browser late. A file that failed runs once more, alone and with a town as new: what is broken
# fails again; what passes is said aloud, for somebody to mend.
mapfile -t again < "$failed"
[ ${#again[@]} -gt 0 ] && [ ${#again[@]} -le 3 ] || exit 1
echo "Once more, one at a time: ${again[*]}"
run 1 "${again[@]}" || exit 1
echo "UNSTEADY, passed at the second time: ${again[*]}"
