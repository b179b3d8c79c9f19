"""The sentences of visual_order.py and the files beside it stand in their order in the EPUB and in the PDF, too."""
import re
import shutil
import zipfile

import pypdfium2
import pytest
from visual_order import MEASURE, expected, write_articles
from visual_order_every import EVERY as CASES

# Of letters with vowel signs in print some have no place of their own.
MARKS = re.compile("[\u064b-\u0652]")
LANGUAGES = sorted({language for language, _, _ in CASES})


@pytest.fixture(scope="module")
def books(daf, tmp_path_factory):
    """The folder of each language's article, with its EPUB and, where WeasyPrint is installed, its PDF."""
    folder = tmp_path_factory.mktemp("book-order")
    write_articles(folder, CASES)
    (folder / "publication.yaml").write_text("name: Order\nlanguages: [he]\nexports: [epub, pdf]\n", "utf-8")
    built = daf("build", "--output", folder / "Output", cwd=folder, timeout=300)
    assert built.status in (0, 1), built.said
    return {language: next((folder / "Output").rglob(f"order-{language}/index.html")).parent for language in LANGUAGES}


def right(lines, language, shown, longest=1000):
    """A language's sentences that are not among the lines; those that may fill more than a line are left out."""
    wanted = [(text, expected(language, pieces)) for own, text, pieces in CASES
              if own == language and len(text) <= longest and not (shown is printable and MARKS.search(text))]
    return [text for text, line in wanted if shown(line) not in lines]


def plain(line):
    """A line without marks above and below letters."""
    return re.sub(r"[\u200b-\u200f\u0300-\u036f\u0591-\u05c7\u064b-\u0652\ufffe]", "", line)


def printable(line):
    """A line without what cannot be told in print: which way signs in pairs open, of what letters ligatures are, signs
    that fonts put together of others."""
    line = re.sub(r"[()\[\]{}<>≤≥«»‹›“”]", "|", plain(line))
    for sign, shown in (("™", "TM"), ("½", "1/2"), ("…", "..."), ("=/", "="), ("≠", "=")):
        line = line.replace(sign, shown)
    line = re.sub(r"[\u0621-\u064a\u0671-\u06d3]+", "ع", line)
    return re.sub(r"[^\W\d_]+", lambda letters: "".join(sorted(letters[0])), line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_epub(books, browser, serve, tmp_path, language):
    zipfile.ZipFile(books[language] / f"order-{language}.epub").extractall(tmp_path)
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(f"{serve(tmp_path)}/EPUB/text-1.xhtml")
    lines = {plain(line) for line in page.eval_on_selector_all("body > p", MEASURE)}
    page.close()
    assert right(lines, language, plain) == []


def printed(file, is_right_to_left):
    """The lines of a PDF, each as its signs in the order in which the eye meets them."""
    lines = set()
    document = pypdfium2.PdfDocument(file)
    for page in document:
        text = page.get_textpage()
        signs = []
        for index in range(text.count_chars()):
            sign = text.get_text_range(index, 1)
            left, bottom, right_, top = text.get_charbox(index)
            if sign.strip() and right_ > left:
                signs.append(((left + right_) / 2, (bottom + top) / 2, sign))
        rows = []
        for sign in sorted(signs, key=lambda sign: -sign[1]):
            # A line is 18 points high; marks of notes stand a little above it.
            if rows and rows[-1][0] - sign[1] < 8:
                rows[-1][1].append(sign)
            else:
                rows.append((sign[1], [sign]))
        for _, row in rows:
            row.sort(key=lambda sign: -sign[0] if is_right_to_left else sign[0])
            lines.add(printable("".join(sign[2] for sign in row)))
    return lines


@pytest.mark.skipif(not shutil.which("weasyprint"), reason="WeasyPrint sets the PDF and is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf(books, language):
    lines = printed(books[language] / f"order-{language}.pdf", language != "en")
    assert right(lines, language, printable, longest=55) == []
