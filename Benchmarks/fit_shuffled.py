#!/usr/bin/env python3
"""fit_shuffled.py TEXT... [--write FILE]: fits the weights by which shuffled lines are read.

Each TEXT is running text, a passage a line. Its words are set in lines, the lines damaged by the known rule
(shuffled.py), and the weights of two logistic regressions fitted on them: what stands at the border of two tokens (the
same run, a wide gap, another run), and whether a token is cut at a place. `ShuffledFeatures` in Sources/Conversion
makes the same features. --write writes Calibration+ShuffledLines.swift.
"""
import argparse
import random
import sys
from collections import Counter
from pathlib import Path

import numpy
import wordfreq

from shuffled import damage, printed_lines

sys.path.insert(0, str(Path(__file__).parent.parent / "Tools"))
from language_tokens import LETTER, SAME  # noqa: E402

LETTERS = frozenset(chr(code) for start, end in ((0x5D0, 0x5EA), (0x621, 0x63A), (0x641, 0x64A)) for code in range(start, end + 1))
FINALS = frozenset("םןףץךةى")
PREFIXES = frozenset("ולבשמהכוبلفكس")
LISTS = {}


def level(word):
    """How common a word is: h, m, l, or n for one that is not used."""
    language = "he" if "\u0590" < word[0] < "\u0600" else "ar"
    if language not in LISTS:
        LISTS[language] = {}
        for cents, words in enumerate(wordfreq.get_frequency_list(language, "large")):
            for item in words:
                LISTS[language].setdefault(item, 10 ** (-cents / 100))
    frequency = LISTS[language].get(word, 0)
    return "h" if frequency > 1e-5 else "m" if frequency > 3e-7 else "l" if frequency > 1e-8 else "n"


def kind(sign):
    if sign in LETTERS:
        return "H"
    if sign.isalpha():
        return "L"
    if sign.isdigit():
        return "D"
    if sign in "\"'״׳”“’":
        return "q"
    if sign in "()[]{}«»":
        return "b"
    if sign in "-–—־":
        return "h"
    return "p"


def token_kind(token):
    """What a token is to the borders beside it: Latin, number, sign, one letter, a letter with a sign, two, a word."""
    letters = sum(sign in LETTERS for sign in token)
    if letters == 0:
        return "L" if any(sign.isalpha() for sign in token) else "D" if any(sign.isdigit() for sign in token) else "P"
    if letters == 1:
        return "1" if len(token) == 1 else "q"
    return "2" if letters == 2 else "w"


def is_unknown(token):
    word = "".join(sign for sign in token if sign in LETTERS)
    return bool(word) and level(word) == "n"


def border_features(tokens, gaps):
    """The features of each gap of a line: tokens are texts, gaps the spaces after each."""
    outer = [min(gap, 4) for gap in gaps[:-1]]
    wide = sum(gap > 1 for gap in outer)
    share = wide / max(1, len(outer))
    sort = "0" if wide == 0 else "S" if share > 0.6 else "M" if share > 0.3 else "m" if share > 0.12 else "P"
    stretched = "S" if wide > len(outer) - wide else "P"
    odd = next((index for index, gap in enumerate(outer) if gap in (1, 3)), None)
    kinds = [token_kind(token) for token in tokens]
    rows = []
    for index, gap in enumerate(outer):
        place = "none" if odd is None else "before" if index < odd else "first" if index == odd else "after"
        left, right = kinds[index], kinds[index + 1]
        small = "s" if left in "P1q" or right in "P1q" else "-"
        foreign = "f" if left in "LD" or right in "LD" else "-"
        base = f"{stretched}{gap}"
        row = [f"gap{gap}", f"sort{sort}{gap}", f"place{base}{place}", f"beside{base}{place}{small}{foreign}",
               f"left{base}{left}", f"right{base}{right}",
               f"back{gap}{outer[index - 1] if index else 'x'}", f"on{gap}{outer[index + 1] if index + 1 < len(outer) else 'x'}"]
        if is_unknown(tokens[index]):
            row.append(f"unknown-left{base}")
        if is_unknown(tokens[index + 1]):
            row.append(f"unknown-right{base}")
        rows.append(row)
    return rows


