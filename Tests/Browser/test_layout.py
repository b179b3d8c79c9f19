"""Pages at the widths of a telephone, a tablet and a desk."""
import re
from urllib.parse import unquote

import pytest
from pages import all_pages, article_address

ARTICLES = ["reclaimed-water", "desert-oases", "counting-wells", "third-quay"]


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_scrolls_sideways(sample_site, serve, new_page, width):
    page = new_page(width=width)
    wide = []
    for address in all_pages(sample_site):
        page.goto(f"{serve(sample_site)}/{address}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize("slug", ARTICLES)
def test_text_survives_the_readers_spacing(sample_site, serve, new_page, slug):
    """WCAG 1.4.12: line 1.5, paragraphs 2, letters 0.12, words 0.16."""
    page = new_page(width=320, bypass_csp=True)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, slug)}")
    page.add_style_tag(content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
                               "word-spacing: 0.16em !important } p { margin-block-end: 2em !important }")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("slug", ARTICLES)
def test_measure_is_sixty_to_seventy_five_characters(sample_site, serve, new_page, slug):
    page = new_page(width=1440)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, slug)}")
    lines = page.evaluate("""() => [...document.querySelectorAll(".article-body > p")].flatMap((paragraph) => {
      const lines = new Map();
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let index = 0; index < node.length; index += 1) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const box = range.getClientRects()[0];
          if (!box || /\\p{M}/u.test(node.data[index])) continue;
          const line = Math.round(box.bottom / 12);
          lines.set(line, (lines.get(line) ?? 0) + 1);
        }
      }
      return [...lines.values()].filter((count) => count > 30);
    })""")
    lines.sort()
    middle = lines[len(lines) // 2]
    assert 55 <= middle <= 78, middle


def test_contents_follow_the_reading(sample_site, serve, new_page):
    page = new_page(width=1440)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, 'reclaimed-water')}")
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    headings = page.locator(".article-body :is(h2, h3)")
    for index in range(headings.count() - 1):
        headings.nth(index).evaluate("heading => heading.scrollIntoView({ block: 'start' })")
        page.wait_for_timeout(120)
        # The last heading in the upper quarter of the window is the one that is being read.
        read = page.evaluate("""() => [...document.querySelectorAll(".article-body :is(h2, h3)")]
          .filter((heading) => heading.getBoundingClientRect().top <= innerHeight / 4).at(-1).id""")
        current = page.locator(".contents a[aria-current]")
        assert current.count() == 1
        assert unquote(current.get_attribute("href")) == "#" + read


def test_printed_pages_are_shown_and_can_be_linked(sample_site, serve, new_page):
    page = new_page(width=1440)
    found = 0
    for slug in ARTICLES:
        page.goto(f"{serve(sample_site)}/{article_address(sample_site, slug)}")
        marks = page.locator("[role=doc-pagebreak][id]")
        for index in range(marks.count()):
            found += 1
            mark = marks.nth(index)
            assert re.fullmatch(r"page-\S+", mark.get_attribute("id"))
            assert mark.is_visible() and mark.inner_text().strip()
    assert found > 0


@pytest.mark.parametrize("slug", ["reclaimed-water", "desert-oases", "counting-wells"])
def test_printed_pages_stand_where_lines_begin(sample_site, serve, new_page, slug):
    """Regression: the mark's own direction sent its number to the other margin, among the notes."""
    page = new_page(width=1440)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, slug)}")
    outside = page.evaluate("""() => {
      const body = document.querySelector(".article-body");
      const box = body.getBoundingClientRect();
      const isRightToLeft = getComputedStyle(body).direction === "rtl";
      return [...body.querySelectorAll(".page-break[id]")].map((mark) => mark.getBoundingClientRect())
        .map((mark) => isRightToLeft ? mark.left >= box.right - 1 : mark.right <= box.left + 1);
    }""")
    assert outside and all(outside)


def test_style_sheets_know_no_left_and_right(repository):
    """Logical properties only, and no direction: it is the pages' dir that tells it."""
    faults = []
    for sheet in sorted((repository / "Templates" / "styles").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(r"(^|[\s;{])(left|right|direction|unicode-bidi|float|(min-|max-)?(width|height))\s*:", line):
                # Lines of code run as their own letters do, which no page can say for each.
                if not re.search(r"\((min|max)-width:|unicode-bidi: plaintext", line):
                    faults.append(f"{sheet.name}:{number}: {line.strip()}")
            if re.search(r"text-align:\s*(left|right)|url\(|@import|font-face", line):
                faults.append(f"{sheet.name}:{number}: {line.strip()}")
    assert faults == []


def test_dark_scheme_is_dark(sample_site, serve, new_page):
    shades = {}
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(f"{serve(sample_site)}/{article_address(sample_site, 'reclaimed-water')}")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades[scheme] = sum(int(part) for part in re.findall(r"\d+", colour)[:3])
    assert shades["dark"] < 200 < 600 < shades["light"]


def test_hebrew_and_arabic_do_not_slant(sample_site, serve, new_page):
    page = new_page()
    for address in all_pages(sample_site):
        page.goto(f"{serve(sample_site)}/{address}")
        slanted = page.evaluate("""() => [...document.querySelectorAll("body *")].filter((element) =>
          getComputedStyle(element).fontStyle !== "normal"
          && [...element.childNodes].some((node) => node.nodeType === 3 && /[\\u0590-\\u06FF]/.test(node.data)))
          .map((element) => element.outerHTML.slice(0, 80))""")
        assert slanted == [], address


@pytest.mark.parametrize("width, beside", [(1440, True), (320, False)])
def test_half_lines_stand_beside_each_other_where_there_is_room(daf, tmp_path, serve, new_page, width, beside):
    article = tmp_path / "Articles/a/article.md"
    article.parent.mkdir(parents=True)
    article.write_text("---\ntitle: قصيدة\nlang: ar\n---\n\n| قفا نبك من ذكرى حبيب ومنزل || بسقط اللوى بين الدخول فحومل\n"
                       "| فتوضح فالمقراة لم يعف رسمها || لما نسجتها من جنوب وشمأل\n", "utf-8")
    assert daf("build", cwd=tmp_path).status in (0, 1)
    page = new_page(width=width)
    page.goto(f"{serve(tmp_path / 'Output')}/{article_address(tmp_path / 'Output', 'a')}")
    first, second = page.eval_on_selector_all(
        ".half-lines:first-child > span", "(spans) => spans.map((span) => span.getBoundingClientRect()).map(({top, left, right}) => ({top, left, right}))")
    assert (first["top"] == second["top"] and second["right"] <= first["left"]) == beside
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
