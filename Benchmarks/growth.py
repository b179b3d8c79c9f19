#!/usr/bin/env python3
"""growth.py DAF [--sizes 1250,5000]: what a publication costs as one thing in it grows.

For each kind a publication is built with so many of it. CPU time is that of the process (user and system, from wait4),
less that of a publication of one article. The last column is how many times longer the largest took than the smallest,
and what that would be if time grew with the number alone. Ends with status 1 where a kind takes more than twice that.
Prints a Markdown table.
"""
import sys
import tempfile
from pathlib import Path

from build import measured
from table import options, print_growth


def article(front="", body="פסקה."):
    return f"---\ntitle: כותרת\nlang: he\n{front}---\n\n{body}\n"


KINDS = {
    "keys that repeat in one front matter": lambda count: [article("keywords: [א]\n" * 4 * count)],
    "unknown keys in one front matter": lambda count: [article("".join(f"key{n}: א\n" for n in range(4 * count)))],
    "articles in one volume": lambda count: [
        article(f"citation: {{volume: 1, page: {n + 1}}}\n") for n in range(count)],
    "keywords, eight an article": lambda count: [
        article(f"keywords: [{', '.join(f'נושא {8 * n + k}' for k in range(8))}]\n") for n in range(count // 4)],
    "articles of one author in one year": lambda count: [
        article("author: נגה ים\ndate: 2020-01-01\n") for _ in range(count)],
    "notes in one article": lambda count: [
        article(body=" ".join(f"מילה[^{n}]" for n in range(count)) + "\n\n"
                + "\n".join(f"[^{n}]: הערה, עמ׳ {n}." for n in range(count)))],
}


def cost(daf, articles):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "publication.yaml").write_text("name: א\nlanguages: [he]\nexports: []\n", "utf-8")
        for number, text in enumerate(articles):
            file = folder / f"Articles/a{number}/article.md"
            file.parent.mkdir(parents=True)
            file.write_text(text, "utf-8")
        return measured([daf, "build", "--quiet"], folder)[0]


def main():
    given = options(__doc__, "1250,5000", "sizes").parse_args()
    empty = cost(given.daf, [article()])
    is_linear = print_growth(
        "", given.sizes, KINDS, lambda make, size: max(0.02, cost(given.daf, make(size)) - empty), negligible=0.1)
    sys.exit(0 if is_linear else 1)


if __name__ == "__main__":
    main()