def cut_features(token):
    """The features of each place inside a token, between its signs."""
    rows = []
    kinds = [kind(sign) for sign in token]
    for place in range(1, len(token)):
        left, right = kinds[place - 1], kinds[place]
        where = lambda name, at: name if name in "HLD" else name + ("<" if at == 0 else ">" if at == len(token) - 1 else "")
        row = [f"pair{where(left, place - 1)}{where(right, place)}"]
        if left == right == "H":
            start, end = place, place
            while start > 0 and kinds[start - 1] == "H":
                start -= 1
            while end < len(token) and kinds[end] == "H":
                end += 1
            whole, before, after = level(token[start:end]), level(token[start:place]), level(token[place:end])
            size = end - start
            row += [f"whole-{whole}", f"before-{before}", f"after-{after}", f"parts-{whole}{before}{after}",
                    f"length-{min(size, 12) // 2}", f"length-{'k' if whole != 'n' else 'n'}{min(size, 12) // 2}"]
            if token[place - 1] in FINALS:
                row.append("final-before")
            if any(sign in FINALS for sign in token[start:end - 1]):
                row.append("final-inside")
            if place - start == 1:
                row.append(f"lone-before-{token[start]}")
            if end - place == 1:
                row.append(f"lone-after-{token[place]}")
        rows.append(row)
    return rows


def fit(rows, classes, penalty):
    """Weights of a multinomial logistic regression: rows of (features, class); the first class has none."""
    counts = Counter(name for features, _ in rows for name in features)
    names = sorted(name for name, count in counts.items() if count >= 8)
    index = {name: place for place, name in enumerate(names)}
    matrix = [[index[name] for name in features if name in index] for features, _ in rows]
    size = max(map(len, matrix))
    flat = numpy.full((len(rows), size), len(names))
    for row, items in enumerate(matrix):
        flat[row, :len(items)] = items
    target = numpy.array([classes.index(label) for _, label in rows])
    beta = numpy.zeros((len(classes), len(names) + 2))
    squares = numpy.full_like(beta, 1e-8)
    rng = numpy.random.default_rng(1)
    bias = len(names) + 1
    for epoch in range(14):
        order = rng.permutation(len(rows))
        for start in range(0, len(rows), 512):
            batch = order[start:start + 512]
            items = flat[batch]
            score = beta[:, items].sum(axis=2).T + beta[:, bias]
            score -= score.max(axis=1, keepdims=True)
            share = numpy.exp(score)
            share /= share.sum(axis=1, keepdims=True)
            share[numpy.arange(len(batch)), target[batch]] -= 1
            gradient = penalty * beta * len(batch) / len(rows)
            for group in range(1, len(classes)):
                numpy.add.at(gradient[group], items.ravel(), numpy.repeat(share[:, group], size))
                gradient[group, bias] += share[:, group].sum()
            gradient[0] = 0
            gradient[:, len(names)] = 0
            squares += gradient ** 2
            beta -= 0.5 / (1 + epoch * 0.3) * gradient / numpy.sqrt(squares)
    score = beta[:, flat].sum(axis=2).T + beta[:, bias]
    score -= score.max(axis=1, keepdims=True)
    share = numpy.exp(score)
    share /= share.sum(axis=1, keepdims=True)
    loss = -numpy.log(share[numpy.arange(len(rows)), target]).mean()
    print(f"{len(rows)} rows, {len(names)} features, right {(share.argmax(axis=1) == target).mean():.3f}, loss {loss:.3f}")
    return {label: {"bias": beta[place, bias], **{name: beta[place, index[name]] for name in names}}
            for place, label in enumerate(classes) if place}


