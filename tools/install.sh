#!/usr/bin/env bash
# Installs what is missing of the Debian 12 packages that a purpose needs. Silent when none is.
# Usage: tools/install.sh build|doc|test...
set -euo pipefail

build="g++ cmake ninja-build ccache mold pkg-config libboost1.81-dev libboost-json1.81-dev
  libzip-dev libpugixml-dev libgumbo-dev libicu-dev libsqlite3-dev libsodium-dev libpq-dev libssl-dev libcurl4-openssl-dev libqrencode-dev
  libcli11-dev libmimalloc-dev poppler-utils bubblewrap nodejs npm"
doc="libreoffice-writer-nogui libreoffice-calc-nogui"
test="doctest-dev librapidcheck-dev clang-format-14 clang-tidy-19 clang-19 libclang-rt-19-dev
  python3 chromium fonts-noto-cjk postgresql-15 nginx-light mmdebstrap lintian systemd iproute2 curl
  openssl $doc"

wanted=""
for purpose in "$@"; do
  case $purpose in
    build) wanted+=" $build" ;;
    doc) wanted+=" $doc" ;;
    test) wanted+=" $build $test" ;;
    *) echo "tools/install.sh: 不认识的用途：$purpose" >&2; exit 2 ;;
  esac
done

missing=""
for package in $wanted; do
  # A Node that did not come from Debian serves as well, from 18 on.
  if [ "$package" = nodejs ] && command -v node >/dev/null 2>&1; then continue; fi
  if [ "$package" = npm ] && command -v npm >/dev/null 2>&1; then continue; fi
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
    missing+=" $package"
done
[ -z "$missing" ] && exit 0

sudo=""
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { echo "请用 root 运行，或先安装：$missing" >&2; exit 1; }
  sudo=sudo
fi
echo "正在安装：$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
if [[ "$missing " == *" postgresql-15 "* ]]; then
  # Debian's package would set up and start a server of its own; the tests start theirs.
  $sudo apt-get install -y -qq --no-install-recommends postgresql-common >/dev/null
  echo "create_main_cluster = false" |
    $sudo tee -a /etc/postgresql-common/createcluster.conf >/dev/null
fi
# shellcheck disable=SC2086
$sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
