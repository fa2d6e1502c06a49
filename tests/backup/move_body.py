#!/usr/bin/env python3
"""One body's whole record, moved to another installation: plays the county, exports a town with its sealed data,
takes it into a new installation as a body of another region, and reads both sites: the same documents with the
same files, the same cases, and journals that verify. Then what must be refused is.

Usage: move_body.py [--program GONGKAI] [--until DAY]

Prints a line a fault and `N documents, N files, N cases, N faults`; exits 1 if there is one.
"""
import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "links"))
from links import demo_county  # noqa: E402
from page import Page  # noqa: E402
from site_served import Site, Visitor  # noqa: E402

PASSPHRASE = "柳河镇划归另一个县以后照旧办理"
REGION = "900345"
ADMIN = ("moved.admin", "春江潮水连海平，海上明月共潮生")


class Move:
    def __init__(self, program, folder):
        self.program, self.faults, self.folder = program, [], Path(folder)

    def run(self, *arguments, typed="", status=0):
        done = subprocess.run([self.program, *map(str, arguments)], input=typed + "\n", capture_output=True,
                              text=True, check=False)
        if done.returncode != status:
            self.faults.append(f"{arguments[0]} ended with {done.returncode}, not {status}: "
                               f"{done.stdout[-300:]}{done.stderr[-300:]}")
        return done.stdout + done.stderr

    def same(self, what, here, there):
        if here != there:
            different = [key for key in here.keys() | there.keys() if here.get(key) != there.get(key)]
            self.faults.append(f"{what}: {len(here)} here, {len(there)} there; first {sorted(different)[:3]}")


def send(visitor, address, content):
    return visitor.send("POST", address, json.dumps(content).encode(), "application/json")


def documents(site, organ):
    """The title of each public document, and the digests of its files, by its number."""
    visitor, found, files, after = Visitor(site), {}, {}, ""
    while after is not None:
        answer = visitor.get(f"/api/public/organs/{organ}/documents?limit=100{after}").json()
        for each in answer["documents"]:
            number = each["index_number"].split("/")[-1]
            found[number] = each["title"]
            page = visitor.get(f"/organs/{organ}/documents/{number}")
            if page.status != 200:
                found[number] = f"answers {page.status}"
            for _, link in Page(page.text()).links:
                if f"/documents/{number}/files/" in link:
                    files[link.partition(organ)[2]] = hashlib.sha256(visitor.get(link).body).hexdigest()
        after = f"&after={answer['next']}" if answer.get("next") else None
    return found, files


def cases(site, organ, login, password):
    """What a clerk reads of each case, by its number."""
    visitor, found, after = Visitor(site).sign_in(login, password), {}, ""
    while after is not None:
        answer = visitor.get(f"/api/organs/{organ}/requests?limit=100{after}").json()
        for each in answer["requests"]:
            found[each["number"]] = (each["state"], each["applicant"], each["about"], each["received_on"])
        after = f"&after={answer['next']}" if answer.get("next") else None
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--until", default="2024-06-30", help="the last day of the county's play")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        move = Move(options.program, folder)
        old, new, archive = move.folder / "old", move.folder / "new", move.folder / "town.gongkai"
        old.mkdir()
        logins = demo_county(options.program, old, options.until)
        clerk = next(each for each in logins if each[0] == "liuhe.clerk")
        with Site(options.program, old) as site:
            town = Visitor(site).sign_in(*clerk).account["organ"]
            public, files = documents(site, town)
            work = cases(site, town, *clerk)
        move.run("export", town, archive, "--sealed", "--data", old, typed=PASSPHRASE)
        move.run("admin", "create", "--region", REGION, "--login", ADMIN[0], "--data", new, typed=ADMIN[1])
        move.run("import-organ", archive, "--region", REGION, "--data", new, typed="wrong wrong wrong", status=3)
        move.run("import-organ", archive, "--region", "12", "--data", new, typed=PASSPHRASE, status=2)
        if archive.stat().st_mode & 0o077:
            move.faults.append("others can read the archive")
        said = move.run("import-organ", archive, "--region", REGION, "--data", new, typed=PASSPHRASE)
        moved = f"{REGION}-1"
        if moved not in said or town not in said or hashlib.sha256(archive.read_bytes()).hexdigest() not in said:
            move.faults.append(f"the import does not say who took what: {said}")
        move.run("import-organ", archive, "--into", moved, "--data", new, typed=PASSPHRASE, status=3)
        if "全部记录完好" not in move.run("journal", "verify", "--data", new):
            move.faults.append("the journal does not verify there")
        with Site(options.program, new) as site:
            there, files_there = documents(site, moved)
            move.same("documents", public, there)
            move.same("files", files, files_there)
            first, own = ADMIN[1] + "一", ADMIN[1] + "二"
            made = send(Visitor(site).sign_in(*ADMIN), "/api/accounts",
                        {"login": "moved.clerk", "password": first, "organ": moved, "roles": ["clerk"],
                         "name": "林小满", "phone": ""})
            if made.status not in (200, 201):
                move.faults.append(f"no account can be opened there: {made.text()}")
            send(Visitor(site).sign_in("moved.clerk", first), "/api/session/password", {"old": first, "new": own})
            move.same("cases", work, cases(site, moved, "moved.clerk", own))
    for fault in move.faults:
        print(fault)
    print(f"{len(public)} documents, {len(files)} files, {len(work)} cases, {len(move.faults)} faults")
    return 1 if move.faults or not public or not files or not work else 0


if __name__ == "__main__":
    sys.exit(main())
