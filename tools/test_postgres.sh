#!/usr/bin/env bash
# A PostgreSQL server of our own for the tests, in build/postgres, reached by a Unix socket only.
# Usage: tools/test_postgres.sh start|stop|crash|follow
#   start  prints the address for GONGKAI_TEST_POSTGRES; an earlier server of this folder is stopped
#   crash  the server falls as if the power had gone, and comes again with what was on the disk
#   follow  starts a replica of the usual server, and prints its address
# GONGKAI_POSTGRES_NAME=NAME speaks of another server beside the usual one.
set -euo pipefail
cd "$(dirname "$0")/.."

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$programs/initdb" ] || { echo "PostgreSQL is not installed: tools/install.sh test" >&2; exit 1; }
name=${GONGKAI_POSTGRES_NAME:-server}
note=$PWD/build/postgres/$name.place # names the folder that the server uses

# PostgreSQL does not run as root.
as_user=()
if [ "$(id -u)" = 0 ]; then
  user=$(getent passwd postgres >/dev/null && echo postgres || echo nobody)
  as_user=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups)
fi

stop() {
  [ -f "$note" ] || return 0
  local place
  place=$(cat "$note")
  if [ -f "$place/data/postmaster.pid" ]; then
    (cd / && "${as_user[@]}" "$programs/pg_ctl" -D "$place/data" -m immediate -w stop) >/dev/null || true
  fi
  case $place in "$PWD"/build/postgres/* | /tmp/gongkai-postgres.*) rm -rf "$place" ;; esac
  rm -f "$note" "$place.log"
}

run_server() { # PLACE
  cd /
  "${as_user[@]}" "$programs/pg_ctl" -D "$1/data" -l "$1/data/log" -w -t 60 \
    -o "-k '$1' -c listen_addresses='' -c max_connections=200" start >/dev/null ||
    { cat "$1/data/log" >&2; exit 1; }
}

crash() {
  local place
  place=$(cat "$note")
  (cd / && "${as_user[@]}" "$programs/pg_ctl" -D "$place/data" -m immediate -w stop) >/dev/null
  run_server "$place"
}

# A folder that the server's user may use, noted down; an earlier server of it is stopped.
take_place() {
  stop
  mkdir -p build/postgres
  place=$PWD/build/postgres/$name
  rm -rf "$place"
  mkdir "$place"
  # A socket's path is short, and the server's user may not reach into this folder.
  if [ ${#place} -gt 80 ] || { [ -n "${user:-}" ] && chown "$user" "$place" &&
      ! "${as_user[@]}" test -w "$place"; }; then
    rmdir "$place"
    place=$(mktemp -d /tmp/gongkai-postgres.XXXXXX)
    [ -z "${user:-}" ] || chown "$user" "$place"
  fi
  echo "$place" >"$note"
}

start() {
  local place
  take_place
  cd /
  "${as_user[@]}" "$programs/initdb" -D "$place/data" -U gongkai -A trust -E UTF8 --locale=C.UTF-8 \
    >"$place.log" 2>&1 || { cat "$place.log" >&2; exit 1; }
  run_server "$place"
  echo "postgresql:///postgres?host=$place&user=gongkai"
}

follow() {
  local place followed
  followed=$(cat "$note")
  name=replica note=$PWD/build/postgres/replica.place
  take_place
  cd /
  "${as_user[@]}" "$programs/pg_basebackup" -D "$place/data" -R -X stream -c fast \
    -d "postgresql:///?host=$followed&user=gongkai" >"$place.log" 2>&1 || { cat "$place.log" >&2; exit 1; }
  run_server "$place"
  echo "postgresql:///postgres?host=$place&user=gongkai"
}

case ${1:-} in
  start) start ;;
  crash) crash ;;
  follow) follow ;;
  stop)
    stop
    note=$PWD/build/postgres/replica.place
    stop
    ;;
  *) sed -n '2,7s/^# //p' "$0" >&2; exit 2 ;;
esac
