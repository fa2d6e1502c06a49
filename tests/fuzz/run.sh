#!/usr/bin/env bash
# Runs every fuzz target over its kept corpus once, or for so many seconds from a copy of it.
# Usage: tests/fuzz/run.sh BUILD_DIR corpus|SECONDS [TARGET...]
# What a target finds is kept in BUILD_DIR/findings/TARGET.
set -uo pipefail
build=$(realpath "${1:?the build folder of preset fuzz}")
mode=${2:?corpus or a number of seconds}
shift 2
cd "$(dirname "$0")"
[ "$mode" = corpus ] || [[ $mode =~ ^[0-9]+$ ]] || { echo "neither corpus nor seconds: $mode" >&2; exit 2; }
[ $# -gt 0 ] || set -- $(basename -s .cpp fuzz_*.cpp)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

run() {
  local target=$1 findings=$build/findings/$1
  mkdir -p "$findings" "$scratch/$target"
  local options=(-rss_limit_mb=512 -timeout=20 -artifact_prefix="$findings/")
  if [ "$mode" = corpus ]; then
    options+=(-runs=0 "corpus/$target")
  else
    options+=(-max_total_time="$mode" -max_len=65536 "$scratch/$target" "corpus/$target")
  fi
  if "$build/tests/fuzz/$target" "${options[@]}" >"$scratch/$target.log" 2>&1; then
    echo "ok   $target: $(grep -E '^(Done|#[0-9]+.*DONE)' "$scratch/$target.log" | tail -n 1)"
    return 0
  fi
  echo "FAIL $target, see $findings"
  grep -E 'ERROR|SUMMARY|runtime error|terminate|what\(\)|Test unit written' "$scratch/$target.log" | head -n 8
  return 1
}
export -f run
export build mode scratch
# As many targets side by side as there are processors; xargs says whether one failed.
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c 'run {}'
