#!/usr/bin/env python3
"""fit_front.py DUMPS CORPUS SWIFT: fits the weights by which the lines of a paper's front are told apart.

DUMPS is a file of JSON lines, `{"path": TEXT, "lines": [{"t": words, "f": [features]}, …]}`, one for each text of CORPUS
(make_corpus.py, folder fit). The line's part is found by comparing its words with the gold's front matter. An averaged
structured perceptron goes on from the weights of SWIFT (FrontCalibration.swift), is held to them by a decay, and writes
them back. Prints the share of lines told right before and after, on two layouts that it was not fitted on.
"""
import json
import random
import re
import sys
from collections import defaultdict
from pathlib import Path

import yaml

PARTS = ["series", "title", "subtitle", "author", "affiliation", "email", "date", "abstract-label", "abstract", "keywords", "body"]
KEPT_ASIDE = ("small", "bare")
RATE, EPOCHS, DECAY = 0.01, 3, 0.01
ALONE = -4.0


def words(text):
    return re.findall(r"[^\W\d_]+|\d+", str(text))


def fields(gold):
    front = re.match(r"---\n(.*?)\n---\n(.*)", gold, re.DOTALL)
    meta = yaml.safe_load(front[1])
    citation = meta.get("citation", {})
    authors = meta.get("author", [])
    found = {"title": meta["title"], "subtitle": meta.get("subtitle", ""),
             "series": " ".join([citation.get("container-title", ""), *citation.get("editor", [])]),
             "author": " ".join(author["name"] for author in authors),
             "affiliation": " ".join(" ".join(author.get("affiliation", [])) for author in authors),
             "abstract": meta.get("abstract", ""), "keywords": " ".join(meta.get("keywords", [])), "body": front[2][:6000]}
    return {part: set(words(text)) for part, text in found.items() if text}


def gold_parts(lines, known):
    """The part of each line, `None` where the gold does not tell it."""
    parts, is_body = [], False
    for line in lines:
        found, features = words(line["t"]), line["f"]
        if is_body:
            parts.append("body")
            continue
        if "is-address" in features:
            parts.append("email")
        elif "abstract-word" in features:
            parts.append("abstract-label")
        elif "keywords" in features:
            parts.append("keywords")
        else:
            shares = {part: sum(word in held for word in found) / max(1, len(found)) for part, held in known.items()}
            order = ["title", "author", "subtitle", "affiliation", "series", "keywords", "abstract", "body"]
            best = max((part for part in order if part in shares), key=lambda part: (round(shares[part], 1), -order.index(part)))
            certain = shares[best] >= 0.75 and len(found) > 0
            if not certain and "date" in features:
                best, certain = "date", True
            parts.append(best if certain else None)
            is_body = certain and best == "body" and len(found) > 4
    return parts


class Weights:
    def __init__(self, source):
        self.line, self.order = defaultdict(float), defaultdict(float)
        body = source[source.index("static let frontLines"):]
        for part, block in re.findall(r"\.(\w+): \[(.*?)\n?\s*\],?", body, re.DOTALL):
            for feature, weight in re.findall(r'"([\w-]+)": (-?[\d.]+)', block):
                self.line[self.hyphened(part), feature] = float(weight)
        before = source[source.index("static let frontOrder"):source.index("static let frontLines")]
        for start, block in re.findall(r'"([\w-]+)": \[(.*?)\]', before, re.DOTALL):
            for part, weight in re.findall(r"\.(\w+): (-?[\d.]+)", block):
                self.order[start, self.hyphened(part)] = float(weight)
        self.changes = [float(re.search(name + r" = (-?[\d.]+)", source)[1]) for name in ("frontChangeInBlock", "frontChangeInSentence")]

    @staticmethod
    def hyphened(part):
        return "abstract-label" if part == "abstractLabel" else part

    def step(self, start, part, features):
        if start == "body":
            return 0.0 if part == "body" else -100.0
        weight = self.order.get((start, part), ALONE)
        if start not in (part, "start"):
            weight += self.changes[0] * ("inside-block" in features)
            weight += self.changes[1] * (start == "abstract" and "below-sentence" not in features)
        return weight

    def emit(self, part, features):
        return sum(self.line.get((part, feature), 0.0) for feature in features)

    def best(self, lines, allowed):
        scores, back = {"start": 0.0}, []
        for line, only in zip(lines, allowed):
            following, sources = {}, {}
            # Parts far behind the best never come up again.
            highest = max(scores.values())
            kept = [(start, score) for start, score in scores.items() if score > highest - 12]
            for part in [only] if only else PARTS:
                score, source = max((score + self.step(start, part, line["f"]), start) for start, score in kept)
                following[part] = score + self.emit(part, line["f"])
                sources[part] = source
            scores = following
            back.append(sources)
        part = max(scores, key=scores.get)
        path = []
        for sources in reversed(back):
            path.append(part)
            part = sources[part]
        return path[::-1]


