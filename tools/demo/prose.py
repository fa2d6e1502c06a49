"""The narrative of a demo report, from the wordings and the figures of its tables."""
import random

import forms
import wording
from county import BODIES, YEARS
from layout import Block

GROUPS = [("予以公开", ["result_granted"]), ("部分公开", ["result_partial"]),
          ("不予公开", [row for row, _ in forms.DENIED]),
          ("无法提供", [row for row, _ in forms.UNAVAILABLE]),
          ("不予处理", [row for row, _ in forms.NOT_PROCESSED]),
          ("其他处理", [row for row, _ in forms.OTHER])]
CHINESE = "一二三四五六七八九"
TOPICS = ["主动公开", "依申请公开", "政府信息管理", "公开平台建设", "监督保障"]


class Prose:
    """The sentences of one report; `values` are the figures as its tables print them."""

    def __init__(self, body, year, values):
        self.body, self.year, self.values = body, year, values
        self.place, self.turn = BODIES.index(body), YEARS.index(year)
        self.rng = random.Random(f"prose/{body.key}/{year}")

    def start(self, topic, size):
        """Where in a bank a body begins: another place for each topic, so that no two bodies agree."""
        return random.Random(f"{topic}/{self.body.key}").randrange(size)

    def choose(self, bank, topic):
        """A body takes another wording each year."""
        third = max(1, len(bank) // 3)
        return bank[(self.start(topic, len(bank)) + self.turn * third) % len(bank)]

    def fill(self, text, **more):
        return text.format(me=self.body.me, organ=self.body.name, year=self.year, **more)

    def request(self, row, column="total"):
        return self.values[f"requests.{row}.{column}"]

    def opening(self):
        return self.fill(self.choose(wording.OPENING, "opening"))

    def proactive(self):
        scale = {"county": 30, "bureau": 3, "street": 2, "town": 1}[self.body.kind]
        web, wechat, board = (self.rng.randint(a * scale, b * scale)
                              for a, b in ((61, 139), (25, 77), (9, 23)))
        total = web + wechat + board
        text = self.choose(wording.PROACTIVE, "proactive")
        return self.fill(text, total=total, web=web, wechat=wechat, board=board) + self.body.works[self.turn]

    def _outcomes(self):
        counts = [(name, sum(self.request(row) for row in rows)) for name, rows in GROUPS]
        said = [f"{name}{count}件" for name, count in counts if count]
        done = self.request("result_total")
        if len(said) == 1:
            return ("，均为" if done > 1 else "，为") + next(name for name, count in counts if count)
        granted = counts[0][1]
        if granted and self.place % 3 == 0:
            said[0] += f"，占办结总数的{100 * granted / done:.2f}%"
            return "，其中" + "；".join(said)
        return "，其中" + "、".join(said)

    def _split(self):
        new, persons = self.request("new_received"), self.request("new_received", "natural_person")
        if persons == new:
            return ""
        return f"（自然人{persons}件，法人或其他组织{new - persons}件）" if persons else ""

    def requests(self):
        new, carried = self.request("new_received"), self.request("carried_over_in")
        done, left = self.request("result_total"), self.request("carried_over_out")
        if not new and not carried:
            text = self.fill(self.choose(wording.NO_REQUESTS, "none"))
        else:
            text = self.fill(self.choose(wording.REQUESTS, "requests"), new=new, split=self._split(), done=done,
                             carried=f"上年结转{carried}件，" if carried else "",
                             left=f"结转下年度继续办理{left}件。" if left else "年末没有未办结的申请。",
                             outcomes=self._outcomes() if done else "")
        return text + self.disputes()

    def disputes(self):
        totals = [self.values[f"review_litigation.{g}.outcome_total"] for g, _ in forms.REVIEW_GROUPS]
        bank = wording.DISPUTES if any(totals) else wording.NO_DISPUTES
        return self.fill(self.choose(bank, "disputes"), reviews=totals[0], suits=totals[1] + totals[2])

    def documents(self, issued=None):
        stem = "proactive.art20_1.normative_documents."
        made, gone, valid = (self.values[stem + c] for c in
                             ("issued_this_year", "repealed_this_year", "currently_valid"))
        if issued is not None:
            return f"本年度制发行政规范性文件{issued}件。"
        if not made and not gone and not valid:
            return ""
        if not made and not gone:
            return f"本年度未制发、未废止行政规范性文件，现行有效行政规范性文件{valid}件。"
        return f"本年度制发行政规范性文件{made}件，废止{gone}件，现行有效{valid}件。"

    def management(self, issued=None):
        return self.fill(self.choose(wording.MANAGEMENT, "management"), documents=self.documents(issued))

    def overview(self, issued=None):
        parts = [self.proactive(), self.requests(), self.management(issued),
                 self.fill(self.choose(wording.PLATFORM, "platform")),
                 self.fill(self.choose(wording.SUPERVISION, "supervision"))]
        style = self.place % 3
        if style == 0:
            return [Block("text", f"（{n}）{t}情况。{p}") for n, t, p in zip(CHINESE, TOPICS, parts)]
        if style == 1:
            return [Block("text", f"{n}是抓好{t}。{p}") for n, t, p in zip(CHINESE, TOPICS, parts)]
        blocks = []
        for number, topic, part in zip(CHINESE, TOPICS, parts):
            blocks += [Block("subheading", f"（{number}）{topic}"), Block("text", part)]
        return blocks

    def problems(self):
        place = self.start("problems", 9) + self.turn * 3
        first, second = wording.PROBLEMS[place % 9], wording.PROBLEMS[(place + 4) % 9]
        frame = wording.PROBLEM_FRAMES[(self.place + self.turn) % 3]
        return [Block("text", text.format(a=first[0], b=second[0], x=first[1], y=second[1]))
                for text in frame]

    def closing(self):
        return self.fill(self.choose(wording.CLOSING, "closing"))
