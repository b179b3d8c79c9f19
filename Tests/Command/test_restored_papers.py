"""Real papers, restored by hand, built as articles. They are kept beside the repository and are no part of it."""
import json
import re
from html.parser import HTMLParser

import pytest

from site_links import site_faults

PAPERS = ["defence-diplomacy-iraq", "military-diplomacy", "multilateral-track", "sister-cities"]
URL = "https://daf.example/"


@pytest.fixture(scope="module")
def restored(shared, daf, tmp_path_factory):
    """A publication of the same papers as they were restored by hand, built."""
    folder = tmp_path_factory.mktemp("restored")
    (folder / "publication.yaml").write_text(f"name: Papers\nurl: {URL}\n", "utf-8")
    for name in PAPERS:
        article = folder / f"Articles/{name}/article.md"
        article.parent.mkdir(parents=True)
        article.write_bytes((shared / f"papers/{name}.md").read_bytes())
    built = daf("build", cwd=folder)
    assert built.status in (0, 1), built.said
    return folder / "Output"


def test_no_link_inside_the_site_leads_nowhere(restored):
    faults = site_faults(restored, URL)
    assert not faults, "\n".join(faults[:30])


class Notes(HTMLParser):
    """Gathers note references, notes and back links by the roles of DPUB-ARIA."""

    def __init__(self):
        super().__init__()
        self.references, self.back, self.items, self.pages = [], [], [], []
        self._in_notes = 0

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        role = named.get("role")
        if role == "doc-noteref":
            self.references.append((named.get("id"), named.get("href", "").lstrip("#")))
        elif role == "doc-backlink":
            self.back.append(named.get("href", "").lstrip("#"))
        elif role == "doc-pagebreak":
            self.pages.append(named.get("id"))
        elif role == "doc-endnotes":
            self._in_notes = 1
        elif tag == "section" and self._in_notes:
            self._in_notes += 1
        elif tag == "li" and self._in_notes and named.get("id"):
            self.items.append(named["id"])

    def handle_endtag(self, tag):
        if tag == "section" and self._in_notes:
            self._in_notes -= 1


def test_each_of_the_55_notes_is_linked_both_ways(restored):
    notes = Notes()
    notes.feed((restored / "articles/military-diplomacy/index.html").read_text("utf-8"))
    assert len(notes.references) == 55
    assert len(notes.items) == len(set(notes.items)) == 55
    assert [target for _, target in notes.references] == notes.items, "in order, each leads to its note"
    assert sorted(notes.back) == sorted(identifier for identifier, _ in notes.references), "each has its back link"
    assert len(notes.pages) == 18


def test_notes_that_the_source_lost_are_said_to_be_missing(shared, daf, tmp_path):
    article = tmp_path / "Articles/military-diplomacy/article.md"
    article.parent.mkdir(parents=True)
    article.write_bytes((shared / "papers/military-diplomacy.md").read_bytes())
    built = daf("build", cwd=tmp_path)
    missing = json.loads((shared / "papers/military-diplomacy.json").read_text("utf-8"))["footnotes_missing"]
    assert built.status == 0, "missing notes are warnings"
    assert len(missing) == 8
    for label in missing:
        assert re.search(rf"(?<!\d){label}(?!\d)", built.said), f"note {label} is not spoken of"
