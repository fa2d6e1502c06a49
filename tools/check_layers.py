#!/usr/bin/env python3
"""Fails when a folder of src includes what tools/layers.txt does not let it include, or when a
library's header is named outside the one place that may name it."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Headers of libraries, and the folders or files that may name them.
LIBRARIES = {
    "sqlite3.h": ["store/sqlite"],
    "libpq-fe.h": ["store/postgres"],
    "boost/beast": ["http"],
    "boost/asio": ["http"],
    "boost/json": ["files/json_parse"],
    "zip.h": ["reader", "writer"],
    "pugixml.hpp": ["reader", "writer"],
    "gumbo.h": ["reader/html"],
    "unicode/": ["reader"],
    "openssl/": ["base"],
    "CLI/": ["app"],
    "qrencode.h": ["writer"],
    "curl/": ["http"],
}

# Folders of the domain: no files, no clock, no threads, no network.
PURE = ["forms", "recognizer", "checks", "law", "journal", "tlog", "search", "reports", "records", "requests", "organs", "disclosure",
        "publication", "interaction"]
IMPURE = ["fstream", "filesystem", "thread", "ctime", "cstdlib", "iostream", "sys/socket.h"]


def allowed_layers():
    layers = {}
    for line in (ROOT / "tools/layers.txt").read_text().splitlines():
        line = line.split("#")[0].strip()
        if line:
            name, _, below = line.partition(":")
            layers[name] = {name, "base", *below.split()}
    return layers


def faults_of(path, layers):
    folder = path.relative_to(ROOT / "src").parts[0]
    inside = path.relative_to(ROOT / "src").with_suffix("").as_posix()
    if folder not in layers:
        yield f"folder {folder} is not in tools/layers.txt"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        kind, header = match.groups()
        target = header.split("/")[0]
        if kind == '"' and target in layers and target not in layers[folder]:
            yield f"{number}: {folder} may not include {header}"
        if kind == '"' and not (ROOT / "src" / header).exists():
            yield f"{number}: {header} is not a path from src"
        for library, places in LIBRARIES.items():
            if header.startswith(library) and not any(inside.startswith(p) for p in places):
                yield f"{number}: <{header}> belongs in {', '.join(places)} only"
        if folder in PURE and header in IMPURE:
            yield f"{number}: {folder} is pure and may not include <{header}>"


# A feature of the console builds on what all share, never on another feature.
IMPORT = re.compile(r"""from '(?:@/features/|\.\./)([\w-]+)""")


def console_faults():
    features = ROOT / "console/src/features"
    for path in sorted(features.rglob("*")):
        if path.suffix not in (".ts", ".vue"):
            continue
        own = path.relative_to(features).parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = IMPORT.search(line)
            if match and match.group(1) != own:
                yield f"{path.relative_to(ROOT)}:{number}: {own} may not import {match.group(1)}"


def main():
    layers = allowed_layers()
    faults = []
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in (".h", ".cpp"):
            faults += [f"{path.relative_to(ROOT)}:{fault}" for fault in faults_of(path, layers)]
    faults += console_faults()
    print("\n".join(faults) or "layers hold")
    sys.exit(1 if faults else 0)


main()
