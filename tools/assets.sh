#!/usr/bin/env bash
# Builds the stylesheet, scripts, fonts and icons that the server carries into assets/dist. Which classes and icons are
# in use is read from the templates, so it is built every time; an unchanged result leaves the folder alone.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
npm_ci assets
node assets/build.mjs
