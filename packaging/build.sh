#!/usr/bin/env bash
# Builds the Debian package of the release program: build/packages/gongkai_VERSION_ARCHITECTURE.deb
# Usage: packaging/build.sh [amd64|arm64] [--program FILE] [--version VERSION]
#   --program  packs a program that is built already, as the tests do
#   --version  another version than that of CMakeLists.txt, as the tests of an upgrade do
set -euo pipefail
cd "$(dirname "$0")/.."
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

architecture=$(dpkg --print-architecture)
program=""
version=$(sed -n 's/^project(gongkai VERSION \([0-9.]*\) .*/\1/p' CMakeLists.txt)
while [ $# -gt 0 ]; do
  case $1 in
    amd64 | arm64) architecture=$1 ;;
    --program) program=${2:?--program needs a file}; shift ;;
    --version) version=${2:?--version needs a version}; shift ;;
    -h | --help) sed -n '2,5s/^# //p' "$0"; exit 0 ;;
    *) echo "unknown option: $1" >&2; exit 2 ;;
  esac
  shift
done

if [ -z "$program" ]; then
  if [ "$architecture" != "$(dpkg --print-architecture)" ]; then
    echo "Compile for $architecture on such a machine, or hand over its program with --program." >&2
    exit 2
  fi
  tools/install.sh build
  cmake --preset release >/dev/null
  ninja -C build/release gongkai
  program=build/release/gongkai
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
umask 022

put() { install -D -m "$1" "$2" "$root/$3"; }

put 0755 "$program" usr/bin/gongkai
"$(if [ "$architecture" = arm64 ]; then echo aarch64-linux-gnu-; fi)strip" --strip-unneeded \
  --remove-section=.comment --remove-section=.note "$root/usr/bin/gongkai"
put 0640 packaging/gongkai.conf etc/gongkai/gongkai.conf
for unit in gongkai.service gongkai-backup.service gongkai-backup.timer; do
  put 0644 "packaging/$unit" "lib/systemd/system/$unit"
done
put 0644 packaging/gongkai.sysusers usr/lib/sysusers.d/gongkai.conf

# What the program carries within it, to be read and adapted: forms, notices, letters, terms; and a county to try.
for folder in demo forms holidays letters settings; do
  find "data/$folder" -type f | while read -r file; do put 0644 "$file" "usr/share/gongkai/${file#data/}"; done
done

documents=usr/share/doc/gongkai
for file in packaging/examples/*; do put 0644 "$file" "$documents/examples/${file##*/}"; done
put 0644 data/web/site_demo.json "$documents/examples/site.json"
put 0644 README.zh-CN.md "$documents/README.zh-CN.md"
for file in docs/*.md; do put 0644 "$file" "$documents/${file##*/}"; done
put 0644 packaging/debian/copyright "$documents/copyright"
put 0644 packaging/debian/lintian-overrides usr/share/lintian/overrides/gongkai
gzip -9n <CHANGELOG.md >"$root/$documents/CHANGELOG.md.gz"
# The same sources make the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
{
  printf 'gongkai (%s) bookworm; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n' "$version"
  printf ' -- %s  %s\n' "$(sed -n 's/^Maintainer: //p' packaging/debian/control.in)" "$(date -uRd "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$root/$documents/changelog.gz"
gzip -9n <packaging/gongkai.1 | install -D -m 0644 /dev/stdin "$root/usr/share/man/man1/gongkai.1.gz"

# dpkg-shlibdeps wants to stand in a source package.
mkdir -p "$work/debian" "$root/DEBIAN"
echo "Source: gongkai" >"$work/debian/control"
shared=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/gongkai" | sed -n 's/^shlibs:Depends=//p')
size=$(du -sk --apparent-size --exclude=DEBIAN "$root" | cut -f1)
sed -e "s|@VERSION@|$version|; s|@ARCHITECTURE@|$architecture|; s|@INSTALLED_SIZE@|$size|; s|@SHLIBS@|$shared|" \
  packaging/debian/control.in >"$root/DEBIAN/control"
for script in postinst prerm postrm; do put 0755 "packaging/debian/$script" "DEBIAN/$script"; done
echo /etc/gongkai/gongkai.conf >"$root/DEBIAN/conffiles"
(cd "$root" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

mkdir -p build/packages
package=build/packages/gongkai_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package"
