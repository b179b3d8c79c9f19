#!/usr/bin/env python3
"""fit_conversion.py DAF CORPUS [--write FILE [--doubts]]: fits the weights by which the converter decides.

CORPUS is what make_corpus.py made: its folder `fit` holds texts as extractors leave them and the articles that they
come from; the round-trip texts of ../shared are taken as well. Each text's choices (`daf dump --decisions`)
are compared with its article: whether two lines stand in one paragraph, whether a short block is a heading, whether a
block or a note is right. A choice that the article cannot tell of is left out. The weights are those of a logistic
regression with an L2 penalty; the figures are of papers that the weights they were measured with have not seen (each
paper left out in turn). --write writes Calibration.swift.
"""
import argparse
import bisect
import math
import os
import re
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy

from scores import REPOSITORY, load

MODELS = {"paragraphGoesOn": "paragraph-end", "heading": "block-kind", "wrongBlock": "block", "wrongNote": "note"}
PENALTY = 3.0
# Doubts have many features that few blocks show.
LIGHT_PENALTY = 1.0
# Of the right blocks; the layouts made for fitting are harder than most, where more are marked than elsewhere.
FALSE = 0.08
WORDS = 3


def sources(corpus, shared):
    """(paper, text, gold) of every text whose article is known."""
    for text in sorted((corpus / "fit").glob("*.txt")):
        paper, layout, _ = text.stem.split(".", 2)
        yield paper, text, corpus / "fit" / f"{paper}.{layout}.md"
    yield from round_trip(shared)


def round_trip(shared):
    """The same of the round-trip texts."""
    for text in sorted((shared / "round-trip/extracted").glob("*.txt")):
        paper, typesetter, _ = text.stem.split(".", 2)
        yield paper, text, shared / f"round-trip/gold/{paper}.{typesetter}.md"


def decisions(daf, text, environment):
    """The choices of a conversion: (kind, features, words, log-odds of yes). Yes is: goes on, heading, wrong."""
    done = subprocess.run([daf, "dump", "--decisions", text], capture_output=True, text=True, timeout=300, check=False,
                          env=environment)
    rows = []
    for line in done.stdout.split("\n"):
        parts = line.split("\t")
        if len(parts) == 7:
            kind = re.match(r"[a-z-]+?(?=-[0-9a-f]+(-\d+)?$)", parts[0])
            odds = float(parts[4]) * (1 if re.search("joined|heading|wrong", parts[3]) else -1)
            rows.append((kind.group(0) if kind else "", [name for name in parts[5].split(",") if name and name != "rule"],
                         parts[6], odds))
    return rows


def letters(text):
    """A text's words, of their letters alone."""
    return [word for word in (re.sub(r"[\W\d_]", "", piece) for piece in text.split()) if word]


class Gold:
    """An article, to be asked what stands in it."""

    def __init__(self, text, score):
        document = score.Document(text)
        self.blocks = [(kind, score.normal(words)) for kind, _, words in document.blocks]
        self.texts = {words for _, words in self.blocks}
        self.headings = {"".join(letters(words)) for kind, words in self.blocks if kind == "heading"}
        self.notes = {score.plain(words) for words in document.notes.values()}
        self.words, self.starts = [], set()
        for _, words in self.blocks:
            self.starts.add(len(self.words))
            self.words += letters(words)
        self.places = defaultdict(list)
        for index, word in enumerate(self.words):
            self.places[word].append(index)
        self.running = " ".join(self.words)
        self.normal = score.normal

    def goes_on(self, last, following):
        """Whether two lines stand in one block; None where they do not stand side by side."""
        before, after = letters(last)[-WORDS:], letters(following)[:WORDS]
        if not before or not after:
            return None
        found = set()
        for place in self.places[after[0]]:
            if self.words[place:place + len(after)] == after and self.words[max(0, place - len(before)):place] == before:
                found.add(place not in self.starts)
        return found.pop() if len(found) == 1 else None

    def is_heading(self, text):
        """Whether a short block is a heading; None where the article does not have its words."""
        words = letters(text)
        if "".join(words) in self.headings:
            return True
        return False if " ".join(words) in self.running else None

    def label(self, kind, text):
        if kind == "paragraph-end":
            last, _, following = text.partition("⏎")
            return self.goes_on(last, following)
        if kind == "block-kind":
            return self.is_heading(text)
        if kind == "block":
            return self.normal(text) not in self.texts
        return self.normal(text) not in self.notes if kind == "note" else None


