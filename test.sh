#!/usr/bin/env bash
# Installs what is missing and runs everything that a change must pass.
# Usage: ./test.sh [--long] [--only PATTERN]
#   --long  also clang-tidy over everything, slips that the unit tests must notice (tools/mutants.py),
#           a new field that must be seen everywhere, ThreadSanitizer, ten minutes of fuzzing for each
#           target, and full-size runs
#   --only  only the steps whose name matches the pattern
set -uo pipefail
cd "$(dirname "$0")"
# Another checkout of the same sources compiles nothing again.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

long=0
only=.
while [ $# -gt 0 ]; do
  case $1 in
    --long) long=1 ;;
    --only) only=${2:?--only needs a pattern}; shift ;;
    -h | --help) sed -n '2,7s/^# //p' "$0"; exit 0 ;;
    *) echo "unknown option: $1" >&2; exit 2 ;;
  esac
  shift
done

tools/install.sh test || exit 1
logs=build/test-logs
mkdir -p "$logs"
passed=0
failed=0

# step NAME COMMAND...: runs it, shows one line, and the log's end where it fails.
step() {
  local name=$1 start=$SECONDS
  shift
  [[ $name =~ $only ]] || return 0
  printf '%-28s ' "$name"
  if "$@" >"$logs/$name.log" 2>&1; then
    passed=$((passed + 1))
    echo "ok    $((SECONDS - start)) s"
    grep -E '^(SKIP|跳过)' "$logs/$name.log" | sed 's/^/    /'
    return 0
  fi
  failed=$((failed + 1))
  echo "FAILED $((SECONDS - start)) s, log: $logs/$name.log"
  tail -n 40 "$logs/$name.log" | sed 's/^/    /'
  return 1
}

configure() { cmake --preset "$1"; }
build() { configure "$1" && ninja -C "build/$1" "${@:2}"; }
shared() {
  if [ -d ../shared/seeds ]; then
    "$@"
  else
    echo "SKIP: ../shared is not there, the real reports were not read"
  fi
}

# The store's contract tests want a PostgreSQL; without one they fail, they are not skipped.
with_postgres() {
  GONGKAI_TEST_POSTGRES=$(tools/test_postgres.sh start) && export GONGKAI_TEST_POSTGRES && "$@"
}
trap 'tools/test_postgres.sh stop' EXIT
trap 'exit 130' INT TERM HUP

step layers python3 tools/check_layers.py
step sizes python3 tools/check_sizes.py
step docs python3 tools/check_docs.py
step failures python3 tools/check_failures.py
step must-not-compile python3 tests/records/must_not_compile.py
step mutants-apply python3 tools/mutants.py --check
step format tools/check_format.sh
step tidy-changed tools/check_tidy.sh --changed
step build-asan build asan
step unit with_postgres ctest --test-dir build/asan --output-on-failure -j2
step build-release build release
program=build/release/gongkai
step read-shared shared ../shared/tools/score-reports $program ../shared/seeds ../shared/reports
step findings-shared shared ../shared/tools/score-findings $program ../shared/seeds ../shared/reports
step findings-golden shared python3 tests/golden_findings.py $program ../shared/seeds ../shared/reports
step derived python3 tests/derived/derive.py --program $program
step damage python3 tests/damage/damage.py --program $program
step one-bad-thing python3 tests/damage/one_bad_thing.py --program $program
step commands python3 tests/commands/commands.py --program $program
step links python3 tests/links/links.py --program $program
step fixture with_postgres python3 tests/fixtures/fixture.py --program $program
step crowd python3 tests/crowd/crowd.py --program $program
step backup-drill python3 tests/backup/drill.py --program $program
step move-body python3 tests/backup/move_body.py --program $program
step scaling with_postgres python3 tests/scaling/scaling.py --program $program
step package python3 tests/package/package.py --program $program
step build-fuzz build fuzz fuzz_targets
step fuzz-corpus tests/fuzz/run.sh build/fuzz corpus
step console npm --prefix console run --silent check
step browser tests/browser/run.sh $program

if [ "$long" = 1 ]; then
  step tidy tools/check_tidy.sh
  step build-tsan build tsan
  step build-bench build bench
  step new-field python3 tests/records/new_field.py
  step mutants python3 tools/mutants.py
  step kill-transactions env GONGKAI_KILL_ROUNDS=250 build/asan/tests/test_store -tc='*killed*'
  step kill-acts with_postgres env GONGKAI_KILL_ROUNDS=250 GONGKAI_KILL_ROUNDS_POSTGRES=50 \
    build/asan/tests/test_desk -tc='*killed*'
  step tsan with_postgres ctest --test-dir build/tsan --output-on-failure -R 'site|store|cli|desk'
  step full-size python3 tests/full_size/full_size.py --program $program
  step fuzz-long tests/fuzz/run.sh build/fuzz 600
fi

echo
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
