"""daf convert of web pages, JATS, Markdown and what programs for reading scans write."""
import re
import shutil

import pytest

SENTENCE = "המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה ובשנה שלפניה."


@pytest.fixture
def convert(daf, tmp_path):
    """Converts a text under a name; gives the article's text, and the run."""

    def convert(content, name="paper.html", status=0):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        made = daf("convert", name, "--slug", "paper", "--report", "report.md", "--force", cwd=tmp_path)
        assert made.status == status, made.said
        article = tmp_path / "Articles/paper/article.md"
        return (article.read_text("utf-8") if article.exists() else None), made

    return convert


PAGE = f"""<!DOCTYPE html><html lang="he"><head><meta charset="utf-8"><title>אתר</title>
<meta name="citation_title" content="מחיר המים בדרום"><meta name="citation_author" content="גל, נועה">
<meta name="citation_journal_title" content="אופק"><meta name="citation_volume" content="7">
<style>.hid {{ display: none }} .b {{ font-weight: 700 }}</style><script>var x = "מילים של תוכנית";</script></head><body>
<nav><ul><li>ראשי</li><li>גיליונות</li></ul></nav>
<div class="sidebar"><p>הרשמה לעלון</p></div>
<main><article><h1>מחיר המים בדרום</h1><p>נועה גל</p>
<h2>מבוא</h2><p>{SENTENCE}<sup id="r1"><a href="#n1">[1]</a></sup> <em>הדגש</em> ו<span class="b">חזק</span>.</p>
<p class="hid">סוד כמוס</p>
<blockquote><p>ציטוט ארוך מן הארכיון.</p></blockquote>
<ol type="a"><li>ראשון</li><li>שני<ul><li>משנה</li></ul></li></ol>
<table><tr><th>שנה</th><th>כמות</th></tr><tr><td>1990</td><td>רב</td></tr></table>
<figure><img src="map.png" alt=""><figcaption>איור 1: הבארות</figcaption></figure>
<h2>מקורות</h2><p>גל, נ׳ (1990). <i>מים</i>. <a href="https://example.org/a">https://example.org/a</a></p>
<hr><ol><li id="n1">ארכיון המועצה, תיק 12. <a href="#r1">↩</a></li></ol>
</article></main><footer class="footer" role="contentinfo"><p>כל הזכויות שמורות</p></footer></body></html>"""


def test_the_articles_part_of_a_page(convert, tmp_path):
    text, made = convert(PAGE)
    assert "title: מחיר המים בדרום" in text and "name: נועה גל" in text
    assert "container-title: אופק" in text
    for line in ("## מבוא", f"{SENTENCE}[^1] _הדגש_ ו**חזק**.", "> ציטוט ארוך מן הארכיון.", "- a. ראשון",
                 "| שנה | כמות |", "![איור 1: הבארות]()", "## מקורות", "<!-- references -->",
                 "- גל, נ׳ (1990). _מים_. <https://example.org/a>", "[^1]: ארכיון המועצה, תיק 12."):
        assert line in text.splitlines(), text
    for word in ("גיליונות", "לעלון", "הזכויות", "סוד", "תוכנית"):
        assert word not in text, word
    assert "what stands round the article" in made.out
    assert "הרשמה לעלון" in (tmp_path / "report.md").read_text("utf-8")


def test_a_page_that_a_word_processor_on_the_web_saved(convert):
    """Styles by classes, notes by marks in square brackets, links by way of another address."""
    page = f"""<html><head><style>.c1{{font-weight:700}}.c2{{font-style:italic}}</style></head><body class="doc">
    <p class="title"><span>מחיר המים בדרום</span></p><h1><span>מבוא</span></h1>
    <p><span>{SENTENCE} </span><span class="c1">חשוב</span><span> וגם </span><span class="c2">נטוי</span><sup><a href="#ftnt1"
    id="ftnt_ref1">[1]</a></sup><span> ו</span><span><a href="https://www.google.com/url?q=https://example.org/b&amp;sa=D">כאן</a></span></p>
    <h1><span>סיכום</span></h1><p><span>{SENTENCE}</span></p>
    <hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> ראו שם.</span></p></div></body></html>"""
    text, _ = convert(page)
    assert "title: מחיר המים בדרום" in text and "## מבוא" in text and "## סיכום" in text
    assert "**חשוב** וגם _נטוי_[^1] ו[כאן](https://example.org/b)" in text, text
    assert "[^1]: ראו שם." in text.splitlines()


