#!/usr/bin/env python3
"""Changes one line of the program at a time and sees whether the unit tests notice.

The slips are in tools/mutants.json: a file, a text in it, what it becomes, what harm that would do,
and the test programs that must notice; with a filter, by those files of tests alone, or where it
has a star by the tests of that name. They are tried one after the other in a copy of the tree,
build/mutants, so the checkout itself is never touched. An entry whose text is no longer found once,
or that does not build, is a fault of the list: mend it with the change that moved it.

Exits with 1 where less than 90 % are noticed or an entry no longer applies.
"""
import argparse
import fcntl
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tools/mutants.json"
TREE = ROOT / "build/mutants"
BUILD = TREE / "build/dev"
COPIED = ["cmake", "data", "docs", "packaging", "src", "tests", "tools/layers.txt"]
KEYS = {"file", "text", "change", "harm", "tests", "filter"}
NOTICED_AT_LEAST = 0.9
SHOWN = 100  # characters of a slip in one line of output
MEMORY = 8 << 30  # a slip may well never stop asking for more

KILLED, SURVIVED, NO_BUILD, NO_TEXT = "killed", "SURVIVED", "DOES NOT BUILD", "TEXT NOT FOUND"


def told_once(pairs):
    """Two entries that a merge has run together would hide one of them."""
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise SystemExit(f"tools/mutants.json: an entry tells its {max(keys, key=keys.count)} twice: {pairs}")
    return dict(pairs)


def load(pattern=""):
    """The entries whose file, harm or tests match, those of one file together."""
    entries = json.loads(LIST.read_text(encoding="utf-8"), object_pairs_hook=told_once)
    wanted = re.compile(pattern)
    told = [e for e in entries if wanted.search(f'{e["file"]} {e["harm"]} {" ".join(e["tests"])}')]
    return sorted(told, key=lambda entry: (entry["file"], entry["text"]))


def fault_of(entry):
    """Why an entry does not apply to the sources as they are; nothing where it does."""
    if not {"file", "text", "change", "harm", "tests"} <= set(entry) <= KEYS:
        return "its keys are " + ", ".join(sorted(entry))
    if entry["text"] == entry["change"]:
        return "changes nothing"
    for program in entry["tests"]:
        if not (ROOT / "tests" / program.removeprefix("test_")).is_dir():
            return f"there is no {program}"
    path = ROOT / entry["file"]
    found = path.read_text(encoding="utf-8").count(entry["text"]) if path.is_file() else 0
    return "" if found == 1 else f"its text is found {found} times"


def said(entry):
    return f'{entry["file"]}: {entry["harm"]}'[:SHOWN]


def check(entries):
    faults = [f"{said(e)}: {fault_of(e)}" for e in entries if fault_of(e)]
    slips = [(e["file"], e["text"], e["change"]) for e in entries]
    faults += [f"{file}: {text}: twice in the list" for file, text, change in set(slips)
               if slips.count((file, text, change)) > 1]
    print("\n".join(faults) or f"{len(entries)} mutants apply")
    return 1 if faults else 0


def copy_file(source, target):
    """Leaves a file that is the same as it is: what is newer is built again."""
    content = source.read_bytes()
    if target.is_file() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    shutil.copymode(source, target)


def copy_tree():
    sources = [path for path in ROOT.iterdir() if path.is_file()]
    for name in COPIED:
        path = ROOT / name
        sources += path.rglob("*") if path.is_dir() else [path]
    kept = {TREE / path.relative_to(ROOT) for path in sources if path.is_file()}
    for name in COPIED:
        for path in (TREE / name).rglob("*"):
            if path.is_file() and path not in kept:
                path.unlink()
    for path in sources:
        if path.is_file():
            copy_file(path, TREE / path.relative_to(ROOT))


