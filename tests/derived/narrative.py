"""The text around the tables of a derived report: plain, short, without figures."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools" / "demo"))

import forms  # noqa: E402
import layout  # noqa: E402

TEXTS = [
    "本年度，本机关把公开透明贯穿于履职各环节，坚持以公开为常态、不公开为例外，依法办理各项公开事务。",
    "主动公开的各类信息均由专人登记、逐件核对，统计结果见下表。",
    "本年度申请的收到与办理情况见下表。",
    "本年度由政府信息公开引起的复议、诉讼情况见下表。",
    "存在的主要问题是公开内容更新不够及时。下一步将明确责任人员，按月核对公开目录。",
    "本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。",
]


def blocks(report):
    """The title, the six sections in order, and the three tables in their places."""
    shown = report.shown()
    tables = {1: layout.proactive(report.form, shown),
              2: layout.requests(shown, report.single_other or report.form == "2019"),
              3: layout.review(shown)}
    result = [layout.Block("title", f"{report.organ}{report.year}年政府信息公开工作年度报告")]
    for index, (heading, text) in enumerate(zip(forms.SECTIONS, TEXTS)):
        result += [layout.Block("heading", heading), layout.Block("text", text)]
        if index in tables:
            result.append(tables[index])
    return result


def is_plain(block, values):
    """A table of numbers only: its digits can be glued."""
    ids = [c.id for row in block.rows for c in row if c.id]
    return all(isinstance(values.get(i), (int, float)) or has_digits(values.get(i)) for i in ids)


def has_digits(value):
    return isinstance(value, str) and any(c.isdigit() for c in value)


def plain_only(blocks_, values):
    """The blocks without the tables that hold blank cells, and the cells that remain."""
    kept = [b for b in blocks_ if b.kind != "table" or is_plain(b, values)]
    ids = {c.id for b in kept if b.kind == "table" for row in b.rows for c in row if c.id}
    return kept, {i: values[i] for i in values if i in ids}
