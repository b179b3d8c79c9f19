"""What a page weighs, and that nothing moves while it loads."""
import gzip

import pytest

PAGES = ["", "articles/third-quay/", "volumes/2/", "ar/", "en/"]

SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads(browser, serve, sample_site, path):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(SHIFTS)
    page.goto(serve(sample_site) + "/" + path, wait_until="networkidle")
    assert page.evaluate("document.fonts.ready.then(() => window.shifts)") < 0.02
    page.close()


@pytest.mark.parametrize("path", PAGES + [
    "articles/reclaimed-water/", "articles/desert-oases/", "articles/counting-wells/", "articles/review-margins-ar/", "works/"])
def test_a_first_view_weighs_under_200_kilobytes(browser, serve, sample_site, path):
    """As hosts send it: text compressed, fonts and pictures as they are."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    weights = {}

    def weigh(answer):
        body = answer.body()
        is_packed = answer.url.endswith((".woff2", ".png", ".jpg"))
        weights[answer.url] = len(body) if is_packed else len(gzip.compress(body, 6))

    page.on("response", weigh)
    page.goto(serve(sample_site) + "/" + path, wait_until="networkidle")
    assert sum(weights.values()) < 200_000, sorted(weights.items(), key=lambda one: -one[1])[:8]
    page.close()


@pytest.mark.parametrize("path, script", [("articles/third-quay/", "hebrew"), ("ar/", "arabic"), ("en/", "latin")])
def test_a_page_loads_the_fonts_of_its_own_script(browser, serve, sample_site, path, script):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    fonts = {}
    page.on("response", lambda answer: fonts.update({answer.url: len(answer.body())})
            if answer.url.endswith(".woff2") else None)
    page.goto(serve(sample_site) + "/" + path, wait_until="networkidle")
    if not fonts:
        pytest.skip("the fonts of the theme are not installed here")
    assert any(f"-{script}.woff2" in url for url in fonts)
    own = [size for url, size in fonts.items() if f"-{script}" in url]
    assert sum(own) < 150_000
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_the_smallest_screen(browser, serve, sample_site, path):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(serve(sample_site) + "/" + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
