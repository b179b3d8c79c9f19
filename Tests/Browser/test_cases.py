"""Cases of text and format after public bug reports, each with what is right (shared/cases): read as they are kept
there, and sentences of our own of the same kinds, which are always at hand."""
import re
import shutil

import pytest
from visual_order import MEASURE

# The folders of shared/cases that are about how text is read and written; others are about search, people, addresses.
ORDERED = ["abbreviation-dot-number", "arabic-comma-between-latin", "latex-inline", "latin-list-with-notes",
           "phone-with-spaces", "sign-before-latin", "spaced-range", "sums-of-numbers", "superscript-after-latin",
           "variable-relation-number"]
OTHERS = {"adjacent-note-marks", "arabic-digit-date", "citation-hebrew-year", "italic-quoted-title-after-prefix",
          "lettered-list", "list-digits-of-numerals", "table-latin-cells", "tel-link-refused", "verse-soft-lines"}
HEAD = "---\ntitle: בדיקה\nlang: {language}\n{more}---\n\n"

OWN = {
    "adjacent-note-marks": (HEAD.format(language="ar", more="") + "نص بحاشيتين.[^1][^2] تمة.\n\n[^1]: أولى.\n[^2]: ثانية.\n"),
    "arabic-digit-date": HEAD.format(language="ar", more="date: ٢٠١٩-٠٣\n") + "نص.\n",
    "italic-quoted-title-after-prefix": HEAD.format(language="he", more="") + "נדפס ב*״דבר״* ול*\"מעריב\"*.\n",
    "lettered-list": HEAD.format(language="ar", more="") + "أ. أول\nب. ثان\nج. ثالث\n",
    "list-digits-of-numerals": HEAD.format(language="fa", more="numerals: arab\n") + "متن.[^1]\n\n1. یک\n2. دو\n\n[^1]: پانویس.\n",
    "table-latin-cells": (HEAD.format(language="ar", more="") + "| اسم | عدد |\n|:---|---:|\n| القدس | 7 |\n| UNESCO | EU |\n"),
    "tel-link-refused": HEAD.format(language="ar", more="") + "اتصل [بنا](tel:+9722000000).\n",
    "verse-soft-lines": HEAD.format(language="he", more="") + "> שורה אחת בשיר\n> שורה שתיים בשיר\n> שורה שלוש\n",
    "citation-hebrew-year": (
        HEAD.format(language="he", more="") + "(שושני, תשנ״ו) וגם (שושני, תשנ\"ו) וגם (רגב, בהדפסה).\n\n## מקורות\n\n"
        "<!-- references -->\n\n- שושני, א׳ (תשנ״ו). *אבנים*. עכו.\n- רגב, ב׳ (בהדפסה). *סלעים*. צפת.\n"),
}


@pytest.fixture
def case(request):
    """The text of a case: our own, or the one that is kept beside the repository."""

    def read(name, source):
        if source == "own":
            return OWN[name]
        return (request.getfixturevalue("shared") / "cases" / name / "article.md").read_text("utf-8")

    return read


@pytest.fixture
def shown(publication, browser, serve):
    """The page of an article, in Chromium."""
    pages = []

    def show(text):
        made = publication({"a/article.md": text})
        built = made.build()
        assert built.status in (0, 1), built.said
        address = serve(made.output)
        place = next(made.output.rglob("a/index.html")).relative_to(made.output).as_posix()
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        pages.append(page)
        page.goto(f"{address}/{place}")
        return page

    yield show
    for page in pages:
        page.close()


def test_every_folder_has_its_test(shared):
    """A folder of text or format that nobody tests would pass in silence."""
    of_others = {"alias-percent-encoded", "arabic-hamza-seats", "arabic-plurals-and-names", "attack", "author-honorific",
                 "author-sort", "author-two-scripts", "future-date", "hebrew-construct-plural", "hebrew-lemma-not-in-text",
                 "long-word-query", "names-across-scripts", "number-separators", "spelling-variants-side-by-side", "texts",
                 "volume-order"}
    folders = {folder.name for folder in (shared / "cases").iterdir() if folder.is_dir()}
    assert folders == set(ORDERED) | OTHERS | of_others


def orders(expected):
    """The sentences of an expected.txt with the characters of their line from left to right."""
    found = re.findall(r"^(\S.*)\n {4}pieces .*\n {4}characters left to right: (.*)$", expected, re.M)
    assert found, expected
    return found


