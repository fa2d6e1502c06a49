#!/usr/bin/env python3
"""Whether every refusal that an operator may meet stands in a table of docs/operating.md, and is caused in a test.

A refusal is told by its code: `"store.disk-full"` in the sources, or `refused("busy"` where a file's helper
puts the beginning before it. A row of a table begins with the code, in backquotes. A test names it in quotes.

Usage: tools/check_failures.py

Prints a line for each code that lacks a row or a test, and each row whose code is nowhere; exits 1 if there is one.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What whoever runs the program has to deal with: the store, its files, what he set and what he commands.
OF_OPERATORS = ("store", "checkpoint", "clock", "installation", "vault", "office", "backup", "archive", "settings",
                "account-settings", "log-settings", "cosigning", "message-terms", "proposal-settings", "site", "holidays", "letters", "forms",
                "file", "upload")
# Where helpers put the beginning of a code before the rest.
HELPERS = {"backup": "src/store/backup*.cpp", "installation": "src/store/installation.cpp",
           "store": "src/store/store_move.cpp", "upload": "src/store/uploads.cpp"}
# Of the visitors' refusals those that tell an operator that something is wrong on his side.
ALONE = {"http.damaged", "http.incident", "http.broken-off", "http.busy", "http.share"}
WHOLE = re.compile(r'"((?:%s)\.[a-z]+(?:-[a-z]+)*)"' % "|".join(OF_OPERATORS))
HELPED = re.compile(r'refused\(\s*(?:ErrorKind::\w+,\s*)?"([a-z]+(?:-[a-z]+)*)"')
PREFIXED = re.compile(r'"([a-z-]+)\." \+ std::string\(code\)')
# Files that are named like codes.
FILES = re.compile(r"\.(json|xml|sqlite|csv)$")
# What only stands among the incidents and refuses nobody.
NOTED = {"backup.failed", "checkpoint.held"}
ROW = re.compile(r"^\| `([a-z-]+\.[a-z-]+)` \|", re.MULTILINE)


def sources():
    return [(path, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "src").rglob("*.cpp"))]


def codes():
    found, faults = set(ALONE), []
    for path, text in sources():
        found |= {code for code in WHOLE.findall(text) if not FILES.search(code)} - NOTED
        for prefix in PREFIXED.findall(text):
            if prefix in OF_OPERATORS and not path.match(HELPERS.get(prefix, "-")):
                faults.append(f"{path.relative_to(ROOT)}: codes of “{prefix}” are put together there: name it in HELPERS")
    for prefix, files in HELPERS.items():
        for path in ROOT.glob(files):
            found |= {f"{prefix}.{rest}" for rest in HELPED.findall(path.read_text(encoding="utf-8"))}
    return found, faults


def tests():
    places = [ROOT / "tests", ROOT / "console" / "src"]
    return "\n".join(path.read_text(encoding="utf-8") for place in places for path in sorted(place.rglob("*"))
                     if path.suffix in (".cpp", ".h", ".py", ".js", ".ts", ".case") and "node_modules" not in path.parts
                     and (place.name == "tests" or ".test." in path.name))


def main():
    found, faults = codes()
    rows = ROW.findall((ROOT / "docs" / "operating.md").read_text(encoding="utf-8"))
    tested = tests()
    for code in sorted(found):
        if code not in rows:
            faults.append(f"{code}: no table of docs/operating.md has it")
        if f'"{code}"' not in tested and f"'{code}'" not in tested:
            faults.append(f"{code}: no test causes it")
    faults += [f"docs/operating.md: no source has {code}" for code in rows if code not in found]
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{len(found)} refusals of operators are told and caused")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
