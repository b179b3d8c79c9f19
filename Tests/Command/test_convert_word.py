"""daf convert of Word files: what stands in them, in whatever element, and nothing else."""
import io
import random
import re
import shutil
import struct
import subprocess
import zipfile
import zlib

import pytest
from word_file import docx, notes, paragraph, part, reference, run, style

SENTENCE = "המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה ובשנה שלפניה."
FRONT = paragraph("מחיר המים בדרום", style="T") + paragraph("נועה גל") + paragraph("מבוא", style="1")


@pytest.fixture
def convert(daf, tmp_path):
    """Converts the bytes of a file; gives the article's text, and the run."""

    def convert(content, *options, name="paper.docx", status=0):
        (tmp_path / name).write_bytes(content)
        made = daf("convert", name, "--report", "report.md", "--force", *options, cwd=tmp_path)
        assert made.status == status, made.said
        article = tmp_path / "Articles/paper/article.md"
        return (article.read_text("utf-8") if article.exists() else None), made

    return convert


def test_title_authors_and_headings_by_style(convert):
    text, _ = convert(docx(FRONT + paragraph(SENTENCE) + paragraph("רקע", style="2") + paragraph(SENTENCE)))
    assert "title: מחיר המים בדרום" in text and "name: נועה גל" in text and "lang: he" in text
    assert "\n## מבוא\n" in text and "\n### רקע\n" in text


def test_footnotes_and_endnotes_stay_apart_and_a_mark_of_ones_own_is_kept(convert):
    body = FRONT + paragraph(
        "ראשון", reference("footnote", 2), " שני", reference("endnote", 2), " שלישי", reference("footnote", 3),
        " רביעי", reference("footnote", 4, "*"))
    typed = "<w:r><w:footnoteRef/></w:r>"
    text, _ = convert(docx(body, {
        "footnotes.xml": notes("footnote", {2: paragraph(typed, " הערת שוליים א"), 3: paragraph(" הערת שוליים ב"),
                                            4: paragraph("* הערת כוכב")}),
        "endnotes.xml": notes("endnote", {2: paragraph("הערת סיום")})}))
    assert "ראשון[^1] שני[^i] שלישי[^2] רביעי[^*]" in text
    for line in ("[^1]: הערת שוליים א", "[^2]: הערת שוליים ב", "[^i]: הערת סיום", "[^*]: הערת כוכב"):
        assert line in text.splitlines(), text


def test_nothing_in_an_element_for_direction_is_lost(convert):
    body = FRONT + paragraph("לפני ", f'<w:dir w:val="rtl">{run("בתוך כיוון")}</w:dir>', " ואז ",
                             f'<w:bdo w:val="ltr">{run("inside override")}</w:bdo>', " אחרי")
    text, _ = convert(docx(body))
    assert "לפני בתוך כיוון ואז inside override אחרי" in text


def test_runs_from_right_to_left_leave_no_trace(convert):
    text, _ = convert(docx(FRONT + paragraph(
        run("\u200f(ראו ", "<w:rtl/>"), run("Harlan", ""), run(" 2014)\u200e.", "<w:rtl/>"))))
    assert "(ראו Harlan 2014)." in text and not re.search("[\u200e\u200f\u202a-\u202e]", text)


def test_tracked_changes_are_accepted_and_reported(convert, tmp_path):
    body = FRONT + paragraph("המחיר ", f"<w:ins>{run('עלה')}</w:ins>",
                             "<w:del><w:r><w:delText>ירד מאוד</w:delText></w:r></w:del>", " השנה.")
    text, made = convert(docx(body))
    assert "המחיר עלה השנה." in text and "ירד" not in text
    assert "struck out" in made.out and "ירד מאוד" in (tmp_path / "report.md").read_text("utf-8")


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(convert):
    first = paragraph("חצי ראשון ", properties="<w:rPr><w:del/></w:rPr>")
    text, _ = convert(docx(FRONT + first + paragraph("וחצי שני.")))
    assert "\nחצי ראשון וחצי שני.\n" in text


def test_comments_are_for_the_editor(convert):
    body = FRONT + paragraph("טענה.", '<w:r><w:commentReference w:id="7"/></w:r>')
    comments = part("comments", f'<w:comment w:id="7" w:author="עורכת">{paragraph("מה המקור?")}</w:comment>')
    text, _ = convert(docx(body, {"comments.xml": comments}))
    assert "טענה. <!-- check: עורכת: מה המקור? -->" in text


def test_hidden_text_is_left_out_and_accounted_for(convert, tmp_path):
    text, made = convert(docx(FRONT + paragraph("גלוי ", run("סמוי מן העין", "<w:vanish/>"), "וגלוי.")))
    assert "גלוי וגלוי." in text and "סמוי" not in text
    assert "סמוי מן העין" in (tmp_path / "report.md").read_text("utf-8") and "hidden text" in made.out


