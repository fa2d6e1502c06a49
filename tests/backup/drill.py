#!/usr/bin/env python3
"""The backup of the operating guide, followed to the letter: plays the county, backs it up while it is worked
in, backs it up again, wipes it, restores it, and then fetches every public page and file and opens every
case as each role: the same bytes, the same tree heads, and a journal that verifies. What is marked as personal
lies open in no file of it, in no archive, log or public answer, nor in what doctor and metrics say.

Usage: drill.py [--program GONGKAI] [--until DAY]

Prints a line a fault and `N pages, N answers, N faults`; exits 1 if there is one.
"""
import argparse
import hashlib
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "links"))
import data as walking  # noqa: E402
import marks  # noqa: E402
from links import demo_county, routes  # noqa: E402
from page import Page  # noqa: E402
from site_served import Site, Visitor  # noqa: E402

walking.OF_A_LIST = 1 << 30  # every one, not a sample

# What is another one on each visit: tokens of forms and policies, and when an answer was made.
PASSING = re.compile(rb'(name="(?:token|csrf|form_token)" value="[^"]*"|nonce-[\w+/=-]+|"csrf":"[^"]*")')

def digest(answer):
    return answer.status, hashlib.sha256(PASSING.sub(b"", answer.body)).hexdigest()


def public_pages(site):
    """Every address that a page or a style leads to from the front page and from every body's, with its bytes."""
    visitor, seen, waiting = Visitor(site), {}, deque(["/", "/sitemap", "/reports"])
    for each in visitor.get("/api/public/organs").json()["organs"]:
        waiting.append(f"/organs/{each['organ']}")
    while waiting:
        address = waiting.popleft()
        if address in seen:
            continue
        answer = visitor.get(address)
        seen[address] = digest(answer)
        if answer.kind != "text/html":
            continue
        for where, link in Page(answer.text()).links:
            whole = urllib.parse.urljoin(address, link).partition("#")[0]
            # Every sorting and filter of a list is another address of the same; its pages are not.
            if where != "form action" and whole.startswith("/") and not re.search(r"[?&](?!after=)\w+=", whole):
                waiting.append(whole)
    return seen


def free_port():
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


