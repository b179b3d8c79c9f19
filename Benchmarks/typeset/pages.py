"""The printed pages of a PDF in the words of its paper: where each page begins."""
import re
import unicodedata

import pypdfium2
import yaml
from rapidfuzz import fuzz

from .layout import Layout
from . import front

HEBREW_OR_ARABIC = re.compile("[\u05d0-\u05ea\u0621-\u064a\u066e-\u06d3]")
LATIN = re.compile("[a-z]")
SURE = 80


def letters(text, script):
    """The letters of one script without marks, and the place of each in the text."""
    found = [(letter, at) for at, sign in enumerate(text) for letter in unicodedata.normalize("NFKC", sign).lower()
             if script.match(letter)]
    return "".join(letter for letter, _ in found), [at for _, at in found]


def printed_lines(page, columns=1, is_right_to_left=True):
    """The printed lines of the first column from the top: Hebrew or Arabic letters in the order of reading, and Latin.

    A line is what stands at one height. Letters of a right-to-left script are read from the right, one by one, so that
    neither the file's order nor what stands between them matters.
    """
    text = page.get_textpage()
    signs = []
    middle = page.get_size()[0] / columns
    for index in range(text.count_chars()):
        left, bottom, right, _ = text.get_charbox(index, loose=True)
        is_first = columns == 1 or (left > middle if is_right_to_left else right < middle)
        if right > left and is_first:
            signs.append((bottom, left, text.get_text_range(index, 1)))
    lines = []
    for bottom, left, sign in sorted(signs, key=lambda sign: -sign[0]):
        if lines and lines[-1][0] - bottom < 3.5:
            lines[-1][1].append((left, sign))
        else:
            lines.append((bottom, [(left, sign)]))
    for _, line in lines:
        line.sort()
        yield (letters([sign for _, sign in reversed(line)], HEBREW_OR_ARABIC)[0],
               letters([sign for _, sign in line], LATIN)[0])


def place(probe, start, script, body):
    """Where in the body, after a place in it, the letters of printed lines begin; `None` if they do not stand there."""
    hay, places = letters(body[start:], script)
    found = fuzz.partial_ratio_alignment(probe, hay) if len(probe) > 5 and len(hay) > 0.7 * len(probe) else None
    if not found or found.score < SURE:
        return None
    return start + places[max(0, found.dest_start - found.src_start)]


def beginnings(pdf, body, heads, layout, notes_heading=None, is_right_to_left=True):
    """The page's index and its place in the body, for every page but the first that has text of the body."""
    heads = ["".join(letters(head, script)[0] for script in (HEBREW_OR_ARABIC, LATIN)) for head in heads]
    start, found = 0, []
    for index, page in enumerate(pypdfium2.PdfDocument(pdf)):
        lines = [line for line in printed_lines(page, layout.columns, is_right_to_left) if len(line[0]) + len(line[1]) > 2]
        lines = [line for line in lines if not any(fuzz.ratio(line[0] + line[1], head) > 75 for head in heads)]
        if index and lines:
            side = 0 if len(lines[0][0]) >= len(lines[0][1]) / 2 else 1
            script = (HEBREW_OR_ARABIC, LATIN)[side]
            for count in (3, 1):  # the text may end within three lines
                at = place("".join(line[side] for line in lines[:count]), start, script, body)
                if at is not None and at > start:
                    found.append((index, at))
                    start = at
                    break
        if notes_heading and any(line[0] + line[1] == letters(notes_heading, HEBREW_OR_ARABIC)[0] for line in lines):
            break
    return found


def gold(paper, pdf, layout=Layout("typst", "typst")):
    """The paper in annotated Markdown with the pages of that very PDF."""
    order = list(paper.notes)

    def printed(mark):
        return f"[^{layout.mark(order.index(mark[1]))}]" if layout.label == "*" else mark[0]

    blocks = [[re.sub(r"\[\^([^\]]*)\]", printed, line) for line in lines] for lines in paper.lines(layout)]
    spans, body = [], ""
    for block, lines in enumerate(blocks):
        for line, text in enumerate(lines):
            spans.append((len(body), block, line))
            body += text + "\n"
    masked = re.sub(r"\[\^[^\]]*\]", lambda mark: "\0" * len(mark[0]), body)
    ends = paper.words["notes"] if layout.notes == "end" and layout.notes_heading and order else None
    count = len(pypdfium2.PdfDocument(pdf))
    found = beginnings(pdf, masked, paper.heads, layout, ends, paper.is_right_to_left)
    for index, at in reversed(found):
        start, block, line = max(span for span in spans if span[0] <= at)
        text = blocks[block][line]
        mark = "<!-- page -->" if layout.heads == "none" else f"<!-- page {paper.first_page + index} -->"
        cut = text.rfind(" ", 0, at - start) + 1
        if re.search(r"[^\W\d_]", text[:cut]):
            blocks[block][line] = f"{text[:cut].rstrip()} {mark} {text[cut:]}"
        elif line and not text.startswith("|"):
            blocks[block][line - 1] += f" {mark}"
        else:
            blocks.insert(block, [mark])
    notes = [f"[^{label}]: {text}" for label, text in paper.printed_notes(layout)]
    head = yaml.safe_dump(front.gold(paper, layout, count), allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{head}---\n\n" + "\n\n".join("\n".join(lines) for lines in blocks) + "\n\n" + "\n".join(notes) + "\n"
