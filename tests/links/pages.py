"""Follows every kind of link of every kind of page, as the public."""
import re
import urllib.parse
from collections import Counter, deque

from page import Page, in_style

# So many addresses of one kind are followed: a kind is where a link stands and what it looks like.
OF_A_KIND, FORMS_OF_A_KIND = 25, 2
DEAD = (404, 405)

ANSWERS = {"kind": "natural_person", "name": "林小满", "id_number": "护照E00000001", "subject": "小微企业补贴办法",
           "description": "小微企业补贴办法的全文", "wished": "direct", "shape": "", "phone": "0000-7654321"}


def pattern(address):
    """/organs/{}/documents/{}?class of /organs/900121-3/documents/2026-00014?class=7."""
    path, _, query = address.partition("#")[0].partition("?")
    path = re.sub(r"\d[\d-]*(?=/|\.|$)", "{}", path)
    names = "&".join(sorted({name for name, _ in urllib.parse.parse_qsl(query, keep_blank_values=True)}))
    return path + ("?" + names if names else "")


class Crawl:
    """Faults are sentences; `kinds` counts what was followed."""

    def __init__(self, visitor):
        self.visitor, self.base = visitor, visitor.site.base
        self.faults, self.kinds, self._ids = [], Counter(), {}
        self._waiting, self._known, self._forms = deque(), set(), Counter()
        self._anchors = []

    def start(self, address):
        self._follow("start", "", address)

    def run(self):
        while self._waiting:
            address, source = self._waiting.popleft()
            self._visit(address, source)
        self._check_anchors()

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def _follow(self, where, source, address):
        if re.match(r"(https?|mailto|tel|data):", address):
            return
        whole = urllib.parse.urljoin(source or "/", address)
        if not (whole == self.base or whole.startswith(self.base + "/")):
            self.fault(source, f"{where} {address} leaves the base path {self.base}")
            return
        bare, _, anchor = whole.partition("#")
        if anchor:
            self._anchors.append((source, bare, anchor))
        kind = (where, pattern(source), pattern(bare))
        if bare in self._known or self.kinds[kind] >= OF_A_KIND:
            return
        self.kinds[kind] += 1
        self._known.add(bare)
        self._waiting.append((bare, source))

    def _visit(self, address, source):
        answer = self.visitor.get(address)
        # Built without the console, the program says so with 503.
        not_built = answer.status == 503 and address.startswith(self.base + "/console/")
        if answer.status in DEAD or (answer.status >= 500 and not not_built):
            self.fault(source, f"GET {address} is {answer.status}")
        page = self.read(address, answer)
        if page:
            self._ids[address] = page.ids

    def read(self, address, answer):
        """Notes what an answer leads to; pages come from links and from forms that were sent."""
        if answer.location:
            self._follow("Location", address, answer.location)
        if answer.kind == "text/css":
            for each in in_style(answer.text()):
                self._follow("style", address, each)
        if answer.kind != "text/html":
            return None
        page = Page(answer.text())
        for where, each in page.links:
            # A form is sent below, with its method; the console's own files are not looked into.
            if each.startswith("#"):
                self._check_anchor(address, each, page.ids)
            elif where != "form action":
                self._follow(where, address, each)
        for form in page.forms:
            self._send(address, form)
        return page

    def _send(self, source, form):
        kind = (pattern(source), pattern(form.action), form.method, tuple(sorted(form.fields)))
        if self._forms[kind] >= FORMS_OF_A_KIND:
            return
        self._forms[kind] += 1
        if not form.action.startswith(self.base + "/"):
            self.fault(source, f"form action {form.action} leaves the base path {self.base}")
        elif form.method == "get":
            self._follow("form", source, form.action + "?" + urllib.parse.urlencode(form.fields))
        else:
            self.post(source, form, form.fields)

    def post(self, source, form, fields):
        answer = self.visitor.post_form(form.action, fields, form.multipart)
        if answer.status in DEAD or answer.status >= 500:
            self.fault(source, f"POST {form.action} is {answer.status}")
        return self.read(form.action, answer)

    def apply(self, address):
        """The five questions up to the receipt, and from there the progress of what was asked."""
        page = self.read(address, self.visitor.get(address))
        for go in ("next", "next", "look", "next", "next", "submit"):
            form = next(each for each in page.forms if "step" in each.fields)
            page = self.post(address, form, {**form.fields, **ANSWERS, "go": go})
        track = [form for form in page.forms if form.fields.get("query_code")]
        if not track:
            self.fault(address, "the application came to no receipt that leads to its progress")
            return
        self.post(address, track[0], track[0].fields)
        # Reading the progress sent the one form on it that does something: the withdrawal.
        if not any("act" in names for *_, names in self._forms):
            self.fault(address, "the progress of what was asked offers no withdrawal")

    def _check_anchors(self):
        for source, target, anchor in self._anchors:
            if target in self._ids:
                self._check_anchor(source, f"{target}#{anchor}", self._ids[target])

    def _check_anchor(self, source, link, ids):
        if urllib.parse.unquote(link.partition("#")[2]) not in ids:
            self.fault(source, f"nothing on the page has the anchor of {link}")
