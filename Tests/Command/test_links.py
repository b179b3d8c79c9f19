"""Every link and anchor inside the sample site leads somewhere; every page says its language and direction."""
import re

import pytest

from site_links import read_page, site_faults

DIRECTIONS = {"he": "rtl", "ar": "rtl", "fa": "rtl", "yi": "rtl"}


def base_of(repository):
    return re.search(r"^url:\s*(\S+)", (repository / "publication.yaml").read_text("utf-8"), re.MULTILINE)[1]


def test_every_link_and_anchor_leads_somewhere(sample_site, repository):
    faults = site_faults(sample_site, base_of(repository))
    assert not faults, "\n".join(faults[:40])


def test_the_checker_sees_what_is_wrong(tmp_path):
    (tmp_path / "index.html").write_text(
        '<html><body><a href="gone/">x</a><a href="#none">y</a><a id="a"></a><a id="a"></a>'
        '<p aria-labelledby="b"></p><img src="/picture.png"><a href="javascript:alert(1)">z</a>'
        '<a href="page.html#%D7%90">fine</a><a href="https://other.example/">fine</a></body></html>', "utf-8")
    (tmp_path / "page.html").write_text('<html><body><h1 id="א">t</h1></body></html>', "utf-8")
    assert len(site_faults(tmp_path)) == 6


def test_every_page_says_its_language_and_direction(sample_site):
    pages = sorted(sample_site.rglob("*.html"))
    assert pages
    for file in pages:
        page = read_page(file)
        language = page.root.get("lang", "")
        assert language, f"{file.relative_to(sample_site)}: no lang"
        assert page.root.get("dir") == DIRECTIONS.get(language.split("-")[0], "ltr"), file.relative_to(sample_site)
        assert page.headings == 1, f"{file.relative_to(sample_site)}: {page.headings} h1"


@pytest.mark.parametrize("slug", ["reclaimed-water", "third-quay", "desert-oases", "counting-wells",
                                  "review-margins", "review-margins-ar"])
def test_each_sample_article_has_its_page(sample_site, slug):
    assert list(sample_site.rglob(f"{slug}/index.html")), f"no page for {slug}"