def run(command, seconds=None):
    """Whether it succeeds in time, and what it says."""
    # Properties are tried with the same values each time: what is noticed once always is.
    environment = dict(os.environ, CCACHE_BASEDIR=str(TREE), CCACHE_NOHASHDIR="1",
                       RC_PARAMS="seed=1")
    environment.pop("GONGKAI_TEST_POSTGRES", None)  # SQLite alone notices as much, and sooner
    process = subprocess.Popen(
        command, cwd=TREE, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
    try:
        output, _ = process.communicate(timeout=seconds)
        return process.returncode == 0, output.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return False, "not ended in time"
    finally:
        # What a test has started ends with it; where it left nothing, there is no such group.
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()


class Programs:
    """The test programs in the copy, and how long each takes when nothing is wrong."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.usual = {}  # (program, filter): seconds

    def build(self, names):
        return run(["ninja", "-C", str(BUILD), f"-j{self.jobs}", *names])

    def command(self, program, only):
        command = [str(BUILD / "tests" / program), "--no-colors", "--abort-after=1"]
        if not only:
            return command
        if "*" in only:
            return command + ["-tc=" + only]
        return command + ["-sf=" + ",".join("*/" + name for name in only.split(","))]

    def measure(self, program, only):
        """Runs it on the program as it is: it has to pass, and to test something."""
        start = time.monotonic()
        passed, output = run(self.command(program, only))
        if not passed or re.search(r"test cases:\s+0 \|", output):
            sys.exit(f"{program} {only}: fails without any change, or has no such test\n"
                     + output[-3000:])
        self.usual[program, only] = time.monotonic() - start

    def notice(self, entry):
        """Whether a test fails, or never ends."""
        for program in entry["tests"]:
            only = entry.get("filter", "")
            limit = 20 + 10 * self.usual[program, only]
            if not run(self.command(program, only), limit)[0]:
                return True
        return False


def prepare(entries, jobs):
    copy_tree()
    made, output = run(["cmake", "--preset", "dev"])
    programs = Programs(jobs)
    names = sorted({name for entry in entries for name in entry["tests"]})
    if made:
        made, output = programs.build(names)
    if not made:
        sys.exit("the sources do not build as they are:\n" + output[-3000:])
    for program, only in sorted({(p, e.get("filter", "")) for e in entries for p in e["tests"]}):
        programs.measure(program, only)
    return programs


def attempt(entry, programs):
    if fault_of(entry):
        return NO_TEXT
    path = TREE / entry["file"]
    original = path.read_text(encoding="utf-8")
    path.write_text(original.replace(entry["text"], entry["change"]), encoding="utf-8")
    try:
        built, output = programs.build(entry["tests"])
        if not built:
            print(output[-1500:])
            return NO_BUILD
        return KILLED if programs.notice(entry) else SURVIVED
    finally:
        path.write_text(original, encoding="utf-8")


def report(entries, results):
    counts = {result: results.count(result) for result in (KILLED, SURVIVED, NO_BUILD, NO_TEXT)}
    for entry, result in zip(entries, results):
        if result != KILLED:
            print(f'{result}  {entry["file"]}: {entry["harm"]}\n    {entry["text"]}\n'
                  f'    {entry["change"]}')
    tried = counts[KILLED] + counts[SURVIVED]
    share = counts[KILLED] / tried if tried else 0
    print(", ".join(f"{count} {result.lower()}" for result, count in counts.items())
          + f": {share:.1%} noticed, at least {NOTICED_AT_LEAST:.0%} wanted")
    return 0 if share >= NOTICED_AT_LEAST and tried == len(entries) else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="PATTERN",
                        help="those whose file, harm or tests match")
    parser.add_argument("--list", action="store_true", help="shows them, tries none")
    parser.add_argument("--check", action="store_true", help="only whether each text is found once")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="of the build")
    parser.add_argument("--part", default="1/1", metavar="K/N",
                        help="every Nth from the Kth on, where several machines share the work")
    options = parser.parse_args()
    part, parts = map(int, options.part.split("/"))
    entries = load(options.only)[part - 1::parts]
    if options.check:
        return check(entries)
    if options.list:
        print("\n".join(f"{said(e)}  [{' '.join(e['tests'])}]" for e in entries))
        return 0
    TREE.mkdir(parents=True, exist_ok=True)
    lock = open(TREE / "in-use", "w")  # until the end: two would build each other's slips
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit("build/mutants is in use by another run")
    programs = prepare([e for e in entries if not fault_of(e)], options.jobs)
    results = []
    for number, entry in enumerate(entries, 1):
        start = time.monotonic()
        results.append(attempt(entry, programs))
        print(f"{number}/{len(entries)} {results[-1]:<9} {time.monotonic() - start:5.1f} s  "
              + said(entry), flush=True)
    print()
    return report(entries, results)


sys.exit(main())
