#!/usr/bin/env python3
"""round_trip.py DAF [--out FOLDER]: typesets the sample publication, reads the PDFs back, converts, and measures.

Each article of Articles is set by the typesetters that are installed, each PDF is read by the extractors that are, and
each text is converted and compared with the article. Prints a Markdown table of medians by typesetter and extractor.
1 is perfect: `words` in order, `blocks` that stand letter for letter, headings, note marks and page breaks each with the
word before it, the texts of notes.
"""
import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "Benchmarks"))

from typeset import pages, programs  # noqa: E402
from typeset.layout import KNOWN  # noqa: E402
from typeset.measure import KEYS, measure  # noqa: E402
from typeset.paper import Paper  # noqa: E402


def gold_of(paper, typesetter, pdf):
    """Sets a paper; what a conversion of the PDF should give."""
    layout = next(layout for layout in KNOWN if layout.engine == typesetter)
    programs.TYPESETTERS[typesetter](paper, pdf, layout)
    return pages.gold(paper, pdf, layout)


def figures(daf, pdf, extractor, gold):
    """The measure of one extractor's text, converted."""
    text = pdf.with_suffix(f".{extractor.replace(' ', '')}.txt")
    text.write_bytes(programs.EXTRACTORS[extractor](str(pdf)).encode("utf-8", "replace"))
    target = text.with_suffix(".md")
    subprocess.run([daf, "convert", text, "--output", target, "--force"], capture_output=True, timeout=300, check=False)
    return measure(gold, target.read_text("utf-8"))


def median(rows, key):
    values = [row[key] for row in rows if row[key] is not None]
    return f"{statistics.median(values):.3f}" if values else "–"


def row(typesetter, extractor, found):
    print(f"| {typesetter} | {extractor} | {len(found)} | " + " | ".join(median(found, key) for key in KEYS) + " |", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("--out", type=Path, help="keeps sources, PDFs, texts and conversions here")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        out = (given.out or Path(temporary)).resolve()
        out.mkdir(parents=True, exist_ok=True)
        articles = [Paper(path.read_text("utf-8"), path.parent.name)
                    for path in sorted((REPOSITORY / "Articles").glob("*/article.md"))]
        print("| typesetter | extractor | texts | " + " | ".join(KEYS) + " |\n| --- | --- | --: |" + " --: |" * len(KEYS))
        every = []
        for typesetter in programs.TYPESETTERS:
            golds = {out / f"{paper.name}.{typesetter}.pdf": paper for paper in articles}
            golds = {pdf: gold_of(paper, typesetter, pdf) for pdf, paper in golds.items()}
            for extractor in programs.EXTRACTORS:
                found = [figures(given.daf.resolve(), pdf, extractor, gold) for pdf, gold in golds.items()]
                row(typesetter, extractor, found)
                every += found
        row("all", "", every)


if __name__ == "__main__":
    main()
