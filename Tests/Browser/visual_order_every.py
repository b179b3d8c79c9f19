"""The sentences of all files, and how those of the blind sets are read.

There, what runs against its line stands in ⟦brackets⟧, which are no part of the sentence; all else follows from the line's
beginning, sign by sign. Italics and note marks are written as in an article.
"""
import re

from visual_order import CASES
from visual_order_blind_fifth import FIFTH
from visual_order_blind_first import FIRST
from visual_order_blind_fourth import FOURTH
from visual_order_blind_second import SECOND
from visual_order_blind_sixth import SIXTH
from visual_order_blind_third import THIRD
from visual_order_further import FURTHER
from visual_order_kinds import KINDS
from visual_order_outside import OUTSIDE
from visual_order_places import PLACES


def cases(kinds):
    """The sentences of a set as visual_order.py has them: language, text, pieces."""
    return [_case(line) for lines in kinds.values() for line in lines.strip().splitlines()]


def _case(line):
    language, marked = line.split(": ", 1)
    seen = re.sub(r"\*(?=[^\s*])([^*]+)(?<=[^\s*])\*", r"\1", re.sub(r"\[\^(\d)\]", r"⟦\1⟧", marked))
    pieces = [piece if number % 2 else sign for number, piece in enumerate(re.split("[⟦⟧]", seen))
              for sign in ([piece] if number % 2 else piece)]
    return language, re.sub("[⟦⟧]", "", marked), [piece for piece in pieces if piece.strip()]


EVERY = CASES + OUTSIDE + [
    *(case for kinds in (KINDS, FURTHER) for listed in kinds.values() for case in listed),
    *(case for kinds in (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, PLACES) for case in cases(kinds))]
"""The sentences of all files."""
