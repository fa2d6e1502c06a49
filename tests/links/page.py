"""What a page of the site leads to: its links, forms and anchors, read with the standard library's parser."""
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes that hold an address.
ADDRESSES = ("href", "src", "action", "formaction", "poster", "cite", "data", "srcset")


@dataclass
class Form:
    action: str
    method: str
    multipart: bool = False
    fields: dict = field(default_factory=dict)


class Page(HTMLParser):
    """`links` are (tag and attribute, address), `ids` the anchors, `forms` with their fields as they stand."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.ids, self.forms, self._style = [], set(), [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        for name in ADDRESSES:
            if name in given:
                self.links.append((f"{tag} {name}", given[name]))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links.append(("meta refresh", given.get("content", "").partition("url=")[2]))
        if tag == "style":
            self._style = True
        self.links += [("style", address) for address in in_style(given.get("style", ""))]
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower(),
                                   given.get("enctype") == "multipart/form-data"))
        if tag in ("input", "textarea", "select") and self.forms and given.get("name"):
            chosen = given.get("type") not in ("radio", "checkbox", "file") or "checked" in given
            if chosen:
                self.forms[-1].fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "style":
            self._style = False

    def handle_data(self, data):
        if self._style:
            self.links += [("style", address) for address in in_style(data)]


def in_style(text):
    return [address.strip("'\"") for address in re.findall(r"url\(([^)]*)\)", text)]


def addresses_in(value):
    """Every string of a JSON answer that is an address of this site."""
    if isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, str) and name in ("url", "public_url", "href"):
                yield each
            else:
                yield from addresses_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from addresses_in(each)
    elif isinstance(value, str) and re.fullmatch(r"/[A-Za-z0-9][^\s]*", value):
        yield value
