#!/usr/bin/env python3
"""direction.py DAF [--pairs 20000,40000,80000] [--runs 2]: what text of two directions costs as it grows.

One paragraph of so many pairs of short words is built, for each kind of mixture. CPU time is that of the process (user
and system, from wait4), less that of a publication whose paragraph has one word; the least of the runs. The last column
is how many times longer the longest paragraph took than the shortest, and what that would be if time grew with the text
alone. Ends with status 1 where a kind takes more than twice that. Prints a Markdown table.
"""
import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from build import measured

KINDS = {
    "words": "א a ",
    "words in brackets": "א (ab) ",
    "brackets that never close": "א( a ",
    "lists of names": "של NATO, ",
    "numbers with signs": "עוד -5% ",
    "ranges": "בין 12–19 ",
    "expressions": "אם x = -5 ",
    "quotations": "זה \"ab\" ",
    "Latin words alone": "ab cd ",
}


def cost(daf, folder, paragraph, runs):
    """The CPU seconds of building one article with a paragraph, the least of some runs."""
    article = folder / "Articles/a/article.md"
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(f"---\ntitle: א\nlang: he\n---\n\n{paragraph}\n", "utf-8")
    (folder / "publication.yaml").write_text("name: א\nlanguages: [he]\nexports: []\n", "utf-8")
    times = []
    for _ in range(runs):
        times.append(measured([daf, "build"], folder)[0])
        for made in (folder / "Output", folder / ".daf"):
            shutil.rmtree(made)
    return min(times)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("--pairs", default="20000,40000,80000")
    options.add_argument("--runs", type=int, default=2)
    given = options.parse_args()
    sizes = [int(size) for size in given.pairs.split(",")]
    expected = sizes[-1] / sizes[0]
    daf = given.daf.resolve()
    print(f"| a paragraph of | {' | '.join(f'{size:,}' for size in sizes)} | growth, of {expected:g} |")
    print("| --- |" + " --: |" * (len(sizes) + 1))
    is_linear = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        idle = cost(daf, folder, "א", given.runs)
        for kind, pair in KINDS.items():
            own = [max(cost(daf, folder, pair * size, given.runs) - idle, 0.001) for size in sizes]
            growth = own[-1] / own[0]
            is_linear = is_linear and growth <= 2 * expected
            print(f"| {kind} | {' | '.join(f'{time:.2f} s' for time in own)} | {growth:.1f} |", flush=True)
    sys.exit(0 if is_linear else 1)


if __name__ == "__main__":
    main()