class EveryCase(walking.Walk):
    """Every record, not a sample; of the proofs a few, since the tree heads say the same of all."""

    def of(self, name, before, path):
        found = super().of(name, before, path)
        return found[::max(1, len(found) // 5)] if name == "sequence" else found


def cases(site, logins):
    """What each account reads by the interface, by its login and the address."""
    all_of_them = {}
    paths, public = routes(Visitor(site))
    for login, password in [("", ""), *logins]:
        visitor = Visitor(site)
        if login:
            visitor.sign_in(login, password)
        walk = EveryCase(visitor, [path for path in paths if not path.startswith("/api/session")
                                      and (login or path in public)])
        walk.run()
        for address, answer in walk._kept.items():
            if answer.status != 404:
                all_of_them[login, address] = digest(answer)
    return all_of_them


def at_work(site, logins, stop, done):
    """A clerk who registers one application after the other while the backup runs."""
    login, password = next(each for each in logins if each[0].endswith(".clerk"))
    visitor = Visitor(site).sign_in(login, password)
    letter = {"channel": "in_person", "applicant_kind": "natural_person", "wished": "post",
              "content": "小微企业补贴办法的全文", "received_on": visitor.account["today"],
              "applicant": {"name": "林小满", "id_number": "护照E00000001", "phone": "0000-7654321",
                            "address": "云溪县柳河镇"}}
    while not stop.is_set():
        done.append(visitor.send("POST", f"/api/organs/{visitor.account['organ']}/requests",
                                 json.dumps(letter).encode(), "application/json").status)


class Drill:
    def __init__(self, program, folder):
        self.program, self.faults = program, []
        self.folder = Path(folder)
        self.data, self.target, self.log = self.folder / "data", self.folder / "backup", self.folder / "log"

    def run(self, what, *arguments, typed=""):
        done = subprocess.run([self.program, *map(str, arguments)], input=typed + "\n", capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            self.faults.append(f"{what} ended with {done.returncode}: {done.stdout[-300:]}{done.stderr[-300:]}")
        return done.stdout

    def backed_up_under_load(self, logins):
        with Site(self.program, self.data, log=self.log) as site:
            stop, done = threading.Event(), []
            worker = threading.Thread(target=at_work, args=(site, logins, stop, done))
            worker.start()
            while worker.is_alive() and not done:
                time.sleep(0.01)
            self.run("backup under load", "backup", self.target, "--data", self.data)
            stop.set()
            worker.join()
        if not done or not set(done) <= {200, 201}:
            self.faults.append(f"work was refused while a backup ran: {sorted(set(done))}")

    def marked(self, logins):
        """Marked cases: whoever handles them reads the marks, nobody else does, and no log has them."""
        clerk = next(each for each in logins if each[0] == "liuhe.clerk")
        # The county guides the town's work and reads its cases (Reg. 47).
        others = [("", ""), *(each for each in logins if not each[0].endswith(".supervisor"))]
        port = free_port()
        with Site(self.program, self.data, log=self.log, options=("--metrics-port", str(port))) as site:
            handler = Visitor(site).sign_in(*clerk)
            addresses = marks.leave(handler)
            organ = handler.account["organ"]
            read = b"".join(handler.get(address).body for address in addresses)
            read += handler.send("POST", addresses[0] + "/id-number", b"{}", "application/json").body
            unread = set(marks.MARKS) - set(marks.marks_in(read))
            if unread:
                self.faults.append(f"the handler does not read {sorted(unread)}: the search would find nothing")
            for login, password in others:
                visitor = Visitor(site)
                account = visitor.sign_in(login, password).account if login else {}
                if account.get("organ") != organ:
                    self.unmarked(f"to {login or 'anybody'}", b"".join(visitor.get(it).body for it in addresses))
            Visitor(site).get("/?q=" + marks.ASKED)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as figures:
                (self.folder / "metrics").write_bytes(figures.read())
            (self.folder / "doctor").write_text(
                self.run("doctor", "doctor", "--data", self.data, "--port", site.port), encoding="utf-8")
        return organ

    def unmarked(self, where, data):
        self.faults += [f"{where}: {mark}" for mark in marks.marks_in(data)]

    def nothing_open(self, organ, key):
        """Everything that lies on disk but the key's holder's own."""
        self.run("export", "export", organ, self.folder / "town.gongkai", "--data", self.data)
        self.run("export, sealed", "export", organ, self.folder / "sealed.gongkai", "--sealed", "--data", self.data,
                 typed="柳河镇划归另一个县以后照旧办理")
        (self.folder / "verified").write_text(self.run("verify", "journal", "verify", "--data", self.data))
        for file in ("town.gongkai", "sealed.gongkai", "verified", "metrics", "doctor"):
            if not (self.folder / file).stat().st_size:
                self.faults.append(f"{file} is empty: nothing was searched")
        self.faults += [f"lies open: {line}" for line in marks.marks_below(self.folder)]
        if key.is_file() and any(key.read_bytes() in file.read_bytes() for file in self.target.rglob("*") if file.is_file()):
            self.faults.append("the backup has the key")

    def restored(self):
        """Everything is taken away but the backup and the key, and comes back."""
        shutil.rmtree(self.data)
        self.run("restore", "restore", self.target, "--data", self.data)
        said = self.run("verify", "journal", "verify", "--data", self.data)
        if "全部记录完好" not in said:
            self.faults.append(f"the restored journal does not verify: {said[-300:]}")

    def same(self, what, before, after):
        for address in sorted(before.keys() | after.keys()):
            if before.get(address) != after.get(address):
                self.faults.append(f"{what} {address}: {before.get(address)} before, {after.get(address)} after")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--until", default="", help="the last day of the county's play")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        drill = Drill(options.program, folder)
        drill.data.mkdir()
        logins = demo_county(options.program, drill.data, options.until)
        drill.backed_up_under_load(logins)
        organ = drill.marked(logins)
        with Site(options.program, drill.data) as site:
            pages, answers = public_pages(site), cases(site, logins)
        drill.run("backup", "backup", drill.target, "--data", drill.data)
        drill.run("check", "backup", drill.target, "--check")
        drill.nothing_open(organ, drill.folder / "data.key")
        drill.restored()
        with Site(options.program, drill.data) as site:
            drill.same("page", pages, public_pages(site))
            drill.same("answer", answers, cases(site, logins))
    for fault in drill.faults:
        print(fault)
    print(f"{len(pages)} pages, {len(answers)} answers, {len(drill.faults)} faults")
    return 1 if drill.faults else 0


if __name__ == "__main__":
    sys.exit(main())
