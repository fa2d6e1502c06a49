#!/usr/bin/env python3
"""Fails on sources that are too long to read in one sitting. Data tables may be longer."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMITS = {".cpp": 500, ".h": 300, ".py": 400, ".js": 400, ".mjs": 400, ".ts": 300, ".vue": 200}
DATA = {"src/base/traditional.cpp"}
NOT_OURS = ("node_modules/", "console/dist/", "console/src/api/made/")
FORBIDDEN = {"utils", "util", "common", "misc", "helpers"}


def main():
    faults = []
    for folder in ("src", "tests", "tools", "bench", "console"):
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if any(it in name for it in NOT_OURS) or path.suffix not in LIMITS or name in DATA:
                continue
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > LIMITS[path.suffix]:
                faults.append(f"{name}: {lines} lines, at most {LIMITS[path.suffix]}")
            if path.stem in FORBIDDEN:
                faults.append(f"{name}: say what is in it")
    print("\n".join(sorted(faults)) or "sizes hold")
    sys.exit(1 if faults else 0)


main()
