"""The search as a reader meets it: suggestions, what was meant, translations; and nothing that holds a page up."""
from urllib.parse import quote

import pytest

from test_search import ARTICLES, ask, settle, shown, small  # noqa: F401  (a fixture)


def test_files_that_were_exchanged_are_told(small, serve, new_page):
    base, page = serve(small.output), new_page()
    one, other, *_ = sorted((small.output / "search").glob("a-*.bin"))
    contents = one.read_bytes(), other.read_bytes()
    for file, content in zip((one, other), reversed(contents)):
        file.unlink()
        file.write_bytes(content)
    ask(page, base, "נהר")
    assert page.locator("[role=status]").first.text_content() == page.get_attribute("[data-search-page]", "data-fault")


@pytest.mark.parametrize("query", ["ש" * 320, "א" * 3000, "כט" * 200, '"' * 900, "(" * 900, " ".join(f"מילה{n}" for n in range(300))],
                         ids=["long", "longer", "alike", "quotes", "brackets", "many"])
def test_no_query_stops_a_page(small, serve, new_page, query):
    base, page = serve(small.output), new_page()
    ask(page, base, query)
    assert page.locator("[role=status]").first.text_content().strip()
    # Whatever a query costs, it is not the page's thread that pays.
    assert page.workers


def test_a_malformed_language_or_address_leaves_all_else(publication, serve, new_page):
    made = publication({**ARTICLES, "odd/article.md": "---\ntitle: נהר מוזר\nlang: he-x\n---\n\nנהר.\n"},
                       "languages: [he, ar, en]\n")
    assert made.build().status in (0, 1)
    base, page = serve(made.output), new_page()
    ask(page, base, "נהר")
    page.locator("[data-search-filters] summary").click()
    page.wait_for_selector("[data-search-facets] input")
    page.goto(base + "/articles/bridge/?q=" + quote("נהר") + "#%E0%A4%A")
    page.wait_for_selector(".found-bar")
    assert not page.script_errors


def test_what_was_meant_is_a_link(small, serve, new_page):
    base, page = serve(small.output), new_page()
    ask(page, base, "מדדבריות")
    link = page.locator("[data-correction]").first
    meant = link.text_content()
    link.click()
    settle(page)
    assert page.input_value("[data-search-input]") == meant
    assert shown(page) == ["bridge"]


def test_the_box_on_every_page_suggests(small, serve, new_page):
    base, page = serve(small.output), new_page()
    page.goto(base + "/articles/dunes/")
    page.wait_for_load_state("networkidle")
    field = page.locator(".quick-search input[type=search]")
    field.click()
    field.press_sequentially("גש")
    page.wait_for_selector(".suggestions [role=option]")
    assert "גשר על נהר" in page.locator(".suggestions [role=option]").all_text_contents()
    assert field.get_attribute("aria-expanded") == "true"
    field.press("Escape")
    assert page.locator(".suggestions [role=option]").count() == 0
    field.fill("")
    field.press_sequentially("גשר")
    page.wait_for_selector(".suggestions [role=option]")
    options = page.locator(".suggestions [role=option]").all_text_contents()
    for _ in range(options.index("גשר על נהר") + 1):
        field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"[id='{active}']").get_attribute("aria-selected") == "true"
    field.press("Enter")
    page.wait_for_url("**/articles/bridge/")
    field.click()
    field.press_sequentially("סלמ")
    field.fill("رما")
    page.wait_for_selector(".suggestions [role=option]")
    page.locator(".suggestions [role=option]").first.click()
    page.wait_for_selector("[data-article=dunes]")


def test_translations_are_one_answer(publication, serve, new_page):
    made = publication({**ARTICLES, "bridge-ar/article.md":
                        "---\ntitle: جسر\nlang: ar\ntranslation-of: bridge\n---\n\nجسر על נהר.\n"}, "languages: [he, ar, en]\n")
    assert made.build().status in (0, 1)
    base, page = serve(made.output), new_page()
    ask(page, base, "נהר")
    found = shown(page)
    assert len({"bridge", "bridge-ar"} & set(found)) == 1
    assert page.locator("[data-article^=bridge] .entry-languages a").count() == 1
