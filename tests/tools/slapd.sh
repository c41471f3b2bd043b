#!/usr/bin/env bash
# OpenLDAP's server with a folder, a configuration and a free loopback port of its own:
#
#   tests/tools/slapd.sh FOLDER     runs in the foreground; writes the port to FOLDER/port once it answers
#
# The tree begins at dc=town,dc=test. cn=admin,dc=town,dc=test (password: admin) may do everything, and so adds what a test needs;
# anybody may look, nobody may read passwords.
set -euo pipefail
folder=$1
slapd=$(PATH="$PATH:/usr/sbin" command -v slapd) || { echo "slapd is missing: run make setup" >&2; exit 1; }
mkdir -p "$folder/data"
schema=/etc/ldap/schema modules=/usr/lib/ldap
cat > "$folder/slapd.conf" <<CONF
include $schema/core.schema
include $schema/cosine.schema
include $schema/inetorgperson.schema
modulepath $modules
moduleload back_mdb
pidfile $folder/slapd.pid
database mdb
maxsize 67108864
suffix "dc=town,dc=test"
rootdn "cn=admin,dc=town,dc=test"
rootpw admin
directory $folder/data
dbnosync
index objectClass,uid,member eq
access to attrs=userPassword by anonymous auth by * none
access to * by * read
CONF
cat > "$folder/tree.ldif" <<LDIF
dn: dc=town,dc=test
objectClass: dcObject
objectClass: organization
dc: town
o: Comune di prova
LDIF
# One program under several names: told by its first argument here.
(exec -a slapadd "$slapd" -f "$folder/slapd.conf" -l "$folder/tree.ldif")
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
trap 'exit 143' INT TERM HUP
"$slapd" -f "$folder/slapd.conf" -h "ldap://127.0.0.1:$port/" -d 0 &
server=$!
for ((i = 0; i < 100; i++)); do
  if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    echo "$port" > "$folder/port.part"
    mv "$folder/port.part" "$folder/port"
    break
  fi
  kill -0 "$server" 2>/dev/null || { echo "slapd did not start" >&2; exit 1; }
  sleep 0.1
done
# Without its starter it is of no use.
while kill -0 "$server" 2>/dev/null && kill -0 "$PPID" 2>/dev/null; do
  sleep 1 &
  wait "$!"
done
