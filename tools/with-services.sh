#!/usr/bin/env bash
# Runs a command with the outside parts that the tests need, on free loopback ports, and stops them whatever happens:
#
#   tools/with-services.sh cargo test --workspace
#
#   DEDALUS_TEST_PG        postgresql://… of a throw-away cluster without syncing, 200 connections
#   DEDALUS_TEST_SMTP      127.0.0.1:PORT of a server that keeps each mail as a line of JSON in
#   DEDALUS_TEST_SMTP_DIR  …/messages.jsonl (see tests/tools/smtp_sink.py for addresses that misbehave)
#   DEDALUS_TEST_S3        http://127.0.0.1:PORT of an S3-compatible store; bucket `dedalus`, any key, us-east-1
#   DEDALUS_TEST_LDAP      ldap://127.0.0.1:PORT of an empty directory (see tests/tools/slapd.sh)
#
# Inside a command that was started so, it only runs the command: one set of services a run.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ -z "${DEDALUS_TEST_SERVICES:-}" ] || exec "$@"
[ -x "$root/.venv/bin/python" ] || { echo "the Python environment is missing: run make setup" >&2; exit 1; }

mkdir -p "$root/var"
run=$(mktemp -d "$root/var/services.XXXXXX")
export DEDALUS_TEST_SERVICES=$run
pids=() child=
stop() {
  local code=$? pid
  trap - EXIT
  trap '' INT TERM HUP # nothing may stop the stopping
  [ -z "$child" ] || { kill -TERM -- "-$child" 2>/dev/null || true; }
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  "$root/tools/postgres.sh" stop "$run/postgres" > "$run/stop.log" 2>&1 < /dev/null || cat "$run/stop.log" >&2
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$run"
  exit "$code"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# If this shell is killed outright, the Python parts go by themselves and this one ends the rest.
setsid bash -c 'while kill -0 "$1" 2>/dev/null; do sleep 1; done
  [ ! -s "$2/child" ] || kill -TERM -- "-$(cat "$2/child")"
  [ ! -d "$2" ] || { "$3/tools/postgres.sh" stop "$2/postgres"; rm -rf "$2"; }' \
  watch "$$" "$run" "$root" > /dev/null 2>&1 < /dev/null &
disown $!

python_part() { # NAME SCRIPT
  mkdir -p "$run/$1"
  "$root/.venv/bin/python" "$root/tests/tools/$2" "$run/$1" > "$run/$1/log" 2>&1 < /dev/null &
  pids+=($!)
}
wait_port() { # NAME PID → its port
  local i
  for ((i = 0; i < 300; i++)); do
    if [ -s "$run/$1/port" ]; then cat "$run/$1/port"; return; fi
    kill -0 "$2" 2>/dev/null || break
    sleep 0.1
  done
  { echo "the $1 server did not start:"; tail -n 20 "$run/$1/log"; } >&2
  return 1
}

python_part smtp smtp_sink.py
python_part s3 s3_server.py
mkdir -p "$run/ldap"
"$root/tests/tools/slapd.sh" "$run/ldap" > "$run/ldap/log" 2>&1 < /dev/null &
pids+=($!)
"$root/tools/postgres.sh" start "$run/postgres" > "$run/postgres.env" 2> "$run/postgres.err" < /dev/null \
  || { cat "$run/postgres.err" >&2; exit 1; }
DEDALUS_TEST_PG=$(sed -n 's/^DEDALUS_TEST_PG=//p' "$run/postgres.env")
smtp=$(wait_port smtp "${pids[0]}")
s3=$(wait_port s3 "${pids[1]}")
ldap=$(wait_port ldap "${pids[2]}")
export DEDALUS_TEST_PG DEDALUS_TEST_SMTP=127.0.0.1:$smtp DEDALUS_TEST_SMTP_DIR=$run/smtp DEDALUS_TEST_S3=http://127.0.0.1:$s3 DEDALUS_TEST_LDAP=ldap://127.0.0.1:$ldap

if [ -t 0 ]; then # at a terminal: in the foreground, so that it may read
  "$@"
else # in a process group of its own, so that a signal to this shell ends all of it
  set -m
  "$@" <&0 &
  child=$!
  set +m
  echo "$child" > "$run/child"
  code=0
  wait "$child" || code=$?
  child=
  exit "$code"
fi
