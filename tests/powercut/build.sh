#!/usr/bin/env bash
# Builds the power-cut library into var/powercut/ when its source is newer, and prints its path.
set -euo pipefail
cd "$(dirname "$0")/../.."
library=var/powercut/powercut.so
if [ ! "$library" -nt tests/powercut/powercut.c ]; then
  command -v gcc >/dev/null || { echo "gcc is missing: run make setup" >&2; exit 1; }
  mkdir -p var/powercut
  gcc -O2 -Wall -Wextra -Werror -shared -fPIC -o "$library.new" tests/powercut/powercut.c -ldl -lpthread >&2
  mv "$library.new" "$library"
fi
echo "$PWD/$library"