def fit(rows, weight=PENALTY):
    """The weights of a logistic regression: rows of (features, label, …)."""
    names = sorted({name for features, *_ in rows for name in features})
    index = {name: place + 1 for place, name in enumerate(names)}
    indices = [[0] + [index[name] for name in features] for features, *_ in rows]
    flat = numpy.concatenate([numpy.array(row) for row in indices])
    owner = numpy.repeat(numpy.arange(len(rows)), [len(row) for row in indices])
    labels = numpy.array([float(row[1]) for row in rows])
    beta = numpy.zeros(len(names) + 1)
    penalty = numpy.full(len(names) + 1, weight)
    penalty[0] = 0.01
    # Newton's method with the whole Hessian: there are some hundred features.
    matrix = numpy.zeros((len(rows), len(names) + 1))
    matrix[owner, flat] = 1
    for _ in range(30):
        probability = 1 / (1 + numpy.exp(-numpy.clip(matrix @ beta, -30, 30)))
        gradient = matrix.T @ (probability - labels) + penalty * beta
        hessian = (matrix * (probability * (1 - probability))[:, None]).T @ matrix + numpy.diag(penalty)
        step = numpy.linalg.solve(hessian, gradient)
        beta -= step
        if numpy.abs(step).max() < 1e-4:
            break
    return {"bias": beta[0], **{name: beta[place] for name, place in index.items()}}


def total(weights, features):
    return weights["bias"] + sum(weights.get(name, 0) for name in features)


def held_out(groups, weight=PENALTY):
    """The scores of rows by weights that have not seen their paper: (score, label, text)."""
    scored = []
    for paper in groups:
        others = [row for other, rows in groups.items() if other != paper for row in rows]
        weights = fit(others, weight)
        scored += [(total(weights, features), label, text) for features, label, text in groups[paper]]
    return scored


def report(name, scored):
    right = sum((score > 0) == label for score, label, *_ in scored) / len(scored)
    print(f"\n{name}: {len(scored)} choices, {sum(row[1] for row in scored)} of them yes; right {right:.4f}\n")
    print("| probability | choices | found |\n| --- | --: | --: |")
    for low in (0, .02, .05, .1, .2, .35, .5, .65, .8, .9, .95, .98):
        bounds = [0, .02, .05, .1, .2, .35, .5, .65, .8, .9, .95, .98, 1.01]
        high = bounds[bisect.bisect_right(bounds, low)]
        labels = [label for score, label, *_ in scored if low <= 1 / (1 + math.exp(-max(-30, min(30, score)))) < high]
        if labels:
            print(f"| {low:.2f}–{min(high, 1):.2f} | {len(labels)} | {sum(labels) / len(labels):.2f} |")


