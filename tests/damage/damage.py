#!/usr/bin/env python3
"""Reads damaged and hostile files: each gets a Chinese reason, in bounded time and memory, without a crash.

Usage: damage.py [--program GONGKAI] [--only WORD] [--keep FOLDER]

Prints a line a case and `N passed, N failed`; exits 1 if anything failed. A program built with a sanitizer is
not held to the limit of memory.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import cases

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 20, 512
CANNOT = 4  # exit status of the maker of a file that needs a program which is not here
CHINESE = re.compile("[\u4e00-\u9fff]")


class Run:
    """One reading of one file: how it ended and what it cost, its helper programs included."""

    def __init__(self, program, path, folder):
        out_path = Path(folder) / "out"
        start = time.monotonic()
        with open(out_path, "wb") as out, open(Path(folder) / "err", "wb") as err:
            child = subprocess.Popen([program, "report", "read", "--format", "json", str(path)],
                                     stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            timer = threading.Timer(3 * SECONDS, child.kill)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - start
        self.exit = child.returncode
        self.megabytes = usage.ru_maxrss / 1024
        self.printed = out_path.read_text("utf-8", "replace")
        self.complained = (Path(folder) / "err").read_text("utf-8", "replace")

    def message(self):
        """The message of the refusal, empty if there is none."""
        try:
            return json.loads(self.printed).get("error", {}).get("message", "")
        except (ValueError, AttributeError):
            return ""


    def wrong_numbers(self, truth):
        """Cells given as certain that the whole file does not have."""
        wants = json.loads(truth.read_text(encoding="utf-8"))["cells"]
        cells = json.loads(self.printed).get("cells", {})
        return [name for name, cell in cells.items()
                if cell.get("kind") == "number" and cell.get("value") != wants.get(name)]


def faults_of(case, run, sanitized):
    faults = []
    if run.exit < 0:
        faults.append(f"ended by signal {-run.exit}")
    elif run.exit not in {"refused": (3,), "read": (0,), "either": (0, 3)}[case.answer]:
        faults.append(f"exit {run.exit}, expected {case.answer}")
    if run.exit == 3 and not CHINESE.search(run.message()):
        faults.append("no Chinese reason")
    if run.exit == 3 and case.says not in run.message():
        faults.append(f"the reason does not say “{case.says}”")
    if case.hides and case.hides in run.printed + run.complained:
        faults.append(f"prints “{case.hides}”")
    if run.exit == 0 and case.truth:
        faults += [f"{name} is certain but wrong" for name in run.wrong_numbers(case.truth)[:3]]
    if run.seconds > SECONDS:
        faults.append(f"over {SECONDS} s")
    if run.megabytes > MEGABYTES and not sanitized:
        faults.append(f"over {MEGABYTES} MB")
    return faults


def is_sanitized(program):
    found = subprocess.run(["grep", "-c", "-e", "__asan_init", "-e", "__tsan_init", program],
                           capture_output=True, check=False)
    return found.returncode == 0


def write_apart(case, path):
    """Makes the file in a process of its own; gives whether it could be made.

    The kernel counts the peak of the parent at the time of the start against a child, so that this program
    has to stay small.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            data = case.make()
            if data is None:
                code = CANNOT
            else:
                path.write_bytes(data)
                code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, CANNOT):
        raise RuntimeError(f"{case.name} was not made")
    return code == 0


def try_case(case, program, folder, sanitized):
    """True if the case passes, None if it cannot be made here."""
    path = Path(folder) / case.name
    if not write_apart(case, path):
        print(f"SKIP {case.name}: it cannot be made here")
        return None
    run = Run(program, path, folder)
    faults = faults_of(case, run, sanitized)
    cost = f"exit {run.exit}, {run.seconds:.1f} s, {run.megabytes:.0f} MB"
    print(f"{'FAIL' if faults else 'ok  '} {case.name}: {cost} {run.message()[:60]}"
          + "".join(f"\n     {fault}" for fault in faults), flush=True)
    path.unlink()
    return not faults


def try_company(program, folder):
    """A bad file between two good ones: the good ones are read, and the exit status tells of the bad one."""
    bad = Path(folder) / "bad.docx"
    bad.write_bytes(b"PK\x03\x04")
    files = [str(cases.HTML), str(bad), str(cases.DOCX)]
    run = subprocess.run([program, "report", "read", "--format", "json", *files],
                         capture_output=True, text=True, timeout=3 * SECONDS, check=False)
    outputs = [json.loads(line) for line in run.stdout.splitlines()]
    kinds = ["error" if "error" in output else "cells" for output in outputs]
    good = run.returncode == 3 and kinds == ["cells", "error", "cells"]
    print(f"{'ok  ' if good else 'FAIL'} bad-among-good: exit {run.returncode}, {' '.join(kinds)}")
    return good


def keep_all(folder, chosen):
    Path(folder).mkdir(parents=True, exist_ok=True)
    for case in chosen:
        write_apart(case, Path(folder) / case.name)


def arguments():
    parser = argparse.ArgumentParser(description="Read damaged files.")
    parser.add_argument("--program", default=str(ROOT / "build" / "release" / "gongkai"))
    parser.add_argument("--only", default="", help="cases whose name holds this word")
    parser.add_argument("--keep", help="only write the files here")
    return parser.parse_args()


def main():
    options = arguments()
    chosen = [case for case in cases.all_cases() if options.only in case.name]
    if options.keep:
        keep_all(options.keep, chosen)
        return
    sanitized = is_sanitized(options.program)
    with tempfile.TemporaryDirectory() as folder:
        results = [try_case(case, options.program, folder, sanitized) for case in chosen]
        if not options.only:
            results.append(try_company(options.program, folder))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    sys.exit(1 if False in results or not results else 0)


if __name__ == "__main__":
    main()
