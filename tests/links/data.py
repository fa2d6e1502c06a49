"""Walks every GET of the OpenAPI description with what answers give, as the public and as each account."""
import re
import urllib.parse

from page import addresses_in

DEAD = (404, 405)
OF_A_LIST = 6


def values(answer, name):
    """All values of a member anywhere in an answer, in its order, each once."""
    found = {}
    if isinstance(answer, dict):
        for key, each in answer.items():
            if key in ("count", "groups"):  # how many there are, which is nobody's number
                continue
            if key == name and isinstance(each, (str, int)) and each != "":
                found.setdefault(str(each))
            for more in values(each, name):
                found.setdefault(more)
    elif isinstance(answer, list):
        for each in answer:
            for more in values(each, name):
                found.setdefault(more)
    return list(found)


def sample(all_of_them):
    """The first, the last and some between."""
    step = max(1, (len(all_of_them) + OF_A_LIST - 1) // OF_A_LIST)
    return list(dict.fromkeys([*all_of_them[::step], *all_of_them[-1:]]))


class Walk:
    """`reached` are the paths that gave 200 to this visitor, `given` the addresses in their answers."""

    def __init__(self, visitor, paths):
        self.visitor, self.base, self.paths = visitor, visitor.site.base, paths
        self.faults, self.reached, self.given, self._kept = [], set(), {}, {}

    def run(self):
        for path in self.paths:
            for address in self.addresses(path):
                self.visit(path, address)

    def visit(self, path, address):
        answer = self.ask(address)
        if answer.status in DEAD or answer.status >= 500:
            self.faults.append(f"{path}: GET {address} is {answer.status}")
        if answer.status != 200:
            return
        self.reached.add(path)
        if answer.kind == "application/json" and path != "/api/openapi.json":
            for each in addresses_in(answer.json()):
                self.given.setdefault(each, address)

    def ask(self, address):
        if address not in self._kept:
            self._kept[address] = self.visitor.get(self.base + address)
        return self._kept[address]

    def json(self, address):
        answer = self.ask(address)
        return answer.json() if answer.status == 200 and answer.kind == "application/json" else {}

    def addresses(self, path):
        """The path with each {name} filled in: what is before it says where to look."""
        filled = [""]
        for part in re.split(r"(\{[a-z_]+\})", path):
            if not part.startswith("{"):
                filled = [each + part for each in filled]
            else:
                filled = [each + urllib.parse.quote(value, safe="") for each in filled
                          for value in sample(self.of(part[1:-1], each, path))]
        return filled

    def of(self, name, before, path):
        if name == "organ":
            return self.organs(path)
        if name == "year":
            return self.years(before, path)
        listed = before.rstrip("/")
        if name in ("number", "file_name", "id", "subject"):
            return values(self.json(listed.removesuffix("/attachments")), name)
        if name == "cell":
            cells = self.json(listed.removesuffix("/cells")).get("compiled", {}).get("cells", [])
            return list(cells) if isinstance(cells, dict) else values(cells, "cell")
        if name == "code":
            return sorted({each.split("/")[0] for each in values(self.json(listed), "index_number")})
        if name == "serial":
            code = urllib.parse.unquote(listed.rsplit("/", 1)[1])
            return [each.split("/")[1] for each in values(self.json(listed.rsplit("/", 1)[0]), "index_number")
                    if each.startswith(code + "/")]
        if name == "sequence":
            size = self.json(listed.replace("/proofs", "/tree-head")).get("size", 0)
            return [str(each) for each in range(size)]
        if name == "upload":
            return self.visitor.uploads  # of a file that has not come whole: its sender alone has the address
        raise SystemExit(f"nobody says where {{{name}}} of {path} is taken from: tell it in {__file__}")

    def organs(self, path):
        """Of the public's answers all; at work the caller's own and those below or beside it."""
        if path.startswith("/api/public/"):
            return values(self.json("/api/public/organs"), "organ")
        own = self.visitor.account.get("organ")
        return list(dict.fromkeys([own, *values(self.json("/api/organs"), "id")])) if own else []

    def years(self, before, path):
        """The years of the body's records; a file only where a report was made."""
        today = self.visitor.account.get("today", "2026")
        last = [str(int(today[:4]) - back) for back in range(4)]
        if not path.endswith("/file"):
            return last
        return [year for year in last if self.json(before + year).get("version")]

    def follow(self):
        """Every address that the answers gave out, by its kind."""
        for address, source in self.given.items():
            if self.base and not address.startswith(self.base + "/"):
                self.faults.append(f"{source}: gives out {address}, which leaves the base path {self.base}")
                continue
            status = self.visitor.get(address).status
            if status in DEAD or status >= 500:
                self.faults.append(f"{source}: gives out {address}, which is {status}")
