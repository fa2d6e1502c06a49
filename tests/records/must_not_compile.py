#!/usr/bin/env python3
"""Slips in the declaration of records that must not compile, with the words that the compiler must say.

Each is a change to one file, made in a scratch copy of src, of which one file is then compiled.
Prints a line a slip and `N passed, N failed`; exits 1 if anything failed.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ACTS, TABLE = "requests/acts.h", "requests/table.cpp"
REGISTER, REGISTER_TABLE = "disclosure/register.h", "disclosure/register.cpp"
UNTIL = 'field<&AskCorrection::until>("until", "补正期限到哪一天").needed()'
AMOUNT = 'field<&Enter::amount>("amount", "数量").hinted("件数，收费为万元")'

# What, file, its text, the slip, what the compiler must say, the file that is compiled.
SLIPS = [
    ("a kind that nobody judges", "requests/judge.cpp",
     "Status judge(const Pay&, const Moment&) { return Done{}; }\n", "",
     "no matching function for call to ‘judge(const gongkai::requests::Pay&", "requests/judge.cpp"),
    ("a kind of which nothing is made", "requests/apply.cpp",
     "void apply(const Confirm&, const Position& at, Progress& now) {", "void confirm(const Position& at, Progress& now) {",
     "no matching function for call to ‘apply(const gongkai::requests::Confirm&", "requests/apply.cpp"),
    ("a kind without a row", ACTS, "FileRemedy, RemedyResult, Annul>", "FileRemedy, RemedyResult, Annul, Applicant>",
     "each kind of the variant needs one row, in the order of the variant", TABLE),
    ("an article that the Regulation does not have", TABLE, 'extend", "同意延长并告知申请人", regulation("33.2")',
     'extend", "同意延长并告知申请人", regulation("33.4")', "the Regulation has no such clause", TABLE),
    ("a member that stands in no list", REGISTER, "    Decimal amount; ", "    int floor = 1;\n    Decimal amount; ",
     "a member of this record is missing from its fields()", REGISTER_TABLE),
    ("a member listed twice", REGISTER, AMOUNT, AMOUNT.replace("amount>", "from>"),
     "a member is listed twice", REGISTER_TABLE),
    ("two fields with one name", REGISTER, AMOUNT, AMOUNT.replace('"amount"', '"source"'),
     "two fields have one name", REGISTER_TABLE),
    ("a range of what is no whole number", REGISTER, AMOUNT, AMOUNT + ".within(1, 2)",
     "only whole numbers have a range", REGISTER_TABLE),
    ("a word beside what is no choice", ACTS, UNTIL, UNTIL + '.told_as("until_name")',
     "only a choice has a word", TABLE),
    ("a member of a type that no field has", REGISTER, "    Decimal amount; ", "    double amount = 0; ",
     "a field is int, std::int64_t, bool", REGISTER_TABLE),
    ("words out of order", REGISTER, '        {Penalty, "penalty", "行政处罚"},\n', "",
     "words() must follow the order of the enumerators", REGISTER_TABLE),
    ("a name that every act has", REGISTER, AMOUNT, AMOUNT.replace('"amount"', '"by"'),
     "every act has this field already", REGISTER_TABLE),
]


def fault_of(slip, scratch):
    """What is wrong with how the compiler takes it; nothing where it refuses it in the words expected."""
    _, file, text, change, words, compiled = slip
    shutil.copytree(ROOT / "src", scratch / "src")
    path = scratch / "src" / file
    source = path.read_text(encoding="utf-8")
    if source.count(text) != 1:
        return f"{file} has {source.count(text)} times: {text}"
    path.write_text(source.replace(text, change), encoding="utf-8")
    run = subprocess.run(["g++", "-std=c++20", "-fsyntax-only", "-fmax-errors=20", "-Isrc", f"src/{compiled}"],
                         cwd=scratch, capture_output=True, text=True, check=False,
                         env={**os.environ, "LC_ALL": "C.UTF-8"})
    if run.returncode == 0:
        return "it compiles"
    return "" if words in run.stderr else f"no {words!r} in\n{run.stderr[:2000]}"


def main():
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as two:
        scratches = [Path(folder) / str(number) for number in range(len(SLIPS))]
        faults = list(two.map(fault_of, SLIPS, scratches))
    for slip, fault in zip(SLIPS, faults):
        print(f"WRONG    {slip[0]}: {fault}" if fault else f"refused  {slip[0]}")
    failed = sum(map(bool, faults))
    print(f"{len(SLIPS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
