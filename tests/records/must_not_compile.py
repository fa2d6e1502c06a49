#!/usr/bin/env python3
"""Slips in the declaration of records that must not compile, with the words that the compiler must say;
and the example of docs/adding.md, which must.

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
    ("a hook of annulments with another name", REGISTER,
     "static Status judge_annulment(", "static Status judge_anulment(",
     "‘judge_annulment’ is not a member of", "disclosure/register.cpp"),
    ("a kind that does not begin and has no states", REGISTER_TABLE,
     "in({Standing, Annulled}), keep", "records::nowhere, keep",
     "not a constant expression", "disclosure/register.cpp"),
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


def compile_one(scratch, file):
    return subprocess.run(["g++", "-std=c++20", "-fsyntax-only", "-fmax-errors=20", "-Isrc", f"src/{file}"],
                          cwd=scratch, capture_output=True, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})


def fault_of_example(scratch):
    """What is wrong with the act that the docs add; nothing where it applies and all that handles acts compiles."""
    for folder in ("src", "tests"):
        shutil.copytree(ROOT / folder, scratch / folder)
    applied = subprocess.run(["git", "apply", "--include=src/*", "--include=tests/*", str(ROOT / "docs/adding-an-act.diff")], cwd=scratch,
                             capture_output=True, text=True, check=False,
                             env={**os.environ, "GIT_CEILING_DIRECTORIES": str(scratch.parent)})
    if applied.returncode:
        return applied.stderr
    if "Postpone" not in (scratch / "src/requests/acts.h").read_text(encoding="utf-8"):
        return "it applied to nothing"
    for name in ("table", "judge", "apply", "offer", "open"):
        run = compile_one(scratch, f"requests/{name}.cpp")
        if run.returncode:
            return run.stderr[:2000]
    return ""


def fault_of(slip, scratch):
    """What is wrong with how the compiler takes it; nothing where it refuses it in the words expected."""
    _, file, text, change, words, compiled = slip
    shutil.copytree(ROOT / "src", scratch / "src")
    path = scratch / "src" / file
    source = path.read_text(encoding="utf-8")
    if source.count(text) != 1:
        return f"{file} has {source.count(text)} times: {text}"
    path.write_text(source.replace(text, change), encoding="utf-8")
    run = compile_one(scratch, compiled)
    if run.returncode == 0:
        return "it compiles"
    return "" if words in run.stderr else f"no {words!r} in\n{run.stderr[:2000]}"


def main():
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as two:
        scratches = [Path(folder) / str(number) for number in range(len(SLIPS))]
        example = two.submit(fault_of_example, Path(folder) / "example")
        faults = list(two.map(fault_of, SLIPS, scratches))
        example = example.result()
    for slip, fault in zip(SLIPS, faults):
        print(f"WRONG    {slip[0]}: {fault}" if fault else f"refused  {slip[0]}")
    print(f"WRONG    the example of docs/adding.md: {example}" if example else "compiles the example of docs/adding.md")
    failed = sum(map(bool, faults)) + bool(example)
    print(f"{len(SLIPS) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
