"""The converter from the PDF itself: sample articles are typeset and converted, and PDFs that are no papers are refused.

Each floor is what the converter reached when it was written down; figures only rise."""
import sys
from pathlib import Path

import pytest
import weasyprint
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Benchmarks"))

from typeset import pages, programs  # noqa: E402
from typeset.layout import Layout  # noqa: E402
from typeset.measure import measure  # noqa: E402
from typeset.paper import Paper  # noqa: E402

FLOORS = {
    "reclaimed-water": {"words": 0.98, "headings": 0.95, "note_refs": 0.95, "notes": 0.95, "pages": 0.95},
    "review-margins-ar": {"words": 0.97, "headings": 0.95},
}


@pytest.mark.parametrize("name", FLOORS)
def test_a_typeset_article_is_read_from_its_pdf(daf, repository, tmp_path, name):
    paper = Paper((repository / f"Articles/{name}/article.md").read_text("utf-8"), name)
    pdf, target = tmp_path / f"{name}.pdf", tmp_path / "article.md"
    programs.typst(paper, pdf)
    run = daf("convert", pdf, "--output", target)
    assert target.exists(), run.said
    figures = measure(pages.gold(paper, pdf), target.read_text("utf-8"))
    short = {key: figures[key] for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert not short, figures


def minimal(content=b"", font=b"/BaseFont /Helvetica /Encoding /WinAnsiEncoding"):
    """A PDF of one page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 %s >>" % font,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, source in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, source)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(data))


LETTERS = b"BT /F 11 Tf 60 700 Td 14 TL " + b"(" + b"abcdefg hijk lmnop " * 4 + b") ' " * 12 + b"ET"
UNKNOWN = b"/BaseFont /X /Encoding << /Differences [97 " + b" ".join(b"/g%d" % n for n in range(26)) + b"] >>"


@pytest.mark.parametrize("name, data, said", [
    ("pictures alone", minimal(), "OCR"),
    ("letters without Unicode", minimal(LETTERS, UNKNOWN), "not what its pages show"),
    ("no objects", b"%PDF-1.7\nnothing", "damaged"),
])
def test_a_pdf_that_is_no_paper_is_refused_with_the_reason(daf, tmp_path, name, data, said):
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(data)
    # Where the programs that read scans are installed, they would read it.
    run = daf("convert", pdf, "--output", tmp_path / "article.md", env={"PATH": str(tmp_path)})
    assert run.status == 2 and said in run.said, run.said
    assert not (tmp_path / "article.md").exists()


def test_a_pdf_with_a_password_is_named(daf, tmp_path):
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    for user, name in (("secret", "locked"), ("", "open")):
        writer.encrypt(user, "owner", algorithm="RC4-128")
        with open(tmp_path / f"{name}.pdf", "wb") as file:
            writer.write(file)
    assert "password" in daf("convert", tmp_path / "locked.pdf", "--output", tmp_path / "a.md").said
    # Encrypted without a password to open it: read, and found to be without text.
    assert "OCR" in daf("convert", tmp_path / "open.pdf", "--output", tmp_path / "a.md").said


def with_authors(path, names):
    """A paper's source with these authors, without affiliations."""
    _, matter, body = path.read_text("utf-8").split("---\n", 2)
    fields = yaml.safe_load(matter) | {"author": [{"name": name} for name in names]}
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\n{body}"


LAYOUTS = {
    # Balanced columns, short on the last page; notes in columns; a note that begins with a number and Latin.
    "end notes in columns": ("he-lighthouses", Layout("end-columns", "typst", notes="end", columns=2, headings="numbered", size=9,
                                                      heads="top", keywords="space")),
    # Notes across the page under two columns, the first of them as short as a column's line.
    "foot notes under columns": ("ar-looms", Layout("foot-columns", "weasyprint", label="1", columns=2, abstract="none",
                                                    date=True, series=True, heads="line", size=9, height=220)),
    "end notes with bare numbers": ("he-lighthouses", Layout("bare-end", "typst", notes="end", label="1", size=10)),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_notes_and_columns_in_further_layouts(daf, repository, tmp_path, name):
    source, layout = LAYOUTS[name]
    paper = Paper((repository / f"Benchmarks/papers/fit/{source}.md").read_text("utf-8"), source)
    pdf, target = tmp_path / "paper.pdf", tmp_path / "article.md"
    programs.TYPESETTERS[layout.engine](paper, pdf, layout)
    run = daf("convert", pdf, "--output", target)
    assert target.exists(), run.said
    figures = measure(pages.gold(paper, pdf, layout), target.read_text("utf-8"))
    short = {key: figures[key] for key in ("words", "notes") if figures[key] < 0.97}
    assert not short, figures


def test_names_that_are_set_as_headings_are_authors(daf, repository, tmp_path):
    names = ["תמר גולן", "דוד ארצי", "שולמית ארגוב"]
    paper = Paper(with_authors(repository / "Benchmarks/papers/fit/he-river.md", names), "he-river")
    pdf, target = tmp_path / "paper.pdf", tmp_path / "article.md"
    programs.typst(paper, pdf)
    daf("convert", pdf, "--output", target)
    matter = yaml.safe_load(target.read_text("utf-8").split("---\n")[1])
    assert [author["name"] for author in matter["author"]] == names and matter["abstract"]


def test_contents_are_left_out_and_a_text_without_authors_has_none(daf, tmp_path):
    """As in many lecture notes: the text begins right under the title."""
    sentence = "המים זורמים במורד הנחל אל הים והתושבים שואבים מהם לשדותיהם. "
    entries = "".join(f"<p>פרק {name} {'. ' * 30}{page}</p>" for name, page in [("ראשון", 1), ("שני", 4), ("שלישי", 9)])
    pdf, target = tmp_path / "paper.pdf", tmp_path / "article.md"
    weasyprint.HTML(string=f"""<html lang="he" dir="rtl"><style>body {{ font: 11pt serif; text-align: justify }}
        h1 {{ font-size: 20pt }} h2 {{ font-size: 14pt }}</style><h1>תרגיל בנושא המים</h1><p>ההגשה בזוגות בלבד.</p>
        <p>• מדדו את גובה המים בכל בוקר.</p><h2>תוכן העניינים</h2>{entries}
        <h2>פרק ראשון</h2><p>{sentence * 5}</p><h2>פרק שני</h2><p>{sentence * 4}</p></html>""").write_pdf(pdf)
    daf("convert", pdf, "--output", target)
    text = target.read_text("utf-8")
    matter = yaml.safe_load(text.split("---\n")[1])
    assert matter["title"] == "תרגיל בנושא המים" and not matter.get("author"), matter
    assert "ההגשה בזוגות בלבד." in text.splitlines() and "- מדדו את גובה המים בכל בוקר." in text.splitlines()
    assert "תוכן העניינים" not in text and ". ." not in text
