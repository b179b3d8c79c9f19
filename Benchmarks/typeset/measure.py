"""How well a conversion gives a paper back: each figure between 0 and 1, where 1 is perfect."""
import re
from collections import Counter
from itertools import chain

from rapidfuzz.distance import Levenshtein

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
MARK = re.compile(r"\[\^([^\]\s]+)\]")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
KEYS = ["words", "blocks", "headings", "note_refs", "notes", "pages"]


class Reading:
    """What a text in annotated Markdown says, without its front matter."""

    def __init__(self, source):
        source = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL).translate(DIGITS)
        self.notes = dict(re.findall(r"^\[\^([^\]\s]+)\]: *(.*)$", source, flags=re.MULTILINE))
        body = re.sub(r"^\[\^[^\]\s]+\]:.*$", "", source, flags=re.MULTILINE)
        self.references = self.before(MARK, COMMENT.sub("", body))
        self.pages = self.before(re.compile(r"<!-- page (\d*) ?-->"), MARK.sub("", body))
        lines = [self.plain(line) for line in body.splitlines()]
        self.blocks = [line for line in lines if line]
        self.headings = [line for line in self.blocks if line.startswith("#")]

    @staticmethod
    def before(mark, text):
        """Each mark's label with the word before it."""
        return [(found[1], next(iter(re.findall(r"\w+", COMMENT.sub("", text[:found.start()]))[-1:]), ""))
                for found in mark.finditer(text)]

    @staticmethod
    def plain(line):
        line = MARK.sub("", COMMENT.sub("", line))
        line = re.sub(r"(?<![\\\w*_])(\*{1,3}|_)(?=\S)(.+?)(?<=\S)\1(?![\w*_])", r"\2", line)
        return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line).replace("### ", "## ").split())


def agreement(gold, found):
    """F1 of two collections; `None` where there is nothing to find and nothing is found."""
    if not gold and not found:
        return None
    return 2 * sum((Counter(gold) & Counter(found)).values()) / (len(gold) + len(found))


def measure(gold, found):
    """The figures of KEYS: words in order, blocks that stand letter for letter, headings, note marks with the word
    before each, texts of notes, page breaks with the word before each."""
    gold, found = Reading(gold), Reading(found)
    words = [re.findall(r"\w+", " ".join(each.blocks)) for each in (gold, found)]
    number = {word: index for index, word in enumerate(dict.fromkeys(chain(*words)))}
    labels = set(gold.notes) | set(found.notes)
    notes = [Levenshtein.normalized_similarity(Reading.plain(gold.notes.get(label, "")), Reading.plain(found.notes.get(label, "")))
             if label in gold.notes and label in found.notes else 0 for label in labels]
    right = sum((Counter(gold.blocks) & Counter(found.blocks)).values())
    return dict(zip(KEYS, [
        Levenshtein.normalized_similarity(*([number[word] for word in each] for each in words)),
        right / len(gold.blocks), agreement(gold.headings, found.headings),
        agreement(gold.references, found.references), sum(notes) / len(notes) if notes else None,
        agreement(gold.pages, found.pages)]))
