"""What scholars write beyond plain Markdown stands on the page as it is meant, or is reported."""
import re
import shutil
import zipfile

import pytest

HEAD = "---\ntitle: בדיקה\nlang: {language}\nauthor:\n  - name: דנה לוי\ndate: \"2022\"\n{more}---\n\n"


@pytest.fixture
def page(publication):
    """The page of an article with a body."""

    def make(body, language="he", more=""):
        made = publication({"a/article.md": HEAD.format(language=language, more=more) + body})
        built = made.build()
        assert built.status in (0, 1), built.said
        return next(made.output.rglob("a/index.html")).read_text("utf-8")

    return make


def test_verse_and_its_half_lines(page):
    html = page("| קו ראשון\n| קו שני || וחציו\n")
    assert html.count('<span class="line">') == 1 and html.count('<span class="half-lines">') == 1


def test_numbered_figure_and_table_are_referred_to(page):
    html = page("ראו ב@tbl-a.\n\n| א | ב |\n|---|---|\n| ג | ד |\n: נמלים {#tbl-a}\n")
    assert re.search(r'<caption><span class="number-label">טבלה 1\.</span> נמלים</caption>', html)
    assert re.search(r'ב<a class="number-label" href="#p\d+">טבלה 1</a>', html)


def test_box_definition_and_source(page):
    html = page("::: box\nבתיבה.\n:::\n\nמונח\n: פירושו.\n\n> ציטוט.\n>\n> — מקור\n")
    assert '<div class="box" role="note" data-kind="box"' in html
    assert re.search(r"<dt[^>]*>מונח</dt>\s*<dd>פירושו\.</dd>", html)
    assert re.search(r'<footer class="source"[^>]*>— מקור</footer>', html)


def test_formula_is_mathml_where_the_program_is(page):
    html = page("נתון $x^2 + y^2 = 1$ במישור.\n")
    if shutil.which("pandoc"):
        assert re.search(r"<math display=\"inline\".*?<msup>", html)
    else:
        assert '<bdi class="formula-source" dir="ltr">$x^2 + y^2 = 1$</bdi>' in html


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc makes formulas of TeX and is not installed")
def test_formulas_are_made_once_their_program_is_installed(publication, tmp_path):
    made = publication({"a/article.md": HEAD.format(language="he", more="") + "נתון $x^2$ כאן.\n"}, "exports: [epub]\n")
    made.build(env={"PATH": str(tmp_path / "none")})
    assert "<math" not in made.page("articles/a/")
    made.build()
    assert "<math" in made.page("articles/a/")
    with zipfile.ZipFile(made.output / "articles/a/a.epub") as book:
        assert "<math" in book.read("EPUB/text-1.xhtml").decode()


def test_numbers_of_lists_are_in_the_digits_of_the_article(page):
    html = page("نص.\n\n1. أول\n2. ثان\n", language="ar", more="numerals: arab\n")
    assert '<ol class="numerals-arab">' in html


def test_telephone_link_and_date_in_arabic_digits(page, publication):
    html = page("התקשרו [אלינו](tel:+97236123456) מיד.\n")
    assert '<a href="tel:+97236123456">אלינו</a>' in html


def test_what_passed_in_silence_is_put_right(daf, tmp_path):
    file = tmp_path / "article.md"
    file.write_text(
        HEAD.format(language="he", more="")
        + "##כותרת\n\nא. אחת\nב. שתיים\n\n● פריט\n● פריט\n\n| א | ב |\n| ג | ד |\n\nשם\tמספר\n\nמילה¹ כאן\n\n"
        + "![מפה](my map.png)\n\n[^1]: הערה.\n", "utf-8")
    done = daf("check", "--fix", file, cwd=tmp_path)
    fixed = file.read_text("utf-8")
    for right in ("## כותרת", "- א. אחת\n- ב. שתיים", "- פריט\n- פריט", "| א | ב |\n| --- | --- |\n| ג | ד |",
                  "שם מספר", "מילה[^1] כאן", "![מפה](<my map.png>)"):
        assert right in fixed, (right, fixed, done.said)
    again = daf("check", "--fix", file, cwd=tmp_path)
    assert file.read_text("utf-8") == fixed, again.said
