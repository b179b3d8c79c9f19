#!/usr/bin/env python3
"""direction.py DAF [--pairs 8000,16000,32000,64000] [--runs 3]: what text of two directions costs as it grows.

One paragraph of so many pairs of short words is built, for each kind of mixture. CPU time is that of the process (user
and system, from wait4), less that of a publication whose paragraph has one word; medians. The last column is how many
times longer the longest paragraph took than the shortest, and what that would be if time grew with the text alone.
Ends with status 1 where a kind takes more than twice that. Prints a Markdown table.
"""
import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

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
    """The median CPU seconds of building one article with a paragraph."""
    article = folder / "Articles/a/article.md"
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(f"---\ntitle: א\nlang: he\n---\n\n{paragraph}\n", "utf-8")
    (folder / "publication.yaml").write_text("name: א\nlanguages: [he]\nexports: []\n", "utf-8")
    times = []
    for run in range(runs):
        output = folder / f"Output-{run}"
        times.append(measured([daf, "build", "--output", output], folder)[0])
        for made in (output, folder / ".daf"):
            if made.exists():
                made.rename(folder / f"old-{made.name}-{len(list(folder.iterdir()))}")
    return median(times)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("--pairs", default="8000,16000,32000,64000")
    options.add_argument("--runs", type=int, default=3)
    given = options.parse_args()
    sizes = [int(size) for size in given.pairs.split(",")]
    expected = sizes[-1] / sizes[0]
    daf = given.daf.resolve()
    print(f"| a paragraph of | {' | '.join(f'{size:,}' for size in sizes)} | growth, of {expected:g} |")
    print("| --- |" + " --: |" * (len(sizes) + 1))
    is_linear = True
    for kind, pair in KINDS.items():
        times = []
        for size in [0, *sizes]:
            with tempfile.TemporaryDirectory() as folder:
                times.append(cost(daf, Path(folder), pair * size or "א", given.runs))
        own = [max(time - times[0], 0.001) for time in times[1:]]
        growth = own[-1] / own[0]
        is_linear = is_linear and growth <= 2 * expected
        print(f"| {kind} | {' | '.join(f'{time:.2f} s' for time in own)} | {growth:.1f} |", flush=True)
    sys.exit(0 if is_linear else 1)


if __name__ == "__main__":
    main()
