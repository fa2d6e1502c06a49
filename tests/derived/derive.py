#!/usr/bin/env python3
"""Writes reports with known cells in every file format and reads them back.

Usage: derive.py [--program GONGKAI] [--kinds docx,doc,...] [--keep FOLDER] [DIR ...]

Each DIR holds NAME.expected.json files. Every derived file has to give the same cells as its source. A glued
table may leave a cell ambiguous, if the true figures are among the candidates. Prints one line a kind and
`N passed, N failed`; exits 1 if anything failed.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import expected
import narrative  # also makes the shared writers importable

import docx_writer  # noqa: E402
import html_writer  # noqa: E402
import layout  # noqa: E402
import office  # noqa: E402
import text_writer  # noqa: E402
import xlsx_writer  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
BATCH = 20
SHOWN_FAULTS = 6

GBK_PAGE = html_writer.Page(site="县人民政府网", encoding="gbk", declared="gb2312", nested=True,
                            blank="&nbsp;", published="2025-01-20")

# kind: (suffix, the bytes of the blocks)
WRITTEN = {
    "docx": (".docx", lambda b: docx_writer.write(b, layout.grid)),
    "html": (".html", lambda b: html_writer.write(b, GBK_PAGE)),
    "xlsx": (".xlsx", lambda b: xlsx_writer.write(b, layout.grid)),
    "flat": (".flat.txt", lambda b: text_writer.flat(b).encode()),
    "tab": (".tab.txt", lambda b: text_writer.tabbed(b, layout.grid).encode()),
    "pipe": (".md", lambda b: text_writer.piped(b, layout.grid).encode()),
    "glued": (".glued.txt", lambda b: text_writer.glued(b).encode()),
    "page": (".page.txt", lambda b: text_writer.glued_page(b).encode()),
}
CONVERTED = {"doc": "doc", "wps": "doc", "pdf": "pdf"}  # from .docx by LibreOffice
GLUED = ("glued", "page")
KINDS = ["docx", "doc", "wps", "html", "pdf", "xlsx", "flat", "tab", "pipe", "glued", "page"]


def write_kind(kind, reports, folder):
    """Writes the files of a kind; gives (report, path, wanted cells) of each."""
    suffix, writer = WRITTEN[kind]
    made = []
    for index, report in enumerate(reports):
        blocks, wants = narrative.blocks(report), report.values
        if kind in GLUED:
            blocks, wants = narrative.plain_only(blocks, report.values)
        if not wants:
            continue
        path = folder / f"{index:03}_{report.id}{suffix}"
        path.write_bytes(writer(blocks))
        made.append((report, path, wants))
    return made


def convert_kind(kind, reports, folder):
    """The files of a kind that LibreOffice makes, all in one run."""
    sources = write_kind("docx", reports, folder)
    target = CONVERTED[kind]
    office.convert([str(p) for _, p, _ in sources], target, str(folder))
    made = []
    for report, path, wants in sources:
        path.unlink()
        result = path.with_suffix("." + target)
        if kind != target:
            result = result.rename(path.with_suffix("." + kind))
        made.append((report, result, wants))
    return made


def make_kind(kind, reports, folder):
    folder.mkdir(parents=True, exist_ok=True)
    return convert_kind(kind, reports, folder) if kind in CONVERTED else write_kind(kind, reports, folder)


def read(program, paths):
    """What the program prints on each file, many files a run."""
    outputs = []
    for start in range(0, len(paths), BATCH):
        batch = [str(p) for p in paths[start:start + BATCH]]
        run = subprocess.run([program, "report", "read", "--format", "json", *batch],
                             capture_output=True, text=True, timeout=600)
        outputs += parse(run.stdout, batch)
    return outputs


def parse(printed, batch):
    by_file = {}
    for line in printed.splitlines():
        try:
            output = json.loads(line)
        except ValueError:
            continue
        by_file[os.path.basename(output.get("file", ""))] = output
    return [by_file.get(os.path.basename(name), {"error": {"message": "nothing printed"}}) for name in batch]


def faults_of(kind, report, output, wants):
    if "error" in output:
        return [f"not read: {output['error'].get('message')}"]
    faults = expected.compare(wants, output, kind in GLUED)
    # Without both of these tables nothing tells the form.
    facts = ["year"] if kind in GLUED and len(wants) < len(report.values) else ["year", "form"]
    faults += [f"{fact} {output.get(fact)} for {getattr(report, fact)}" for fact in facts
               if str(output.get(fact)) != str(getattr(report, fact))]
    return faults


def check_kind(kind, made, program):
    """Prints the line of a kind and its first faults; gives (passed, failed)."""
    outputs = read(program, [path for _, path, _ in made])
    cells = sum(len(wants) for _, _, wants in made)
    failed, wrong, lines = 0, 0, []
    for (report, path, wants), output in zip(made, outputs):
        faults = faults_of(kind, report, output, wants)
        failed += bool(faults)
        wrong += len(wants) if "error" in output else min(len(wants), len(faults))
        lines += [f"    {path.name}: {fault}" for fault in faults[:3]]
    print(f"{kind}: {len(made) - failed}/{len(made)} files, {cells - wrong}/{cells} cells right")
    print("\n".join(lines[:SHOWN_FAULTS]) + "\n" if lines else "", end="", flush=True)
    return len(made) - failed, failed


def folders_of(given):
    if given:
        return given
    shared = ROOT.parent / "shared"
    folders = [str(ROOT / "data" / "demo")]
    for name in ("seeds", "reports"):
        if (shared / name).is_dir():
            folders.append(str(shared / name))
        else:
            print(f"SKIP: {shared / name} is not here, its reports are not derived")
    return folders


def arguments():
    parser = argparse.ArgumentParser(description="Derive reports in every format and read them back.")
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--program", default=str(ROOT / "build" / "release" / "gongkai"))
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--keep", help="write the derived files here and leave them")
    parser.add_argument("--only-write", action="store_true", help="write the files, read nothing")
    return parser.parse_args()


def available(kinds):
    if shutil.which("soffice"):
        return kinds
    print("SKIP: LibreOffice is not here, no .doc, .wps and .pdf are derived")
    return [k for k in kinds if k not in CONVERTED]


def main():
    options = arguments()
    reports = expected.load(folders_of(options.folders))
    if not reports:
        sys.exit("no report with expected cells")
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(options.keep or scratch)
        for kind in available(options.kinds.split(",")):
            made = make_kind(kind, reports, root / kind)
            if not options.only_write:
                good, bad = check_kind(kind, made, options.program)
                passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