@pytest.mark.parametrize("name", ORDERED)
def test_signs_stand_as_expected(shared, daf, browser, serve, tmp_path, name):
    folder = shared / "cases" / name
    for number, file in enumerate(sorted(folder.glob("*.md"))):
        article = tmp_path / "Articles" / f"case-{number}" / "article.md"
        article.parent.mkdir(parents=True)
        article.write_bytes(file.read_bytes())
    # Without other programs a formula stands as it is written, a run of its own.
    (tmp_path / "none").mkdir()
    built = daf("build", "--output", tmp_path / "Output", cwd=tmp_path, env={"PATH": str(tmp_path / "none")})
    assert built.status in (0, 1), built.said
    address = serve(tmp_path / "Output")
    lines = []
    for place in (tmp_path / "Output").rglob("case-*/index.html"):
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto(f"{address}/{place.relative_to(tmp_path / 'Output').as_posix()}")
        lines += page.eval_on_selector_all(".article-body > p", MEASURE)
        page.close()
    for sentence, characters in orders((folder / "expected.txt").read_text("utf-8")):
        assert characters[::-1] in lines, sentence


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc makes formulas of TeX and is not installed")
def test_formula_stands_where_its_source_would(case, shown):
    page = shown(case("latex-inline", "shared"))
    places = page.evaluate("""() => [...document.querySelectorAll("math")].map((math) => {
        const own = math.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(math.parentElement.firstChild);
        return own.right <= range.getBoundingClientRect().left + 1;
    })""")
    assert places[0] and len(places) == 3


SOURCES = pytest.mark.parametrize("source", ["own", "shared"])


@SOURCES
def test_marks_in_a_row_are_told_apart(case, shown, source):
    page = shown(case("adjacent-note-marks", source))
    gap = page.evaluate("""() => {
        const [first, second] = [...document.querySelectorAll(".note-mark a")].map((mark) => mark.getBoundingClientRect());
        return first.left - second.right;
    }""")
    sign = page.evaluate("() => getComputedStyle(document.querySelector('.note-mark-next'), '::before').content")
    assert gap >= 1 and "," in sign


@SOURCES
def test_date_in_arabic_digits(case, publication, daf, source):
    made = publication({"a/article.md": case("arabic-digit-date", source)})
    made.build()
    checked = daf("check", cwd=made.folder)
    assert "wrong-date" not in checked.said and "missing-date" not in checked.said
    html = next(made.output.rglob("a/index.html")).read_text("utf-8")
    assert re.search('datetime="2023"' if source == "shared" else 'datetime="2019-03"', html)


@SOURCES
def test_years_in_letters_and_works_in_press_are_cited(case, publication, daf, source):
    made = publication({"a/article.md": case("citation-hebrew-year", source)})
    made.build()
    html = next(made.output.rglob("a/index.html")).read_text("utf-8")
    targets = re.findall(r'<a id="cite-[^"]*" href="#([^"]*)"', html)
    assert (len(targets), len(set(targets))) == ((5, 4) if source == "shared" else (3, 2))
    assert "entry-never-cited" not in daf("check", cwd=made.folder).said


@SOURCES
def test_emphasis_round_a_quotation_behind_a_prefix(case, shown, source):
    page = shown(case("italic-quoted-title-after-prefix", source))
    assert "*" not in page.inner_text(".article-body")
    assert page.locator(".article-body em").count() == (3 if source == "shared" else 2)


@SOURCES
def test_lettered_lines_are_reported_and_made_a_list(case, daf, tmp_path, source):
    article = tmp_path / "article.md"
    article.write_text(case("lettered-list", source), "utf-8")
    assert "lettered-lines" in daf("check", article, cwd=tmp_path).said
    daf("check", "--fix", article, cwd=tmp_path)
    assert len(re.findall(r"^- \w[.)] ", article.read_text("utf-8"), re.M)) == (5 if source == "shared" else 3)


@SOURCES
def test_lists_count_in_the_digits_of_the_notes(case, shown, source):
    page = shown(case("list-digits-of-numerals", source))
    style = page.evaluate("() => getComputedStyle(document.querySelector('.article-body ol')).listStyleType")
    mark = page.inner_text(".article-body .note-mark a")
    assert (style, mark) == (("arabic-indic", "١") if source == "shared" else ("persian", "۱"))


@SOURCES
def test_cells_stand_at_the_side_of_their_column(case, shown, source):
    page = shown(case("table-latin-cells", source))
    sides = page.evaluate("""() => [...document.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const [text, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
        return box.right - text.right < text.left - box.left ? "right" : "left";
    }))""")
    for column, side in enumerate(["right", "left", "right"][:len(sides[0])]):
        narrow = [row[column] for row in sides]
        assert set(narrow) == {side}, sides


@SOURCES
def test_telephone_links_are_links(case, shown, source):
    page = shown(case("tel-link-refused", source))
    assert page.get_attribute(".article-body a", "href").startswith("tel:+972")


@SOURCES
def test_lines_of_verse_are_reported(case, daf, tmp_path, source):
    article = tmp_path / "article.md"
    article.write_text(case("verse-soft-lines", source), "utf-8")
    assert daf("check", article, cwd=tmp_path).said.count("lines-run-together") == (2 if source == "shared" else 1)
