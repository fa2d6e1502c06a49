#!/usr/bin/env python3
"""Makes data/demo: three years of reports of a fictional county, with their expected cells.

Usage: make_demo.py [--out FOLDER] [--no-pdf]

The same source gives the same bytes of .docx, .html, .txt and .json; a .pdf is LibreOffice's, so its bytes
follow the fonts and the version that are installed.
"""
import argparse
import json
import tempfile
from decimal import Decimal
from pathlib import Path

import docx_writer
import figures
import forms
import html_writer
import layout
import office
import text_writer
from county import BODIES, YEARS
from layout import Block
from prose import Prose
from specs import SPECS

ROOT = Path(__file__).resolve().parents[2]
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
OTHERS = [row for row, _ in forms.OTHER]
EPOCH = 1767225600  # 2026-01-01, for the dates inside the .pdf


def cell_ids(spec):
    return forms.proactive_ids("2021") + forms.request_ids(spec.single_other) + forms.review_ids()


def with_single_other(values):
    values = dict(values)
    for column, _ in forms.COLUMNS:
        values[f"requests.other_total.{column}"] = sum(values[f"requests.{r}.{column}"] for r in OTHERS)
    return values


def spoil(values, wrong):
    """The two reports that are wrong on purpose; docs/demo-data.md tells what and why."""
    values = dict(values)
    if wrong == "documents":  # the first identity of table 3 fails; the text says 12 documents as well
        for column in ("natural_person", "total"):
            values[f"requests.new_received.{column}"] += 2
    if wrong == "reviews":  # a sum of table 4 fails, and what last year left has vanished
        values["review_litigation.review.outcome_upheld"] += 2
        for column in ("natural_person", "total"):
            values[f"requests.carried_over_in.{column}"] -= 1
            values[f"requests.new_received.{column}"] += 1
    return values


def show(cell, value, spec):
    """What is printed in a cell."""
    if spec.slash_rules and ".rules." in cell:
        return "/"
    if spec.blank_zeros and not value and cell.startswith("requests.") and not cell.endswith(".total"):
        return ""
    if isinstance(value, Decimal):
        value = value.normalize() if value else 0
    form = ("," if spec.thousands else "") + ("f" if isinstance(value, Decimal) else "d")
    text = format(value, form)
    return text.translate(FULL_WIDTH) if spec.full_width else text


def expect(cell, value, spec):
    printed = show(cell, value, spec)
    if printed in ("", "/"):
        return None if printed == "" else printed
    return float(value) if isinstance(value, Decimal) and value != int(value) else int(value)


def date_of(year, spec):
    month, day = spec.published.split("-")
    return f"{year + 1}年{month}月{day}日"


def tables(shown, spec):
    labels = {"unavailable_not_held": "1.本单位不掌握相关政府信息"} if spec.own_unit else {}
    return {1: layout.proactive("2021", shown), 2: layout.requests(shown, spec.single_other, labels),
            3: layout.review(shown)}


def blocks_of(body, year, spec, values):
    prose = Prose(body, year, values)
    shown = {cell: show(cell, values[cell], spec) for cell in cell_ids(spec)}
    placed = tables(shown, spec)
    texts = {0: prose.overview(12 if spec.wrong == "documents" else None), 4: prose.problems(),
             5: [Block("text", prose.closing())]}
    blocks = title_of(body, year, spec) + [Block("text", prose.opening())]
    for index, heading in enumerate(forms.SECTIONS):
        blocks.append(Block("heading", heading))
        blocks += texts.get(index, [])
        blocks += [placed[index]] if index in placed else []
    if spec.shape != "glued":
        blocks += [Block("sign", body.name), Block("sign", date_of(year, spec))]
    return blocks


def title_of(body, year, spec):
    if spec.suffix in ("docx", "pdf"):
        return [Block("title", body.name), Block("title", f"{year}年政府信息公开工作年度报告")]
    return [Block("title", f"{body.name}{year}年政府信息公开工作年度报告")]


def chrome(text, body, year, spec):
    """What a copy of a web page drags along."""
    month, day = spec.published.split("-")
    head = (f"首页 > 政务公开 > 政府信息公开年报\n发布日期：{year + 1}-{int(month):02}-{int(day):02}\n"
            f"信息来源：{body.name}\n浏览次数：\n字号：大 中 小\n")
    return head + text + "打印本页\n关闭窗口\n分享到：\n"


