#!/usr/bin/env python3
"""direction.py DAF [--pairs 20000,40000,80000] [--runs 2]: what text of two directions costs as it grows.

One paragraph of so many pairs of short words is built, for each kind of mixture. CPU time is that of the process (user
and system, from wait4), less that of a publication whose paragraph has one word; the least of the runs. The last column
is how many times longer the longest paragraph took than the shortest, and what that would be if time grew with the text
alone. Ends with status 1 where a kind takes more than twice that. Prints a Markdown table.
"""
import shutil
import sys
import tempfile
from pathlib import Path

from build import measured
from table import options, print_growth

KINDS = {
    "words": "א a ",
    "words in brackets": "א (ab) ",
    "brackets that never close": "א( a ",
    "lists of names": "של NATO, ",
    "numbers with signs": "עוד -5% ",
    "ranges": "בין 12–19 ",
    "expressions": "אם x = -5 ",
    "places": "ליד 31°46′N, 35°14′E ",
    "references": "אצל Tac. Hist. 5.5 ",
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
    parser = options(__doc__, "20000,40000,80000", "pairs")
    parser.add_argument("--runs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        idle = cost(given.daf, folder, "א", given.runs)
        is_linear = print_growth(
            "a paragraph of", given.sizes, KINDS,
            lambda pair, size: max(cost(given.daf, folder, pair * size, given.runs) - idle, 0.001), negligible=0)
    sys.exit(0 if is_linear else 1)


if __name__ == "__main__":
    main()
