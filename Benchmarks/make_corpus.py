#!/usr/bin/env python3
"""make_corpus.py FOLDER: typesets original papers in many layouts and reads the PDFs back, for unseen.py to measure.

Makes three folders: `fit` (papers of papers/fit and the sample publication in the layouts of layout.FIT, on which rules
and weights are made), `held` (papers of papers/held in those of layout.HELD, which nobody looks at) and `known` (papers of
papers/held in the layouts of round_trip.py). Of each paper in each layout there are the PDF, the gold
(PAPER.LAYOUT.md, with the page breaks of that PDF) and a text of each extractor (PAPER.LAYOUT.EXTRACTOR.txt).
What is there already is left. Papers, names and addresses are invented.
"""
import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "Benchmarks"))

from typeset import pages, programs  # noqa: E402
from typeset.layout import FIT, HELD, KNOWN  # noqa: E402
from typeset.paper import Paper  # noqa: E402

EXTRACTORS = ["pdftotext", "mutool", "pymupdf", "pypdf", "pdfium", "pdfplumber"]
SAMPLES = ["third-quay", "desert-oases", "reclaimed-water"]


def papers(kind):
    return [Paper(path.read_text("utf-8"), path.stem) for path in sorted((REPOSITORY / "Benchmarks/papers" / kind).glob("*.md"))]


def jobs():
    samples = [Paper((REPOSITORY / "Articles" / name / "article.md").read_text("utf-8"), name) for name in SAMPLES]
    for kind, layouts, chosen in [("fit", FIT, papers("fit") + samples), ("held", HELD, papers("held")),
                                  ("known", KNOWN, papers("held"))]:
        yield from ((kind, paper, layout) for paper in chosen for layout in layouts)


def make(folder, kind, paper, layout):
    """Sets one paper in one layout, and reads it back by every extractor."""
    pdf = folder / kind / f"{paper.name}.{layout.name}.pdf"
    gold = pdf.with_suffix(".md")
    if gold.exists():
        return
    programs.TYPESETTERS[layout.engine](paper, pdf, layout)
    for name in EXTRACTORS:
        if name in programs.EXTRACTORS:
            text = programs.EXTRACTORS[name](str(pdf))
            pdf.with_suffix(f".{name}.txt").write_bytes(text.encode("utf-8", "replace"))
    gold.write_text(pages.gold(paper, pdf, layout), "utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder.resolve()
    for kind in ("fit", "held", "known"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    chosen = [(kind, paper, layout) for kind, paper, layout in jobs() if layout.engine in programs.TYPESETTERS]
    with ProcessPoolExecutor(2) as pool:
        done = [pool.submit(make, folder, *job) for job in chosen]
        for (kind, paper, layout), job in zip(chosen, done):
            if fault := job.exception():
                print(f"{kind} {paper.name} {layout.name}: {fault}", file=sys.stderr)
    print(f"{sum(1 for _ in folder.glob('*/*.txt'))} texts of {sum(1 for _ in folder.glob('*/*.pdf'))} PDFs in {folder}")


if __name__ == "__main__":
    main()
