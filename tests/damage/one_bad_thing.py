#!/usr/bin/env python3
"""One bad thing stays one: plays the county, then damages one thing after the other (bytes of a text, a lost
attachment, an act of a document, of a request, of a body's home, a sealed datum) and walks the whole site
again, as the public and as a clerk.

Only pages of the damaged record may break, and they say that it is damaged, with an incident number; no page
may say that it does not exist. Everything else gives what it gave before.

Usage: one_bad_thing.py [--program GONGKAI] [--until DAY]
"""
import argparse
import json
import re
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "links"))
from links import demo_county  # noqa: E402
from page import Page  # noqa: E402
from site_served import Site, Visitor  # noqa: E402


def flipped(data):
    """Twenty bytes from the middle on are others."""
    middle = len(data) // 2
    return data[:middle] + bytes(each ^ 0x5A for each in data[middle:middle + 20]) + data[middle + 20:]


class Data:
    """The data folder of a copy, and what can go wrong with it. Each harm gives the number it struck."""

    def __init__(self, folder):
        self.folder = folder

    def _database(self):
        return sqlite3.connect(self.folder / "gongkai.sqlite")

    def _one(self, sql, *values):
        with self._database() as database:
            return database.execute(sql, values).fetchone()

    def _entry(self, subject_like, kind):
        region, organ, sequence, subject, payload = self._one(
            "SELECT region, organ, sequence, subject, payload FROM journal_entry WHERE subject LIKE ? AND kind LIKE ?"
            " ORDER BY recorded_at DESC, organ, sequence DESC LIMIT 1", subject_like, kind)
        with self._database() as database:
            database.execute("UPDATE journal_entry SET payload = ? WHERE region = ? AND organ = ? AND sequence = ?",
                             (flipped(payload), region, organ, sequence))
        return self._in_addresses(subject)

    def _in_addresses(self, subject):
        """A document is told by its index number, a case by its own."""
        found = self._one("SELECT index_year, index_serial FROM document WHERE subject = ?", subject)
        return f"{found[0]}-{found[1]:05}" if found else subject.partition("/")[2]

    def _file_of(self, table_order):
        digest, subject = self._one(
            "SELECT c.digest, c.subject FROM document_content c JOIN public_document p"
            " ON p.region = c.region AND p.organ = c.organ AND p.subject = c.subject WHERE p.attachments "
            + table_order + " ORDER BY c.organ, c.subject LIMIT 1")
        return next((self.folder / "sha256").rglob(digest[2:] + "*"), None) or \
            next((self.folder / "sha256").rglob(digest + "*")), self._in_addresses(subject)

    def text_flipped(self):
        path, number = self._file_of("= 0")
        path.chmod(0o600)
        path.write_bytes(flipped(path.read_bytes()))
        return number

    def file_lost(self):
        path, number = self._file_of("> 0")
        path.unlink()
        return number

    def act_of_document(self):
        (subject,) = self._one("SELECT subject FROM public_document ORDER BY organ, subject LIMIT 1")
        return self._entry(subject, "%")

    def act_of_request(self):
        return self._entry("request/%", "request.register")

    def sealed_data(self):
        """All that the latest application keeps sealed: who asked, and what."""
        organ, subject, at = self._one("SELECT organ, subject, recorded_at FROM journal_entry WHERE kind = "
                                       "'request.register' ORDER BY recorded_at DESC, organ DESC LIMIT 1")
        with self._database() as database:
            (payload,) = database.execute("SELECT payload FROM journal_entry WHERE organ = ? AND subject = ? AND"
                                          " kind = 'request.register'", (organ, subject)).fetchone()
            for number, box in database.execute("SELECT id, box FROM sealed_datum WHERE organ = ?",
                                                (organ,)).fetchall():
                if number.encode() in payload:
                    database.execute("UPDATE sealed_datum SET box = ? WHERE organ = ? AND id = ?",
                                     (flipped(box), organ, number))
        return self._in_addresses(subject)