def test_pages_in_older_encodings(convert):
    page = f"<html><body><h1>מחיר המים</h1><p>{SENTENCE}</p></body></html>"
    text, _ = convert(page.encode("cp1255"))
    assert SENTENCE in text


JATS = f"""<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS" "JATS-journalpublishing1.dtd">
<article xml:lang="ar" xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta><journal-title-group>
<journal-title>دفاتر</journal-title></journal-title-group></journal-meta><article-meta>
<title-group><article-title>ثمن الماء</article-title><trans-title-group xml:lang="en"><trans-title>The Price of Water</trans-title>
</trans-title-group></title-group><contrib-group><contrib contrib-type="author"><name><surname>غال</surname><given-names>نوى</given-names>
</name><xref ref-type="aff" rid="a1"/></contrib></contrib-group><aff id="a1"><label>1</label>جامعة الساحل</aff>
<pub-date><year>2020</year></pub-date><volume>7</volume><fpage>12</fpage><abstract><p>ملخص قصير.</p></abstract>
<kwd-group><kwd>ماء</kwd><kwd>ثمن</kwd></kwd-group></article-meta></front><body><sec><title>مقدمة</title>
<p>نص أول.<xref ref-type="fn" rid="f1">1</xref> نص <italic>مائل</italic>&nbsp;أخير.</p><list list-type="order"><list-item><p>أ</p></list-item>
<list-item><p>ب</p></list-item></list><sec><title>خلفية</title><disp-quote><p>اقتباس.</p></disp-quote></sec></sec></body>
<back><fn-group><fn id="f1"><p>حاشية.</p></fn></fn-group><ref-list><title>المراجع</title><ref id="r1"><label>1</label>
<mixed-citation>غال، نوى. <source>ماء</source>. 1990.</mixed-citation></ref></ref-list></back></article>"""


def test_jats_says_all_of_itself(convert):
    text, _ = convert(JATS, "paper.xml")
    for part in ("title: ثمن الماء", "lang: ar", "- name: نوى غال", "- جامعة الساحل", "abstract: ملخص قصير.", 'date: "2020"',
                 "container-title: دفاتر", "title: The Price of Water", "  - ماء"):
        assert part in text, text
    for line in ("## مقدمة", "### خلفية", "نص أول.[^1] نص _مائل_ أخير.", "1. أ", "2. ب", "> اقتباس.", "## المراجع", "[^1]: حاشية.",
                 "- غال، نوى. ماء. 1990."):
        assert line in text.splitlines(), text


def test_markdown_is_taken_as_such(convert):
    source = f"# מחיר המים\n\n## מבוא\n\n{SENTENCE}[^1] *מודגש*\n\n[^1]: הערה.\n"
    text, _ = convert(source, "paper.md")
    assert "title: מחיר המים" in text and "lang: he" in text
    assert f"## מבוא\n\n{SENTENCE}[^1] *מודגש*\n\n[^1]: הערה.\n" in text


HOCR = """<html><body><div class="ocr_page"><p class="ocr_par"><span class="ocr_line" title="bbox 0 0 9 9">
<span class="ocrx_word" title="bbox 0 0 1 1; x_wconf 95">המועצה</span> <span class="ocrx_word" title="x_wconf 12">התכנסח</span></span>
<span class="ocr_line"><span class="ocrx_word" title="x_wconf 90">בבוקר.</span></span></p></div></body></html>"""
ALTO = """<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace><TextBlock><TextLine>
<String CONTENT="המועצה" WC="0.95"/><SP/><String CONTENT="התכנסח" WC="0.12"/></TextLine><TextLine><String CONTENT="בבוקר." WC="0.9"/>
</TextLine></TextBlock></PrintSpace></Page></Layout></alto>"""
TSV = ("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
       "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t95\tהמועצה\n"
       "5\t1\t1\t1\t1\t2\t0\t0\t1\t1\t12\tהתכנסח\n4\t1\t1\t1\t2\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t2\t1\t0\t0\t1\t1\t90\tבבוקר.\n")


