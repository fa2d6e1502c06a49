#!/usr/bin/env python3
"""Checks the expected cells of the demo: 34 reports agree in every sum and from year to year, two do not.

Usage: verify.py [FOLDER]
"""
import json
import sys
from pathlib import Path

import forms
from county import BODIES, YEARS
from specs import SPECS

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = [c for c, _ in forms.COLUMNS]


class Report:
    def __init__(self, cells):
        self.cells = cells

    def number(self, cell):
        value = self.cells.get(cell)
        return value if isinstance(value, (int, float)) else 0

    def request(self, row, column):
        return self.number(f"requests.{row}.{column}")

    def faults(self):
        single = "requests.other_total.total" in self.cells
        found = []
        for column in COLUMNS:
            done = self.request("result_total", column)
            if sum(self.request(row, column) for row in forms.leaf_rows(single)) != done:
                found.append(f"outcomes of {column}")
            arrived = self.request("new_received", column) + self.request("carried_over_in", column)
            if arrived != done + self.request("carried_over_out", column):
                found.append(f"identity of {column}")
        for row in forms.request_rows(single):
            if sum(self.request(row, c) for c in COLUMNS[:-1]) != self.request(row, "total"):
                found.append(f"row {row}")
        for group, _ in forms.REVIEW_GROUPS:
            parts = [self.number(f"review_litigation.{group}.{o}") for o, _ in forms.OUTCOMES]
            if sum(parts[:-1]) != parts[-1]:
                found.append(f"cases of {group}")
        if any(v is not None and not isinstance(v, str) and v < 0 for v in self.cells.values()):
            found.append("a negative number")
        return found

    def chain_faults(self, last):
        found = [f"carried over, {c}" for c in COLUMNS
                 if self.request("carried_over_in", c) != last.request("carried_over_out", c)]
        for row in ("rules", "normative_documents"):
            stem = f"proactive.art20_1.{row}."
            valid = last.number(stem + "currently_valid") + self.number(stem + "issued_this_year")
            if self.number(stem + "currently_valid") != valid - self.number(stem + "repealed_this_year"):
                found.append(f"documents in force, {row}")
        return found


def load(folder, key, year):
    text = (folder / f"{key}-{year}.expected.json").read_text(encoding="utf-8")
    return Report(json.loads(text)["cells"])


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data" / "demo"
    passed = failed = 0
    for body in BODIES:
        last = None
        for year in YEARS:
            report = load(folder, body.key, year)
            faults = report.faults() + (report.chain_faults(last) if last else [])
            meant = bool(SPECS[body.key, year].wrong)
            if faults:
                print(f"{body.key}-{year}: {', '.join(faults)}{' (on purpose)' if meant else ''}")
            failed += bool(faults) != meant
            passed += bool(faults) == meant
            last = report
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
