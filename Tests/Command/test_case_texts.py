"""Lines as extractors gave them of real PDFs, with what must come of them (../shared/cases/texts)."""
import re

import pytest
import yaml

CASES = ["broken-text-layer", "bullet-at-line-end", "hebrew-in-ltr-paragraph", "lam-alef-swapped",
         pytest.param("niqqud-lines-of-their-own", marks=pytest.mark.xfail(
             reason="a line in pieces whose vowel signs stand apart from words in two pieces is not put together")),
         "persian-is-not-arabic", "seminar-cover-page", "title-of-three-lines"]
KEYS = ("title", "author", "date", "affiliation", "lang")


def wanted(expected):
    """What the comment of an expectation says of the front matter, by key."""
    facts = {}
    for part in "\n".join(line[1:] for line in expected.splitlines() if line.startswith("#")).split(";"):
        key, colon, value = part.strip().partition(":")
        if colon and key in KEYS:
            facts[key] = re.sub(r" \([^\d].*|,? and the words of.*", "", value).strip()
    return facts


def blocks(text):
    """The blocks of a text, each in one line, without markup."""
    body = re.sub(r"\s*<!--.*?-->", "", text)
    body = "\n".join(line for line in body.splitlines() if not line.startswith("#") or line.startswith("##"))
    return [" ".join(block.split()).lstrip("#- ") for block in re.split(r"\n\s*\n|\n(?=- )", body) if block.strip()]


def said(front):
    """The same facts of an article's front matter."""
    authors = front.get("author") or []
    return {"title": front.get("title"), "author": ", ".join(author["name"] for author in authors),
            "date": front.get("date"), "lang": front.get("lang"),
            "affiliation": ", ".join(authors[0].get("affiliation") or []) if authors else ""}


@pytest.mark.parametrize("name", CASES)
def test_a_text_of_a_real_paper_reads_as_it_should(daf, shared, tmp_path, name):
    source = shared / f"cases/texts/{name}.txt"
    expected = source.with_suffix(".expected.txt").read_text("utf-8")
    target = tmp_path / "article.md"
    run = daf("convert", source, "--output", target, cwd=tmp_path)
    if "write no article" in expected:
        assert run.status != 0 and not target.exists(), run.said
        assert "OCR" in run.said, run.said
        return
    assert run.status in (0, 1), run.said
    front, body = target.read_text("utf-8").split("---\n", 2)[1:]
    front, facts = yaml.safe_load(front), wanted(expected)
    assert {key: said(front)[key] for key in facts} == facts
    if "no author" in expected:
        assert "author" not in front
    for block in blocks(expected):
        assert block in [front.get("title"), *blocks(body)], body
    assert "no headings" not in expected or body.count("## ") == 1, body
