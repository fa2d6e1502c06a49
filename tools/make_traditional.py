#!/usr/bin/env python3
"""Writes src/base/traditional.cpp from ICU's Traditional-Simplified rules (needs icu-devtools)."""
import pathlib
import subprocess

HEAD = '''#include "base/traditional.h"

// Made by tools/make_traditional.py from the Traditional-Simplified rules of ICU.
// clang-format off
namespace gongkai::text {

namespace {
constexpr TraditionalPair pairs[] = {
'''
TAIL = '''
};
}  // namespace

std::span<const TraditionalPair> traditional_pairs() { return pairs; }

}  // namespace gongkai::text
'''


def main():
    chars = [chr(c) for c in [*range(0x3400, 0x4DC0), *range(0x4E00, 0x9FFF)]]
    command = ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified"]
    out = subprocess.run(command, input="\n".join(chars).encode(), capture_output=True, check=True)
    lines, row = [], ""
    for a, b in zip(chars, out.stdout.decode().split("\n")):
        if a == b or len(b) != 1 or ord(b) > 0xFFFF:
            continue
        item = "{0x%04X, 0x%04X}, " % (ord(a), ord(b))
        if len(row) + len(item) > 96:
            lines.append("    " + row.rstrip())
            row = ""
        row += item
    lines.append("    " + row.rstrip())
    target = pathlib.Path(__file__).parent.parent / "src/base/traditional.cpp"
    target.write_text(HEAD + "\n".join(lines) + TAIL, encoding="utf-8")


main()
