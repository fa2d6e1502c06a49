"""What is sealed of closed cases goes by rule: on the demo county, whose cases are of years past."""
import json
import re


def deletion_by_rule(case):
    """Off without a setting; announced before it is done; the journal is whole after it."""
    data = case.folder / "data"
    case.equal("demo", case.run("demo", "--data", data).returncode, 0)

    def retention(command, status, *parts):
        run = case.run("retention", command, "--data", data)
        case.equal(command, run.returncode, status)
        for part in parts:
            case.has(command, run.stdout + run.stderr, part)
        return run.stdout

    def count(text, words):
        found = re.search(words, text)
        return int(found.group(1)) if found else 0

    retention("show", 0, "没有设保存期限")
    retention("run", 0, "没有设保存期限", "今天没有要预告和删除的。")
    settings = data / "settings" / "retention.json"
    settings.parent.mkdir()
    settings.write_text('{"request": "ten"}')
    retention("show", 3, "个人信息保存期限的设置读不懂", str(settings))

    settings.write_text(json.dumps({"request": 1, "message": 1, "notice_days": 30}))
    coming = retention("show", 0, "申请：办结满 1 年删除个人信息，提前 30 天预告", "还没有预告")
    announced = count(retention("run", 0), r"预告了 (\d+) 件")
    case.equal("every one is announced", announced, len([it for it in coming.splitlines() if "还没有预告" in it]))
    case.equal("some are", announced > 0, True)
    retention("run", 0, "今天没有要预告和删除的。")
    case.equal("announced", "还没有预告" in retention("show", 0), False)

    # Without a notice that somebody can see nothing goes.
    settings.write_text(json.dumps({"proposal": 1, "notice_days": 0}))
    retention("run", 3, "“notice_days”应是 7 到 366 的整数，现为 0", str(settings))
    settings.write_text(json.dumps({"proposal": 1, "notice_days": 7}))
    told = retention("run", 0, "预告了") + retention("run", 0, "今天没有要预告和删除的。")
    case.equal("nothing is deleted", "按规定删除了" in told, False)
    case.equal("nobody is named", re.search(r"1[3-9]\d{9}", coming + told), None)
    verified = case.run("journal", "verify", "--data", data)
    case.equal("verify", verified.returncode, 0)
    case.has("verify", verified.stdout, "全部记录完好。")
