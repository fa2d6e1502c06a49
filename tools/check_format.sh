#!/usr/bin/env bash
# Fails where clang-format would change a source.
cd "$(dirname "$0")/.." || exit 1
git ls-files -co --exclude-standard '*.cpp' '*.h' | grep -v '^src/base/traditional.cpp$' |
  xargs -r clang-format-14 --dry-run -Werror && echo "format holds"
