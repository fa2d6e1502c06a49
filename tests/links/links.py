#!/usr/bin/env python3
"""Follows every link of every page and every address in every API answer of the demo county, as the public
and as each role, at the root of a host and under a base path: none is a 404 or 405, no anchor is missing.

Usage: links.py [--program GONGKAI] [--until DAY]

Prints a line a fault and `N links, N routes, N faults`; exits 1 if there is one.
"""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from data import Walk
from pages import Crawl
from site_served import Site, Visitor

ROOT = Path(__file__).resolve().parents[2]
BASE = "/zwgk"


def demo_county(program, data, until):
    """Plays the county and gives its (login, password)s."""
    subprocess.run([program, "import", "--data", data, ROOT / "data" / "demo"], check=True, capture_output=True)
    played = subprocess.run([program, "demo", "--data", data, *(["--until", until] if until else [])],
                            check=True, capture_output=True, text=True).stdout
    password = re.search(r"密码都是 ([^：]+)：", played)[1]
    return [(login, password) for login in re.findall(r"^  (\S+)\t", played, re.MULTILINE)]


def routes(visitor):
    described = visitor.get(visitor.site.base + "/api/openapi.json").json()["paths"]
    gets = {path: ways["get"] for path, ways in described.items() if "get" in ways}
    # Reports last: their lists and years are slow to make.
    return sorted(gets), {path for path, way in gets.items() if way["security"] == []}


def public_pages(site):
    visitor = Visitor(site)
    crawl = Crawl(visitor)
    crawl.start(site.base + "/")
    crawl.start(site.base + "/console/")
    organs = [each["organ"] for each in visitor.get(site.base + "/api/public/organs").json()["organs"]]
    for organ in organs:
        crawl.start(f"{site.base}/organs/{organ}")
    crawl.run()
    crawl.apply(f"{site.base}/organs/{organs[0]}/apply")
    crawl.run()
    return crawl


def served(site, logins):
    """(links, routes reached, faults) of one site."""
    crawl = public_pages(site)
    faults = [f"page {fault}" for fault in crawl.faults]
    paths, public = routes(Visitor(site))
    reached = set()
    for login, password in [("", ""), *logins]:
        visitor = Visitor(site)
        if login:
            visitor.sign_in(login, password).begin_a_draft()
        walk = Walk(visitor, [path for path in paths if login or path in public])
        walk.run()
        walk.follow()
        reached |= walk.reached
        faults += [f"{login or 'public'} {fault}" for fault in walk.faults]
    faults += [f"nobody got an answer from {path}" for path in paths if path not in reached]
    return sum(crawl.kinds.values()), len(reached), faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--until", default="", help="the last day of the county's play")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        logins = demo_county(options.program, data, options.until)
        links, reached, faults = 0, 0, []
        for base in ("", BASE):
            with Site(options.program, data, base) as site:
                more = served(site, logins if not base else logins[:1])
            links, reached = links + more[0], max(reached, more[1])
            faults += [f"{base or '/'} {fault}" for fault in more[2] if not base or "nobody got" not in fault]
    for fault in faults:
        print(fault)
    print(f"{links} links, {reached} routes, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
