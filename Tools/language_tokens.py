"""The tokens that counts of a language are made of; `LanguageTokens` in Sources/Orthography cuts text in the same way."""
import re
import unicodedata

MARKS = re.compile("[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]")
SAME = str.maketrans({"״": '"', "“": '"', "”": '"', "„": '"', "׳": "'", "‘": "'", "’": "'", "—": "–", "־": "-", "‐": "-",
                      "‑": "-", ")": "(", "[": "(", "]": "(", "{": "(", "}": "(", "«": "(", "»": "(", "،": ",", "؛": ";", "؟": "?"})
LETTER = "\u05D0-\u05EA\u05F0-\u05F2\u0621-\u063A\u0641-\u064A\u0671-\u06D3"
PIECE = re.compile(
    rf"(?P<word>[{LETTER}]+(?:'(?=[{LETTER}])[{LETTER}]+)*(?:\"[{LETTER}](?![{LETTER}]))?)"
    r"|(?P<number>[0-9\u0660-\u0669](?:[0-9\u0660-\u0669.,/:]*[0-9\u0660-\u0669])?%?)|(?P<latin>[^\W\d_](?:[\w.&'-]*[^\W_])?)|(?P<sign>.)", re.S)
LATIN_STOP = re.compile(rf"[{LETTER}]")


def normal(text):
    """NFC without vowel signs and invisible marks, quotation marks and dashes of one kind each, brackets of one shape."""
    return MARKS.sub("", unicodedata.normalize("NFC", text)).translate(SAME)


def tokens(text):
    """The tokens of a text: words; `#` for a number and `@` for a Latin word; signs with the spaces beside them; `~`
    where two of the former touch."""
    out = []
    for piece in normal(text).split():
        out += word_tokens(piece)
    return out


def word_tokens(piece):
    out, place, solid = [], 0, False
    while place < len(piece):
        match = PIECE.match(piece, place)
        end = match.end()
        if match.lastgroup == "latin":
            stop = LATIN_STOP.search(piece, place, end)
            if stop:
                end = max(place + 1, stop.start())
        if match.lastgroup == "sign":
            out.append((" " if place == 0 else "") + piece[place] + (" " if end == len(piece) else ""))
            solid = False
        else:
            if solid:
                out.append("~")
            out.append({"word": piece[place:end], "number": "#", "latin": "@"}[match.lastgroup])
            solid = True
        place = end
    return out
