"""Lines damaged as an edited document's lines are by its extraction: the runs in which a line was drawn stand in reading
order, the words of each as they are seen; the extractor begins a piece at every wide gap inside a run and turns it."""
import random
import re

LETTER = re.compile("[\u05D0-\u05EA\u0621-\u063A\u0641-\u064A]")
LATIN = re.compile(r"[A-Za-z]")


def printed_lines(texts, rng, low=68, high=100):
    """Running texts as lines of a column."""
    width, line, size = rng.randint(low, high), [], 0
    for text in texts:
        for word in text.split():
            if size + len(word) > width and line:
                yield " ".join(line)
                line, size = [], 0
            line.append(word)
            size += len(word) + 1
        if rng.random() < 0.15 and line:
            yield " ".join(line)
            line, size, width = [], 0, rng.randint(low, high)


def _runs(text, rng):
    """The text cut where somebody edited it: each edit is a stretch of words, of a word's letters, or a sign."""
    cuts = set()
    spots = [match.span() for match in re.finditer(r"\S+", text)]
    count = 0
    while count < 9 and rng.random() < (0.86 if count == 0 else 0.66):
        count += 1
        start, end = rng.choice(spots)
        letters = [i for i in range(start, end) if LETTER.match(text[i])]
        kind = rng.random()
        if kind < 0.27 and len(letters) > 2:
            # Letters of a word: mostly a prefix or an ending.
            at = rng.random()
            first, last = letters[0], letters[-1] + 1
            if at < 0.4:
                cuts.add(rng.choice(letters[1:3]))
                if rng.random() < 0.5:
                    cuts.add(first)
            elif at < 0.65:
                cuts.add(rng.choice(letters[-2:]))
                if rng.random() < 0.5:
                    cuts.add(last)
            else:
                low = rng.choice(letters[:-1])
                cuts |= {low, min(last, low + rng.randint(1, 3))}
        elif kind < 0.42:
            signs = [i for i, sign in enumerate(text) if sign in ",.;:?!\"'()-–،؛؟" and 0 < i]
            if signs:
                sign = rng.choice(signs)
                cuts.add(sign)
                if rng.random() < 0.75:
                    cuts.add(sign + 1)
        else:
            index = spots.index((start, end))
            last = spots[min(len(spots) - 1, index + int(rng.expovariate(0.8)))][1]
            inside = rng.random()
            if inside < 0.15 and len(letters) > 2:
                start = rng.choice(letters[1:3])
            cuts |= {start, last}
    pieces, place = [], 0
    for cut in sorted(cuts):
        if not 0 < cut < len(text):
            continue
        # A Latin word or a number is edited as a whole.
        if re.match(r"[\w.,]", text[cut]) and re.match(r"\w", text[cut - 1]) and not (
                LETTER.match(text[cut]) and LETTER.match(text[cut - 1])) and not LETTER.match(text[cut - 1] + text[cut]) and not text[cut] in ".,":
            continue
        # The space goes with the run before it, or with the run after it.
        if text[cut - 1] == " " and rng.random() < 0.38:
            cut -= 1
        elif text[cut] == " " and rng.random() < 0.55:
            cut += 1
        if place < cut < len(text):
            pieces.append((place, cut))
            place = cut
    return pieces + [(place, len(text))]


def damage(line, rng):
    """A damaged line: its tokens as [(pieces, gap after)], a piece being the offsets of its signs in the line; and the
    label before each piece (N, S or R); and where runs end."""
    text = re.sub(r"(?<=[A-Za-z.]) (?=[A-Za-z])", "\u00A0", line)
    kind = rng.random()
    wide = 1.0 if kind < 0.45 else 0.0 if kind < 0.93 else rng.uniform(0.3, 0.9)

    def edge():
        return rng.choices((2, 1, 3), (0.86, 0.11, 0.03))[0]

    chunks, chunk, ends = [], [], set()
    for start, end in _runs(text, rng):
        words = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^ ]+", text[start:end])]
        ends.update(b for _, b in words[-1:])
        drawn = []
        if text[end - 1] == " ":
            drawn += [("space", edge())]
        for index in reversed(range(len(words))):
            drawn.append(("word", words[index], index == len(words) - 1))
            if index > 0:
                drawn.append(("wide", 1) if rng.random() < wide else ("space", 1))
        if text[start] == " ":
            drawn.append(("space", edge()))
        if not words:
            drawn = [("space", edge())]
        for item in drawn:
            if item[0] == "wide":
                chunks.append(chunk)
                chunk = [("space", 1)]
            else:
                chunk.append(item)
    chunks.append(chunk)
    tokens, labels, gap = [], [], 0
    for number, chunk in enumerate(chunks):
        if number:
            gap += 1
        first = True
        previous_last = False
        for item in reversed(chunk):
            if item[0] == "space":
                gap += item[1]
                continue
            _, span, last = item
            label = "S" if first else "R" if previous_last else "N"
            # A run's last word in reading is drawn first: what is drawn before it belongs to another run.
            first, previous_last = False, last
            if tokens and gap == 0:
                tokens[-1][0].append(span)
            else:
                if tokens:
                    tokens[-1][1] = gap
                tokens.append([[span], 0])
            labels.append(label)
            gap = 0
    return text, tokens, labels, ends


def source(text, tokens):
    return "".join("".join(text[a:b] for a, b in pieces) + " " * gap for pieces, gap in tokens).replace("\u00A0", " ")


def read(text, tokens, labels):
    """The pieces in reading order by their labels."""
    closed, run, atoms = [], [], []

    def close():
        nonlocal run, atoms
        if not atoms:
            return
        if len(atoms) == 1:
            run = atoms[0] + run
        else:
            closed.extend(atoms[-1] + run)
            for atom in reversed(atoms[1:-1]):
                closed.extend(atom)
            run = atoms[0]
        atoms = []

    spans = [span for pieces, _ in tokens for span in pieces]
    for span, label in zip(spans, labels):
        if label == "S":
            close()
        if label == "N" and atoms:
            atoms[-1] = atoms[-1] + [span]
        else:
            atoms.append([span])
    close()
    return closed + run


if __name__ == "__main__":
    import sys
    rng = random.Random(3)
    lines = list(printed_lines(open(sys.argv[1]).read().split("\n")[3000:4000], rng))
    good = 0
    from collections import Counter
    table = Counter()
    spaces = Counter()
    for n, line in enumerate(lines):
        text, tokens, labels, _ = damage(line, rng)
        order = read(text, tokens, labels)
        good += order == sorted(order)
        if n < 12:
            print(source(text, tokens), " ".join(labels), "\n", line)
        gaps = [g for pieces, g in tokens for g in [0] * (len(pieces) - 1) + [g]][:-1]
        outer = [g for pieces, g in tokens][:-1]
        stretched = "s" if sum(g > 1 for g in outer) > sum(g == 1 for g in outer) else "p"
        for g, label in zip(gaps, labels[1:]):
            table[stretched, min(g, 4), label] += 1
    print(good, len(lines))
    for key in sorted(table):
        print(key, table[key])
