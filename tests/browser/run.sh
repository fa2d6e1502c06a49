#!/usr/bin/env bash
# Installs the pinned packages where they are missing and runs the browser tests on PROGRAM.
# Usage: tests/browser/run.sh PROGRAM
set -euo pipefail
program=$(realpath "${1:?the program to test}")
cd "$(dirname "$0")"
[ -d node_modules/playwright-core ] || npm ci --no-audit --no-fund --silent
GONGKAI=$program npm test --silent
