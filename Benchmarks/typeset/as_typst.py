"""A paper as a Typst source. Every text stands in it as a string, so that none is read as markup."""
import json
from pathlib import Path

from . import front
from .paper import inline, is_english

FONTS = {"he": "Noto Serif Hebrew", "ar": "Amiri", "en": "Noto Serif"}
PREAMBLE = (Path(__file__).parent / "page.typ").read_text("utf-8")
STYLES = {"title": '#text(size: 15pt, weight: "bold")[{}]', "subtitle": "#text(size: 12pt)[{}]", "author": "*{}*",
          "label": "*{}*"}


def string(text):
    return f"#{json.dumps(text, ensure_ascii=False)};"


def content(text, mark):
    def write(pieces):
        out = ""
        for kind, held in pieces:
            out += {"text": lambda: string(held), "address": lambda: f"#link({json.dumps(held)})[{string(held)}];",
                    "reference": lambda: mark(held), "strong": lambda: f"#strong[{write(held)}];",
                    "emphasis": lambda: f"#emph[{write(held)}];"}[kind]()
        return out
    return write(inline(text))


def masthead(paper, layout):
    shown = {"text": "{}", "raised": "#super[{}];", "strong": "#strong[{}];"}
    for style, pieces in front.lines(paper, layout):
        text = "".join(shown[kind].format(string(held)) for kind, held in pieces)
        yield STYLES.get(style, "{}").format(text)


def block(kind, texts, put):
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


def margins(paper, layout):
    """The running head and the page number, as the header's and the footer's content."""
    odd, even = (string(head) for head in paper.heads)
    return {"top": (f"if calc.odd(n) [{odd} #h(1fr) #number] else [#number #h(1fr) {even}]", ""),
            "line": (f"align(center)[#if calc.odd(n) [{odd}] else [{even}] #number]", ""),
            "foot": ("", "align(center)[#number]"), "none": ("", "")}[layout.heads]


def source(paper, layout):
    """The whole source: page size, running heads, page numbers from the first printed one, notes."""
    is_arabic_indic = paper.meta.get("numerals") == "arab"
    digit = "١" if is_arabic_indic else "1"
    fonts = json.dumps([FONTS[paper.language], *FONTS.values()])[1:-1]
    header, footer = margins(paper, layout)
    preamble = PREAMBLE
    for name, value in [("LANGUAGE", paper.language), ("FONTS", fonts), ("WIDTH", str(layout.width)),
                        ("HEIGHT", str(layout.height)), ("SIZE", str(layout.size)),
                        ("DIRECTION", "rtl" if paper.is_right_to_left else "ltr"), ("BEFORE", str(paper.first_page - 1)),
                        ("NUMBERING", digit), ("COLUMNS", str(layout.columns)),
                        ("ANEW", "counter(footnote).update(0)" if layout.notes == "page" else ""),
                        ("INDENT", "1.2em" if layout.indent and layout.name not in ("typst",) else "0em"),
                        ("HEADER", header), ("FOOTER", footer)]:
        preamble = preamble.replace(name, value)
    if layout.notes != "end" and layout.name != "typst" and layout.label != "1":
        preamble += (f'#show footnote.entry: it => [#numbering("{layout.label.replace("1", digit)}", '
                     '..counter(footnote).at(it.note.location())) #it.note.body]\n')
    order = list(paper.notes)

    def mark(label):
        if layout.notes == "end":
            return f"#super[{layout.mark(order.index(label), is_arabic_indic)}];"
        return f"#footnote[{content(paper.notes[label], mark)}];"

    heading = list(masthead(paper, layout))
    if layout.columns > 1:
        heading = ["#place(top, scope: \"parent\", float: true)[#set align(start)\n" + "\n\n".join(heading) + "]"]
    parts = [preamble, *heading, *(block(*each, lambda text: content(text, mark)) for each in paper.set_blocks(layout))]
    if layout.notes == "end" and order:
        parts += [f"= {paper.words['notes']}" if layout.notes_heading else "#line(length: 30%)"]
        parts += [string(layout.note_label(place, is_arabic_indic)) + " " + content(text, mark)
                  for place, text in enumerate(paper.notes.values())]
    return "\n\n".join(parts) + "\n"
