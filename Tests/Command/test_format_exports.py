"""Every element of the format goes its way through every export: page, print, EPUB, Word, JATS, plain text."""
import json
import re
import shutil
import struct
import subprocess
import zipfile
import zlib
from xml.etree import ElementTree

import pytest

ARTICLE = """---
title: מאמר לדוגמה
lang: he
author: [{name: דנה לוי}]
date: "2022"
citation: {container-title: דפים, volume: "1"}
---

פתיחה[^1] ותודה[^א] ועוד[^2] ואחרונה[^ב]. ראו ב@fig-map וב@tbl-ports, ונתון $x^2 = 4$.

| קו ראשון של שיר
| קו שני || וחציו

> ציטוט ארוך.
>
> — מקור הציטוט

![מפת הנמל](my-map.png){#fig-map}

| נמל | שנה |
|:---|---:|
| יפו | 1900 |
: נמלי הארץ {#tbl-ports}

- א. סעיף ראשון
- ב. סעיף שני

3) שלוש
4) ארבע

::: box
דברי התיבה.
:::

מונח
: פירושו.

<span lang="en">one, two</span> וסוף<!-- page 12 -->.

[^1]: הערה ראשונה.
[^2]: הערה שנייה.
[^א]: הערת העורכת.
[^ב]: הערה אחרת שלה.
"""
SETTINGS = "name: ניסוי\nlanguages: [he]\nexports: [pdf, epub, docx, txt, jats]\n"


def picture():
    """A grey square, as PNG."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress((b"\0" + b"\x80" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def made(daf, tmp_path_factory):
    """The folder of the article's exports."""
    folder = tmp_path_factory.mktemp("format-exports")
    article = folder / "Articles/a"
    article.mkdir(parents=True)
    (article / "article.md").write_text(ARTICLE, "utf-8")
    (article / "my-map.png").write_bytes(picture())
    (folder / "publication.yaml").write_text(SETTINGS, "utf-8")
    built = daf("build", "--output", folder / "Output", cwd=folder)
    assert built.status in (0, 1), built.said
    return next((folder / "Output").rglob("a/index.html")).parent


def test_page_sets_two_series_of_notes_apart(made):
    html = (made / "index.html").read_text("utf-8")
    notes = html[html.index('<section class="notes"'):]
    lists = re.findall(r'<ol class="note-list" role="list" data-series="(\w+)" aria-labelledby="daf-notes-\1">(.*?)</ol>', notes, re.S)
    assert [kind for kind, _ in lists] == ["numbers", "marks"]
    assert re.findall(r'note-label">(.)<', lists[0][1]) == ["1", "2"]
    assert re.findall(r'note-label">(.)<', lists[1][1]) == ["א", "ב"]
    assert notes.count("<h3") == 2


def test_a_star_for_thanks_has_a_list_without_a_heading(publication):
    made = publication({"a/article.md": "---\ntitle: א\nlang: he\n---\n\nגוף[^*] ועוד[^1].\n\n[^1]: אחת.\n[^*]: תודה.\n"})
    made.build()
    html = next(made.output.rglob("a/index.html")).read_text("utf-8")
    assert re.findall(r'data-series="(\w+)"', html) == ["marks", "numbers"] and '<h3 class="note-series"' not in html


def test_plain_text(made):
    text = (made / "article.txt").read_text("utf-8")
    for right in ("ראו באיור 1 וב\u200fטבלה 1".replace("\u200f", ""), "איור 1. מפת הנמל", "טבלה 1. נמלי הארץ",
                  "קו ראשון של שיר\nקו שני \u2003 וחציו", "— מקור הציטוט", "א. סעיף ראשון", "3) שלוש", "4) ארבע",
                  "* * *\n\nדברי התיבה.\n\n* * *", "מונח\n\tפירושו.", "[2] הערה שנייה.\n\n* * *\n\n[א] הערת העורכת."):
        assert right in text, (right, text)


