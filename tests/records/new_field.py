#!/usr/bin/env python3
"""Adds a field to one kind of act in a scratch copy, in one file, and sees it in everything that is made of it.

The page of records, the schemas, the served OpenAPI, what the interface takes and tells, and the form of the console.
Prints a line a place and `N passed, N failed`; exits 1 if anything failed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / "build/new-field"
COPIED = ["CMakeLists.txt", "CMakePresets.json", "cmake", "data", "src", "console", "tests/browser"]
PASSWORD = "春江潮水连海平，海上明月共潮生"
REGION = "900121"
KIND = "struct Pay {\n    static constexpr auto fields() { return no_fields(); }"
NEW_KIND = """struct Pay {
    std::string receipt_number;  // of the receipt that was given

    static constexpr auto fields() {
        return field_list(
            field<&Pay::receipt_number>("receipt_number", "票据号码").optional().hinted("财政票据"));
    }"""
FORM_TEST = """import { expect, it } from 'vitest';
import { details } from './told';
import { askedBy, schemaOf } from './schema';
import { begun, sent } from './values';
it('has the new field', () => {
  const pay = schemaOf('request', 'pay');
  expect(askedBy(pay).map((it) => it.label)).toContain('票据号码');
  expect(sent(pay, begun(pay, { on: '2026-03-02', receipt_number: '0001' }))).toMatchObject({ receipt_number: '0001' });
  expect(details('request', { kind: 'pay', receipt_number: '0001' } as never)).toEqual(['票据号码：0001']);
});
"""


def copy_tree():
    """Fresh sources; what was built before stays, so that little is compiled again."""
    for name in COPIED:
        target = TREE / name
        if target.is_dir():
            shutil.rmtree(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("node_modules", "dist", "made"))
        else:
            shutil.copy2(ROOT / name, target)
    (TREE / "console/node_modules").symlink_to(ROOT / "console/node_modules")
    acts = TREE / "src/requests/acts.h"
    source = acts.read_text(encoding="utf-8")
    assert source.count(KIND) == 1, "src/requests/acts.h no longer declares Pay so"
    acts.write_text(source.replace(KIND, NEW_KIND), encoding="utf-8")


def build():
    environment = {**os.environ, "CCACHE_BASEDIR": str(TREE), "CCACHE_NOHASHDIR": "1"}
    for command in (["cmake", "--preset", "dev", "-DGONGKAI_TESTS=OFF"], ["ninja", "-C", "build/dev", "gongkai"]):
        subprocess.run(command, cwd=TREE, env=environment, check=True, stdout=subprocess.DEVNULL)
    return TREE / "build/dev/gongkai"


class Server:
    """The program on a data folder of its own."""

    def __init__(self, program, data):
        self.program, self.data = program, data
        made = self.run("admin", "create", "--data", data, "--region", REGION, "--login", "admin", "--name", "管理员",
                        typed=PASSWORD + "\n")
        assert made.returncode == 0, made.stderr
        self.child = subprocess.Popen([program, "serve", "--data", data, "--port", "0"], stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, text=True)
        while not (address := re.search(r"http://[0-9.:]+", self.child.stdout.readline())):
            assert self.child.poll() is None, "the program does not serve"
        self.base, self.head = address.group(), {}

    def run(self, *arguments, typed=""):
        return subprocess.run([self.program, *arguments], input=typed, capture_output=True, text=True, check=False)

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method, headers=self.head)
        try:
            answer = urllib.request.urlopen(request, timeout=30)
        except urllib.error.HTTPError as refused:
            sys.exit(f"{method} {path}: {refused.code} {refused.read().decode()}")
        with answer:
            if cookie := answer.headers.get("Set-Cookie"):
                self.head["Cookie"] = cookie.split(";")[0]
            return json.load(answer)

    def sign_in(self, login):
        self.head = {}
        self.head["X-CSRF-Token"] = self.call("POST", "/api/session", {"login": login, "password": PASSWORD})["csrf"]

    def stop(self):
        self.child.terminate()
        self.child.wait(timeout=30)


def a_body_with_a_clerk(server):
    """Its number in paths; the clerk is signed in."""
    server.sign_in("admin")
    organ = server.call("POST", "/api/organs", {
        "name": "云溪县柳河镇人民政府", "kind": "government", "level": "township", "division_code": "900121101000",
        "valid_from": "2019-05-15", "contact": {"unit": "办公室", "address": "人民路1号", "hours": "工作日",
                                                "phone": "0000-1234567", "fax": "", "web": ""}})["id"]
    clerk = {"login": "clerk", "password": PASSWORD, "organ": organ, "roles": ["clerk"], "name": "黎小满"}
    server.call("POST", "/api/accounts", clerk)
    server.sign_in("clerk")
    if server.call("GET", "/api/session")["must_change_password"]:
        changed = server.call("POST", "/api/session/password", {"old": PASSWORD, "new": PASSWORD + "二"})
        server.head["X-CSRF-Token"] = changed["csrf"]
    return organ


def paid(server, organ):
    """The acts of a request whose fee was paid, with the new field."""
    today = server.call("GET", f"/api/organs/{organ}/duties")["today"]
    requests = f"/api/organs/{organ}/requests"
    number = server.call("POST", requests, {
        "channel": "in_person", "applicant_kind": "natural_person", "wished": "post", "content": "财政决算",
        "applicant": {"name": "王小明", "id_number": "护照E00000001", "phone": "13800000000"}})["number"]
    acts = f"{requests}/{number}/acts"
    server.call("POST", acts, {"kind": "fee_notice", "on": today, "yuan": 30, "seen": 1})
    server.call("POST", acts, {"kind": "serve", "on": today, "refers_to": 1, "seen": 2})
    server.call("POST", acts, {"kind": "pay", "on": today, "receipt_number": "0001", "seen": 3})
    return server.call("GET", f"{requests}/{number}")["acts"]


def in_the_form(program):
    """Whether the console's form asks for it: its types made anew of the new schemas."""
    schemas = subprocess.run([program, "records", "--format", "schemas"], capture_output=True, check=True).stdout
    (TREE / "data/web/record_schemas.json").write_bytes(schemas)
    (TREE / "console/src/records/new_field.test.ts").write_text(FORM_TEST, encoding="utf-8")
    for command in (["node", "tools/make_types.js"], ["node_modules/.bin/vitest", "run", "new_field"]):
        if subprocess.run(command, cwd=TREE / "console", check=False).returncode:
            return False
    return True


def seen(program, data):
    """Each place with whether the field is there."""
    printed = {form: subprocess.run([program, "records", "--format", form], capture_output=True, text=True,
                                    check=True).stdout for form in ("markdown", "schemas")}
    yield "docs/records.md", "| `receipt_number` | 票据号码 | 文字 |" in printed["markdown"]
    yield "the schemas", "receipt_number" in json.loads(printed["schemas"])["RequestPay"]["properties"]
    server = Server(program, data)
    try:
        served = server.call("GET", "/api/openapi.json")["components"]["schemas"]
        for name in ("RequestPay", "RequestPayAct"):
            yield f"OpenAPI, {name}", served[name]["properties"]["receipt_number"]["x-label"] == "票据号码"
        acts = paid(server, a_body_with_a_clerk(server))
        yield "what the interface takes and tells", acts[-1].get("receipt_number") == "0001"
    finally:
        server.stop()
    yield "the form of the console", in_the_form(program)


def main():
    copy_tree()
    program, results = build(), []
    with tempfile.TemporaryDirectory() as folder:
        for place, there in seen(program, str(Path(folder) / "data")):
            print(("seen      " if there else "NOT SEEN  ") + place, flush=True)
            results.append(there)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


sys.exit(main())
