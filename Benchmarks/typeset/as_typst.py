"""A paper as a Typst source. Every text stands in it as a string, so that none is read as markup."""
import json
from pathlib import Path

from .paper import inline, is_english

FONTS = {"he": "Noto Serif Hebrew", "ar": "Amiri", "en": "Noto Serif"}
PREAMBLE = (Path(__file__).parent / "page.typ").read_text("utf-8")


def string(text):
    return f"#{json.dumps(text, ensure_ascii=False)};"


def content(text, notes):
    def write(pieces):
        out = ""
        for kind, held in pieces:
            out += {"text": lambda: string(held), "address": lambda: f"#link({json.dumps(held)})[{string(held)}];",
                    "reference": lambda: f"#footnote[{content(notes[held], {})}];",
                    "strong": lambda: f"#strong[{write(held)}];", "emphasis": lambda: f"#emph[{write(held)}];"}[kind]()
        return out
    return write(inline(text))


def masthead(meta, words):
    yield f"#text(size: 15pt, weight: \"bold\")[{string(meta['title'])}]"
    for author in meta["author"]:
        yield f"*{string(author['name'])}*"
        yield from (string(line) for line in [*author.get("affiliation", []), author.get("email")] if line)
    if "abstract" in meta:
        yield f"*{string(words['abstract'])}*"
        yield from (string(line) for line in meta["abstract"].split("\n") if line.strip())
    if "keywords" in meta:
        yield f"*{string(words['keywords'] + ':')}* {string(words['comma'].join(meta['keywords']))}"


def block(kind, texts, paper):
    def put(text):
        return content(text, paper.notes)

    if kind.startswith("heading"):
        return "=" * int(kind[-1]) + " " + put(texts[0])
    if kind == "quote":
        return f"#quote(block: true)[{put(texts[0])}]"
    if kind == "figure":
        return f"#block(breakable: false)[#rect(width: 100%, height: 25mm)\n#align(center)[{put(texts[0])}]]"
    if kind == "table":
        cells = ", ".join(f"[{put(cell)}]" for row in texts for cell in row)
        return f"#block(breakable: false)[#table(columns: {len(texts[0])}, {cells})]"
    if kind in ("bullets", "numbers"):
        return "\n".join(("- " if kind == "bullets" else "+ ") + put(text) for text in texts)
    if kind == "references":
        return "\n\n".join(f"#text(dir: ltr)[{put(text)}]" if is_english(text) else put(text) for text in texts)
    return put(texts[0])


def source(paper):
    """The whole source: page size, running heads, page numbers from the first printed one, notes at the feet."""
    odd, even = paper.heads
    fonts = json.dumps([FONTS[paper.language], *FONTS.values()])[1:-1]
    preamble = (PREAMBLE.replace("LANGUAGE", paper.language).replace("FONTS", fonts)
                .replace("DIRECTION", "rtl" if paper.is_right_to_left else "ltr")
                .replace("BEFORE", str(paper.first_page - 1)).replace("NUMBERING", "١" if
                         paper.meta.get("numerals") == "arab" else "1")
                .replace("ODD", string(odd)).replace("EVEN", string(even)))
    parts = [preamble, *masthead(paper.meta, paper.words), *(block(*each, paper) for each in paper.blocks)]
    return "\n\n".join(parts) + "\n"
