"""What a page says of itself to those who index and cite it, read by programs that others wrote: extruct and rdflib for
JSON-LD, Open Graph and Dublin Core, feedparser for the feed."""
import json

import extruct
import feedparser
import lxml.html
import pytest
import rdflib

from kinds import ARTICLES, SETTINGS

SDO = rdflib.Namespace("https://schema.org/")

@pytest.fixture(scope="module")
def pages(daf, tmp_path_factory):
    """A publication with a work of each kind, and the heads of its pages."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "publication.yaml").write_text(SETTINGS, "utf-8")
    for name, text in ARTICLES.items():
        file = folder / "Articles" / name / "article.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    built = daf("build", cwd=folder)
    assert built.status == 0, built.said
    return folder / "Output"


def tags(pages, name):
    """The page's meta elements, by name a list of contents."""
    document = lxml.html.fromstring((pages / f"articles/{name}/index.html").read_text("utf-8"))
    found = {}
    for element in document.iter("meta"):
        key = element.get("name") or element.get("property")
        if key:
            found.setdefault(key, []).append(element.get("content"))
    return found


def graph(pages, name):
    """The page's JSON-LD as extruct finds it and as rdflib reads it, without asking schema.org for its context."""
    html = (pages / f"articles/{name}/index.html").read_text("utf-8")
    data = extruct.extract(html, syntaxes=["json-ld"], base_url="https://example.org/")["json-ld"]
    assert len(data) == 1
    local = {**data[0], "@context": {"@vocab": str(SDO), "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}}
    return data[0], rdflib.Graph().parse(data=json.dumps(local), format="json-ld", base="https://example.org/")


def types(pages, name):
    data, triples = graph(pages, name)
    return {str(kind).removeprefix(str(SDO)) for kind in triples.objects(rdflib.URIRef(data["@id"]), rdflib.RDF.type)}


@pytest.mark.parametrize("name, kinds", [
    ("article", {"ScholarlyArticle"}), ("chapter", {"Chapter"}), ("report", {"Report"}),
    ("review", {"ScholarlyArticle", "Review"}), ("book", {"Book"})])
def test_a_graph_says_what_the_thing_is(pages, name, kinds):
    assert types(pages, name) == kinds


def test_an_article_is_in_an_issue_in_a_volume_in_a_periodical(pages):
    data, triples = graph(pages, "article")
    place, path = rdflib.URIRef(data["@id"]), []
    while place := triples.value(place, SDO.isPartOf):
        path.append(str(triples.value(place, rdflib.RDF.type)).removeprefix(str(SDO)))
    assert path == ["PublicationIssue", "PublicationVolume", "Periodical"]
    assert {str(text) for text in triples.objects(rdflib.URIRef(data["@id"]), SDO.citation)} == {
        "Orme, D. (2011). The Public Page. Oslo: Fjord.", "שקד, ע׳ (2003). מילים ומים. לשון, 5(1), 70–84."}


def test_a_chapter_is_in_a_book_with_its_editors(pages):
    data, triples = graph(pages, "chapter")
    book = triples.value(rdflib.URIRef(data["@id"]), SDO.isPartOf)
    assert triples.value(book, rdflib.RDF.type) == SDO.Book
    assert {str(triples.value(one, SDO.name)) for one in triples.objects(book, SDO.editor)} == {"كريم نصر الدين", "Jane Orme"}
    assert str(triples.value(book, SDO.isbn)) == "978-965-00-0000-1"
    assert not list(triples.subjects(rdflib.RDF.type, SDO.Periodical)), "a chapter is in no journal"


def test_a_review_names_what_it_reviews(pages):
    data, triples = graph(pages, "review")
    book = triples.value(rdflib.URIRef(data["@id"]), SDO.itemReviewed)
    assert str(triples.value(book, SDO.name)) == "ספר השוליים"


def test_a_retraction_and_a_correction_are_in_everything(pages):
    data, triples = graph(pages, "retracted")
    me = rdflib.URIRef(data["@id"])
    assert str(triples.value(me, SDO.creativeWorkStatus)) == "Retracted"
    assert {str(triples.value(one, SDO.text)) for one in triples.objects(me, SDO.correction)} == {
        "הנתונים לא היו.", "תוקן לוח 2."}
    found = tags(pages, "retracted")
    for tag in ("citation_title", "DC.title", "og:title"):
        assert found[tag] == ["נמשך: מאמר שנמשך"], tag
    assert found["DCTERMS.provenance"] == ["2020-05-06: תוקן לוח 2.", "2024-02-03: הנתונים לא היו."]
    feed = feedparser.parse((pages / "feed.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    entry = next(one for one in feed.entries if one.link.endswith("/retracted/"))
    assert entry.title == "נמשך: מאמר שנמשך"
    assert entry.updated.startswith("2024-02-03")
    assert "הנתונים לא היו." in entry.content[0].value and "תוקן לוח 2." in entry.content[0].value


def test_highwire_tags_follow_the_kind(pages):
    article = tags(pages, "article")
    assert article["citation_journal_title"] == ["דפים"] and article["citation_issn"] == ["2958-0013"]
    assert article["citation_volume"] == ["1"] and article["citation_issue"] == ["2"]
    assert article["citation_firstpage"] == ["45"] and article["citation_lastpage"] == ["49"]
    assert article["citation_publication_date"] == ["2022/03/15"] and article["citation_doi"] == ["10.5555/leaves.1"]
    assert len(article["citation_reference"]) == 2
    chapter = tags(pages, "chapter")
    assert chapter["citation_inbook_title"] == ["كتاب الماء"] and chapter["citation_isbn"] == ["978-965-00-0000-1"]
    assert chapter["citation_editor"] == ["كريم نصر الدين", "Jane Orme"]
    report = tags(pages, "report")
    assert report["citation_technical_report_institution"] == ["Water Office"]
    assert report["citation_technical_report_number"] == ["14"]
    book = tags(pages, "book")
    assert book["citation_isbn"] == ["978-965-00-0000-2"] and book["og:type"] == ["book"]
    for found in (chapter, report, book):
        assert "citation_journal_title" not in found and "citation_issn" not in found


def test_dublin_core_is_in_the_article_s_language_with_its_translations(pages):
    html = (pages / "articles/article/index.html").read_text("utf-8")
    document = lxml.html.fromstring(html)
    found = {(one.get("name"), one.get("lang")): one.get("content") for one in document.iter("meta")}
    assert found["DC.title", "he"] == "מאמר על מים"
    assert found["DCTERMS.alternative", "en"] == "An Article on Water"
    assert found["DC.description", "en"] == "The abstract."
    assert tags(pages, "article")["DC.language"] == ["he"]
    read = extruct.extract(html, syntaxes=["dublincore", "opengraph"], base_url="https://example.org/")
    names = {one["name"].lower() for core in read["dublincore"] for one in core["elements"] + core["terms"]}
    assert {"dc.title", "dc.creator", "dc.language", "dc.publisher"} <= names
    properties = dict(read["opengraph"][0]["properties"])
    assert properties["og:type"] == "article" and properties["og:locale"] == "he"


def test_a_page_shows_where_it_appeared(pages):
    page = (pages / "articles/chapter/index.html").read_text("utf-8")
    text = " ".join(lxml.html.fromstring(page).find(".//main").text_content().split())
    for said in ("كتاب الماء", "كريم نصر الدين", "Jane Orme", "بيروت", "دار النشر", "978-965-00-0000-1", "https://example.net/book"):
        assert said in text, said
