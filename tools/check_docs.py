#!/usr/bin/env python3
"""Whether every file that the documents name is there: `src/desk/desks.h`, `tests/links/links.py`, links in brackets.

Usage: tools/check_docs.py

Prints a line a path that leads nowhere; exits 1 if there is one.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tests", "tools", "docs", "data", "console", "bench", "packaging")
# Decisions and the changelog tell of what was there at their time.
OLD = ("docs/decisions/", "CHANGELOG.md")
# Examples of what somebody adds, and folders that a build makes.
INVENTED = re.compile(r"RULE-ID|tickets?\b|<\w+>|\bticket_|visit|/build/|console/dist|node_modules|\.\.\.|…|made/")
NAMED = re.compile(r"`((?:%s)/[^`\s]+)`" % "|".join(FOLDERS))
LINKED = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def spelled(path):
    """a.{h,cpp} is a.h and a.cpp; of a/b_*.cpp at least one is there."""
    many = re.search(r"\{([^}]*)\}", path)
    if not many:
        return [path]
    return [each for part in many[1].split(",")
            for each in spelled(path[:many.start()] + part + path[many.end():])]


def is_there(base, path):
    path = path.rstrip("/.,;:")
    if "*" in path:
        return any(base.glob(path))
    return (base / path).exists()


def faults(document):
    text = document.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        for base, found in [(ROOT, NAMED.findall(line)), (document.parent, LINKED.findall(line))]:
            for path in found:
                bare = re.sub(r":\d+(-\d+)?$", "", path)
                if INVENTED.search(bare):
                    continue
                if not all(is_there(base, each) for each in spelled(bare)):
                    yield f"{document.relative_to(ROOT)}:{number}: {path} is not there"


def main():
    documents = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").rglob("*.md"))]
    found = [fault for each in documents if not str(each.relative_to(ROOT)).startswith(OLD) for fault in faults(each)]
    for fault in found:
        print(fault)
    if not found:
        print("documents name what is there")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
