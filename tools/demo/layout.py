"""A report as the form prints it: headings, paragraphs and tables with merged cells.

A table is a list of rows of `Cell`; a cell stands at the upper left corner of the area that it covers. The
writers turn the same blocks into every file format, so that a report says the same in all of them.
"""
from dataclasses import dataclass

import forms


@dataclass
class Cell:
    text: str
    across: int = 1
    down: int = 1
    id: str = ""  # of a data cell; empty for a label


@dataclass
class Block:
    kind: str  # title, note, heading, subheading, text, table, sign
    text: str = ""
    rows: list = None
    widths: list = None
    name: str = ""  # of a table: proactive, requests, review_litigation


def table(name, rows, widths):
    return Block("table", "", rows, widths, name)


def proactive(form, shown):
    """`shown` maps a cell id to what is printed in it."""
    rows = []
    for block, caption, columns, items in forms.BLOCKS[form]:
        # The fewer the columns, the wider: all blocks share a grid of a label and six units.
        unit = 6 // len(columns)
        rows.append([Cell(caption, across=7)])
        rows.append([Cell("信息内容")] + [Cell(label, unit) for _, label in columns])
        for row, label in items:
            ids = [f"proactive.{block}.{row}.{column}" for column, _ in columns]
            rows.append([Cell(label)] + [Cell(shown.get(i, ""), unit, 1, i) for i in ids])
    return table("proactive", rows, [24] + [12] * 6)


def _numbers(row, shown):
    ids = [f"requests.{row}.{column}" for column, _ in forms.COLUMNS]
    return [Cell(shown.get(i, ""), id=i) for i in ids]


def _request_head():
    names = forms.COLUMNS
    return [[Cell(forms.CORNER, 3, 3), Cell("申请人情况", 7)],
            [Cell(names[0][1], 1, 2), Cell("法人或其他组织", 5), Cell(names[6][1], 1, 2)],
            [Cell(label) for _, label in names[1:6]]]


def requests(shown, single_other=False, labels=None):
    """`labels` replaces printed row labels (bodies write 本单位 for 本机关)."""
    labels = labels or {}
    groups = list(forms.GROUPS)
    if not single_other:
        groups.append(("（六）其他处理", forms.OTHER))
    leaves = sum(len(rows) for _, rows in groups) + 3 + single_other
    rows = _request_head()
    rows.append([Cell(forms.NEW, 3)] + _numbers("new_received", shown))
    rows.append([Cell(forms.CARRIED_IN, 3)] + _numbers("carried_over_in", shown))
    rows.append([Cell(forms.RESULT, 1, leaves), Cell("（一）予以公开", 2)]
                + _numbers("result_granted", shown))
    rows.append([Cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2)]
                + _numbers("result_partial", shown))
    for caption, items in groups:
        for index, (row, label) in enumerate(items):
            head = [Cell(caption, 1, len(items))] if index == 0 else []
            rows.append(head + [Cell(labels.get(row, label))] + _numbers(row, shown))
    if single_other:
        rows.append([Cell("（六）其他处理", 2)] + _numbers("other_total", shown))
    rows.append([Cell("（七）总计", 2)] + _numbers("result_total", shown))
    rows.append([Cell(forms.CARRIED_OUT, 3)] + _numbers("carried_over_out", shown))
    return table("requests", rows, [10, 12, 26] + [8] * 7)


def review(shown):
    groups, outcomes = forms.REVIEW_GROUPS, forms.OUTCOMES
    rows = [[Cell(groups[0][1], 5, 2), Cell("行政诉讼", 10)],
            [Cell(groups[1][1], 5), Cell(groups[2][1], 5)],
            [Cell(label) for _ in groups for _, label in outcomes],
            [Cell(shown.get(i, ""), id=i) for i in forms.review_ids()]]
    return table("review_litigation", rows, [7] * 15)


def grid(rows):
    """Every square of a table: (cell, is its upper left corner)."""
    squares = {}
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in squares:
                c += 1
            for dr in range(cell.down):
                for dc in range(cell.across):
                    squares[r + dr, c + dc] = (cell, dr == 0 and dc == 0)
            c += cell.across
    width = max(c for _, c in squares) + 1
    return [[squares[r, c] for c in range(width)] for r in range(len(rows))]
