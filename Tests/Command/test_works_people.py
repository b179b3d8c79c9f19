"""The pages of works cited and of people, and the same for programs."""
import json

import extruct
import lxml.html
import pytest

SETTINGS = """name: {he: דפים, en: Leaves, ar: أوراق}
url: https://example.org/leaves/
languages: [he, ar, en]
exports: [api]
"""
FIRST = """---
title: מאמר ראשון
lang: he
author:
  - name: ד״ר רות כהן
    orcid: 0000-0002-1825-0097
    affiliation: [המכללה לחקר המקום]
    note: רות כהן חוקרת פנקסים.
date: 2022
translations:
  en: {title: First, author: [{name: Ruth Cohen, affiliation: [The College]}]}
---

כמו שכתב (Field, 1992).[^1]

## מקורות

<!-- references -->

- Field, A. (1992). *Shared Waters, Local Rules*. Lyon: Canal.

[^1]: A. Field, *Shared Waters, Local Rules* (Lyon: Canal, 1992), p. 12.
"""
SECOND = """---
title: Second
lang: en
author: [{name: Ruth Cohen, orcid: 0000-0002-1825-0097, affiliation: [The University]}]
date: 2019
---

Text.[^1] More.[^2]

[^1]: See A. Field, *Shared Waters* (Lyon, 1992), p. 3.
[^2]: Ibid., p. 5.
"""


@pytest.fixture(scope="module")
def site(daf, tmp_path_factory):
    folder = tmp_path_factory.mktemp("works")
    for slug, text in {"first": FIRST, "second": SECOND}.items():
        (folder / "Articles" / slug).mkdir(parents=True)
        (folder / "Articles" / slug / "article.md").write_text(text, "utf-8")
    (folder / "publication.yaml").write_text(SETTINGS, "utf-8")
    built = daf("build", cwd=folder)
    assert built.status in (0, 1), built.said
    return folder / "Output"


def page(site, path):
    return lxml.html.fromstring((site / path / "index.html").read_text("utf-8"))


@pytest.mark.parametrize(("prefix", "note"), [("", "הערה 1"), ("ar/", "الحاشية 1"), ("en/", "Note 1")])
def test_a_work_of_several_articles_is_one_entry_with_its_places(site, prefix, note):
    main = page(site, f"{prefix}works").find(".//main")
    entries = main.xpath(".//section[@class='works']/ul/li")
    assert len(entries) == 1
    entry = entries[0]
    assert entry.xpath("./div/p/@dir") == ["ltr"] and entry.xpath("./div/p/em/text()") == ["Shared Waters, Local Rules"]
    places = [link.get("href").split("articles/")[1] for link in entry.xpath(".//ul//a")]
    assert places[0] == "first/" and "first/#fn-1" in places and places[-3:] == ["second/", "second/#fn-1", "second/#fn-2"]
    assert note in entry.text_content()
    for link in entry.xpath(".//ul//a[contains(@href, '#')]"):
        path, anchor = link.get("href").lstrip("./").split("#")
        assert page(site, path).xpath(f"//*[@id='{anchor}']"), link.get("href")
    assert page(site, f"{prefix}works").xpath("//footer//a[contains(@href, 'works/')]")


def test_a_long_list_is_cut_into_pages(publication):
    entries = "".join(f"- Field, A. ({1800 + number}). *Title of Number {number}*. Oslo: Fjord.\n" for number in range(130))
    made = publication(
        {"a/article.md": f"---\ntitle: א\nlang: he\n---\n\nגוף.\n\n## מקורות\n\n<!-- references -->\n\n{entries}"}, SETTINGS)
    made.build()
    first, second = (page(made.output, path) for path in ("works", "works/2"))
    assert [len(one.xpath("//section[@class='works']/ul/li")) for one in (first, second)] == [100, 30]
    assert first.xpath("//a[@rel='next']/@href") == ["../works/2/"]
    assert (made.output / "en/works/2/index.html").exists()