@pytest.mark.parametrize("name, content", [("a.hocr", HOCR), ("a.xml", ALTO), ("a.tsv", TSV)])
def test_what_was_read_from_a_scan_is_doubtful_throughout(convert, name, content):
    text, made = convert(content, name)
    assert "המועצה התכנסח בבוקר." in text
    assert re.search("סריקה.*: התכנסח", text), text
    assert "0 places" not in made.out


@pytest.mark.parametrize("program", ["tesseract", "soffice"])
def test_programs_that_are_not_installed_are_named(daf, tmp_path, program):
    content = b"\x89PNG\r\n\x1a\n" + bytes(40) if program == "tesseract" else b"{\\rtf1 a}"
    (tmp_path / "paper").write_bytes(content)
    made = daf("convert", "paper", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert made.status == 2 and re.search("(?i)tesseract|LibreOffice", made.err), made.err


def test_a_picture_of_a_page_is_read(daf, tmp_path, page):
    """A page as a browser shows it, three dots to the pixel."""
    if not shutil.which("tesseract"):
        pytest.skip("tesseract is not installed")
    page.set_viewport_size({"width": 700, "height": 400})
    page.set_content(f"<body dir=rtl lang=he style='font: 20px/1.7 \"Frank Ruehl CLM\", serif; zoom: 2'><p>{SENTENCE}</p>")
    page.screenshot(path=tmp_path / "scan.png")
    made = daf("convert", "scan.png", "--lang", "he", cwd=tmp_path, timeout=280)
    assert made.status == 0, made.said
    text = (tmp_path / "Articles/scan/article.md").read_text("utf-8")
    right = sum(word in text for word in SENTENCE.rstrip(".").split())
    assert right >= 0.8 * len(SENTENCE.split()), text
    assert "check:" in text and "1 of 1 pages" in made.err


def test_two_files_of_a_paper_are_compared(daf, tmp_path):
    body = f"# מחיר המים\n\n## מבוא\n\n{SENTENCE}\n\nהמחיר עלה מאוד באותה שנה.[^1]\n\n[^1]: תיק 12.\n"
    (tmp_path / "one.md").write_text(body, "utf-8")
    (tmp_path / "two.md").write_text(body.replace("עלה מאוד", "ירד מאוד").replace("\n\nהמחיר", " המחיר"), "utf-8")
    made = daf("convert", "one.md", "--with", "two.md", cwd=tmp_path)
    assert made.status == 0 and "1 place differs" in made.out, made.said
    lines = (tmp_path / "Articles/one/article.md").read_text("utf-8").splitlines()
    assert [line for line in lines if "check:" in line and "two.md" in line] == [
        line for line in lines if line.startswith("המחיר עלה")]


def test_a_pdf_of_pictures_is_read_as_a_scan(daf, tmp_path, page):
    """Where a PDF has no letters, its pages are drawn and read."""
    image = pytest.importorskip("PIL.Image")
    if not (shutil.which("tesseract") and shutil.which("pdftoppm")):
        pytest.skip("tesseract or pdftoppm is not installed")
    page.set_viewport_size({"width": 1240, "height": 700})
    page.set_content(f"<body dir=rtl lang=he style='font: 40px/1.7 \"Frank Ruehl CLM\", serif'><p>{SENTENCE}</p>")
    page.screenshot(path=tmp_path / "scan.png")
    image.open(tmp_path / "scan.png").convert("L").save(tmp_path / "scan.pdf", resolution=150)
    made = daf("convert", "scan.pdf", "--lang", "he", cwd=tmp_path, timeout=280)
    assert made.status == 0 and "1 of 1 pages" in made.err, made.said
    text = (tmp_path / "Articles/scan/article.md").read_text("utf-8")
    assert sum(word in text for word in SENTENCE.rstrip(".").split()) >= 0.8 * len(SENTENCE.split()), text
