#!/usr/bin/env bash
# Installs what is missing, builds Gongkai, and serves the portal with demo data on loopback.
# Usage: ./run.sh [--with-doc] [--port N] [--no-serve]
#   --with-doc  also installs LibreOffice, for .doc and .wps files
set -euo pipefail
cd "$(dirname "$0")"
# Another checkout of the same sources compiles nothing again.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

purposes="build"
port=8080
serve=1
while [ $# -gt 0 ]; do
  case $1 in
    --with-doc) purposes+=" doc" ;;
    --port) port=${2:?--port 需要端口号}; shift ;;
    --no-serve) serve=0 ;;
    -h | --help) sed -n '2,4s/^# //p' "$0"; exit 0 ;;
    *) echo "不认识的选项：$1" >&2; exit 2 ;;
  esac
  shift
done

# shellcheck disable=SC2086
tools/install.sh $purposes
cmake --preset release >/dev/null
echo "正在编译（第一次需要几分钟）…"
NINJA_STATUS="[%f/%t] " ninja -C build/release gongkai

data=${GONGKAI_DATA:-data-local}
mkdir -p "$data"
build/release/gongkai import --data "$data" data/demo
build/release/gongkai demo --data "$data"
[ "$serve" = 1 ] || exit 0
echo "公众页面 http://127.0.0.1:$port/ ，工作人员控制台 http://127.0.0.1:$port/console/"
exec build/release/gongkai serve --data "$data" --port "$port" --site data/web/site_demo.json