def text_bytes(blocks, body, year, spec):
    if spec.shape == "tabbed":
        text = text_writer.tabbed(blocks, layout.grid)
    else:
        writers = {"flat": text_writer.flat, "spaced": text_writer.spaced, "glued": text_writer.glued_page}
        text = writers[spec.shape](blocks)
    if "marks" in spec.quirks:
        text = text.replace("\t（七）总计\n\t", "\t（七）总计\n\t[bookmark: _GoBack]")
        text = text.replace("二、主动", "[image: 5b1f0a7c2e9d4836]\n二、主动", 1)
    if "no-break" in spec.quirks:
        text = text.replace("\t0\n", "\t\u00a00\u3000\n")
    if "chrome" in spec.quirks:
        text = chrome(text, body, year, spec)
    return text.encode(spec.encoding)


def page_of(body, year, spec):
    month, day = spec.published.split("-")
    return html_writer.Page(site="云岭县人民政府网", encoding=spec.encoding,
                            declared="gb2312" if spec.encoding == "gbk" else "utf-8",
                            nested=spec.shape == "nested", blank="&nbsp;" if spec.nbsp else "",
                            published=f"{year + 1}-{int(month):02}-{int(day):02}",
                            word_markup=spec.shape == "word")


def check_glued(values):
    """A glued report may only stand here if its own sums settle every row."""
    for row in forms.request_rows(False):
        numbers = [values[f"requests.{row}.{column}"] for column, _ in forms.COLUMNS]
        assert figures.settled_row(numbers), f"{row} of a glued report reads in two ways"


def write_expected(folder, name, body, year, spec, values):
    data = {"id": name, "organ": body.name, "year": year, "form": "2021", "partial": False,
            "files": [f"{name}.{spec.suffix}"],
            "cells": {cell: expect(cell, values[cell], spec) for cell in cell_ids(spec)}}
    data.update(WRONG.get(spec.wrong, {}))
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    (folder / f"{name}.expected.json").write_text(text, encoding="utf-8")


_DOCUMENTS = "proactive.art20_1.normative_documents.issued_this_year"
WRONG = {
    "documents": {"must_find": [
        {"what": "12 normative documents in the text, 0 in the table", "any_of": [_DOCUMENTS]},
        {"what": "received and carried over are not done and left", "any_of": ["requests.new_received.total"]}]},
    "reviews": {"must_find": [
        {"what": "the outcomes of reviews do not add up", "any_of": ["review_litigation.review.outcome_total"]}]},
}


def make(folder, with_pdf):
    years = figures.all_years()
    with tempfile.TemporaryDirectory() as scratch:
        sources = []
        for body in BODIES:
            for year in YEARS:
                spec, name = SPECS[body.key, year], f"{body.key}-{year}"
                values = spoil(with_single_other(years[body.key, year]), spec.wrong)
                if spec.shape == "glued":
                    check_glued(values)
                write_expected(folder, name, body, year, spec, values)
                blocks = blocks_of(body, year, spec, values)
                path = folder / f"{name}.{spec.suffix}"
                if spec.suffix == "pdf":
                    sources.append(Path(scratch) / f"{name}.docx")
                    sources[-1].write_bytes(docx_writer.write(blocks, layout.grid))
                elif spec.suffix == "docx":
                    path.write_bytes(docx_writer.write(blocks, layout.grid, spec.numbered))
                elif spec.suffix == "html":
                    path.write_bytes(html_writer.write(blocks, page_of(body, year, spec)))
                else:
                    path.write_bytes(text_bytes(blocks, body, year, spec))
        if with_pdf:
            office.convert([str(s) for s in sources], "pdf", str(folder), EPOCH)


def main():
    parser = argparse.ArgumentParser(description="Make the demo reports.")
    parser.add_argument("--out", default=str(ROOT / "data" / "demo"))
    parser.add_argument("--no-pdf", action="store_true", help="leave the .pdf files as they are")
    options = parser.parse_args()
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    make(folder, not options.no_pdf)


if __name__ == "__main__":
    main()
