#!/usr/bin/env python3
"""language_counts.py OUT TEXT...: counts of a language's words, pairs and triples of words, from running text.

Each TEXT has a passage a line. OUT is what `LanguageCounts` in Sources/Orthography reads: the eight signs DAFCOUNT, the
number of entries, the hashes of the entries in order (FNV-1a, 64 bits, mixed), and the count of each. An entry is one
to three tokens parted by tabs; with a tab behind it, the number of different tokens that follow.
"""
import struct
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from language_tokens import tokens  # noqa: E402

START = "<s>"


def entry_hash(entry):
    value = 0xCBF29CE484222325
    for byte in entry.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    value ^= value >> 32
    return value or 1


def counts(texts):
    single, pairs, triples = Counter(), Counter(), Counter()
    for text in texts:
        line = [START, *tokens(text)]
        single.update(line)
        pairs.update(zip(line, line[1:]))
        triples.update(zip(line, line[1:], line[2:]))
    table = {token: count for token, count in single.items()}
    table[""] = sum(single.values()) - single[START]
    follow = Counter()
    for (first, second), count in pairs.items():
        table[f"{first}\t{second}"] = count
        follow[first] += 1
    # A triple that was seen once says little beside its pairs, and they are many.
    for (first, second, third), count in triples.items():
        if count > 1:
            table[f"{first}\t{second}\t{third}"] = count
            follow[first, second] += 1
    for key, count in follow.items():
        table[("\t".join(key) if isinstance(key, tuple) else key) + "\t"] = count
    return table


def write(path, table):
    rows = sorted((entry_hash(entry), count) for entry, count in table.items())
    hashes, values = [], []
    for value, count in rows:
        if hashes and hashes[-1] == value:
            continue
        hashes.append(value)
        values.append(min(count, 0xFFFFFFFF))
    Path(path).write_bytes(b"DAFCOUNT" + struct.pack("<Q", len(hashes)) + struct.pack(f"<{len(hashes)}Q", *hashes)
                           + struct.pack(f"<{len(values)}I", *values))


def main():
    texts = [line for name in sys.argv[2:] for line in Path(name).read_text().split("\n") if line.strip()]
    table = counts(texts)
    write(sys.argv[1], table)
    print(f"{sys.argv[1]}: {table['']} tokens, {len(table)} entries")


if __name__ == "__main__":
    main()
