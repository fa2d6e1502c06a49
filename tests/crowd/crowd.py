#!/usr/bin/env python3
"""One address does its worst while a clerk and a citizen work from another one: each of their calls must succeed.

Usage: crowd.py [--program GONGKAI] [--seconds N] [--until DAY]

The worst is attack.py: uploads that send one byte, headers that never end, connections that rest, readers that do
not read, pages made to keep the parser busy, wrong passwords, forged sessions. Prints how long the calls took
against a quiet house, which is measured and not judged, and a line a fault; exits 1 if there is one.
"""
import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "links"))
from links import demo_county  # noqa: E402
from site_served import Site, Visitor  # noqa: E402

NEIGHBOUR = "127.0.0.2"
REPORT = ROOT / "data" / "demo" / "market-bureau-2025.docx"


class Neighbour(Visitor):
    """A visitor from another address than the attack's, who writes down how each call went."""

    def __init__(self, site):
        super().__init__(site)
        self._connection.source_address = (NEIGHBOUR, 0)
        self.took, self.faults, self.draft = {}, [], {}

    def call(self, what, method, address, body=None, kind=None):
        began = time.monotonic()
        try:
            answer = self.send(method, address, body, kind)
        except OSError as fault:
            self._connection.close()
            self.faults.append(f"{what}: {fault!r} after {time.monotonic() - began:.1f} s")
            return None
        self.took.setdefault(what, []).append(time.monotonic() - began)
        if answer.status >= 400:
            self.faults.append(f"{what}: {answer.status} {answer.text()[:200]}")
        return answer


def clerk(visitor, login, password):
    """A round of a clerk's work, from the signing in."""
    session = visitor.call("signing in", "POST", "/api/session",
                           json.dumps({"login": login, "password": password}).encode(), "application/json")
    if session is None or session.status != 200:
        return
    visitor.account = session.json()
    visitor._headers["X-CSRF-Token"] = visitor.account["csrf"]
    organ, json_kind = f"/api/organs/{visitor.account['organ']}", "application/json"
    letter = {"channel": "in_person", "applicant_kind": "natural_person", "wished": "post",
              "content": "小微企业补贴办法的全文", "received_on": visitor.account["today"],
              "applicant": {"name": "林小满", "id_number": "护照E00000001", "phone": "0000-7654321",
                            "address": "云溪县柳河镇"}}
    for _ in range(3):
        visitor.call("a list", "GET", organ + "/requests")
        visitor.call("registering", "POST", organ + "/requests", json.dumps(letter).encode(), json_kind)
        visitor.call("what is due", "GET", organ + "/duties")
        kept = visitor.call("a draft", "PUT", organ + "/drafts/register-new",
                            json.dumps({"content": {"source": "..."}, **visitor.draft}).encode(), json_kind)
        if kept is not None and kept.status == 200:
            visitor.draft = {"seen": kept.json()["changed"]}
    draft = {"title": "关于印发政务公开要点的通知", "abstract": "政务公开要点", "kind": "information", "subject_class": 7,
             "formed_on": visitor.account["today"], "keywords": ["政务公开"],
             "source": "办公室", "body": "各科室：现印发政务公开要点。", "channels": ["website"]}
    made = visitor.call("a document", "POST", organ + "/documents", json.dumps(draft).encode(), json_kind)
    if made is not None and made.status < 300:
        number = made.json()["number"]
        visitor.call("an attachment of 2 MB", "POST", f"{organ}/documents/{number}/attachments?file_name=a.pdf&seen=1",
                     b"%PDF-1.7\n" + bytes(2_000_000), "application/octet-stream")


def citizen(visitor, organ):
    """A round of a citizen's: he reads, has a report checked and begins an application."""
    for what, address in (("front page", "/"), ("a body", f"/organs/{organ}"),
                          ("its documents", f"/organs/{organ}/documents"), ("its reports", f"/organs/{organ}/reports"),
                          ("open data", "/api/reports")):
        visitor.call(what, "GET", address)
    visitor.call("checking a report", "POST", "/check",
                 b'--sep\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'
                 + REPORT.read_bytes() + b"\r\n--sep--\r\n", "multipart/form-data; boundary=sep")
    visitor.call("an application begun", "POST", f"/organs/{organ}/apply", b"step=kind&go=to-who&kind=natural_person",
                 "application/x-www-form-urlencoded")


def house(site, login, password, organ, seconds, draft):
    """Both at work for that long; what they met."""
    visitors = [Neighbour(site), Neighbour(site)]
    visitors[0].draft = draft
    ends = time.monotonic() + seconds

    def keep_on(work, *with_these):
        while time.monotonic() < ends:
            work(*with_these)
            time.sleep(0.05)

    workers = [threading.Thread(target=keep_on, args=(clerk, visitors[0], login, password)),
               threading.Thread(target=keep_on, args=(citizen, visitors[1], organ))]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    draft.update(visitors[0].draft)
    return {what: all_of_it for visitor in visitors for what, all_of_it in visitor.took.items()}, \
           [fault for visitor in visitors for fault in visitor.faults]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--seconds", type=float, default=12, help="of the attack")
    parser.add_argument("--until", default="2025-03-31", help="the last day of the county's play")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        logins = demo_county(options.program, data, options.until)
        login, password = next(each for each in logins if each[0].endswith(".clerk"))
        with Site(options.program, data) as site:
            organ = Visitor(site).get("/api/public/organs").json()["organs"][0]["organ"]
            draft = {}
            quiet, faults = house(site, login, password, organ, 4, draft)
            attack = subprocess.Popen([sys.executable, Path(__file__).with_name("attack.py"), str(site.port)],
                                      stdout=subprocess.PIPE, text=True)
            try:
                attack.stdout.readline()  # all of it is under way
                loud, more = house(site, login, password, organ, options.seconds, draft)
            finally:
                attack.terminate()
                try:
                    said = attack.communicate(timeout=10)[0]
                except subprocess.TimeoutExpired:
                    attack.kill()
                    said, faults = attack.communicate()[0], [*faults, "the attack did not end when it was told to"]
            # The house is open to everybody again afterwards.
            after = Visitor(site).get("/").status
    faults += more + ([f"the front page afterwards: {after}"] if after != 200 else [])
    for what, took in sorted(loud.items()):
        before = statistics.median(quiet[what]) if what in quiet else float("nan")
        print(f"{what:24} {len(took):4} calls, median {statistics.median(took) * 1000:7.1f} ms, "
              f"longest {max(took) * 1000:7.1f} ms, quiet {before * 1000:7.1f} ms, "
              f"{statistics.median(took) / before:5.1f}x")
    print(said.strip())
    for fault in faults:
        print(fault)
    print(f"{sum(map(len, loud.values()))} calls, {len(faults)} faults")
    return 1 if faults or not loud else 0


if __name__ == "__main__":
    sys.exit(main())
