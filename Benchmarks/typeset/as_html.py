"""A paper as HTML for print, in any layout: for WeasyPrint and for Chromium."""
from html import escape
from pathlib import Path

from . import front
from .layout import SIGNS
from .paper import inline, is_english

FONTS = {"he": "Frank Ruehl CLM", "ar": "Noto Naskh Arabic", "en": "Noto Serif"}
SHEET = (Path(__file__).parent / "page.css").read_text("utf-8")
TAGS = {"title": "h1", "subtitle": "p class=subtitle", "series": "p class=plain", "author": "p class=author",
        "plain": "p class=plain", "label": "p class=author", "abstract": "p class=plain", "keywords": "p class=plain"}


def content(text, note):
    def write(pieces):
        out = ""
        for kind, held in pieces:
            out += {"text": lambda: escape(held, quote=False), "address": lambda: escape(held, quote=False),
                    "reference": lambda: note(held), "strong": lambda: f"<b>{write(held)}</b>",
                    "emphasis": lambda: f"<i>{write(held)}</i>"}[kind]()
        return out
    return write(inline(text))


def masthead(paper, layout):
    shown = {"text": "{}", "raised": "<sup>{}</sup>", "strong": "<b>{}</b>"}
    for style, pieces in front.lines(paper, layout):
        text = "".join(shown[kind].format(escape(held, quote=False)) for kind, held in pieces)
        yield f"<{TAGS[style]}>{text}</{TAGS[style].split()[0]}>"


def block(kind, texts, put, layout):
    if kind.startswith("heading"):
        return f"<h{kind[-1]}>{put(texts[0])}</h{kind[-1]}>"
    if kind == "quote":
        return f"<blockquote>{put(texts[0])}</blockquote>"
    if kind == "figure":
        return f"<figure><div></div>{put(texts[0])}</figure>"
    if kind == "table":
        return "<table>" + "".join("<tr>" + "".join(f"<td>{put(cell)}" for cell in row) + "" for row in texts) + "</table>"
    if kind in ("bullets", "numbers", "references"):
        tag = "ol" if kind == "numbers" else "ul"
        items = "".join(f"<li{' dir=ltr' if kind == 'references' and is_english(text) else ''}>{put(text)}" for text in texts)
        boxed = " box" if layout.box and kind == "numbers" else ""
        return f"<{tag} class='{kind}{boxed}'>{items}</{tag}>"
    return f"<p>{put(texts[0])}</p>"


def margins(paper, layout, digits):
    """The running heads and page numbers."""
    def quoted(head):
        return '"' + head.replace('"', '\\"') + '"'

    first = "counter-reset" if layout.engine == "weasyprint" else "counter-set"
    rules = f"@page :first {{ {first}: page {paper.first_page}; }}\n"
    if layout.heads == "foot":
        return rules + f"@page {{ @bottom-center {{ content: counter(page, {digits}) }} }}\n"
    # The first sheet is a left-hand one where the text runs from the right.
    sides = ("left", "right") if paper.is_right_to_left else ("right", "left")
    heads = paper.heads if paper.first_page % 2 else paper.heads[::-1]
    for side, head in zip(sides, heads):
        if layout.heads == "line":
            rules += f'@page :{side} {{ @top-center {{ content: {quoted(head + " ")} counter(page, {digits}) }} }}\n'
        elif layout.heads == "top":
            rules += (f"@page :{side} {{ @top-{side} {{ content: counter(page, {digits}) }} "
                      f"@top-center {{ content: {quoted(head)} }} }}\n")
    return rules


def sheet(layout, language, digits):
    rules = SHEET.replace("FONT", FONTS[language]).replace("DIGITS", "signs" if layout.label == "*" else digits)
    rules = rules.replace("170mm 240mm", f"{layout.width}mm {layout.height}mm").replace("10.5pt", f"{layout.size}pt")
    label = f"counter(footnote, {'signs' if layout.label == '*' else digits})"
    before, _, after = ("", "", " ") if layout.label == "*" else layout.label.partition("1")
    rules += f'\n.note::footnote-marker {{ content: "{before}" {label} "{after.strip()} "; }}\n'
    rules += "@counter-style signs { system: symbolic; symbols: " + " ".join(f"'{sign}'" for sign in SIGNS) + "; suffix: ' '; }\n"
    rules += ".subtitle { font-size: 12pt; text-indent: 0; } .box { border: .5pt solid; padding: 6pt 24pt; }\n"
    if layout.columns > 1:
        rules += f".text {{ columns: {layout.columns}; column-gap: 8mm; }}\n"
    if layout.drop_cap:
        side = "left" if language == "en" else "right"
        rules += f".first::first-letter {{ float: {side}; font-size: 28pt; line-height: 1; }}\n"
    if not layout.indent:
        rules += "p { text-indent: 0; margin-bottom: .6em; }\n"
    return rules


def document(paper, layout):
    """The whole document; page numbers go on from the first printed one."""
    is_arabic_indic = paper.meta.get("numerals") == "arab"
    digits = "arabic-indic" if is_arabic_indic else "decimal"
    order = list(paper.notes)

    def note(label):
        if layout.notes == "end":
            return f"<sup>{layout.mark(order.index(label), is_arabic_indic)}</sup>"
        direction = ' dir="ltr"' if is_english(paper.notes[label]) else ""
        return f'<span class="note"{direction}>{content(paper.notes[label], note)}</span>'

    body = [block(*each, lambda text: content(text, note), layout) for each in paper.set_blocks(layout)]
    if layout.drop_cap:
        place = next(index for index, text in enumerate(body) if text.startswith("<p>"))
        body[place] = body[place].replace("<p>", "<p class=first>", 1)
    if layout.notes == "end" and order:
        heading = f"<h2>{paper.words['notes']}</h2>" if layout.notes_heading else "<hr>"
        if layout.label == "1.":
            items = "".join(f"<li>{content(text, note)}" for text in paper.notes.values())
            body.append(f"{heading}<ol class=notes style='list-style-type: {digits}'>{items}</ol>")
        else:
            items = "".join(f"<p class=plain>{layout.note_label(place, is_arabic_indic)} {content(text, note)}</p>"
                            for place, text in enumerate(paper.notes.values()))
            body.append(f"{heading}<div class=notes>{items}</div>")
    return (f"<!doctype html><html lang={paper.language} dir={'rtl' if paper.is_right_to_left else 'ltr'}>"
            f"<meta charset=utf-8><style>{sheet(layout, paper.language, digits)}{margins(paper, layout, digits)}"
            f"</style>{''.join(masthead(paper, layout))}<div class=text>{''.join(body)}</div></html>")
