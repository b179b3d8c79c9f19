#!/usr/bin/env python3
"""unseen.py DAF CORPUS [KIND …] [--by layout] [--each]: how well conversion restores papers and layouts that no rule was made on.

CORPUS is what make_corpus.py made (or any folder of folders with PAPER.LAYOUT.md and PAPER.LAYOUT.EXTRACTOR.txt). Prints
medians by kind (fit, held, known), or by layout, paper or extractor. The measure is score.py of ../shared.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scores import REPOSITORY, load

KEYS = ["text", "words", "lines", "headings", "levels", "note_refs", "notes", "items", "quotes", "pages", "meta",
        "doubt_found", "doubt_false"]


def texts(corpus, kinds):
    for folder in sorted(path for path in corpus.iterdir() if path.is_dir() and (not kinds or path.name in kinds)):
        for text in sorted(folder.glob("*.txt")):
            paper, layout, extractor = text.stem.split(".", 2)
            gold = folder / f"{paper}.{layout}.md"
            if gold.exists():
                yield {"kind": folder.name, "paper": paper, "layout": layout, "extractor": extractor, "text": text, "gold": gold}


def converted(daf, text, out):
    target = out / f"{text.parent.name}.{text.stem}.md"
    subprocess.run([daf, "convert", text, "--output", target, "--force"], capture_output=True, timeout=120, check=False)
    return target.read_text("utf-8") if target.exists() else ""


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("kinds", nargs="*")
    options.add_argument("--by", choices=["kind", "layout", "paper", "extractor"], default="kind")
    options.add_argument("--each", action="store_true", help="prints a line for each text")
    options.add_argument("--only", default="", help="takes texts whose name holds this")
    options.add_argument("--every", type=int, default=1, help="takes every nth text")
    options.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    options.add_argument("--out", type=Path, help="keeps the conversions here")
    given = options.parse_args()
    score = load(given.shared / "score.py", "score").score
    sys.path.insert(0, str(given.shared))
    relax = load(given.shared / "round-trip/run.py", "round_trip_run").relax
    chosen = [row for row in texts(given.corpus, given.kinds) if re.search(given.only, row["text"].name)][::given.every]
    with tempfile.TemporaryDirectory() as temporary:
        out = given.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda row: converted(given.daf.resolve(), row["text"], out), chosen))
    for row, text in zip(chosen, found):
        row["scores"] = score(row["gold"].read_text("utf-8"), relax(text))
    print(f"| {given.by} | texts | " + " | ".join(KEYS) + " |\n| --- | --: |" + " --: |" * len(KEYS))
    if given.each:
        for row in chosen:
            shown = [f"{row['scores'][key]:.2f}" if row["scores"].get(key) is not None else "–" for key in KEYS]
            print(f"| {row['text'].stem} | 1 | " + " | ".join(shown) + " |")
    for value in sorted({row[given.by] for row in chosen}):
        rows = [row["scores"] for row in chosen if row[given.by] == value]
        cells = [[row[key] for row in rows if row.get(key) is not None] for key in KEYS]
        print(f"| {value} | {len(rows)} | " + " | ".join(f"{statistics.median(cell):.3f}" if cell else "–" for cell in cells) + " |")


if __name__ == "__main__":
    main()
