#!/usr/bin/env python3
"""growth.py DAF [--sizes 1250,5000]: what a publication costs as one thing in it grows.

For each kind a publication is built with so many of it. CPU time is that of the process (user and system, from wait4),
less that of a publication of one article. The last column is how many times longer the largest took than the smallest,
and what that would be if time grew with the number alone. Ends with status 1 where a kind takes more than twice that.
Prints a Markdown table.
"""
import argparse
import sys
import tempfile
from pathlib import Path

from build import measured


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
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("--sizes", default="1250,5000")
    given = options.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    expected = sizes[-1] / sizes[0]
    daf = given.daf.resolve()
    print(f"| | {' | '.join(f'{size:,}' for size in sizes)} | growth, of {expected:g} |")
    print("| --- |" + " --: |" * (len(sizes) + 1))
    empty = cost(daf, [article()])
    is_linear = True
    for kind, make in KINDS.items():
        times = [max(0.02, cost(daf, make(size)) - empty) for size in sizes]
        growth = times[-1] / times[0]
        # What takes a hundredth of a second is not measured by it.
        is_linear = is_linear and (growth <= 2 * expected or times[-1] < 0.1)
        print(f"| {kind} | {' | '.join(f'{time:.2f} s' for time in times)} | {growth:.1f} |", flush=True)
    sys.exit(0 if is_linear else 1)


if __name__ == "__main__":
    main()
