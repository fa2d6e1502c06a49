"""The program as it is served, and a visitor with a connection and cookies."""
import http.client
import json
import re
import subprocess
import threading
import urllib.parse
from dataclasses import dataclass

TIMEOUT = 30


@dataclass
class Answer:
    status: int
    kind: str
    location: str
    body: bytes

    def text(self):
        return self.body.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.body)


class Site:
    """`gongkai serve` on a free port of loopback, for as long as the block lasts. What it writes after its first
    line goes to the file `log`, where one is named. `options` are further ones of the command."""

    def __init__(self, program, data, base="", log=None, options=()):
        self.base = base
        more = [*(["--base", base] if base else []), *options]
        self._process = subprocess.Popen([program, "serve", "--data", str(data), "--port", "0", *more],
                                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = self._process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", said)
        if not found:
            raise SystemExit(f"the program does not serve: {said}")
        self.port = int(found[1])
        if log:
            self._copier = threading.Thread(target=self._copy, args=(log,), daemon=True)
            self._copier.start()

    def _copy(self, log):
        with open(log, "a", encoding="utf-8") as out:
            for line in self._process.stdout:
                out.write(line)
                out.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(TIMEOUT)


class Visitor:
    """Somebody at one site: the public, or an account after sign_in()."""

    def __init__(self, site):
        self.site, self.account, self.uploads = site, {}, []
        self._connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=TIMEOUT)
        self._headers, self._cookies = {}, {}

    def sign_in(self, login, password):
        answer = self.send("POST", self.site.base + "/api/session",
                           json.dumps({"login": login, "password": password}).encode(), "application/json")
        if answer.status != 200:
            raise SystemExit(f"{login} cannot sign in: {answer.text()}")
        self.account = answer.json()
        self._headers["X-CSRF-Token"] = self.account["csrf"]
        return self

    def begin_a_draft(self):
        """Something half written and a file half sent, so that their addresses lead somewhere."""
        address = f"{self.site.base}/api/organs/{self.account['organ']}/drafts/register-new"
        self.send("PUT", address, b'{"content": {"source": "..."}}', "application/json")
        begun = self.send("POST", f"{self.site.base}/api/uploads", b'{"digest": "' + b"0" * 64 + b'", "size": 5}',
                          "application/json")
        if begun.status < 300:
            self.uploads = [begun.json()["id"]]

    def get(self, address):
        return self.send("GET", address)

    def post_form(self, address, fields, multipart):
        if not multipart:
            return self.send("POST", address, urllib.parse.urlencode(fields).encode(),
                             "application/x-www-form-urlencoded")
        parts = "".join(f'--sep\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                        for name, value in fields.items())
        return self.send("POST", address, (parts + "--sep--\r\n").encode(), "multipart/form-data; boundary=sep")

    def send(self, method, address, body=None, kind=None):
        """`address` as pages give it: with the base path, without the anchor."""
        headers = dict(self._headers)
        if kind:
            headers["Content-Type"] = kind
        target = urllib.parse.quote(address.partition("#")[0], safe="/?&=%+~!*'(),;:@$-._")
        try:
            self._connection.request(method, target, body, headers)
            got = self._connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            self._connection.close()
            self._connection.request(method, target, body, headers)
            got = self._connection.getresponse()
        data = got.read()
        for cookie in got.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
            self._headers["Cookie"] = "; ".join(f"{each}={kept}" for each, kept in self._cookies.items())
        return Answer(got.status, (got.getheader("Content-Type") or "").partition(";")[0],
                      got.getheader("Location") or "", data)
