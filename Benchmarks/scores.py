#!/usr/bin/env python3
"""scores.py DAF [--shared ../shared] [--out FOLDER]: how well conversion restores the papers at hand.

Each paper is converted and compared with its restored text; beside each figure stands, in brackets, what the raw text
gives without conversion. 1 is perfect. The papers and the measure (score.py says what each figure means) are not part
of this repository; where they are not at hand, the program says so. Prints Markdown tables.
"""
import argparse
import importlib.util
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

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
        """The round-trip texts: (extractor, scores, raw scores) for each."""
        folder = self.shared / "round-trip"
        # What the printed text cannot show (emphasis, an empty heading of the notes) is taken off as run.py does.
        relax = None
        if (folder / "run.py").exists():
            sys.path.insert(0, str(self.shared))
            relax = load(folder / "run.py", "round_trip_run").relax
        rows = []
        for source in sorted((folder / "extracted").glob("*.txt")):
            paper, typesetter, extractor = source.stem.split(".", 2)
            gold = (folder / "gold" / f"{paper}.{typesetter}.md").read_text("utf-8")
            found = self.converted(source)
            rows.append((extractor, self.score.score(gold, relax(found) if relax else found),
                         self.score.score(gold, source.read_text("utf-8", errors="replace"))))
        return rows


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
        print(f"\n{len(rows)} round-trip texts, medians by extractor (and as extracted):\n")
        print("| extractor | texts | " + " | ".join(ROUND_TRIP) + " |\n| --- | --: |" + " --: |" * len(ROUND_TRIP))
        for extractor in [*sorted({row[0] for row in rows}), "all"]:
            chosen = [row for row in rows if extractor in (row[0], "all")]
            cells = [figure(median([row[1] for row in chosen], key), median([row[2] for row in chosen], key) or 0)
                     for key in ROUND_TRIP]
            print(f"| {extractor} | {len(chosen)} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
