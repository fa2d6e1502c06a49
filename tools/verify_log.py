#!/usr/bin/env python3
"""Checks a body's public log, or a receipt against it, with Python's library and the command openssl.

  verify_log.py https://www.example.gov.cn/log/330302-3          the whole log, entry by entry
  verify_log.py 'https://www.example.gov.cn/verify?log=...'      one receipt, by a few tiles
Exits with 1 where anything does not hold. Formats: C2SP tlog-tiles, tlog-checkpoint, signed-note.
"""
import argparse
import base64
import functools
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request


def fail(what):
    sys.exit(f"DOES NOT HOLD: {what}")


def sha256(data):
    return hashlib.sha256(data).digest()


def tree(leaves):
    if len(leaves) == 1:
        return leaves[0]
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + tree(leaves[:left]) + tree(leaves[left:]))


def is_signed(key, text, signature):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("key", bytes.fromhex("302a300506032b6570032100") + key), ("text", text), ("signature", signature)):
            pathlib.Path(folder, name).write_bytes(data)
        command = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in text -sigfile signature"
        return subprocess.run(command.split(), cwd=folder, capture_output=True, check=False).returncode == 0


def has_signed(written, text, lines):
    name, ident, data = written.split("+", 2)
    data, found = base64.b64decode(data), False
    for line in lines:
        who, signature = line.removeprefix("— ").rsplit(" ", 1)
        signature, said = base64.b64decode(signature), text.encode()
        if who != name or signature[:4].hex() != ident or data[0] not in (1, 4):
            continue
        ours, signature = sha256(name.encode() + b"\n" + data)[:4] == signature[:4], signature[4:]
        if data[0] == 4:  # a witness's, with the second at which it saw the log
            said, signature = b"cosignature/v1\ntime %d\n" % int.from_bytes(signature[:8], "big") + said, signature[8:]
        found = ours and is_signed(data[1:], said, signature) or fail(f"the signature of {name}")
    return found


class Log:
    def __init__(self, prefix):
        self.prefix, self.size = prefix, 0
        self.tile = functools.lru_cache(4096)(self.tile)

    def fetch(self, path):
        try:
            with urllib.request.urlopen(f"{self.prefix}/{path}", timeout=60) as answer:
                return answer.read()
        except OSError as why:
            return fail(f"{path} cannot be fetched: {why}")

    def open(self, note):
        text, _, lines = note.decode().rpartition("\n\n")
        origin, size, root = text.split("\n")[:3]
        if origin != self.prefix.split("://", 1)[1]:
            fail(f"the checkpoint is one of {origin}")
        return text + "\n", lines.splitlines(), int(size), base64.b64decode(root)

    def tile(self, level, number):
        """Its hashes, as wide as the tree has them; of the level "entries" the bytes of a bundle."""
        width = min(256, (self.size >> (0 if level == "entries" else 8 * level)) - 256 * number)
        digits = str(number).zfill((len(str(number)) + 2) // 3 * 3)
        path = "/".join(["x" + digits[i:i + 3] for i in range(0, len(digits) - 3, 3)] + [digits[-3:]])
        data = self.fetch(f"tile/{level}/{path}" + ("" if width == 256 else f".p/{width}"))
        return data if level == "entries" else [data[i:i + 32] for i in range(0, 32 * width, 32)]

    def root(self, first, count, index=-1, leaf=None):
        """Of so many leaves from one on; with `leaf` in the place of `index`: the inclusion proof."""
        replaced = first <= index < first + count
        if count == 1 and replaced:
            return leaf
        if count & (count - 1) or replaced:
            left = 1 << (count - 1).bit_length() - 1
            return tree([self.root(first, left, index, leaf), self.root(first + left, count - left, index, leaf)])
        level, rest = divmod(count.bit_length() - 1, 8)
        at = first >> (8 * level)
        return tree(self.tile(level, at // 256)[at % 256:at % 256 + (1 << rest)])

    def both(self, old, first, count):
        """The roots of the first `old` leaves and of all, from the same hashes: the consistency proof."""
        if old == count:
            return (self.root(first, count),) * 2
        left = 1 << (count - 1).bit_length() - 1
        if old <= left:
            older, newer = self.both(old, first, left)
            return older, tree([newer, self.root(first + left, count - left)])
        older, newer = self.both(old - left, first + left, count - left)
        return tree([self.root(first, left), older]), tree([self.root(first, left), newer])

    def leaves(self):
        """All hashes, each held against its entry where that can be read."""
        for index in range(self.size):
            if index % 256 == 0:
                data, at = self.tile("entries", index // 256), 0
            length, leaf = int.from_bytes(data[at:at + 2], "big"), self.tile(0, index // 256)[index % 256]
            entry, at = data[at + 2:at + 2 + length], at + 2 + length
            if at > len(data) or length and sha256(b"\0" + entry) != leaf:
                fail(f"entry {index} is not the one that the log was made of")
            yield leaf


def check(log, options, receipt):
    note = log.fetch("cosigned" if options.witness else "checkpoint")
    text, lines, log.size, root = log.open(note)
    if not any([has_signed(key, text, lines) for key in options.key or log.fetch("keys").decode().split()]):
        fail("the checkpoint is not signed by the log's key")
    for witness in options.witness:
        has_signed(witness, text, lines) or fail(f"there is no cosignature of {witness.split('+')[0]}")
    if options.seen and options.seen.exists():
        _, _, old, before = log.open(options.seen.read_bytes())
        if old > log.size or (old and log.both(old, 0, log.size) != (before, root)):
            fail(f"the log does not go on from the {old} entries that were seen")
    if receipt:
        index, leaf = int(receipt["entry"][0]), bytes.fromhex(receipt["leaf"][0])
        if index >= log.size or log.root(0, log.size, index, leaf) != root:
            fail(f"the receipt is none of entry {index} of this log")
    elif log.size and tree(list(log.leaves())) != root:
        fail("the hashes of the entries are not those of the checkpoint")
    if options.seen:
        options.seen.write_bytes(note)
    print(f"holds: {log.size} entries" + ("" if options.key else "; the key was the log's own, ask the body for it"))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("address")
parser.add_argument("--key", action="append", help="the log's key, as the body itself gave it to you")
parser.add_argument("--witness", action="append", default=[], help="a witness's key: it has to have cosigned")
parser.add_argument("--seen", type=pathlib.Path, help="the checkpoint seen last, to go on from; it is written anew")
given = parser.parse_args()
page, _, query = given.address.partition("?")
asked = urllib.parse.parse_qs(query)
check(Log(page.rpartition("/")[0] + "/log/" + asked["log"][0] if asked else page.rstrip("/")), given, asked)
