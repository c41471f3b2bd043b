#!/usr/bin/env bash
# Builds the stylesheet, scripts, fonts and icons that the server carries into assets/dist, when their sources changed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
[ -f assets/package.json ] || { echo "assets/package.json is not there: nothing to build" >&2; exit 0; }
npm_ci assets
sum=$(sum_of assets)
if [ -d assets/dist ] && up_to_date assets "$sum"; then exit 0; fi
echo "assets: building assets/dist"
node assets/build.mjs
mark assets "$(sum_of assets)"