def test_jats(made):
    body = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", (made / "a.jats.xml").read_text("utf-8"), count=1))
    groups = body.findall(".//fn-group")
    assert [group.get("content-type") for group in groups] == ["numbers", "marks"]
    assert [[note.findtext("label") for note in group] for group in groups] == [["1", "2"], ["א", "ב"]]
    figure, table = body.find(".//fig"), body.find(".//table-wrap")
    assert (figure.findtext("label"), table.findtext("label")) == ("איור 1", "טבלה 1")
    references = [found for found in body.findall(".//xref") if found.get("ref-type") in ("fig", "table")]
    assert [found.text for found in references] == ["איור 1", "טבלה 1"]
    assert {found.get("rid") for found in references} == {figure.get("id"), table.get("id")}
    assert body.findtext(".//disp-quote/attrib") == "— מקור הציטוט"
    assert [item.findtext("label") for item in body.findall(".//list-item")] == ["א.", "ב.", "3)", "4)"]
    assert len(body.findall(".//verse-line")) == 2 and body.findtext(".//def-item/term") == "מונח"
    assert body.findtext(".//boxed-text/p") == "דברי התיבה." and body.findtext(".//inline-formula/tex-math") == "x^2 = 4"


def test_numbers_are_printed_in_the_digits_of_the_page(publication):
    """Labels of notes, lists, figures and tables, where the article asks for other digits."""
    article = ARTICLE.replace("lang: he", "lang: ar\nnumerals: arab")
    made = publication({"a/article.md": article})
    made.write("publication.yaml", "name: {ar: أوراق}\nlanguages: [ar]\nexports: [txt, jats]\n")
    made.write("Articles/a/my-map.png", picture())
    made.build()
    folder = next(made.output.rglob("a/index.html")).parent
    tree = ElementTree.parse(folder / "a.jats.xml")
    assert [label.text for label in tree.iter("label")] == ["الشكل ١", "الجدول ١", "א.", "ב.", "٣)", "٤)", "١", "٢", "א", "ב"]
    assert [mark.text for mark in tree.iter("sup")] == ["١", "א", "٢", "ב"]
    text = (folder / "article.txt").read_text("utf-8")
    for shown in ("[١]", "[٢]", "٣) ", "الجدول ١. ", "الشكل ١. "):
        assert shown in text


def test_epub(made):
    book = zipfile.ZipFile(made / "a.epub")
    text = book.read("EPUB/text-1.xhtml").decode()
    ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text, count=1))
    for right in ('data-series="marks"', 'class="half-lines"', '<footer class="source"', "<figcaption>", "<caption>", 'class="lettered"',
                  'class="bracketed"', 'class="box"', "<dt", 'class="number-label" href="#'):
        assert right in text, right
    if shutil.which("pandoc"):
        assert "<math" in text and 'properties="mathml"' in book.read("EPUB/package.opf").decode()


@pytest.mark.skipif(not shutil.which("pandoc"), reason="Word files are made by pandoc, which is not installed")
def test_word(made):
    book = zipfile.ZipFile(made / "a.docx")
    document, notes = book.read("word/document.xml").decode(), book.read("word/footnotes.xml").decode()
    assert re.findall(r'w:customMarkFollows="1"[^>]*/><w:t>(.)</w:t>', document) == ["א", "ב"]
    assert len(re.findall(r"<w:footnoteReference ", document)) == 4
    assert re.findall(r"<w:t>([אב])</w:t>", notes) == ["א", "ב"] and notes.count("<w:footnoteRef") == 2
    assert "<m:oMath>" in document
    read = subprocess.run(["pandoc", "--from=docx+styles", "--to=json", made / "a.docx"], check=True, capture_output=True, timeout=60)
    tree = json.dumps(json.loads(read.stdout), ensure_ascii=False)
    words = re.sub(r'\{"t": "Space"\}', '{"t": "Str", "c": " "}', tree)
    text = "".join(re.findall(r'"t": "Str", "c": "([^"]*)"', words))
    for right in ("באיור 1", "טבלה 1. נמלי הארץ", "איור 1. מפת הנמל", "א.", "סעיף ראשון", "דברי התיבה.", "מונח", "— מקור הציטוט"):
        assert right in text, (right, text)
    for kind in ('"Table"', '"OneParen"', '"Image"', '"custom-style", "Box"', '"custom-style", "Source"'):
        assert kind in tree, (kind, tree[:3000])
    assert '"t": "OrderedList", "c": [[3' in tree


@pytest.mark.skipif(not shutil.which("weasyprint") or not shutil.which("pdftotext"), reason="WeasyPrint or pdftotext is not installed")
def test_print(made):
    shown = subprocess.run(["pdftotext", "-layout", made / "a.pdf", "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    flat = re.sub(r"[\s\u2066-\u2069\u202a-\u202e\u200e\u200f]+", " ", shown)
    for right in ("הערת העורכת", "הערה שנייה", "מפת הנמל", "נמלי הארץ", "סעיף ראשון", "דברי התיבה", "פירושו", "מקור הציטוט", "וחציו"):
        assert right in flat, (right, flat)
