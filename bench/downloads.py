#!/usr/bin/env python3
"""How much memory the program takes while many read one large attachment slowly, and what HEAD costs.

Usage: bench/downloads.py [--program GONGKAI] [--clients N] [--size BYTES]
"""
import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "links"))
from links import demo_county  # noqa: E402
from site_served import Site, Visitor  # noqa: E402


def memory(process, what="VmRSS"):
    """In MB."""
    said = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.search(rf"{what}:\s+(\d+)", said)[1]) / 1024


def an_attachment(visitor, size):
    """The address of one that a clerk has put to a draft."""
    organ = f"/api/organs/{visitor.account['organ']}"
    draft = {"title": "关于印发政务公开要点的通知", "abstract": "政务公开要点", "kind": "information", "subject_class": 7,
             "formed_on": visitor.account["today"], "keywords": ["政务公开"],
             "source": "办公室", "body": "各科室：现印发政务公开要点。", "channels": ["website"]}
    made = visitor.send("POST", organ + "/documents", json.dumps(draft).encode(), "application/json")
    if made.status >= 300:
        raise SystemExit(made.text())
    document = f"{organ}/documents/{made.json()['number']}/attachments"
    put = visitor.send("POST", document + "?file_name=a.pdf&seen=1", os.urandom(size), "application/octet-stream")
    if put.status >= 300:
        raise SystemExit(put.text())
    return document + "/a.pdf"


async def read(port, address, headers, number, come):
    """All of it, slowly, also where it had to be asked for again."""
    while True:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=65536,
                                                           local_addr=(f"127.0.0.{1 + number % 8}", 0))
            writer.write(f"GET {address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n".encode())
            status = (await reader.readline()).split(b" ")[1]
            got = 0
            while part := await reader.read(65536):
                got += len(part)
                await asyncio.sleep(0.02)
            writer.close()
            if status == b"200":
                come.append(got)
                return
        except (OSError, IndexError):
            pass
        await asyncio.sleep(0.2)


async def all_of_them(port, address, headers, clients):
    come = []
    await asyncio.gather(*(read(port, address, headers, number, come) for number in range(clients)))
    return come


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--clients", type=int, default=150)
    parser.add_argument("--size", type=int, default=19_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        logins = demo_county(options.program, data, "2025-01-10")
        with Site(options.program, data) as site:
            process = site._process.pid
            visitor = Visitor(site).sign_in(*next(each for each in logins if each[0].endswith(".clerk")))
            address = an_attachment(visitor, options.size)
            before = memory(process)
            began = time.monotonic()
            for _ in range(20):
                visitor.send("HEAD", address)
            head = (time.monotonic() - began) / 20
            headers = f"Cookie: {visitor._headers['Cookie']}\r\n"
            began = time.monotonic()
            come = asyncio.run(all_of_them(site.port, address, headers, options.clients))
            took = time.monotonic() - began
            print(f"{len(come)} clients of {options.size / 1e6:.0f} MB in {took:.1f} s: {before:.0f} MB before, "
                  f"{memory(process, 'VmHWM'):.0f} MB at most; HEAD {head * 1000:.1f} ms")
    return 0 if len(come) == options.clients and min(come) > options.size else 1


if __name__ == "__main__":
    sys.exit(main())
