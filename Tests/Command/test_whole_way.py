"""Real papers go the whole way: converted, built, searched. They are kept beside the repository and are no part of it."""
import json
import re

import pytest

from site_links import site_faults

PAPERS = ["defence-diplomacy-iraq", "military-diplomacy", "multilateral-track", "sister-cities"]
URL = "https://daf.example/"


def words_of_title(markdown):
    title = re.search(r"^title: *(.+)$", markdown, re.MULTILINE)[1]
    return [word for word in re.findall(r"[^\W\d_]{4,}", title)]


@pytest.fixture(scope="module")
def converted(shared, daf, tmp_path_factory):
    """A publication of the four papers as the converter makes them, built."""
    folder = tmp_path_factory.mktemp("converted")
    (folder / "publication.yaml").write_text(f"name: Papers\nurl: {URL}\n", "utf-8")
    for name in PAPERS:
        done = daf("convert", shared / f"papers/{name}.txt", "--output", folder / f"Articles/{name}/article.md")
        assert done.status in (0, 1), f"{name}: {done.said}"
        assert (folder / f"Articles/{name}/article.md").exists(), done.said
    built = daf("build", cwd=folder)
    assert built.status in (0, 1), built.said
    return folder / "Output"


@pytest.mark.parametrize("name", PAPERS)
def test_a_converted_paper_has_its_page(converted, name):
    assert (converted / f"articles/{name}/index.html").exists()


@pytest.mark.parametrize("name", PAPERS)
def test_a_converted_paper_is_found_by_words_of_its_title(converted, shared, daf, name):
    words = words_of_title((shared / f"papers/{name}.md").read_text("utf-8"))
    found = daf("search", " ".join(words[:3]), "--site", converted, "--json")
    assert found.status == 0, found.said
    answer = json.loads(found.out)
    assert answer["total"] >= 1
    first = [result["article"] for result in answer["results"]][:2]
    assert name in first, first
    result = next(r for r in answer["results"] if r["article"] == name)
    assert result["url"] and result["score"] > 0 and result["passages"]


def test_every_passage_that_search_names_is_on_its_page(converted, shared, daf):
    for name in PAPERS:
        for word in words_of_title((shared / f"papers/{name}.md").read_text("utf-8"))[:3]:
            for result in json.loads(daf("search", word, "--site", converted, "--json").out)["results"]:
                page = (converted / f"articles/{result['article']}/index.html").read_text("utf-8")
                for passage in result["passages"]:
                    assert not passage["anchor"] or f'id="{passage["anchor"]}"' in page, (word, passage["anchor"])


def test_a_word_that_is_nowhere_finds_nothing(converted, daf):
    answer = json.loads(daf("search", "קסטרופולוגמה", "--site", converted, "--json").out)
    assert answer["total"] == 0 and answer["results"] == []


def test_no_link_inside_the_site_leads_nowhere(converted):
    faults = site_faults(converted, URL)
    assert not faults, "\n".join(faults[:30])
