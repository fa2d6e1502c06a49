#!/usr/bin/env bash
# clang-tidy over every source, over those given, or over those that changed.
# Needs build/dev/compile_commands.json.
# Usage: tools/check_tidy.sh [--changed | FILE...]
#   --changed  what has changed since the last pause of an hour between two commits, by git
#              alone, so that everybody checks the same. A header counts through the source beside
#              it. src/recognizer and src/checks are left out as long as they are being rebuilt.
#              So are those of tools/tidy_waits.txt, which nobody has looked through yet; it says so.
cd "$(dirname "$0")/.." || exit 1

sources() { git ls-files 'src/*.cpp' | grep -v traditional; }

changed() {
  local base
  base=$(git log --format='%ct %H' |
    awk 'NR > 1 && later - $1 > 3600 { print $2; exit } { later = $1 }')
  # A history without a pause has changed in all its files.
  [ -n "$base" ] || base=$(git hash-object -t tree /dev/null)
  {
    git diff --name-only --diff-filter=d "$base" -- src
    git ls-files --others --exclude-standard src
  } | grep -vE '^src/(recognizer|checks)/' | sed -n 's/\.\(cpp\|h\)$/.cpp/p' | sort -u |
    comm -12 - <({ sources; git ls-files --others --exclude-standard 'src/*.cpp'; } | sort -u)
}

case ${1:-} in
  --changed)
    mapfile -t files < <(changed | grep -vxFf tools/tidy_waits.txt)
    waiting=$(changed | grep -cxFf tools/tidy_waits.txt)
    [ "$waiting" = 0 ] || echo "SKIP: $waiting changed sources wait for clang-tidy (tools/tidy_waits.txt)"
    ;;
  '') mapfile -t files < <(sources) ;;
  *) files=("$@") ;;
esac
[ ${#files[@]} -gt 0 ] || exit 0
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
# A file on which clang-tidy breaks down is named like one with findings, and keeps no other waiting.
check='clang-tidy-19 -p build/dev --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations "$0" 2>/dev/null ||
  { echo "clang-tidy failed: $0"; exit 1; }'
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 1 bash -c "$check"