def numbered(text, level=0, number=1):
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_have_their_printed_marks(convert):
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, form, text in ((0, "decimal", "%1."), (1, "hebrew1", "%2."), (2, "bullet", "•")))
    letters = '<w:lvl w:ilvl="0"><w:numFmt w:val="arabicAbjad"/><w:lvlText w:val="(%1)"/></w:lvl>'
    numbering = part("numbering", f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
                     f'<w:abstractNum w:abstractNumId="1">{letters}</w:abstractNum>'
                     '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
                     '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>')
    body = FRONT + numbered("אחד") + numbered("משנה", 1) + numbered("משנה שני", 1) + numbered("שניים") \
        + paragraph(SENTENCE) + numbered("שלושה") + paragraph(SENTENCE) + numbered("ألف", 0, 2) + numbered("باء", 0, 2)
    text, _ = convert(docx(body, {"numbering.xml": numbering}))
    assert "1. אחד\n   - א. משנה\n   - ב. משנה שני\n2. שניים" in text, text
    assert "\n3. שלושה\n" in text
    assert "- (أ) ألف\n- (ب) باء" in text


def test_tables_with_cells_that_span(convert):
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    table = (f'<w:tbl><w:tr>{cell("שנה")}{cell("כמות")}{cell("מחיר")}</w:tr>'
             f'<w:tr>{cell("1990")}{cell("רב", chr(60) + "w:gridSpan w:val=" + chr(34) + "2" + chr(34) + "/>")}</w:tr></w:tbl>')
    text, _ = convert(docx(FRONT + table))
    assert "| שנה | כמות | מחיר |\n| --- | --- | --- |\n| 1990 | רב |  |" in text


PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    for kind, data in ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")))
DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="מפה"/><a:blip r:embed="rId5"/></wp:inline></w:drawing></w:r>'


def test_pictures_come_out_with_their_captions(convert, tmp_path):
    text, _ = convert(docx(FRONT + paragraph(DRAWING) + paragraph("איור 1: הבארות", style="C"),
                           relations=[("rId5", "image", "media/image1.png")], files={"word/media/image1.png": PNG}))
    assert '![איור 1: הבארות](image1.png "מפה")' in text
    assert (tmp_path / "Articles/paper/image1.png").read_bytes() == PNG


def test_a_picture_that_is_linked_from_elsewhere_is_not_fetched(convert, tmp_path):
    text, _ = convert(docx(FRONT + paragraph(SENTENCE) + paragraph(DRAWING),
                           relations=[("rId5", "image", "file:///etc/passwd", "External")]))
    assert "passwd" not in text
    assert sorted(path.name for path in (tmp_path / "Articles/paper").iterdir() if path.name[0] != ".") \
        == ["article.md", "paper.docx"]


def field(instruction, *result):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + "".join(map(run, result))
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def test_fields_show_what_word_made_of_them(convert, tmp_path):
    cited = field("ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;: []}", "(גל, 2014)")
    link = field('HYPERLINK "https://example.org/a"', "כתובת")
    contents = paragraph(field("TOC \\o", "מבוא", "1"), style="TOC1")
    text, _ = convert(docx(FRONT + contents + paragraph("כך נטען ", cited, " וראו ", link, ".")))
    assert "כך נטען (גל, 2014) וראו [כתובת](https://example.org/a)." in text
    assert "CSL" not in text and "the table of contents" in (tmp_path / "report.md").read_text("utf-8")


def test_text_boxes_equations_and_printed_pages_are_kept(convert):
    box = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>'
           f'{paragraph("מילים בתיבה")}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>'
           f'<v:textbox><w:txbxContent>{paragraph("מילים בתיבה")}</w:txbxContent></v:textbox></w:pict></mc:Fallback>'
           "</mc:AlternateContent></w:r>")
    half = "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    page = "<w:r><w:lastRenderedPageBreak/><w:t>השני.</w:t></w:r>"
    text, _ = convert(docx(FRONT + paragraph(box, "היחס הוא ", half, " בדיוק.") + paragraph("העמוד ", page)))
    assert text.count("מילים בתיבה") == 1
    assert r"היחס הוא $\frac{a}{2}$ בדיוק." in text
    assert "העמוד <!-- page -->השני." in text


def test_what_stands_first_in_the_text_is_not_taken_for_the_front(convert):
    """A table or a list below the title is text, and every note on a title is kept."""
    body = paragraph("מחיר המים", reference("footnote", 2), reference("footnote", 3), style="T") + numbered("אחד") + numbered("שניים")
    text, _ = convert(docx(body, {"footnotes.xml": notes("footnote", {2: paragraph("תודה"), 3: paragraph("נדפס לראשונה")}),
                               "numbering.xml": part("numbering", '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum>'
                                                     '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')}))
    assert "אחד" in text.split("---")[2] and "author" not in text, text
    assert "תודה" in text and "נדפס לראשונה" in text


def test_a_heading_by_style_ends_the_front(convert):
    """Without an author below the title the first heading is none."""
    text, _ = convert(docx(paragraph("מחיר המים בדרום", style="T") + paragraph("הבעיה בקצרה", style="1") + paragraph(SENTENCE)
                           + paragraph("הממצאים", style="1") + paragraph(SENTENCE)))
    assert "author" not in text and "abstract" not in text
    assert f"## הבעיה בקצרה\n\n{SENTENCE}\n" in text


