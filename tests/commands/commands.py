#!/usr/bin/env python3
"""Runs the real program as a clerk would: commands, exit statuses, output of every format, all demo reports.

Usage: commands.py [--program GONGKAI]

Prints a line a case that fails and `N passed, N failed`; exits 1 if anything failed.
"""
import argparse
import csv
import io
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "derived"))
import expected  # noqa: E402
from office import a_tampered_office  # noqa: E402
from failed_backup import a_backup_that_fails  # noqa: E402
from irregular import files_that_are_none  # noqa: E402
from public_log import a_public_log  # noqa: E402
from retention import deletion_by_rule  # noqa: E402
from set_back import a_database_set_back  # noqa: E402
from terms import other_holidays, terms, wrong_terms  # noqa: E402

DEMO = ROOT / "data" / "demo"
GOOD, OTHER = DEMO / "luyin-town-2023.txt", DEMO / "qingruo-town-2023.html"
WRONG = DEMO / "qingruo-town-2024.html"
CARRIED, LAST_YEAR = DEMO / "market-bureau-2025.docx", DEMO / "market-bureau-2024.html"
OWN_WORDS = {"nothing", "xml", "csv", "json", "text"}
WRONG_ONES = {WRONG.name, CARRIED.name}


class Case:
    """Runs the program in a scratch folder and remembers what was not as it should be."""

    def __init__(self, program, folder):
        self.program, self.folder, self.faults = program, Path(folder), []

    def run(self, *arguments, typed=None):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True,
                              timeout=300, check=False, input=typed)

    def file(self, name, data=b"PK\x03\x04 cut off"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def equal(self, what, got, want):
        if got != want:
            self.faults.append(f"{what}: {got!r}, expected {want!r}")

    def has(self, what, text, part):
        if part not in text:
            self.faults.append(f"{what}: no {part!r} in {text[:200]!r}")


def lines(run):
    return [json.loads(line) for line in run.stdout.splitlines()]


def errors_of(output):
    return [finding for finding in output["findings"] if finding["severity"] == "error"]


def help_and_version(case):
    for arguments in ([], ["report"], ["report", "read"], ["report", "check"], ["import"], ["reports"], ["reports", "list"],
                      ["reports", "remove"], ["serve"], ["law"],
                      ["law", "term"]):
        run = case.run(*arguments, "--help")
        case.equal(f"{arguments} --help", run.returncode, 0)
        case.has(f"{arguments} --help", run.stdout, "--help")
    for command in ("report", "import", "reports", "serve", "law"):
        case.has("help", case.run("--help").stdout, command)
    case.equal("version", case.run("--version").stdout.strip().count("."), 2)


def wrong_usage(case):
    for arguments in ([], ["nothing"], ["report"], ["report", "read"], ["report", "read", "--format", "xml", GOOD],
                      ["report", "check", "--format", "csv", GOOD], ["report", "read", "--nothing", GOOD]):
        run = case.run(*arguments)
        case.equal(f"{arguments}", run.returncode, 2)
        case.equal(f"{arguments} prints", run.stdout, "")
        case.equal(f"{arguments} says something", bool(run.stderr), True)


def usage_in_chinese(case):
    table = [([], "请写明要做什么"),
             (["report"], "请写明要做什么。命令有：read、check"),
             (["nothing"], "没有“nothing”这个命令。命令有："),
             (["report", "read"], "没有写要读的文件或文件夹"),
             (["report", "read", "--nothing", GOOD], "不认识“--nothing”"),
             (["report", "read", "--format", "xml", GOOD], "--format 不能是“xml”，只能是 csv、json、text"),
             (["report", "check", GOOD, "--last-year"], "--last-year 后面没有写值"),
             (["report", "check", GOOD, "--last-year", GOOD, "--last-year", GOOD], "--last-year 最多写 1 个值，写了 2 个"),
             (["import"], "没有写要读的文件或文件夹"),
             (["law", "term", "--working-days", "20"], "没有写 --from"),
             (["law", "term", "--trace=x", "--from", "2025-01-15", "--working-days", "20"], "--trace"),
             (["law", "term", "--from", "2025-01-15", "--working-days", "20", "--trace=1", "--trace=x"], "--trace"),
             (["serve", "--port", "x"], "--port 不能是“x”，要写范围之内的数字"),
             (["serve", "--port", "70000"], "--port 不能是“70000”，要写范围之内的数字"),
             (["serve", "--port"], "--port 后面没有写值"),
             (["reports", "remove"], "没有写要移除的编号"),
             (["reports", "remove", "1", "2"], "不认识“2”")]
    for arguments, says in table:
        run = case.run(*arguments)
        case.equal(f"{arguments}", (run.returncode, run.stdout), (2, ""))
        said = run.stderr.splitlines()
        case.has(f"{arguments} begins", said[0], "命令写得不对：")
        case.has(f"{arguments}", said[0], says)
        # Behind 命令有 stand the commands by their names.
        words = re.findall(r"(?<![-\w.<])[a-z]{2,}", said[0].partition("命令有：")[0].replace("gongkai", ""))
        case.equal(f"{arguments}: English words", [it for it in words if it not in OWN_WORDS], [])


def exit_statuses(case):
    bad = case.file("bad.docx")
    for status, files in ((0, [GOOD]), (0, [GOOD, OTHER]), (1, [WRONG]), (1, [GOOD, WRONG]), (3, [bad]),
                          (3, [WRONG, bad]), (3, [bad, WRONG, GOOD])):
        for form in ("text", "json", "html"):
            names = [file.name for file in files]
            case.equal(f"check {form} {names}", case.run("report", "check", "--format", form, *files).returncode,
                       status)
    case.equal("read a wrong report", case.run("report", "read", WRONG).returncode, 0)
    case.equal("read a bad file", case.run("report", "read", GOOD, bad).returncode, 3)


def one_line_each(case):
    files = [WRONG, case.file("bad.docx"), GOOD, CARRIED]
    for command in ("read", "check"):
        outputs = lines(case.run("report", command, "--format", "json", *files))
        case.equal(f"{command}: files", [it["file"] for it in outputs], [str(file) for file in files])
        case.equal(f"{command}: the bad one", "error" in outputs[1], True)
        case.equal(f"{command}: its error", sorted(outputs[1]["error"]), ["code", "message"])
        member = "cells" if command == "read" else "findings"
        case.equal(f"{command}: the others", [member in it for it in outputs], [True, False, True, True])


def csv_of_cells(case):
    run = case.run("report", "read", "--format", "csv", GOOD, OTHER)
    rows = list(csv.reader(io.StringIO(run.stdout, newline="")))
    head = ["organ", "year", "form", "cell", "kind", "value", "text"]
    case.equal("head", rows[0], head)
    case.equal("heads", rows.count(head), 1)
    case.equal("width", {len(row) for row in rows}, {7})
    case.equal("years", {row[1] for row in rows[1:]}, {"2023"})
    cells = {row[3]: row[5] for row in rows[1:] if row[0] == "云岭县鹿吟镇人民政府"}
    case.equal("a cell", cells.get("proactive.art20_5.admin_license.decisions"), "42")
    case.equal("cells", len(rows) - 1, 2 * len(cells))


def text_and_html(case):
    text = case.run("report", "read", GOOD).stdout
    for part in ("云岭县鹿吟镇人民政府", "2023", "行政许可", "42"):
        case.has("read text", text, part)
    case.has("check text", case.run("report", "check", WRONG).stdout, "错误")
    case.has("check text of a clean one", case.run("report", "check", GOOD).stdout, "2023")
    odd = case.file("a<b>&.docx")
    page = case.run("report", "check", "--format", "html", GOOD, WRONG, odd).stdout
    for tag in ("<html", "</html>", "<body", "</body>"):
        case.equal(tag, page.count(tag), 1)
    case.has("page", page, "云岭县青箬镇人民政府")
    case.has("name of a file", page, "a&lt;b&gt;&amp;.docx")


def last_year(case):
    def findings(*options):
        run = case.run("report", "check", "--format", "json", *options, CARRIED)
        case.equal(f"exit {options}", run.returncode, 1)
        return [(it["rule"], cell) for it in lines(run)[0]["findings"] for cell in it["cells"]]

    alone, beside = findings(), findings("--last-year", LAST_YEAR)
    case.equal("what last year adds", sorted(set(beside) - set(alone)),
               [("carried-over-from-last-year", f"requests.carried_over_in.{column}")
                for column in ("natural_person", "total")])
    gone = case.run("report", "check", "--last-year", case.folder / "gone.docx", CARRIED)
    case.equal("no such last year", gone.returncode, 3)


def years_of_a_folder(case):
    for path in (CARRIED, LAST_YEAR, OTHER):
        case.file("years/" + path.name, path.read_bytes())
    folder = case.folder / "years"
    before, now = folder / LAST_YEAR.name, folder / CARRIED.name

    def output(form, *arguments):
        return case.run("report", "check", "--format", form, *arguments).stdout

    outputs = {Path(it["file"]).name: it for it in map(json.loads, output("json", folder).splitlines())}
    alone, named = json.loads(output("json", now)), json.loads(output("json", "--last-year", before, now))
    case.equal("alone", alone.get("compared_with"), None)
    case.equal("named", named.get("compared_with"), str(before))
    case.equal("in a folder as if named", outputs[now.name], named)
    case.equal("more than alone", len(named["findings"]) > len(alone["findings"]), True)
    case.equal("nothing before", [name for name, it in outputs.items() if "compared_with" in it], [now.name])
    for form in ("text", "html"):
        case.has(form, output(form, folder), f"已与上一年度的报告核对：{before}")
    # A report that is named is taken instead of what the folder has.
    case.file("zeros.html", LAST_YEAR.read_bytes())
    wins = [json.loads(line) for line in
            output("json", "--last-year", case.folder / "zeros.html", folder).splitlines()]
    case.equal("what is named wins", [it["compared_with"] for it in wins if "compared_with" in it],
               [str(case.folder / "zeros.html")])
    other = output("json", OTHER, now)
    case.equal("another body's", "compared_with" in other, False)


def requests_flow_names_both_sides(case):
    found = [it for it in lines(case.run("report", "check", "--format", "json", WRONG))[0]["findings"]
             if it["rule"] == "requests-flow"]
    case.equal("flow is broken", len(found) > 0, True)
    for it in found:
        case.equal("found", bool(re.fullmatch(r"两边分别为 \d+ 和 \d+", it["found"])), True)
        case.equal("expected", it["expected"], "两边相等")


def kept_reports(case):
    data = ["--data", case.folder / "data"]
    fixed = case.file("fixed.txt", GOOD.read_bytes() + "\n以上为更正后的报告。\n".encode())
    case.equal("import", case.run("import", *data, GOOD, OTHER).stderr, "")
    run = case.run("import", *data, fixed)
    rows = [line.split("\t") for line in case.run("reports", "list", *data).stdout.splitlines()]
    earlier = next(row[0] for row in rows if row[2] == GOOD.name)
    case.equal("kept", sorted(row[2] for row in rows), sorted([GOOD.name, OTHER.name, fixed.name]))
    case.equal("row", rows[0][1].endswith("2023年（2021年格式）"), True)
    case.has("import of a corrected one", run.stderr, f"此前还收有云岭县鹿吟镇人民政府 2023年（2021年格式）的另一份，来自 {GOOD.name}")
    case.has("how to remove it", run.stderr, f"gongkai reports remove {earlier}")
    case.equal("the same file again", case.run("import", *data, OTHER).stderr, "")

    def remove(*arguments, answer=""):
        return subprocess.run([case.program, "reports", "remove", *map(str, data), *arguments], input=answer,
                              capture_output=True, text=True, timeout=60, check=False)

    case.equal("nobody answers", remove(earlier).returncode, 2)
    case.equal("no", (remove(earlier, answer="n\n").returncode, remove(earlier, answer="n\n").stdout), (0, ""))
    case.equal("still kept", len(case.run("reports", "list", *data).stdout.splitlines()), 3)
    gone = remove("--yes", earlier)
    case.equal("removed", (gone.returncode, gone.stdout.startswith("已移除：" + earlier)), (0, True))
    case.equal("twice", remove("--yes", earlier).returncode, 3)
    case.equal("after a question", remove(rows[0][0] if rows[0][0] != earlier else rows[1][0], answer="是\n").returncode, 0)
    case.equal("one is left", len(case.run("reports", "list", *data).stdout.splitlines()), 1)
    case.equal("no number", remove("--yes", "x").returncode, 2)


def addresses(case):
    data = ["--data", case.folder / "data", "--port", "0"]
    for address, says in (("foo", "监听地址写得不对"), ("1.2.3", "监听地址写得不对"), ("203.0.113.7", "本机没有这个地址")):
        run = case.run("serve", *data, "--address", address)
        case.equal(address, run.returncode, 3)
        case.has(address, run.stderr, says)
        case.equal(f"{address}: no word of the port", "占用" in run.stderr, False)
    for base in ("zwgk", "/zwgk/", "/", "/a/../b", "/a\"b"):
        run = case.run("serve", *data, "--base", base)
        case.equal(base, run.returncode, 2)
        case.has(base, run.stderr, "--base 应写成 /zwgk 这样")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = case.run("serve", "--data", case.folder / "data", "--port", taken.getsockname()[1])
    case.equal("taken", run.returncode, 3)
    case.has("taken", run.stderr, "端口已被占用")


def what_is_not_there(case):
    gone = case.folder / "gone.txt"
    run = case.run("report", "read", "--format", "json", gone)
    case.equal("missing file", run.returncode, 3)
    case.equal("missing file: code", lines(run)[0]["error"]["code"], "reader.not-found")
    case.has("missing file in words", case.run("report", "check", gone).stderr, "gone.txt")
    empty = case.folder / "empty"
    empty.mkdir()
    for command in ("read", "check"):
        run = case.run("report", command, empty)
        case.equal(f"{command} an empty folder", run.returncode, 3)
        case.has(f"{command} an empty folder", run.stderr, "没有找到")
    locked = case.file("locked.txt", GOOD.read_bytes())
    locked.chmod(0)
    if not os.access(locked, os.R_OK):
        case.equal("unreadable file", case.run("report", "read", locked).returncode, 3)
    run = case.run("report", "read", "--forms", gone, GOOD)
    case.equal("no folder of forms", run.returncode, 3)


def a_folder(case):
    for name in ("b/2.html", "a/1.txt"):
        case.file(name, GOOD.read_bytes())
    case.file("c.docx")
    case.file("notes.json", b"{}")
    run = case.run("report", "check", "--format", "json", case.folder)
    case.equal("exit", run.returncode, 3)
    case.equal("order", [Path(it["file"]).name for it in lines(run)], ["1.txt", "2.html", "c.docx"])
    case.has("summary", run.stderr, "共 3 份文件：1 份读不出，0 份有错误")
    case.has("summary of reading", case.run("report", "read", case.folder).stderr, "共 3 份文件，1 份读不出")


def demo_cells(case):
    for path in sorted(DEMO.glob("*.expected.json")):
        want = expected.Expected(path)
        name = json.loads(path.read_text(encoding="utf-8"))["files"][0]
        got = lines(case.run("report", "read", "--format", "json", DEMO / name))[0]
        case.equal(f"{name}: year and form", (got.get("year"), got.get("form")), (want.year, want.form))
        case.equal(f"{name}: organ", got.get("organ"), json.loads(path.read_text(encoding="utf-8"))["organ"])
        case.equal(f"{name}: parts", [it["number"] for it in got["sections"] if it["number"]], [1, 2, 3, 4, 5, 6])
        case.faults += [f"{name}: {fault}" for fault in expected.compare(want.values, got, False)]


def demo_findings(case):
    run = case.run("report", "check", "--format", "json", DEMO)
    case.equal("exit", run.returncode, 1)
    outputs = lines(run)
    case.equal("files", len(outputs), 36)
    for output in outputs:
        name = Path(output["file"]).name
        errors = errors_of(output)
        case.equal(f"{name}: has errors", bool(errors), name in WRONG_ONES)
        if name not in WRONG_ONES:
            continue
        cells = {cell for finding in output["findings"] if finding["severity"] != "hint"
                 for cell in finding["cells"]}
        with open(DEMO / (Path(name).stem + ".expected.json"), encoding="utf-8") as file:
            for must in json.load(file)["must_find"]:
                case.equal(f"{name}: {must['what']}", bool(cells & set(must["any_of"])), True)


CASES = [help_and_version, wrong_usage, usage_in_chinese, exit_statuses, one_line_each, csv_of_cells,
         text_and_html, last_year, years_of_a_folder, requests_flow_names_both_sides, kept_reports,
         addresses, what_is_not_there, a_folder, demo_cells, demo_findings, terms, wrong_terms,
         other_holidays, a_tampered_office, a_database_set_back, a_public_log, files_that_are_none,
         deletion_by_rule, a_backup_that_fails]


def main():
    parser = argparse.ArgumentParser(description="Run the program as a clerk would.")
    parser.add_argument("--program", default=str(ROOT / "build" / "release" / "gongkai"))
    program = str(Path(parser.parse_args().program).resolve())
    failed = 0
    for test in CASES:
        with tempfile.TemporaryDirectory() as folder:
            case = Case(program, folder)
            try:
                test(case)
            except Exception as fault:  # a case that breaks down stops no other
                case.faults.append(f"{type(fault).__name__}: {fault}")
        failed += bool(case.faults)
        print(f"{'FAIL' if case.faults else 'ok  '} {test.__name__}"
              + "".join(f"\n     {fault}" for fault in case.faults), flush=True)
    print(f"{len(CASES) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
