"""What every format says of a chapter, a report, a review and a retracted article in three languages, held against one table."""
import json
import re
import shutil
import subprocess
import zipfile

import bagit
import bibtexparser
import extruct
import feedparser
import lxml.etree
import lxml.html
import pytest
import rispy
from exported import OAI, jats
from kinds_by_language import NAMES, SETTINGS, WORKS, article

FORMATS = "epub, docx, bibtex, ris, csl, txt, markdown, jats, crossref, datacite, doaj, oai, api, bagit"
MARKS = {"he": "נמשך: ", "ar": "مسحوبة: ", "en": "RETRACTED: "}
PUBLISHERS = {"he": "המכללה", "ar": "الكلية", "en": "The College"}
IN_JOURNAL = ("review", "retracted")


@pytest.fixture(scope="module")
def site(daf, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kinds-by-language")
    pdf = "pdf, " if shutil.which("weasyprint") else ""
    (folder / "publication.yaml").write_text(f"{SETTINGS}exports: [{pdf}{FORMATS}]\n", "utf-8")
    for name in WORKS:
        file = folder / "Articles" / name / "article.md"
        file.parent.mkdir(parents=True)
        file.write_text(article(name), "utf-8")
    built = daf("build", cwd=folder, timeout=600)
    assert built.status == 0, built.said
    return folder / "Output"


def expected(name):
    """What is true of a work in every format: its shown title, its author turned round, and so on."""
    work, (kind, language) = WORKS[name], name.split("-")
    given, family = work["author"].split(" ", 1)
    return dict(work, kind=kind, language=language, names=NAMES[kind], doi=f"10.5555/{name}",
                shown=(MARKS[language] if kind == "retracted" else "") + work["title"], turned=f"{family}, {given}",
                publisher=work.get("publisher", PUBLISHERS[language]), year=work["date"][:4],
                pages=work.get("pages", ()), issn="2958-0013" if kind in IN_JOURNAL else None)


def page(site, name):
    return lxml.html.fromstring((site / f"articles/{name}/index.html").read_text("utf-8"))


@pytest.mark.parametrize("name", WORKS)
def test_tags_of_the_page(site, name):
    true, tags = expected(name), {}
    for element in page(site, name).iter("meta"):
        tags.setdefault(element.get("name") or element.get("property"), []).append(element.get("content"))
    highwire = {
        "citation_title": [true["shown"]], "citation_author": [true["author"]], "citation_publisher": [true["publisher"]],
        "citation_publication_date": [true["date"].replace("-", "/")], "citation_language": [true["language"]],
        "citation_doi": [true["doi"]], "citation_issn": true["issn"] and [true["issn"]], "citation_volume": true.get("volume") and [true["volume"]],
        "citation_firstpage": true["pages"] and [true["pages"][0]], "citation_lastpage": true["pages"] and [true["pages"][1]],
        "citation_journal_title": [true["container"]] if true["kind"] in IN_JOURNAL else None,
        "citation_inbook_title": [true["container"]] if true["kind"] == "chapter" else None,
        "citation_isbn": true.get("isbn") and [true["isbn"]], "citation_editor": true.get("editors"),
        "citation_technical_report_institution": [true["publisher"]] if true["kind"] == "report" else None,
        "citation_technical_report_number": [true["number"]] if true["kind"] == "report" else None}
    assert {key: tags.get(key) for key in highwire} == {key: value or None for key, value in highwire.items()}
    dublin = {"DC.title": true["shown"], "DC.creator": true["author"], "DC.date": true["date"], "DC.language": true["language"],
              "DC.publisher": true["publisher"], "DC.identifier": f"https://doi.org/{true['doi']}"}
    assert {key: tags[key] for key in dublin} == {key: [value] for key, value in dublin.items()}
    assert true["container"] in tags["DC.source"][0]
    graph = {"og:title": true["shown"], "og:type": "article", "og:locale": true["language"],
             "og:url": f"https://example.org/leaves/articles/{name}/"}
    assert {key: tags[key] for key in graph} == {key: [value] for key, value in graph.items()}
    notice = tags.get("DCTERMS.provenance", [""])[0]
    assert notice.endswith(true.get("notice", "")) and bool(notice) == (true["kind"] == "retracted")


@pytest.mark.parametrize("name", WORKS)
def test_graph_of_the_page(site, name):
    true = expected(name)
    html = (site / f"articles/{name}/index.html").read_text("utf-8")
    data = extruct.extract(html, syntaxes=["json-ld"])["json-ld"][0]
    assert true["names"][4] in ([data["@type"]] if isinstance(data["@type"], str) else data["@type"])
    assert (data["name"], data["author"][0]["name"], data["datePublished"], data["inLanguage"]) == (
        true["shown"], true["author"], true["date"], true["language"])
    place, holders = data, []
    while place := place.get("isPartOf"):
        holders.append(place)
    assert holders[-1]["name"] == true["container"]
    assert holders[-1]["@type"] == {"chapter": "Book", "report": "CreativeWorkSeries"}.get(true["kind"], "Periodical")
    assert (data.get("creativeWorkStatus") == "Retracted") == (true["kind"] == "retracted")
    assert data.get("itemReviewed", {}).get("name") == true.get("reviewed")
    assert data.get("reportNumber") == true.get("number")


@pytest.mark.parametrize("name", WORKS)
def test_citations(site, name):
    true, folder = expected(name), site / f"articles/{name}"
    bibtex = bibtexparser.parse_string((folder / f"{name}.bib").read_text("utf-8")).entries[0]
    fields = {key: field.value for key, field in bibtex.fields_dict.items()}
    container = {"chapter": "booktitle", "report": "series"}.get(true["kind"], "journaltitle")
    assert bibtex.entry_type == true["names"][0]
    said = {"author": true["turned"], "title": true["shown"], "date": true["date"], "doi": true["doi"], container: true["container"],
            "pages": "--".join(true["pages"]) or None, "isbn": true.get("isbn"), "issn": true["issn"],
            "number": true.get("number"), "location": true.get("place"),
            "institution" if true["kind"] == "report" else "publisher": true["publisher"]}
    assert {key: fields.get(key) for key in said} == said
    ris = rispy.loads((folder / f"{name}.ris").read_text("utf-8"))[0]
    assert ris["type_of_reference"] == true["names"][1]
    said = {"title": true["shown"], "authors": [true["turned"]], "year": true["year"], "doi": true["doi"],
            "start_page": true["pages"][0] if true["pages"] else None, "end_page": true["pages"][1] if true["pages"] else None,
            "publisher": true["publisher"], "place_published": true.get("place"), "language": true["language"]}
    assert {key: ris.get(key) for key in said} == said
    assert true["container"] in (ris.get("secondary_title"), ris.get("journal_name"), ris.get("tertiary_title"))
    csl = json.loads((folder / f"{name}.csl.json").read_text("utf-8"))[0]
    given, family = true["author"].split(" ", 1)
    said = {"type": true["names"][2], "title": true["shown"], "author": [{"family": family, "given": given}], "DOI": true["doi"],
            "page": "-".join(true["pages"]) or None, "publisher": true["publisher"], "language": true["language"],
            "reviewed-title": true.get("reviewed"), "ISSN": true["issn"]}
    assert {key: csl.get(key) for key in said} == said
    assert true["container"] in (csl.get("container-title"), csl.get("collection-title"))
    assert csl["issued"]["date-parts"][0] == [int(part) for part in true["date"].split("-")]


@pytest.mark.parametrize("name", WORKS)
def test_deposits(site, name):
    true = expected(name)
    tree = jats(site, name)
    assert tree.get("article-type") == true["names"][3]
    said = {".//article-title": true["shown"], ".//contrib[@contrib-type='author']//surname": true["author"].split(" ", 1)[1],
            ".//pub-date/year": true["year"], ".//article-meta/fpage": true["pages"][0] if true["pages"] else None,
            ".//article-id[@pub-id-type='doi']": true["doi"], ".//journal-title": true["container"],
            ".//publisher-name": true["publisher"], ".//journal-meta/issn": true["issn"], ".//journal-meta/isbn": true.get("isbn")}
    front = tree.find("front")
    assert {key: front.findtext(key) for key in said} == said
    assert tree.get("{http://www.w3.org/XML/1998/namespace}lang") == true["language"]
    assert ("retracted" in {one.get("date-type") for one in front.iter("date")}) == (true["kind"] == "retracted")
    assert (front.find(".//product") is not None) == (true["kind"] == "review")
    assert front.findtext(".//journal-id") == (true["issn"] or true["container"]), "a chapter is in no journal"
    deposit = lxml.etree.parse(str(site / f"articles/{name}/crossref.xml")).getroot()
    ours = "{http://www.crossref.org/schema/5.3.1}"
    work = deposit.find(f"{ours}body")[0]
    assert work.tag == ours + true["names"][7]
    titles = [one.text for one in work.iter(ours + "title", ours + "full_title")]
    assert true["shown"] in titles and (true["container"] in titles or true["kind"] == "report")
    assert {one.text for one in work.iter(ours + "doi")} == {true["doi"]}
    assert true["author"].split(" ", 1)[1] in [one.text for one in work.iter(ours + "surname")]
    assert bool([*work.iter(ours + "issn")]) == (true["kind"] in IN_JOURNAL)
    cite = json.loads((site / f"articles/{name}/datacite.json").read_text("utf-8"))
    assert (cite["types"]["resourceTypeGeneral"], cite["titles"][0]["title"], cite["creators"][0]["name"]) == (
        true["names"][6], true["shown"], true["turned"])
    assert (cite["publicationYear"], cite["publisher"]["name"], cite["language"]) == (true["year"], true["publisher"], true["language"])
    assert ("Withdrawn" in {one["dateType"] for one in cite["dates"]}) == (true["kind"] == "retracted")
    listed = {one["bibjson"]["title"] for one in json.loads((site / "deposits/doaj.json").read_text("utf-8"))}
    assert (true["shown"] in listed) == (true["kind"] in IN_JOURNAL)
    record = lxml.etree.parse(str(site / f"oai/GetRecord/{name}.xml")).getroot()
    said = {"title": true["shown"], "creator": true["turned"], "date": true["date"], "publisher": true["publisher"],
            "language": true["language"], "type": f"info:eu-repo/semantics/{true['names'][5]}"}
    assert {key: record.findtext(f".//dc:{key}", namespaces=OAI) for key in said} == said


@pytest.mark.parametrize("name", WORKS)
def test_lists_and_feeds(site, name):
    true = expected(name)
    one = next(one for one in json.loads((site / "api/articles.json").read_text("utf-8"))["articles"] if one["id"] == name)
    said = {"type": true["names"][2], "title": true["title"], "language": true["language"], "date": true["date"],
            "container": true["container"], "doi": true["doi"], "issn": true["issn"], "isbn": true.get("isbn"),
            "firstPage": true["pages"][0] if true["pages"] else None, "lastPage": true["pages"][1] if true["pages"] else None}
    assert {key: one.get(key) for key in said} == said
    assert one["authors"][0]["name"] == true["author"]
    assert one.get("retracted", {}).get("text") == true.get("notice")
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    entry = next(one for one in feed.entries if one.link.endswith(f"/{name}/"))
    assert (entry.title.strip("\u200e\u200f"), entry.author.strip("\u200e\u200f")) == (true["shown"], true["author"])
    item = next(one for one in json.loads((site / "feed.json").read_text("utf-8"))["items"] if one["url"].endswith(f"/{name}/"))
    assert item["title"].strip("\u200e\u200f") == true["shown"] and item["language"] == true["language"]
    assert true.get("notice", "") in item["content_html"]


@pytest.mark.parametrize("name", WORKS)
def test_books_and_texts(site, name):
    true, folder = expected(name), site / f"articles/{name}"
    with zipfile.ZipFile(folder / f"{name}.epub") as book:
        package, text = book.read("EPUB/package.opf").decode(), book.read("EPUB/text-1.xhtml").decode()
    assert f">{true['shown']}</dc:title>" in package and f">{true['author']}</dc:creator>" in package
    assert f">{true['language']}</dc:language>" in package
    assert ('page-progression-direction="rtl"' in package) == (true["language"] != "en")
    with zipfile.ZipFile(folder / f"{name}.docx") as document:
        core, body = document.read("docProps/core.xml").decode(), document.read("word/document.xml").decode()
    assert true["shown"] in core and true["author"] in core
    word = re.sub("<[^>]+>", "", body)
    plain = (folder / "article.txt").read_text("utf-8")
    for where, words in {"epub": re.sub("<[^>]+>", "", text), "docx": word, "txt": plain}.items():
        for said in (true["shown"], true["author"], true["container"], true.get("place", ""), true.get("notice", ""),
                     true.get("reviewed", ""), *true.get("editors", [])):
            assert said in words, where
    assert (folder / f"{name}.md").read_text("utf-8") == article(name)


@pytest.mark.skipif(not shutil.which("weasyprint"), reason="WeasyPrint sets the PDF and is not installed")
@pytest.mark.parametrize("name", WORKS)
def test_print(site, name):
    true = expected(name)
    said = subprocess.run(["pdfinfo", site / f"articles/{name}/{name}.pdf"], capture_output=True, text=True, check=True, timeout=60).stdout
    info = {key: value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}
    assert (info["Title"], info["Author"], info["Tagged"]) == (true["shown"], true["author"], "yes")


def test_the_package_has_them_all(site, tmp_path):
    with zipfile.ZipFile(site / "preservation.zip") as package:
        package.extractall(tmp_path)
    root = next(tmp_path.rglob("bagit.txt")).parent
    bag = bagit.Bag(str(root))
    assert bag.is_valid()
    for name in WORKS:
        held = [path for path in bag.payload_entries() if f"/{name}" in path]
        assert any(path.endswith(".md") for path in held) and any(path.endswith(".jats.xml") for path in held), name
