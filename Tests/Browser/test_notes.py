"""Notes as a reader uses them: margin, pop-up, links both ways, keyboard, touch, no script."""
import pytest
from pages import article_address

HEBREW = "reclaimed-water"
ENGLISH = "counting-wells"


@pytest.fixture
def article(sample_site, serve, new_page):
    """Opens an article: article(slug, width=…)."""

    def opened(slug=HEBREW, **options):
        page = new_page(**options)
        page.goto(f"{serve(sample_site)}/{article_address(sample_site, slug)}")
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        return page

    return opened


def first_mark(page):
    mark = page.locator(".article-body a[role=doc-noteref]").first
    mark.scroll_into_view_if_needed()
    return mark


def test_mark_leads_to_its_note_and_back(article):
    page = article(width=900)
    marks = page.locator("a[role=doc-noteref]")
    for index in range(marks.count()):
        mark = marks.nth(index)
        target = mark.get_attribute("href")
        back = page.locator(f"[id='{target[1:]}'] a[role=doc-backlink][href='#{mark.get_attribute('id')}']")
        assert back.count() == 1, target
    assert page.locator("a[role=doc-backlink][href^='#fnref']").count() == marks.count()


def test_hover_opens_the_note_and_leaving_closes_it(article):
    page = article(width=900)
    mark = first_mark(page)
    mark.hover()
    popup = page.locator(".note-popup")
    popup.wait_for()
    note = page.locator(f"[id='{mark.get_attribute('href')[1:]}'] .note-text")
    assert popup.inner_text().strip() in note.inner_text()
    popup.hover()
    page.wait_for_timeout(400)
    assert popup.count() == 1, "the pointer may go into the pop-up (WCAG 1.4.13)"
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert popup.count() == 0


def test_escape_closes_the_note(article):
    page = article(width=900)
    first_mark(page).hover()
    page.locator(".note-popup").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".note-popup").count() == 0


def test_keyboard_reaches_mark_and_the_links_in_its_note(publication, serve, new_page):
    made = publication({"a/article.md": (
        "---\ntitle: a\nlang: he\n---\n\nמשפט ראשון.[^1] ועוד אחד.[^2]\n\n"
        "[^1]: ראו <https://example.org/a>.\n[^2]: אין.\n")})
    assert made.build().status in (0, 1)
    page = new_page(width=900)
    page.goto(f"{serve(made.output)}/{article_address(made.output, 'a')}")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "fnref-1":
            break
    assert page.evaluate("document.activeElement.id") == "fnref-1"
    assert page.locator(".note-popup").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.note-popup') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".note-popup").count() == 0
    assert page.evaluate("document.activeElement.id") == "fnref-1", "the focus goes back to the mark"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "fnref-2"
    page.keyboard.press("Enter")
    page.wait_for_url("**#fn-2")


def test_first_touch_opens_and_second_follows(article):
    page = article(width=400, has_touch=True)
    mark = first_mark(page)
    mark.tap()
    assert page.locator(".note-popup").count() == 1
    assert "#" not in page.url
    mark.tap()
    page.wait_for_url("**#fn-*")


def test_popup_stays_inside_a_narrow_window(article):
    page = article(width=320, has_touch=True)
    marks = page.locator(".article-body a[role=doc-noteref]")
    for index in range(min(marks.count(), 8)):
        marks.nth(index).scroll_into_view_if_needed()
        marks.nth(index).tap()
        box = page.locator(".note-popup").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")


@pytest.mark.parametrize("slug", [HEBREW, ENGLISH, "desert-oases"])
def test_notes_stand_beside_their_lines_on_wide_screens(article, slug):
    page = article(slug, width=1440)
    places = page.evaluate("""() => [...document.querySelectorAll(".note-list > li")].map((note) => {
      const mark = document.querySelector(`.article-body a[href="#${note.id}"]`);
      const body = document.querySelector(".article-body").getBoundingClientRect();
      const box = note.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, mark: mark?.getBoundingClientRect().top ?? null,
               apart: box.right <= body.left || box.left >= body.right };
    })""")
    assert len(places) > 3
    assert all(place["apart"] for place in places), "a note stands over the text"
    for before, after in zip(places, places[1:]):
        assert after["top"] >= before["bottom"], "two notes stand over one another"
    for before, place in zip([None] + places, places):
        if place["mark"] is None:
            continue
        pushed = before is not None and place["top"] - before["bottom"] < 12
        assert pushed or abs(place["top"] - place["mark"]) < 24


def test_notes_end_before_the_footer(article):
    page = article(HEBREW, width=1440)
    last, footer = page.evaluate("""() => [
      document.querySelector(".note-list > li:last-child").getBoundingClientRect().bottom,
      document.querySelector(".colophon").getBoundingClientRect().top]""")
    assert last <= footer


@pytest.mark.parametrize("width", [320, 900, 1440])
def test_notes_are_readable_without_scripts(article, width):
    page = article(HEBREW, width=width, java_script_enabled=False)
    notes = page.locator(".note-list > li")
    assert notes.count() > 3
    first_mark(page).click()
    page.wait_for_url("**#fn-*")
    note = page.locator(f"[id='{page.url.split('#')[1]}']")
    box, height = note.bounding_box(), page.viewport_size["height"]
    assert 0 <= box["y"] < height
    note.locator("a[role=doc-backlink]").first.click()
    page.wait_for_url("**#fnref-*")
