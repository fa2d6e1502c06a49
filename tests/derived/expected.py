"""The expected cells of a report and the comparison with what the program reads.

An expected cell is a number, None for a blank cell, or a string for a cell that holds text.
"""
import glob
import json
import os
import re


class Expected:
    """One expected.json: what is printed in each cell, and what reading it back has to give."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.id, self.year, self.form = data["id"], data["year"], data["form"]
        self.partial = data.get("partial", False)
        self.organ = re.sub(r"\(.*?\)|\d{4}$", "", data["organ"]).strip()
        self.values = dict(data["cells"])
        # Glued digits are open in the source only: here each figure gets a cell of its own.
        for group in data.get("ambiguous", []):
            self.values.update(zip(group["cells"], group["likely"]))
        for group in data.get("either", []):
            self.values.update(zip(group["cells"], group["values"]))
        self.single_other = "requests.other_total.total" in self.values

    def shown(self):
        return {cell: printed(value) for cell, value in self.values.items()}


def printed(value):
    if value is None:
        return ""
    return value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)


def load(folders):
    """The whole reports of the folders; excerpts have no full tables to write."""
    paths = [p for folder in folders for p in sorted(glob.glob(os.path.join(folder, "*.expected.json")))]
    return [e for e in map(Expected, paths) if not e.partial]


def squeeze(text):
    return "".join(str(text).split()).replace(",", "")


def figure(value):
    try:
        return float("".join(c for c in squeeze(value) if c in "-.0123456789"))
    except ValueError:
        return None


def equal(value, number):
    return value is not None and abs(float(value) - float(number)) < 1e-9


def right(want, got):
    if got is None:
        return False
    kind, value, text = got.get("kind"), got.get("value"), got.get("text", "")
    if want is None:
        return kind == "blank" and value is None
    if isinstance(want, str):
        return squeeze(text) == squeeze(want) and (kind in ("text", "slash") or value is not None)
    return kind == "number" and equal(value, want)


def possible(cell, wants, cells):
    """An ambiguous cell that has the true values among its joint candidates."""
    got = cells.get(cell) or {}
    given = got.get("candidates") or {}
    order = given.get("cells", [])
    if got.get("kind") != "ambiguous" or cell not in order or any(c not in wants for c in order):
        return False
    truth = [figure(wants[c]) for c in order]
    return any([figure(v) for v in values] == truth for values in given.get("values", []))


def compare(wants, output, glued):
    """The faults of one report: cells that are not right, and numbers that it does not have."""
    cells = output.get("cells", {})
    faults = []
    for cell, want in wants.items():
        got = cells.get(cell)
        if not right(want, got) and not (glued and possible(cell, wants, cells)):
            faults.append(f"{cell}: {want!r} read as {brief(got)}")
    faults += [f"{cell}: not in the source, read as {brief(got)}" for cell, got in cells.items()
               if cell not in wants and got.get("kind") == "number"]
    return faults


def brief(got):
    if got is None:
        return "absent"
    return f"{got.get('kind')} {got.get('value')} “{got.get('text', '')[:24]}”"