def labelled(daf, chosen, score):
    """Every choice of which the article tells: (model, paper, text, features, log-odds of yes, whether it is so)."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda row: decisions(daf, row[1], dict(os.environ)), chosen))
    for (paper, text, path), rows in zip(chosen, found):
        gold = Gold(path.read_text("utf-8"), score)
        for kind, features, words, odds in rows:
            name = next((name for name, of in MODELS.items() if of == kind), None)
            label = gold.label(kind, words) if name else None
            if label is not None:
                yield name, paper, text.name, features, odds, label


def calibration(daf, chosen, score):
    """Prints how often what the converter decided was so, by how likely it took it to be; chosen as `sources` gives them."""
    scored = defaultdict(list)
    for name, _, _, _, odds, label in labelled(daf, chosen, score):
        scored[name].append((odds, label))
    for name, rows in sorted(scored.items()):
        report(name, rows)


def limit(scored, by_text):
    """The score above which so many of the right ones are marked (`FALSE`), of all or in a text of the middle kind.

    A text whose order is lost has few right blocks, and they look like the wrong ones: one share of them all would be that
    of the worst texts.
    """
    right = defaultdict(list)
    for score, label, text in scored:
        if not label:
            right[text if by_text else ""].append(score)
    edges = sorted({round(score, 2) for score, _, _ in scored})

    def marked(edge):
        return numpy.median([sum(score > edge for score in scores) / len(scores) for scores in right.values()])

    place = bisect.bisect_left(edges, True, key=lambda edge: bool(marked(edge) <= FALSE))
    edge = edges[min(place, len(edges) - 1)]
    shares = [sum(score > edge for score, label, _ in scored if label == kind) / max(1, sum(label == kind for _, label, _ in scored))
              for kind in (True, False)]
    print(f"limit {edge:.2f}: {shares[0]:.3f} of the wrong found, {shares[1]:.3f} of the right marked")
    return edge


def swift(weights, limits, counts):
    def table(name, what):
        rows = sorted((key, value) for key, value in weights[name].items() if key != "bias" and abs(value) >= 0.05)
        lines = [f"  /// {what}", f"  static let {name} = Weights(", f"    bias: {weights[name]['bias']:.2f},",
                 "    weights: [" if rows else "    weights: [:])"]
        lines += [f'      "{key}": {value:.2f},' for key, value in rows]
        return lines + (["    ])", ""] if rows else [""])
    lines = ["/// The weights and limits by which passes decide, in log-odds.",
             "///",
             "/// Written by `Benchmarks/fit_conversion.py`, which fits them by logistic regression (L2 penalty",
             f"/// {PENALTY:g}, of doubts {LIGHT_PENALTY:g}) on {counts['texts']} texts of {counts['papers']} papers, typeset and extracted by the corpus's",
             "/// programs, whose articles are known. `make fit` writes this file anew.",
             "enum Calibration {"]
    lines += table("paragraphGoesOn", "Whether a paragraph goes on from one line to the next, by `SeamFeatures`.")
    lines += table("heading", "Whether a short block is a heading, by `HeadingFeatures`.")
    lines += table("wrongBlock", "Whether a block is wrong in some way, by `DoubtFeatures`.")
    lines += table("wrongNote", "Whether a note is, likewise.")
    for name, what in (("doubtfulBlock", "Above this score a block is marked: of the right blocks of most texts few are."),
                       ("doubtfulNote", "Above this score a note is marked.")):
        lines += [f"  /// {what}", f"  static let {name} = {limits[name]:.2f}", ""]
    lines += ["  /// Seams with scores as near to 0 as this leave a mark on their line.", "  static let doubtfulSeam = 0.5", "",
              "  /// How much a rule of print speaks beside the features: the corpus has few of the layouts that the",
              "  /// rules were made on, and the two are wrong in different places.", "  static let rule = 1.5", "",
              "  /// Below this score signs that often tell of nothing are not heeded.", "  static let soundBlock = 0.0", "}"]
    return "\n".join(lines) + "\n"


def with_doubts(old, new, counts):
    """A Calibration.swift with another's weights and limits of doubts."""
    for name in ("wrongBlock", "wrongNote"):
        table = re.compile(rf"  static let {name} = Weights\(.*?\n\n", re.S)
        old = table.sub(lambda _: table.search(new).group(0), old, count=1)
    for name in ("doubtfulBlock", "doubtfulNote"):
        value = re.compile(rf"static let {name} = \S+")
        old = value.sub(value.search(new).group(0), old, count=1)
    note = f"/// The weights of doubts were fitted later, on {counts['texts']} texts of {counts['papers']} papers (`--doubts`).\n"
    old = re.sub(r"/// The weights of doubts were fitted later.*\n", "", old)
    return old.replace("enum Calibration {", note + "enum Calibration {", 1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    options.add_argument("--write", type=Path, help="writes Calibration.swift")
    options.add_argument("--every", type=int, default=1, help="takes every nth text")
    options.add_argument("--doubts", action="store_true", help="writes the weights of doubts alone; FILE keeps the others")
    given = options.parse_args()
    score = load(given.shared / "score.py", "score")
    chosen = list(sources(given.corpus, given.shared))[::given.every]
    groups = {name: defaultdict(list) for name in MODELS}
    for name, paper, text, features, _, label in labelled(given.daf.resolve(), chosen, score):
        groups[name][paper].append((features, label, text))
    weights, limits = {}, {}
    for name in MODELS:
        if not groups[name]:
            sys.exit(f"no choices of the kind {MODELS[name]}")
        weight = LIGHT_PENALTY if name.startswith("wrong") else PENALTY
        scored = held_out(groups[name], weight)
        report(name, scored)
        weights[name] = fit([row for rows in groups[name].values() for row in rows], weight)
        if name.startswith("wrong"):
            limits["doubtful" + name.removeprefix("wrong")] = limit(scored, by_text=name == "wrongBlock")
    counts = {"texts": len(chosen), "papers": len({row[0] for row in chosen})}
    if given.write:
        fitted = swift(weights, limits, counts)
        given.write.write_text(with_doubts(given.write.read_text("utf-8"), fitted, counts) if given.doubts else fitted, "utf-8")


if __name__ == "__main__":
    main()
