#!/usr/bin/env python3
"""How long a first backup takes against `cp -a` of the same folder, both until all is on the disk; in turns.

Usage: bench/backup.py [--program GONGKAI] [--gigabytes N] [--rounds N] [--folder FOLDER]
"""
import argparse
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = b"plum-rain-over-the-south-bank\n"


def fill(data, gigabytes):
    """Contents of 20 MB, as attachments are, named by their digests."""
    block = os.urandom(20_000_000)
    for number in range(int(gigabytes * 50)):
        content = number.to_bytes(8, "big") + block
        digest = hashlib.sha256(content).hexdigest()
        file = data / "sha256" / digest[:2] / digest[2:]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def timed(*command):
    os.sync()
    began = time.monotonic()
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    os.sync()
    return time.monotonic() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--gigabytes", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", help="on the disk that is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        data, backup, copy = (Path(folder) / name for name in ("data", "backup", "copy"))
        subprocess.run([options.program, "admin", "create", "--region", "900121", "--login", "first.admin", "--data", data],
                       input=PASSWORD, check=True, capture_output=True)
        fill(data, options.gigabytes)
        times = {"backup": [], "cp -a": []}
        for _ in range(options.rounds):
            times["backup"].append(timed(options.program, "backup", backup, "--data", data))
            times["cp -a"].append(timed("cp", "-a", data, copy))
            shutil.rmtree(backup)
            shutil.rmtree(copy)
        ours, theirs = (statistics.median(each) for each in times.values())
        print(f"{options.gigabytes:g} GB: backup {ours:.1f} s, cp -a {theirs:.1f} s; {theirs / ours:.2f} of cp -a's speed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
