"""What a reader does with an article: letters, colours, lines, tabs, where she stopped, what is doubtful."""
import time

import pypdfium2
import pytest

from pages import article_address

DOUBTFUL = """---
title: מאמר לבדיקה
lang: he
translations:
  en: {title: A Doubtful Article, abstract: The abstract.}
abstract: תקציר קצר של המאמר.
---

## פרק ראשון

פסקה שאין בה ספק.

פסקה שהמירה תוכנה. <!-- check: סדר המילים בשורה -->

## פרק שני

""" + "\n\n".join(f"פסקה {number} של הפרק השני, שאורכה כמה שורות על מסך צר של טלפון, כדי שיהיה מה לגלול בה." for number in range(40)) + "\n"


def until(page, condition):
    """Waits for a condition in the page; the page's policy lets Playwright's own waiting run no text as script."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        time.sleep(0.1)
    pytest.fail(f"never came: {condition}")


@pytest.fixture
def doubtful(publication, serve):
    made = publication({"a/article.md": DOUBTFUL})
    assert made.build().status in (0, 1)
    return serve(made.output)


def test_what_is_chosen_is_remembered_on_every_page(doubtful, new_page):
    page = new_page()
    page.goto(f"{doubtful}/articles/a/")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_text("קריאה", exact=True).click()
    page.get_by_label("כהה").check()
    page.get_by_role("button", name="אותיות גדולות יותר").click()
    page.locator("[data-justify]").check()
    page.goto(f"{doubtful}/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > size
    page.goto(f"{doubtful}/articles/a/")
    assert page.evaluate("getComputedStyle(document.querySelector('.article-body p')).textAlign") == "justify"
    page.get_by_text("קריאה", exact=True).click()
    assert page.get_by_label("כהה").is_checked()
    page.keyboard.press("Escape")
    assert not page.locator("[data-settings]").evaluate("box => box.open")


def test_who_stopped_can_go_on(doubtful, new_page):
    page = new_page(width=400)
    page.goto(f"{doubtful}/articles/a/")
    assert not page.locator("[data-go-on]").is_visible()
    page.evaluate("document.querySelectorAll('.article-body p')[20].scrollIntoView({behavior: 'instant'})")
    until(page, "Object.keys(localStorage).some((key) => key.startsWith('daf-place:'))")
    page.goto(f"{doubtful}/articles/a/")
    page.locator("[data-go-on] a").click()
    until(page, "scrollY > 1000")


def test_abstracts_are_tabs_by_language(doubtful, new_page):
    page = new_page()
    page.goto(f"{doubtful}/articles/a/")
    tabs = page.get_by_role("tab")
    assert tabs.all_inner_texts() == ["עברית", "אנגלית"]
    assert page.get_by_role("tabpanel").inner_text().strip() == "תקציר קצר של המאמר."
    tabs.first.focus()
    page.keyboard.press("ArrowLeft")
    assert "The abstract." in page.get_by_role("tabpanel").inner_text()
    assert page.get_by_role("tabpanel").get_attribute("dir") == "ltr"


def test_without_scripts_every_abstract_can_be_read(doubtful, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(f"{doubtful}/articles/a/")
    page.locator("details.abstract summary").click()
    assert page.get_by_text("The abstract.").is_visible()
    assert not page.locator("[data-settings]").is_visible()


def test_a_phone_shows_the_section_that_is_read(doubtful, new_page):
    page = new_page(width=390, height=800)
    page.goto(f"{doubtful}/articles/a/")
    assert not page.locator(".section-bar").is_visible()
    page.evaluate("document.querySelectorAll('.article-body p')[30].scrollIntoView({behavior: 'instant'})")
    button = page.locator(".section-bar > button")
    button.wait_for()
    assert button.inner_text() == "פרק שני"
    button.click()
    page.locator(".section-list").get_by_text("פרק ראשון").click()
    until(page, "scrollY < 1200")
    assert page.locator(".section-list").count() == 0


def test_what_a_converter_doubted_is_marked_at_its_paragraph_and_in_lists(doubtful, new_page):
    page = new_page()
    page.goto(f"{doubtful}/articles/a/")
    marked = page.locator(".article-body .doubt")
    assert marked.all_inner_texts() == ["לבדיקה: סדר המילים בשורה"]
    assert "שהמירה תוכנה" in marked.evaluate("mark => mark.previousElementSibling.textContent")
    page.goto(f"{doubtful}/")
    assert page.locator(".badge").first.inner_text() == "טרם הוגה"


def test_a_list_shows_the_title_in_its_own_language(publication, serve, new_page):
    made = publication(
        {"a/article.md": DOUBTFUL}, settings="name: ע\nlanguages: [he, en]\n")
    assert made.build().status in (0, 1)
    page = new_page()
    page.goto(f"{serve(made.output)}/en/years/")
    assert page.locator(".entry-title").all_inner_texts() == ["A Doubtful Article"]


def test_a_note_and_its_mark_light_up_together(sample_site, serve, new_page):
    page = new_page(width=1440)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, 'desert-oases')}")
    note = page.locator(".note-list > li").nth(1)
    note.hover()
    assert page.locator(".note-mark .current").get_attribute("href") == "#" + note.get_attribute("id")
    page.mouse.move(5, 5)
    assert page.locator(".note-mark .current").count() == 0


def test_the_labels_of_notes_stand_in_one_column_next_to_the_text(sample_site, serve, new_page):
    """Regression: the number of a note in English stood at the far edge of an Arabic page."""
    page = new_page(width=1440)
    page.goto(f"{serve(sample_site)}/{article_address(sample_site, 'desert-oases')}")
    edges = page.locator(".note-label").evaluate_all(
        "labels => labels.map((label) => Math.round(label.getBoundingClientRect().right))")
    assert len(edges) > 10 and len(set(edges)) == 1


def test_an_article_s_print_has_running_heads_from_its_second_sheet_on(sample_site, serve, new_page, tmp_path):
    page = new_page(width=1440)
    page.goto(f"{serve(sample_site)}/articles/counting-wells/")
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True, format="A4")
    sheets = [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pypdfium2.PdfDocument(tmp_path / "print.pdf")]
    head = "Miriam Ashgrove, Karim Nasreddin · Counting Wells"
    assert len(sheets) > 2 and [head in sheet for sheet in sheets] == [False] + [True] * (len(sheets) - 1)


def test_a_wide_table_takes_the_margin_and_notes_leave_it(publication, serve, new_page):
    cells = [f"עמודה ובה מילים רבות {number}" for number in range(7)]
    table = f"| {' | '.join(cells)} |\n|{'---|' * 7}\n" + f"| {' | '.join(cells)} |\n" * 3
    notes = "".join(f"\n[^{number}]: הערה ארוכה למדי, {'מילה ' * 30}.\n" for number in range(1, 5))
    text = "טקסט[^1] ועוד[^2] ועוד[^3] ועוד[^4]."
    made = publication({"a/article.md": f"---\ntitle: רחב\nlang: he\n---\n\n{text}\n\n{table}\n{'מילה ' * 100}\n{notes}"})
    made.build()
    page = new_page(width=1440)
    page.goto(f"{serve(made.output)}/articles/a/")
    boxes = page.evaluate("""() => {
      const box = (element) => element.getBoundingClientRect().toJSON();
      return { table: box(document.querySelector(".table-box.full")), text: box(document.querySelector(".article-body")),
               notes: [...document.querySelectorAll(".note-list > li")].map(box) };
    }""")
    assert boxes["table"]["width"] > boxes["text"]["width"] + 150
    assert all(note["bottom"] <= boxes["table"]["top"] or note["top"] >= boxes["table"]["bottom"] for note in boxes["notes"])
    for width in (320, 768):
        narrow = new_page(width=width)
        narrow.goto(f"{serve(made.output)}/articles/a/")
        assert narrow.evaluate("document.documentElement.scrollWidth") == width
