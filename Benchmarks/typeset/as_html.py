"""A paper as HTML for print: for WeasyPrint, with notes at the feet of pages, and for Chromium, with notes at the end."""
from html import escape
from pathlib import Path

from .paper import inline, is_english

FONTS = {"he": "Frank Ruehl CLM", "ar": "Noto Naskh Arabic", "en": "Noto Serif"}
SHEET = (Path(__file__).parent / "page.css").read_text("utf-8")


def content(text, note):
    def write(pieces):
        out = ""
        for kind, held in pieces:
            out += {"text": lambda: escape(held, quote=False), "address": lambda: escape(held, quote=False),
                    "reference": lambda: note(held), "strong": lambda: f"<b>{write(held)}</b>",
                    "emphasis": lambda: f"<i>{write(held)}</i>"}[kind]()
        return out
    return write(inline(text))


def masthead(meta, words):
    yield f"<h1>{escape(meta['title'], quote=False)}</h1>"
    for author in meta["author"]:
        yield f"<p class=author>{escape(author['name'])}</p>"
        yield from (f"<p class=plain>{escape(line)}</p>" for line in
                    [*author.get("affiliation", []), author.get("email")] if line)
    if "abstract" in meta:
        yield f"<p class=author>{words['abstract']}</p>"
        yield from (f"<p class=plain>{escape(line, quote=False)}</p>" for line in meta["abstract"].split("\n") if line.strip())
    if "keywords" in meta:
        yield f"<p class=plain><b>{words['keywords']}:</b> {escape(words['comma'].join(meta['keywords']))}</p>"


def block(kind, texts, put):
    if kind.startswith("heading"):
        return f"<h{kind[-1]}>{put(texts[0])}</h{kind[-1]}>"
    if kind == "quote":
        return f"<blockquote>{put(texts[0])}</blockquote>"
    if kind == "figure":
        return f"<figure><div></div>{put(texts[0])}</figure>"
    if kind == "table":
        return "<table>" + "".join("<tr>" + "".join(f"<td>{put(cell)}" for cell in row) for row in texts) + "</table>"
    if kind in ("bullets", "numbers", "references"):
        tag = "ol" if kind == "numbers" else "ul"
        items = "".join(f"<li{' dir=ltr' if kind == 'references' and is_english(text) else ''}>{put(text)}" for text in texts)
        return f"<{tag} class={kind}>{items}</{tag}>"
    return f"<p>{put(texts[0])}</p>"


def document(paper, notes_at_end):
    """The whole document; page numbers go on from the first printed one."""
    digits = "arabic-indic" if paper.meta.get("numerals") == "arab" else "decimal"
    order = list(paper.notes)

    def note(label):
        if notes_at_end:
            return f"<sup>{order.index(label) + 1}</sup>"
        direction = ' dir="ltr"' if is_english(paper.notes[label]) else ""
        return f'<span class="note"{direction}>{content(paper.notes[label], note)}</span>'

    # The first sheet is a left-hand one where the text runs from the right.
    sides = ("left", "right") if paper.is_right_to_left else ("right", "left")
    heads = paper.heads if paper.first_page % 2 else paper.heads[::-1]
    rules = "".join(
        f'@page :{side} {{ @top-{side} {{ content: counter(page, {digits}) }} @top-center {{ content: "{head}" }} }}\n'
        for side, head in zip(sides, (head.replace('"', '\\"') for head in heads)))
    rules += f"@page :first {{ counter-{'set' if notes_at_end else 'reset'}: page {paper.first_page}; }}\n"
    body = [*masthead(paper.meta, paper.words), *(block(*each, lambda text: content(text, note)) for each in paper.blocks)]
    if notes_at_end and order:
        items = "".join(f"<li>{content(text, note)}" for text in paper.notes.values())
        body.append(f"<h2>{paper.words['notes']}</h2><ol class=notes style='list-style-type: {digits}'>{items}</ol>")
    return (f"<!doctype html><html lang={paper.language} dir={'rtl' if paper.is_right_to_left else 'ltr'}>"
            f"<meta charset=utf-8><style>{SHEET.replace('FONT', FONTS[paper.language]).replace('DIGITS', digits)}{rules}"
            f"</style>{''.join(body)}</html>")
