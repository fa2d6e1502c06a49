#!/usr/bin/env python3
"""Checks a folder of ten thousand reports, one of a thousand, and files of great size: bounded in memory and time.

Usage: full_size.py [--program GONGKAI]

Prints a line a case and `N passed, N failed`; exits 1 if anything failed. How cost grows is printed, not judged:
other programs share the machine.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "data" / "demo"
FOLDER_MEGABYTES, FILE_MEGABYTES, FILE_SECONDS = 200, 512, 20
PATIENCE = 900  # seconds until a run counts as hung


class Run:
    """One run of the program: exit status, seconds, peak memory; what it printed is in `out`."""

    def __init__(self, program, out, *arguments):
        self.out = Path(out)
        start = time.monotonic()
        with open(self.out, "wb") as file:
            child = subprocess.Popen([program, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=file,
                                     stderr=subprocess.DEVNULL)
            timer = threading.Timer(PATIENCE, child.kill)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.exit, self.megabytes = child.returncode, usage.ru_maxrss / 1024

    def cost(self):
        return f"{self.seconds:.1f} s, {self.cpu:.1f} s of processor, {self.megabytes:.0f} MB"


def make_folder(folder, count):
    """Copies of the demo reports in which a digit or two differs, so that no two are the same."""
    folder.mkdir()
    sources = [(path.suffix, path.read_bytes()) for path in sorted(DEMO.iterdir())
               if path.suffix in (".txt", ".html")]
    draw = random.Random(count)
    for number in range(count):
        suffix, data = sources[number % len(sources)]
        data = bytearray(data)
        # A byte below 128 may be the second half of a sign of GBK, digits may not.
        digits = [at for at in draw.sample(range(len(data)), 60) if data[at] in b"123456789"]
        for at in digits[:2]:
            data[at] = draw.choice(b"123456789")
        (folder / f"{number:05}{suffix}").write_bytes(data)


def check_folder(program, scratch, count):
    folder = scratch / str(count)
    make_folder(folder, count)
    run = Run(program, scratch / "out", "report", "check", "--format", "json", folder)
    with open(run.out, encoding="utf-8") as file:
        names = [Path(json.loads(line)["file"]).name for line in file]
    whole = names == sorted(path.name for path in folder.iterdir())
    good = run.exit in (0, 1) and whole and run.megabytes < FOLDER_MEGABYTES
    print(f"{'ok  ' if good else 'FAIL'} {count} reports: exit {run.exit}, {run.cost()}, "
          f"{count / run.seconds:.0f} reports a second, lines {'all there' if whole else len(names)}", flush=True)
    return good, run.cpu


def long_text():
    """A report whose first section goes on for 20 MB."""
    text = (DEMO / "luyin-town-2023.txt").read_text(encoding="utf-8")
    more = "".join(f"第{n}次公开，全年公开信息{n % 97}条，其中网站{n % 89}条。\n" for n in range(280000))
    return text.replace("二、主动公开", more + "二、主动公开", 1).encode()


def glued_text():
    """One paragraph of 20 MB."""
    text = (DEMO / "wanghuai-town-2024.txt").read_text(encoding="utf-8")
    return (text.rstrip() + "公开信息十二条，其中3条。" * 550000).encode()


def large_table():
    """A report with 200,000 rows that the form does not have."""
    rows = "".join(f"<tr><td>第{n}项事项</td><td>{n % 7}</td><td>{n % 5}</td></tr>" for n in range(200000))
    page = (DEMO / "chawu-township-2025.html").read_text(encoding="utf-8")
    return page.replace("</table>", rows + "</table>", 1).encode()


def wide_table():
    """A report with a row of 100,000 cells."""
    row = "<tr>" + "<td>7</td>" * 100000 + "</tr>"
    page = (DEMO / "chawu-township-2025.html").read_text(encoding="utf-8")
    return page.replace("</table>", row + "</table>", 1).encode()


def check_file(program, scratch, make, suffix):
    path = scratch / (make.__name__ + suffix)
    path.write_bytes(make())
    run = Run(program, scratch / "out", "report", "check", "--format", "json", path)
    outputs = run.out.read_text(encoding="utf-8").splitlines()
    size = path.stat().st_size / 2**20
    path.unlink()
    answer = json.loads(outputs[0]) if len(outputs) == 1 else {}
    # A file over the limits may be refused, but with a reason.
    good = (run.exit in (0, 1) and "findings" in answer) or (run.exit == 3 and "error" in answer)
    good = good and run.seconds < FILE_SECONDS and run.megabytes < FILE_MEGABYTES
    reason = answer.get("error", {}).get("code", "")
    print(f"{'ok  ' if good else 'FAIL'} {make.__name__}: {size:.0f} MB, exit {run.exit} {reason}, {run.cost()}",
          flush=True)
    return good


def main():
    parser = argparse.ArgumentParser(description="Check many reports and large ones.")
    parser.add_argument("--program", default=str(ROOT / "build" / "release" / "gongkai"))
    program = str(Path(parser.parse_args().program).resolve())
    results = []
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        few, few_cost = check_folder(program, scratch, 1000)
        many, many_cost = check_folder(program, scratch, 10000)
        print(f"     ten times the reports cost {many_cost / few_cost:.1f} times the processor")
        results += [few, many]
        for make, suffix in ((long_text, ".txt"), (glued_text, ".txt"), (large_table, ".html"), (wide_table, ".html")):
            results.append(check_file(program, scratch, make, suffix))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(1 if False in results else 0)


if __name__ == "__main__":
    main()
