#!/usr/bin/env python3
"""same.py OLD NEW [FOLDER...]: whether two builds of daf make the same articles of the same papers, byte for byte.

Every text file of the folders is converted by both programs (without folders: the papers at hand in ../shared). Prints
the papers whose articles differ, with the first line that does, and how many were compared. Exit status 1 where one
differs. It is the gate for changes of the converter that are to change nothing of what it makes.
"""
import argparse
import concurrent.futures
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
FOLDERS = ["papers", "round-trip/extracted", "layouts/extracted", "cases/texts"]


def converted(daf, paper, folder):
    target = folder / "article.md"
    done = subprocess.run([daf, "convert", paper, "--output", target], capture_output=True, text=True, timeout=300,
                          check=False)
    return target.read_text("utf-8") if target.exists() else f"status {done.returncode}"


def difference(old, new, paper):
    """The first line that differs, as two; none where the articles are the same."""
    articles = []
    for daf in (old, new):
        with tempfile.TemporaryDirectory() as folder:
            articles.append(converted(daf, paper, Path(folder)))
    if articles[0] == articles[1]:
        return None
    lines = [article.splitlines() for article in articles]
    for pair in zip(*lines):
        if pair[0] != pair[1]:
            return pair
    longer = max(lines, key=len)[min(map(len, lines)):]
    return ("", longer[0]) if len(lines[0]) < len(lines[1]) else (longer[0], "")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("old", type=Path)
    options.add_argument("new", type=Path)
    options.add_argument("folders", type=Path, nargs="*")
    given = options.parse_args()
    folders = given.folders or [SHARED / name for name in FOLDERS]
    papers = [paper for folder in folders for paper in sorted(folder.glob("**/*.txt"))
              if not paper.name.endswith(".expected.txt")]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda paper: difference(given.old.resolve(), given.new.resolve(), paper), papers))
    differing = 0
    for paper, pair in zip(papers, found):
        if pair is not None:
            differing += 1
            print(f"{paper.name}\n  - {pair[0][:200]}\n  + {pair[1][:200]}")
    print(f"{len(papers)} papers, {differing} differ.")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
