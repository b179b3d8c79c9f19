#!/usr/bin/env python3
"""scores.py DAF [--shared ../shared] [--out FOLDER]: how well conversion restores the papers at hand.

Each paper is converted and compared with its restored text; beside each figure stands, in brackets, what the raw text
gives without conversion. The round-trip papers are also converted in the ways of others.py, by the same measure. 1 is
perfect. The papers and the measure (score.py says what each figure means) are not part of this repository; where they
are not at hand, the program says so. Prints Markdown tables.
"""
import argparse
import functools
import importlib.util
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import others

REPOSITORY = Path(__file__).resolve().parent.parent
PAPERS = ["text", "words", "lines", "headings", "items", "quotes", "note_refs", "notes", "pages", "meta",
          "doubt_found", "doubt_false"]
ROUND_TRIP = ["text", "words", "lines", "headings", "note_refs", "notes", "items", "pages", "meta"]


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figure(found, raw):
    shown = "–" if found is None else f"{found:.3f}"
    return shown if raw is None else f"{shown} ({raw:.2f})"


def median(rows, key):
    values = [row[key] for row in rows if key in row]
    return statistics.median(values) if values else None


class Measure:
    def __init__(self, daf, shared, out):
        self.daf, self.shared, self.out = daf, shared, out
        self.score = load(shared / "score.py", "score")

    def converted(self, source):
        target = self.out / (source.stem + ".md")
        done = subprocess.run([self.daf, "convert", source, "--output", target], capture_output=True, text=True,
                              timeout=300, check=False)
        if not target.exists():
            print(f"{source.name} was not converted: status {done.returncode}. {done.stderr.strip()[:300]}", file=sys.stderr)
            return ""
        return target.read_text("utf-8")

    def papers(self):
        """The institute's papers, a row for each."""
        rows = []
        for source in sorted((self.shared / "papers").glob("*.txt")):
            gold = source.with_suffix(".md")
            lines = self.score.printed_lines_of(gold)
            text = gold.read_text("utf-8")
            rows.append((source.stem, self.score.score(text, self.converted(source), lines),
                         self.score.score(text, source.read_text("utf-8"), lines)))
        return rows

    def round_trip(self):
        """The round-trip texts: (extractor, scores, scores of the raw text, scores of an afternoon's script) for each."""
        rows = []
        for source in sorted((self.shared / "round-trip/extracted").glob("*.txt")):
            paper, typesetter, extractor = source.stem.split(".", 2)
            gold = self.gold(f"{paper}.{typesetter}")
            text = source.read_text("utf-8", errors="replace")
            rows.append((extractor, self.score.score(gold, self.relax(self.converted(source))),
                         self.score.score(gold, text), self.score.score(gold, self.relax(others.afternoon(text)))))
        return rows

    def pymupdf4llm(self):
        """The scores of pymupdf4llm for each round-trip PDF."""
        return [self.score.score(self.gold(pdf.stem), self.relax(others.pymupdf4llm(pdf, self.out / f"{pdf.stem}.md")))
                for pdf in sorted((self.shared / "round-trip/pdf").glob("*.pdf"))]

    def gold(self, name):
        return (self.shared / f"round-trip/gold/{name}.md").read_text("utf-8")

    def calibration(self):
        """Prints how often the converter's decisions on the round-trip texts are so, by how likely it took them to be."""
        from fit_conversion import calibration, round_trip  # noqa: PLC0415 (it imports this program)
        calibration(self.daf, list(round_trip(self.shared)), self.score)

    @functools.cached_property
    def relax(self):
        """Takes off what the printed text cannot show (emphasis, an empty heading of the notes), as run.py does."""
        sys.path.insert(0, str(self.shared))
        return load(self.shared / "round-trip/run.py", "round_trip_run").relax


def head(first, columns):
    print(f"| {first} | texts | " + " | ".join(columns) + " |\n| --- | --: |" + " --: |" * len(columns))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    options.add_argument("--out", type=Path, help="keeps the conversions here")
    given = options.parse_args()
    if not (given.shared / "score.py").exists():
        print(f"The papers and score.py are not at {given.shared}, so there is nothing to measure. They are no part of "
              "this repository; --shared FOLDER says where they are.")
        return
    with tempfile.TemporaryDirectory() as temporary:
        out = given.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        measure = Measure(given.daf.resolve(), given.shared.resolve(), out)

        print("Papers of an institute, converted (and as extracted):\n")
        print("| paper | " + " | ".join(PAPERS) + " |\n| --- |" + " --: |" * len(PAPERS))
        for name, found, raw in measure.papers():
            cells = [figure(found.get(key), None if key.startswith("doubt") else raw.get(key)) for key in PAPERS]
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)

        rows = measure.round_trip()
        print(f"\n{len(rows)} round-trip texts, medians, by what converts them:\n")
        head("", ROUND_TRIP)
        for name, scores in [("as extracted", [row[2] for row in rows]), ("an afternoon's script", [row[3] for row in rows]),
                             ("pymupdf4llm, from the PDF", measure.pymupdf4llm()), ("Daf", [row[1] for row in rows])]:
            cells = [figure(median(scores, key) or 0, None) for key in ROUND_TRIP]
            print(f"| {name} | {len(scores)} | " + " | ".join(cells) + " |", flush=True)

        print("\nThe same by extractor, converted (and as extracted):\n")
        head("extractor", ROUND_TRIP)
        for extractor in sorted({row[0] for row in rows}):
            chosen = [row for row in rows if row[0] == extractor]
            cells = [figure(median([row[1] for row in chosen], key), median([row[2] for row in chosen], key) or 0)
                     for key in ROUND_TRIP]
            print(f"| {extractor} | {len(chosen)} | " + " | ".join(cells) + " |")

        print("\nHow often decisions are so, by how likely the converter took them to be (the weights were fitted with these "
              "papers; `make fit` prints the same for papers left out):")
        measure.calibration()


if __name__ == "__main__":
    main()
