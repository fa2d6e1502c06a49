#!/usr/bin/env python3
"""A load that anybody can repeat: a county, a city or a province of demo counties, and people who read, search, apply
and act in it at the same time, by wrk. Each kind of work is also measured by itself.

Usage: load.py [--program GONGKAI] [--counties 1|10|100] [--until DAY] [--seconds N] [--connections N] [--data DIR]
  --data  keeps the counties there and takes them from there the next time

Wants wrk. GONGKAI_DATABASE chooses PostgreSQL. Prints a table in Markdown; docs/load.md tells what was measured.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "links"))
from site_served import Site, Visitor  # noqa: E402

# How often each is asked for where all are mixed, in parts of 1,000.
MIXED = {"reading": 900, "searching": 70, "applying": 10, "acting": 20}
WORDS = ("补贴", "通知", "预算", "公开", "道路", "学校", "2024")
ORGANS = 40  # bodies that are asked; more make no difference but a longer beginning
PROXY = ["--trusted-proxy", "127.0.0.1"]


class Counties:
    def __init__(self, program, data, counties, until):
        self.program, self.data = program, data
        done = subprocess.run([program, "demo", "--data", data, "--counties", str(counties), "--until", until],
                              check=True, capture_output=True, text=True).stdout
        self.password = re.search(r"密码都是 ([^：]+)：", done)[1]
        self.clerks = ["liuhe.clerk"] + [f"liuhe.clerk.{which}" for which in range(2, counties + 1)]


def line(weight, method, path, cookie="", token="", body=None):
    text = "" if body is None else json.dumps(body, ensure_ascii=False)
    return "\t".join([f"{weight:.6f}", method, urllib.parse.quote(path, safe="/?=&"), cookie, token, text])


def reading(visitor, organs):
    found = ["/", "/reports", "/open"]
    for organ in organs:
        found += [f"/organs/{organ}{page}" for page in ("", "/guide", "/documents", "/reports", "/messages")]
        listed = visitor.get(f"/api/public/organs/{organ}/documents?limit=10").json()["documents"]
        found += [f"/organs/{organ}/documents/{each['index_number'].split('/')[-1]}" for each in listed]
    return [line(1 / len(found), "GET", each) for each in found]


def searching(organs):
    found = [f"/organs/{organ}/documents?q={word}" for organ in organs for word in WORDS]
    return [line(1 / len(found), "GET", each) for each in found]


def applying(organs):
    asks = {"applicant_kind": "natural_person", "wished": "post", "content": "小微企业补贴办法的全文",
            "applicant": {"name": "林小满", "id_number": "护照E00000001", "phone": "0000-7654321", "address": "云溪县柳河镇"}}
    return [line(1 / len(organs), "POST", f"/api/public/organs/{organ}/requests", body=asks) for organ in organs]


def acting(site, counties):
    """Clerks who look at their lists and register what came by letter."""
    found = []
    for login in counties.clerks[:ORGANS]:
        clerk = Visitor(site).sign_in(login, counties.password)
        organ, today = clerk.account["organ"], clerk.account["today"]
        cookie = "; ".join(f"{name}={value}" for name, value in clerk._cookies.items())
        letter = {"channel": "in_person", "received_on": today, "applicant_kind": "natural_person", "wished": "post",
                  "content": "道路修缮的预算", "applicant": {"name": "林小满", "id_number": "护照E00000001",
                                                      "phone": "0000-7654321", "address": "云溪县柳河镇"}}
        for path in ("duties", "requests", "documents"):
            found.append(line(1, "GET", f"/api/organs/{organ}/{path}", cookie))
        found.append(line(1, "POST", f"/api/organs/{organ}/requests", cookie, clerk.account["csrf"], letter))
    return [each.replace("1.000000", f"{1 / len(found):.6f}", 1) for each in found]


def weighted(lines, parts):
    return [f"{float(each.partition(chr(9))[0]) * parts:.9f}\t{each.partition(chr(9))[2]}" for each in lines]


def measured(site, lines, options):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as asked:
        asked.write("\n".join(lines) + "\n")
        asked.flush()
        said = subprocess.run(["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--timeout", "30s", "-s",
                               ROOT / "bench" / "load.lua", f"http://127.0.0.1:{site.port}"], check=True,
                              capture_output=True, text=True, env={**os.environ, "LOAD_REQUESTS": asked.name}).stdout
    return json.loads(said[said.rindex('{"requests"'):])


def told(kind, it):
    fine = sum(count for status, count in it["status"].items() if int(status) < 400)
    refused = ", ".join(f"{status}: {count}" for status, count in sorted(it["status"].items()) if int(status) >= 400)
    return (f"| {kind} | {fine / it['seconds']:,.0f} | {it['median_ms']:.1f} | {it['p99_ms']:.1f} | {it['longest_ms']:.0f} "
            f"| {refused or '-'}{', broken: ' + str(it['broken']) if it['broken'] else ''} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / "build/release/gongkai"))
    parser.add_argument("--counties", type=int, default=1)
    parser.add_argument("--until", default="2025-03-31")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--data")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        counties = Counties(options.program, options.data or f"{scratch}/data", options.counties, options.until)
        with Site(options.program, counties.data, options=PROXY) as site:
            visitor = Visitor(site)
            organs = [each["organ"] for each in visitor.get("/api/public/organs?limit=200").json()["organs"]][:ORGANS]
            kinds = {"reading": reading(visitor, organs), "searching": searching(organs), "applying": applying(organs),
                     "acting": acting(site, counties)}
            print("| work | answers a second | median, ms | 99 of 100, ms | longest, ms | refused |\n|---|---|---|---|---|---|")
            for kind, lines in kinds.items():
                print(told(kind, measured(site, lines, options)), flush=True)
            mixed = [each for kind, lines in kinds.items() for each in weighted(lines, MIXED[kind])]
            print(told("all mixed", measured(site, mixed, options)))


if __name__ == "__main__":
    main()