def walked(site, start):
    """The status and text of every public page by its address."""
    visitor, seen, waiting = Visitor(site), {}, deque(start)
    while waiting:
        address = waiting.popleft()
        if address in seen:
            continue
        answer = visitor.get(address)
        seen[address] = answer
        if answer.kind != "text/html":
            continue
        for where, link in Page(answer.text()).links:
            whole = urljoin(address, link).partition("#")[0]
            if where != "form action" and whole.startswith("/") and not re.search(r"[?&](?!after=)\w+=", whole):
                waiting.append(whole)
    return seen


def starts(site):
    organs = Visitor(site).get("/api/public/organs").json()["organs"]
    return ["/", "/sitemap", "/reports", *(f"/organs/{each['organ']}" for each in organs),
            *(f"/organs/{each['organ']}/apply" for each in organs)]


def at_work(site, logins):
    """What a clerk of each body reads first."""
    seen = {}
    for login, password in logins:
        if not login.endswith(".clerk"):
            continue
        visitor = Visitor(site).sign_in(login, password)
        organ = visitor.account["organ"]
        for rest in ["/requests", "/documents", "/messages", "/proposals", "/duties", "/journal"]:
            address = f"/api/organs/{organ}{rest}"
            seen[login + " " + address] = visitor.get(address)
        for each in seen[f"{login} /api/organs/{organ}/requests"].json()["requests"]:
            address = f"/api/organs/{organ}/requests/{each['number']}"
            seen[login + " " + address] = visitor.get(address)
    return seen


def untold(harm, site, logins):
    """What was met stands among the incidents that an administrator reads, and he can take note of it."""
    admin = next(each for each in logins if "admin" in each[0])
    visitor = Visitor(site).sign_in(*admin)
    for _ in range(50):  # they are kept once a second
        told = visitor.get("/api/incidents").json()
        damaged = [each for each in told["incidents"] if each["code"] == "http.damaged"]
        if damaged:
            break
        time.sleep(0.2)
    if not damaged or told["open"] == 0:
        yield f"{harm}: no administrator is told: {told}"
        return
    one = damaged[0]
    if "损坏" not in one["what"] or "journal verify" not in one["advice"] or not one["place"].startswith("/"):
        yield f"{harm}: the incident does not say what, where and what to do: {one}"
    seen = visitor.send("POST", f"/api/incidents/{one['id']}/acknowledge",
                        json.dumps({"last_at": one["last_at"]}).encode(), "application/json")
    if seen.status != 200 or seen.json()["open"] != told["open"] - 1:
        yield f"{harm}: it cannot be acknowledged: {seen.text()}"


def faults(harm, number, before, after):
    broken = 0
    for address, was in before.items():
        now = after.get(address)
        if was.status >= 400 or (now is not None and now.status == was.status):
            continue
        broken += 1
        own = number and re.search(rf"/documents/{number}(/|$)|/requests/{number}(/|$)", address)
        what = "is linked no more" if now is None else f"answers {now.status}"
        if not own or (now is None and "/files/" not in address):
            yield f"{harm} ({number}): {address} {what}"
        elif now is not None and (now.status != 500 or not re.search(r"损坏|缺失|核对|编号", now.text())):
            yield f"{harm} ({number}): {address} {what}, and does not say what happened: {now.text()[-300:]}"
    print(f"{harm} ({number}): {broken} addresses break")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--until", default="2024-06-30", help="the last day of the county's play")
    options = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole" / "data"
        whole.mkdir(parents=True)
        logins = demo_county(options.program, whole, options.until)
        with Site(options.program, whole) as site:
            first = starts(site)
            before = walked(site, first) | at_work(site, logins)
        for harm in ["text_flipped", "file_lost", "act_of_document", "act_of_request", "sealed_data"]:
            copy = Path(folder) / harm
            shutil.copytree(whole.parent, copy)
            number = getattr(Data(copy / "data"), harm)()
            with Site(options.program, copy / "data") as site:
                found += faults(harm, number, before, walked(site, first) | at_work(site, logins))
                found += untold(harm, site, logins)
            shutil.rmtree(copy)
    for fault in found:
        print(fault)
    print(f"{len(before)} addresses, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
