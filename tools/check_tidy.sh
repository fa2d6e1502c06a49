#!/usr/bin/env bash
# clang-tidy over every source, or over those given. Needs build/dev/compile_commands.json.
cd "$(dirname "$0")/.." || exit 1
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
files=("$@")
[ ${#files[@]} -gt 0 ] || mapfile -t files < <(git ls-files 'src/*.cpp' | grep -v traditional)
printf '%s\n' "${files[@]}" |
  xargs -P "$(nproc)" -n 1 clang-tidy-14 -p build/dev --quiet \
    --extra-arg=-Wno-unknown-warning-option 2>/dev/null