def rows_of(lines, rng):
    borders, cuts, spaces = [], [], Counter()
    for line in lines:
        text, tokens, labels, ends = damage(line.translate(QUOTES), rng)
        texts = ["".join(text[a:b] for a, b in pieces).replace("\u00A0", " ") for pieces, _ in tokens]
        texts = [token.replace(" ", "_") for token in texts]
        gaps = [gap for _, gap in tokens]
        if len(texts) < 2:
            continue
        # Latin words of one run are one piece here; the source parts them.
        firsts, place = [], 0
        for pieces, _ in tokens:
            firsts.append(labels[place])
            place += len(pieces)
        borders += list(zip(border_features(texts, gaps), firsts[1:]))
        for token, (pieces, _) in zip(texts, tokens):
            places, size = set(), 0
            for a, b in pieces[:-1]:
                size += b - a
                places.add(size)
            cuts += [(row, "cut" if index in places else "whole") for index, row in enumerate(cut_features(token), 1)]
        # Whether a space was printed where one run follows another, by the gap behind the earlier one.
        spans = {}
        for index, (pieces, gap) in enumerate(tokens):
            for number, (a, b) in enumerate(pieces):
                is_last = index == len(tokens) - 1 and number == len(pieces) - 1
                spans[b] = "end" if is_last else min(gap, 4) if number == len(pieces) - 1 else 0
        place = 0
        starts = {a: labels[n] for n, (a, b) in enumerate(s for pieces, _ in tokens for s in pieces)}
        for end, gap in spans.items():
            after = end + 1 if end < len(text) and text[end] == " " else end
            if end in ends and after in starts:
                spaces[gap, after > end] += 1
    return borders, cuts, spaces


QUOTES = str.maketrans({"״": '"', "“": '"', "”": '"', "׳": "'", "’": "'"})


def swift(name, weights, comment):
    lines = [f"  /// {comment}", f"  static let {name} = Weights(", f"    bias: {weights['bias']:.2f},", "    weights: ["]
    lines += [f'      "{key}": {value:.2f},' for key, value in sorted(weights.items()) if key != "bias" and abs(value) >= 0.02]
    return lines + ["    ])"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("text", nargs="+")
    parser.add_argument("--write")
    parser.add_argument("--lines", type=int, default=6000)
    given = parser.parse_args()
    rng = random.Random(17)
    lines = []
    for path in given.text:
        texts = [text for text in Path(path).read_text().split("\n") if text.strip()]
        lines += list(printed_lines(texts, rng))[:given.lines]
    borders, cuts, spaces = rows_of(lines, rng)
    print(len(lines), "lines", Counter(label for _, label in borders))
    border = fit(borders, ["N", "S", "R"], 1.0)
    cut = fit(cuts, ["whole", "cut"], 1.0)
    table = {}
    for gap in (0, 1, 2, 3, 4, "end"):
        yes, no = spaces[gap, True], spaces[gap, False]
        table[gap] = (yes + 1) / (yes + no + 2)
        print("space", gap, yes, no, round(table[gap], 2))
    if given.write:
        out = ["/// The weights by which shuffled lines are read, in log-odds.", "///",
               f"/// Written by `Benchmarks/fit_shuffled.py`, which damages sound lines by the known rule ({len(lines)} lines here) and",
               "/// fits logistic regressions (L2 penalty 1) on them.", "extension Calibration {"]
        out += swift("wideGap", border["S"], "Whether a new piece begins at a gap, beside the same run going on.") + [""]
        out += swift("runBorder", border["R"], "Whether a new run begins at a gap, beside the same run going on.") + [""]
        out += swift("cut", cut["cut"], "Whether a token is cut at a place.") + [""]
        out += ["  /// How likely a space was printed where one run follows another, by the spaces behind the",
                "  /// earlier one: none to four, and the end of the line.",
                "  static let spaceAfterRun: [Double] = [" + ", ".join(f"{value:.2f}" for value in table.values()) + "]", "}"]
        Path(given.write).write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
