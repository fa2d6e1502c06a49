"""gongkai law term: days that the notices give, pauses, further notices."""
import json


def terms(case):
    def term(*options):
        return case.run("law", "term", *options)

    for start, due in (("2025-01-15", "2025-02-18"), ("2025-04-10", "2025-05-12"), ("2025-09-15", "2025-10-17"),
                       ("2025-09-26", "2025-10-30")):
        run = term("--from", start, "--working-days", "20")
        case.equal(f"{start}: exit", run.returncode, 0)
        case.equal(f"{start}: last day", run.stdout.splitlines()[0], due)
        case.equal(f"{start}: certain", "推算" in run.stdout, False)
    guess = term("--from", "2026-12-20", "--working-days", "20").stdout
    case.has("beyond the notices", guess, "超出已公布的放假安排，按周末推算，公布后可能变动")
    paused = ["--from", "2026-03-02", "--working-days", "20", "--pause", "2026-03-03..2026-03-06"]
    case.equal("a pause", term(*paused).stdout.splitlines()[0], "2026-04-02")
    case.equal("two pauses", term(*paused, "--pause", "2026-03-09..2026-03-10").stdout.splitlines()[0], "2026-04-03")
    case.equal("a pause that lasts", term(*paused, "--pause", "2026-03-09..").stdout.splitlines()[0], "未定")
    days = [line.split() for line in term(*paused, "--trace").stdout.splitlines() if line.startswith("2026-")][1:]
    case.equal("trace: days", (days[0][0], days[-1][0], len(days)), ("2026-03-03", "2026-04-02", 31))
    case.equal("trace: numbers", [day[3] for day in days if day[3].startswith("第")],
               [f"第{number}日" for number in range(1, 21)])


def wrong_terms(case):
    good = {"--from": "2025-01-15", "--working-days": "20"}
    for option, value in (("--from", "2025-02-30"), ("--from", "15.1.2025"), ("--from", "9999-01-01"),
                          ("--working-days", "0"), ("--working-days", "-1"), ("--working-days", "2x"),
                          ("--working-days", "1001"), ("--pause", "2025-01-20"), ("--pause", "2025-01-20..x"),
                          ("--pause", "2025-01-20..2025-01-19")):
        run = case.run("law", "term", *(f"{name}={text}" for name, text in {**good, option: value}.items()))
        case.equal(f"{option} {value}", (run.returncode, run.stdout), (2, ""))
        case.has(f"{option} {value}", run.stderr, option + "：“")
    case.equal("nothing asked", case.run("law", "term").returncode, 2)


def other_holidays(case):
    ask = ["law", "term", "--from", "2026-12-31", "--working-days", "1", "--holidays"]
    case.file("own/2027.json", json.dumps({"year": 2027, "version": "1", "source": "通知", "off": ["2027-01-01"],
                                           "work": ["2027-01-02"]}).encode())
    run = case.run(*ask, case.folder / "own")
    case.equal("a further year", run.stdout.splitlines()[0], "2027-01-02")
    case.equal("a further year is certain", "推算" in run.stdout, False)
    case.file("bad/2027.json", b"{}")
    run = case.run(*ask, case.folder / "bad")
    case.equal("a bad file", (run.returncode, run.stdout), (3, ""))
    case.has("a bad file", run.stderr, "2027.json")
    case.equal("no folder", case.run(*ask, case.folder / "gone").returncode, 3)
