#!/usr/bin/env bash
# Pages of a running portal against nginx that serves the same bytes from a file, in turns and on
# the same cores: requests a second and their ratio. Needs wrk, nginx and curl.
# Usage: bench/portal.sh GONGKAI DATA [PATH...]     ROUNDS=3 SECONDS_EACH=5 CONNECTIONS=16
set -euo pipefail

[ $# -ge 2 ] || { sed -n '2,4s/^# //p' "$0"; exit 2; }
for tool in wrk nginx curl; do
  command -v "$tool" >/dev/null || { echo "没有 $tool，不能测量" >&2; exit 3; }
done
gongkai=$1 data=$2
shift 2
rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-5} connections=${CONNECTIONS:-16}
port=18180 nginx_port=18181

scratch=$(mktemp -d)
mkdir "$scratch/root"
finish() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ ! -f "$scratch/nginx.pid" ] || kill "$(cat "$scratch/nginx.pid")" 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

cat >"$scratch/nginx.conf" <<END
worker_processes 2;
pid $scratch/nginx.pid;
error_log $scratch/error.log;
events { worker_connections 512; }
http {
  access_log off;
  keepalive_requests 100000000;
  sendfile on;
  client_body_temp_path $scratch/body; proxy_temp_path $scratch/proxy;
  fastcgi_temp_path $scratch/fastcgi; uwsgi_temp_path $scratch/uwsgi; scgi_temp_path $scratch/scgi;
  server { listen 127.0.0.1:$nginx_port; root $scratch/root; default_type text/html; }
}
END
nginx -c "$scratch/nginx.conf" -e "$scratch/error.log"
"$gongkai" serve --data "$data" --port "$port" >"$scratch/out" 2>"$scratch/err" &
server=$!
for _ in $(seq 100); do
  curl -fs -o /dev/null "http://127.0.0.1:$port/" && break
  sleep 0.1
done

[ $# -gt 0 ] || set -- "/static/icon.svg" / "/organs/$(
  curl -s "http://127.0.0.1:$port/" | grep -o '/organs/[0-9-]*' | sed -n 1p | cut -d/ -f3)"

rate() { wrk -t2 -c"$connections" -d"${seconds}s" "$1" | awk '/^Requests\/sec/ { print int($2) }'; }

printf '%-44s %8s %9s %9s %6s\n' path bytes gongkai nginx ratio
for path in "$@"; do
  curl -fs -o "$scratch/root/page" "http://127.0.0.1:$port$path"
  for _ in $(seq "$rounds"); do
    ours=$(rate "http://127.0.0.1:$port$path")
    theirs=$(rate "http://127.0.0.1:$nginx_port/page")
    printf '%-44s %8s %9s %9s %6s\n' "$path" "$(stat -c %s "$scratch/root/page")" "$ours" \
      "$theirs" "$(awk "BEGIN { printf \"%.2f\", $ours / $theirs }")"
  done
done
