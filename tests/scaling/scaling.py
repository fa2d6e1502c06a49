#!/usr/bin/env python3
"""From one machine to several, as docs/scaling.md has it: plays the county on SQLite, moves it to PostgreSQL, starts a
replica, two servers on the main database and one on the replica, and nginx before them with the configuration of the
document. Then everybody's pages are the same as at the beginning and come from the replica, and what is sent is kept by
the others.

Usage: scaling.py [--program GONGKAI] [--until DAY]

Wants nginx and GONGKAI_TEST_POSTGRES (tools/test_postgres.sh start). Prints a line a fault and `N pages, N faults`;
exits 1 if there is one.
"""
import argparse
import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "links"))
from links import demo_county  # noqa: E402
from pages import Crawl  # noqa: E402
from site_served import Site, Visitor  # noqa: E402

GUIDE = ROOT / "docs" / "scaling.md"
POSTGRES = ROOT / "tools" / "test_postgres.sh"
ACTING = 2
ASKED = {"applicant_kind": "natural_person", "wished": "post", "content": "小微企业补贴办法的全文",
         "applicant": {"name": "林小满", "id_number": "护照E00000001", "phone": "0000-7654321", "address": "云溪县柳河镇"}}


class Growth:
    def __init__(self, program, folder):
        self.program, self.data, self.faults = program, Path(folder) / "data", []

    def run(self, *arguments, status=0):
        done = subprocess.run([self.program, *arguments, "--data", self.data, "--key", f"{self.data}.key"],
                              capture_output=True, text=True, check=False)
        if done.returncode != status:
            self.faults.append(f"{' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def heads(self):
        return re.findall(r"^(\S+?)：(\d+) 条，树根 (\w+)", self.run("journal", "verify"), re.MULTILINE)

    def check(self, holds, fault):
        if not holds:
            self.faults.append(fault)


def public_pages(site):
    """What everybody reads, by its address; the first two bodies with all that hangs on them."""
    visitor, found = Visitor(site), {}
    organs = [each["organ"] for each in visitor.get("/api/public/organs").json()["organs"]][:2]
    for organ in organs:
        for page in ("", "/guide", "/documents", "/reports", "/messages"):
            found[f"/organs/{organ}{page}"] = None
        for each in visitor.get(f"/api/public/organs/{organ}/documents?limit=20").json()["documents"]:
            found[f"/organs/{organ}/documents/{each['index_number'].split('/')[-1]}"] = None
    for address in found:
        answer = visitor.get(address)
        found[address] = (answer.status, answer.text())
    return found


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


def configuration(folder, front, reading, acting):
    """That of the document, with our ports in the place of its own."""
    text = re.search(r"```nginx\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)[1]
    for of_the_guide, ours in ((8083, reading), (8081, acting[0]), (8082, acting[1])):
        text = text.replace(f":{of_the_guide}", f":{ours}")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{front}")
    text = text.replace("proxy_pass", "add_header X-Served-By $upstream_addr always; proxy_pass")
    temporary = "".join(f"{each}_temp_path {folder}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return (f"worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;"
            f"events {{}} http {{ access_log off; {temporary} {text} }}")


@contextlib.contextmanager
def nginx(folder, reading, acting):
    front = free_port()
    settings = Path(folder) / "nginx.conf"
    settings.write_text(configuration(folder, front, reading, acting), encoding="utf-8")
    server = subprocess.Popen(["/usr/sbin/nginx", "-c", settings, "-e", f"{folder}/error.log"])
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", front), 1):
                break
            time.sleep(0.1)
        yield SimpleNamespace(port=front, base="")
    finally:
        server.terminate()
        server.wait(30)


@contextlib.contextmanager
def served(growth, database, name):
    """One server with a data folder and checkpoints of its own, and the key of all."""
    data = growth.data.with_name(name)
    data.mkdir()
    for each in ("key", "key.checkpoint"):
        shutil.copy(f"{growth.data}.{each}", f"{data}.{each}")
    os.environ["GONGKAI_DATABASE"] = database
    with Site(growth.program, data) as site:
        yield site


def move(growth, database):
    before = growth.heads()
    os.environ["GONGKAI_DATABASE"] = database
    growth.run("store", "move")
    growth.check(growth.heads() == before and before, "the logs are not those of before the move")
    left = sorted(each.name for each in growth.data.iterdir())
    growth.check({"gongkai.sqlite.moved", "sha256.moved"} <= set(left) and "sha256" not in left, f"left in the folder: {left}")
    printed = subprocess.run([growth.program, "store", "distribute"], capture_output=True, text=True, check=False).stdout
    growth.check("create_distributed_table('journal_entry', 'region')" in printed, f"distribute prints {printed}")
    growth.check("Citus" in subprocess.run([growth.program, "store", "distribute", "--run"], capture_output=True, text=True,
                                           check=False).stderr, "distribute runs without Citus")


def who_served(site, address):
    visitor = Visitor(site)
    visitor._connection.request("GET", address)
    answer = visitor._connection.getresponse()
    answer.read()
    return int(answer.headers["X-Served-By"].rpartition(":")[2])


def share(growth, front, reading, pages):
    now = public_pages(front)
    different = [address for address in pages if now.get(address) != pages[address]]
    growth.check(not different, f"pages are other than before: {different[:5]}")
    growth.check(who_served(front, "/") == reading.port, "the replica does not serve the front page")
    growth.check(who_served(front, "/console/") != reading.port, "the replica serves the console")
    # The whole way of an application goes through the front server, to those that act.
    crawl = Crawl(Visitor(front))
    organ = Visitor(front).get("/api/public/organs").json()["organs"][0]["organ"]
    crawl.apply(f"/organs/{organ}/apply")
    growth.faults += [fault for fault in crawl.faults if "anchor" not in fault]  # those want a whole crawl
    refused = Visitor(reading).send("POST", f"/api/public/organs/{organ}/requests", json.dumps(ASKED).encode(),
                                    "application/json")
    growth.check(refused.status == 503 and "store.replica" in refused.text(),
                 f"the replica's server answers {refused.status}: {refused.text()[:200]}")


def grow(growth, until):
    logins = demo_county(growth.program, growth.data, until)
    with Site(growth.program, growth.data) as site:
        pages = public_pages(site)
    # A database of its own on the server of the tests.
    server = os.environ["GONGKAI_TEST_POSTGRES"]
    name = f"gongkai_scaling_{os.getpid()}"
    subprocess.run(["psql", "-X", "-q", "-d", server, "-c", f"CREATE DATABASE {name}"], check=True)
    main = server.replace(":///postgres?", f":///{name}?")
    move(growth, main)
    replica = subprocess.run([POSTGRES, "follow"], check=True, capture_output=True, text=True).stdout.strip()
    replica = replica.replace(":///postgres?", f":///{name}?")
    with contextlib.ExitStack() as stack:
        enter = stack.enter_context
        acting = [enter(served(growth, main, f"acting-{which}")) for which in range(ACTING)]
        reading = enter(served(growth, replica, "reading"))
        front = enter(nginx(growth.data.parent, reading.port, [each.port for each in acting]))
        share(growth, front, reading, pages)
        for each in acting:
            Visitor(each).sign_in(*logins[0])
    return pages


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / "build/release/gongkai"))
    parser.add_argument("--until", default="2024-06-30", help="the last day of the county's play")
    options = parser.parse_args()
    os.environ.pop("GONGKAI_DATABASE", None)
    with tempfile.TemporaryDirectory() as folder:
        growth = Growth(str(Path(options.program).resolve()), folder)
        growth.data.mkdir()
        pages = grow(growth, options.until)
    for fault in growth.faults:
        print(fault)
    print(f"{len(pages)} pages, {len(growth.faults)} faults")
    return 1 if growth.faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
