"""The institute's restored papers as pages; skipped where they are not there."""
import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from pages import article_address

XHTML = "{http://www.w3.org/1999/xhtml}"
PAPERS = ["military-diplomacy", "defence-diplomacy-iraq", "multilateral-track", "sister-cities"]


@pytest.fixture(scope="module")
def papers(shared, daf, tmp_path_factory):
    """The papers' pages as trees, by name, and their notes on what they hold."""
    folder = tmp_path_factory.mktemp("papers")
    for name in PAPERS:
        article = folder / "Articles" / name / "article.md"
        article.parent.mkdir(parents=True)
        article.write_bytes((shared / "papers" / f"{name}.md").read_bytes())
    built = daf("build", "--output", folder / "Output", cwd=folder)
    assert built.status in (0, 1), built.said
    found = {}
    for name in PAPERS:
        text = (folder / "Output" / article_address(folder / "Output", name) / "index.html").read_text("utf-8")
        text = text.replace("<html ", '<html xmlns="http://www.w3.org/1999/xhtml" ', 1)
        noted = json.loads((shared / "papers" / f"{name}.json").read_text("utf-8"))
        found[name] = (ElementTree.fromstring(text), noted)
    return found


def with_role(root, role):
    return [element for element in root.iter() if element.get("role") == role]


def text_of(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


@pytest.mark.parametrize("name", PAPERS)
def test_every_mark_has_its_note_and_every_note_its_way_back(papers, name):
    root, noted = papers[name]
    ids = {element.get("id") for element in root.iter()}
    marks, backs = with_role(root, "doc-noteref"), with_role(root, "doc-backlink")
    shown = [text_of(mark) for mark in marks]
    assert shown == [str(label) for label in noted.get("footnote_refs", [])]
    assert all(unquote(mark.get("href"))[1:] in ids for mark in marks)
    assert {unquote(back.get("href"))[1:] for back in backs} <= ids
    assert len([back for back in backs if back.get("href").startswith("#fnref")]) == len(marks)


def test_military_diplomacy_has_its_notes_and_pages(papers):
    root, noted = papers["military-diplomacy"]
    assert len(with_role(root, "doc-noteref")) == 55
    notes = next(element for element in root.iter() if element.get("class") == "note-list")
    assert len(notes) == 55
    pages = [text_of(mark).strip("[]") for mark in with_role(root, "doc-pagebreak")]
    assert pages == [str(page) for page in noted["pages"]]
    assert len(pages) == 18
    missing = [element for element in root.iter() if element.get("class") == "missing-note"]
    assert len(missing) == len(noted["footnotes_missing"]) == 8


def test_ibid_leads_to_the_work_and_never_past_a_missing_note(papers):
    root, _ = papers["military-diplomacy"]
    led = {}
    for note in next(element for element in root.iter() if element.get("class") == "note-list"):
        for link in note.iter(f"{XHTML}a"):
            if link.get("href", "").startswith("#fn-"):
                led[note.get("id")] = link.get("href")[1:]
    assert led == {
        "fn-15": "fn-14", "fn-31": "fn-30", "fn-32": "fn-30", "fn-33": "fn-30", "fn-34": "fn-30"}


def test_citations_lead_to_their_entries_and_back(papers):
    root, noted = papers["defence-diplomacy-iraq"]
    lists = with_role(root, "doc-bibliography")
    entries = {}
    for language, box in zip(("ar", "en"), lists):
        for number, item in enumerate(box.iter(f"{XHTML}li"), 1):
            entries[item.get("id")] = f"{language}-{number}"
    cited = [entries.get(link.get("href")[1:]) for link in with_role(root, "doc-biblioref")]
    wanted = [citation["reference"] for citation in noted["citations"]]
    # Those that were found, in their order; one that is left out or wrong breaks the row once.
    right, place = 0, 0
    for reference in cited:
        if reference in wanted[place:]:
            place = wanted.index(reference, place) + 1
            right += 1
    assert right >= 24, (right, cited)
    back = [link for link in with_role(root, "doc-backlink") if link.get("href").startswith("#cite-")]
    assert len(back) == len(cited)


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_scrolls_sideways(papers, name, new_page, serve, shared, daf, tmp_path):
    article = tmp_path / "Articles" / name / "article.md"
    article.parent.mkdir(parents=True)
    article.write_bytes((shared / "papers" / f"{name}.md").read_bytes())
    assert daf("build", "--output", tmp_path / "Output", cwd=tmp_path).status in (0, 1)
    for width in (320, 768, 1440):
        page = new_page(width=width)
        page.goto(f"{serve(tmp_path / 'Output')}/{article_address(tmp_path / 'Output', name)}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