def test_a_site_may_be_without_the_list(publication):
    made = publication({"first/article.md": FIRST}, SETTINGS)
    made.build()
    made.write("publication.yaml", SETTINGS + "works-cited: false\n")
    made.build()
    assert not (made.output / "works").exists() and not page(made.output, "").xpath("//footer//a[contains(@href, 'works/')]")
    made.write("publication.yaml", SETTINGS)
    made.build()
    assert len(page(made.output, "works").xpath("//section[@class='works']/ul/li")) == 1


def test_programs_are_told_of_the_works(site):
    works = json.loads((site / "api/works.json").read_text("utf-8"))["works"]
    assert [work["title"] for work in works] == ["Shared Waters, Local Rules"]
    assert works[0]["year"] == 1992 and [one["article"] for one in works[0]["citedBy"]] == ["first", "second"]
    assert {"in": "note", "note": "2", "anchor": "fn-2"} in works[0]["citedBy"][1]["places"]
    assert json.loads((site / "api/index.json").read_text("utf-8"))["works"] == "works.json"


def test_works_are_the_same_whether_articles_were_read_now_or_before(publication):
    made = publication({"first/article.md": FIRST, "second/article.md": SECOND}, SETTINGS)
    made.build()
    made.write("Articles/second/article.md", SECOND.replace("p. 5", "p. 6").replace("Text.", "Words."))
    made.build()
    fresh = publication({"first/article.md": FIRST}, SETTINGS, name="fresh")
    fresh.write("Articles/second/article.md", (made.articles / "second/article.md").read_bytes())
    fresh.build()
    for path in ("works/", "en/works/", "api/works.json"):
        assert made.page(path) == fresh.page(path)


def test_a_person_s_page_says_who_it_is(site):
    document = page(site, "authors/רות-כהן")
    main = document.find(".//main")
    assert main.find("h1").text_content() == "רות כהן"
    names = main.xpath(".//p[@class='page-intro'][1]/bdi")
    assert [(name.text_content(), name.get("lang"), name.get("dir")) for name in names] == [("Ruth Cohen", "en", "ltr")]
    affiliations = main.xpath(".//dl[@class='person']/dd/bdi[@lang]")
    assert [(one.text_content(), one.get("dir")) for one in affiliations] == [
        ("המכללה לחקר המקום", "rtl"), ("The College", "ltr"), ("The University", "ltr")]
    assert main.xpath(".//dl//a/@href") == ["https://orcid.org/0000-0002-1825-0097"]
    assert [one.text_content().strip() for one in main.xpath(".//div[@class='person-note']")] == ["רות כהן חוקרת פנקסים."]
    assert [link.text_content() for link in main.xpath(".//h3/a")] == ["מאמר ראשון", "Second"]


def test_machines_are_told_who_it_is(site):
    html = (site / "authors/רות-כהן/index.html").read_text("utf-8")
    profile = extruct.extract(html, syntaxes=["json-ld"])["json-ld"][0]
    person = profile["mainEntity"]
    assert (profile["@type"], person["@type"], person["name"]) == ("ProfilePage", "Person", "רות כהן")
    assert person["alternateName"] == ["Ruth Cohen"] and person["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert [one["name"] for one in person["affiliation"]][0] == "המכללה לחקר המקום"
    assert len(person["subjectOf"]) == 2


def test_authors_in_a_page_s_letters_come_first(publication):
    made = publication(settings="name: א\nlanguages: [he, en]\n", articles={"a/article.md": """---
title: מים
lang: he
author: [{name: אבי לוי}, {name: Zoe Orme}]
translations: {en: {title: Water, author: [{name: Avi Levi}, {name: Zoe Orme}]}}
---

טקסט.
"""})
    made.build()
    english, hebrew = made.page("en/authors/"), made.page("authors/")
    assert english.index("Avi Levi") < english.index("Zoe Orme") and "אבי לוי" not in english
    assert hebrew.index("אבי לוי") < hebrew.index("Zoe Orme")