def accuracy(weights, papers):
    right = total = 0
    for lines, parts in papers:
        found = weights.best(lines, [None] * len(lines))
        pairs = [(one, other) for one, other in zip(found, parts) if other and other != "body"]
        right += sum(one == other for one, other in pairs)
        total += len(pairs)
    return right / max(1, total)


def fit(weights, papers):
    first = dict(weights.line), dict(weights.order)
    sums = defaultdict(float), defaultdict(float)
    steps = 0
    for _ in range(EPOCHS):
        random.shuffle(papers)
        for lines, parts in papers:
            found, target = weights.best(lines, [None] * len(lines)), weights.best(lines, parts)
            for sign, path in ((RATE, target), (-RATE, found)):
                before = "start"
                for line, part in zip(lines, path):
                    for feature in line["f"]:
                        weights.line[part, feature] += sign
                    if before != "body":
                        weights.order[before, part] = weights.order.get((before, part), ALONE) + sign
                    before = part
            steps += 1
            for table, start, total in zip((weights.line, weights.order), first, sums):
                for key in table:
                    table[key] -= DECAY * (table[key] - start.get(key, 0 if table is weights.line else ALONE))
                    total[key] += table[key]
    for table, total in zip((weights.line, weights.order), sums):
        for key in table:
            table[key] = total[key] / steps


def swift(weights, source):
    def name(part):
        return "abstractLabel" if part == "abstract-label" else part

    def rows(pairs):
        shown = [f"{key}: {weight:.2f}" for key, weight in sorted(pairs) if abs(weight) >= 0.05]
        return ", ".join(shown) if shown else ":"

    order = ",\n".join(
        f'    "{start}": [' + rows((f".{name(part)}", weights.order[start, part]) for part in PARTS
                                    if (start, part) in weights.order and weights.order[start, part] > -3.95) + "]"
        for start in ["start", *PARTS[:-1]])
    lines = ",\n".join(
        f"    .{name(part)}: [" + rows((f'"{feature}"', weight) for (held, feature), weight in weights.line.items() if held == part) + "]"
        for part in PARTS)
    head, changes = source[:source.index("  static let frontOrder")], source[source.index("  /// A part of the front changes"):]
    changes = changes[:changes.index("  static let frontLines")]
    return (f"{head}  static let frontOrder: [String: [FrontPart: Double]] = [\n{order},\n  ]\n\n{changes}"
            f"  static let frontLines: [FrontPart: [String: Double]] = [\n{lines},\n  ]\n}}\n")


def main():
    dumps, corpus, target = (Path(argument) for argument in sys.argv[1:4])
    random.seed(1)
    fitted, aside = [], []
    for row in map(json.loads, dumps.read_text("utf-8").splitlines()):
        paper, layout = Path(row["path"]).name.split(".")[:2]
        gold = corpus / "fit" / f"{paper}.{layout}.md"
        lines = row["lines"][:30]
        parts = gold_parts(lines, fields(gold.read_text("utf-8")))
        (aside if layout in KEPT_ASIDE else fitted).append((lines, parts))
    source = target.read_text("utf-8")
    weights = Weights(source)
    print(f"before: {accuracy(weights, fitted):.3f} of {len(fitted)} fronts, {accuracy(weights, aside):.3f} of {len(aside)} kept aside")
    fit(weights, fitted)
    print(f"after: {accuracy(weights, fitted):.3f}, {accuracy(weights, aside):.3f} kept aside")
    target.write_text(swift(weights, source), "utf-8")


if __name__ == "__main__":
    main()
