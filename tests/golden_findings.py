#!/usr/bin/env python3
"""Compares what `gongkai report check` finds in real reports with the kept findings.

Usage: golden_findings.py GONGKAI DIR [DIR ...] [--rebaseline]
The reports are not ours to publish, so tests/cases/golden_findings.txt keeps no sentence of them: a line is
NAME, rule, severity, cells (the first three, and how many more), figure found, figure expected, split by tabs.
A file that is not there is passed over. --rebaseline writes the findings of the files given; review the diff.
"""
import json
import os
import subprocess
import sys

GOLDEN = os.path.join(os.path.dirname(__file__), "cases", "golden_findings.txt")
SHAPES = (".txt", ".pdf", ".md", ".html", ".docx", ".xlsx")


def figure(text):
    """What was found or expected, unless it is words of the report."""
    return text if any(c.isdigit() for c in text) or text.isascii() else "-"


def line(name, finding):
    cells = finding["cells"]
    more = f" +{len(cells) - 3}" if len(cells) > 3 else ""
    return "\t".join([name, finding["rule"], finding["severity"], ",".join(cells[:3]) + more or "-",
                      figure(finding["found"]) or "-", figure(finding["expected"]) or "-"])


def findings(program, path):
    run = subprocess.run([program, "report", "check", "--format", "json", path],
                         capture_output=True, text=True, timeout=120)
    name = os.path.basename(path)
    for text in run.stdout.splitlines():
        report = json.loads(text)
        if "error" in report:
            return [f"{name}\tunreadable"]
        return [line(name, it) for it in report["findings"]] or [f"{name}\tclean"]
    return [f"{name}\tnothing"]


def main():
    rebaseline = "--rebaseline" in sys.argv
    program, *folders = [a for a in sys.argv[1:] if not a.startswith("--")]
    found = []
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            if name.endswith(SHAPES) and not name.startswith("README"):
                found += findings(program, os.path.join(folder, name))
    if rebaseline:
        with open(GOLDEN, "w", encoding="utf-8") as out:
            out.write("\n".join(found) + "\n")
        return 0
    seen = {it.split("\t")[0] for it in found}
    with open(GOLDEN, encoding="utf-8") as kept:
        wanted = [it for it in kept.read().splitlines() if it.split("\t")[0] in seen]
    for it in wanted:
        if it not in found:
            print("missed:", it)
    for it in found:
        if it not in wanted:
            print("new:   ", it)
    print(f"{len(seen)} files, {len(found)} findings")
    return 0 if sorted(found) == sorted(wanted) else 1


sys.exit(main())