def test_headings_without_styles_are_known_by_their_look(convert):
    bold, large = "<w:b/><w:bCs/>", '<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    body = paragraph(run("מחיר המים בדרום", large)) + paragraph("נועה גל")
    for heading in ("מבוא", "הרקע", "סיכום"):
        body += paragraph(run(heading, bold)) + paragraph(SENTENCE) + paragraph(SENTENCE)
    text, _ = convert(docx(body))
    assert re.findall("^#+ .*", text, re.MULTILINE) == ["## מבוא", "## הרקע", "## סיכום"]
    assert "title: מחיר המים בדרום" in text and "**" not in text


def test_emphasis_is_what_a_paragraphs_style_does_not_say(convert):
    text, _ = convert(docx(FRONT + paragraph("מילה ", run("מודגשת", "<w:b/><w:bCs/>"), " ו", run("Title", "<w:i/>"), ".")))
    assert "מילה **מודגשת** ו*Title*." in text, text


def test_a_file_is_known_by_its_content(convert):
    text, _ = convert(docx(FRONT + paragraph(SENTENCE)), name="paper.txt")
    assert SENTENCE in text


# What must not hang, crash, fetch or fill the disk.

BILLION = ('<!DOCTYPE a [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>")


DOCUMENT = part("document", f"<w:body>{FRONT}{paragraph(SENTENCE)}</w:body>").split("?>", 1)[1]
LOOP = style("A", "a").replace("<w:pPr>", '<w:basedOn w:val="B"/><w:pPr>') \
    + style("B", "b").replace("<w:pPr>", '<w:basedOn w:val="A"/><w:pPr>')
HOSTILE = {
    "cut": lambda: docx(FRONT + paragraph(SENTENCE))[:-400],
    "no-document": lambda: docx(FRONT, files={"word/document.xml": ""}),
    "nested": lambda: docx("<w:sdt><w:sdtContent>" * 50_000),
    "bomb": lambda: docx(" " * (200 << 20) + FRONT),
    "entities": lambda: docx(FRONT, files={"word/document.xml": BILLION + DOCUMENT.replace("נועה", "&j;")}),
    "outside": lambda: docx(FRONT, files={
        "word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + DOCUMENT.replace("נועה", "&x;")}),
    "loop": lambda: docx(paragraph(SENTENCE, style="A"), {"styles.xml": part("styles", LOOP)}),
    "spans": lambda: docx("<w:tbl>" + ('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
                          + paragraph("א") + "</w:tc></w:tr>") * 50 + "</w:tbl>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_an_article_or_a_message(daf, tmp_path, name):
    (tmp_path / "paper.docx").write_bytes(HOSTILE[name]())
    made = daf("convert", "paper.docx", cwd=tmp_path, timeout=200)
    assert made.status in (0, 1, 2), made.said
    assert "rror" not in made.err or re.search(r"paper\.docx.*\[paper-[a-z-]+\]", made.err), made.err
    article = tmp_path / "Articles/paper/article.md"
    assert not article.exists() or article.stat().st_size < 1_000_000
    assert not article.exists() or "root:" not in article.read_text("utf-8")


def test_damaged_files_never_crash(daf, tmp_path):
    """Seeded: a byte changed here and there in a file that is stored, not packed."""
    whole = docx(FRONT + paragraph(SENTENCE, reference("footnote", 2)) + numbered("אחד"),
                 {"footnotes.xml": notes("footnote", {2: paragraph("הערה")})})
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(stream, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, source.read(entry))
    seeds = random.Random(12)
    for index in range(12):
        damaged = bytearray(stream.getvalue())
        for _ in range(seeds.choice((1, 4, 40))):
            damaged[seeds.randrange(len(damaged))] = seeds.randrange(256)
        (tmp_path / f"p{index}.docx").write_bytes(damaged)
    made = daf("convert", *sorted(path.name for path in tmp_path.glob("*.docx")), cwd=tmp_path, timeout=300)
    assert made.status in (0, 1, 2)
    assert "paper-stopped" not in made.err and "paper-too-slow" not in made.err, made.err


@pytest.mark.parametrize("paper", ["he-water", "he-ports", "ar-desert"])
def test_papers_come_back_from_pandocs_word_files(daf, tmp_path, shared, paper, monkeypatch):
    """Text, notes, headings and items of three papers that pandoc wrote as Word files."""
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    monkeypatch.syspath_prepend(str(shared))
    score = pytest.importorskip("score", reason="the measure is not beside the repository")
    gold = shared / f"round-trip/papers/{paper}.md"
    subprocess.run(["pandoc", "-f", "markdown-smart", gold, "-o", tmp_path / "paper.docx"], check=True)
    assert daf("convert", tmp_path / "paper.docx", "--output", tmp_path / "paper.md").status == 0
    figures = score.score(gold.read_text("utf-8"), (tmp_path / "paper.md").read_text("utf-8"))
    least = {"text": 0.995, "words": 0.995, "lines": 0.98, "headings": 1, "items": 0.95, "quotes": 1, "note_refs": 1, "notes": 0.99}
    assert not {key: figures.get(key) for key, value in least.items() if figures.get(key, 1) < value}, figures
