"""The desk as an editor uses it, in Chromium."""
from pathlib import Path

import pytest
from desk_editor import Editor

from test_serve import Preview

LANGUAGES = ["he", "ar", "en"]


@pytest.fixture
def served(publication, daf_binary, tmp_path):
    """served(articles) serves a publication."""
    running = []

    def start(articles, papers=()):
        made = publication(articles, name=f"desk-{len(running)}")
        made.articles.mkdir(parents=True, exist_ok=True)
        for paper in papers:
            done = made._daf("convert", paper, cwd=made.folder)
            assert done.status in (0, 1), done.said
        temporary = tmp_path / f"desk-temporary-{len(running)}"
        temporary.mkdir()
        running.append(Preview(daf_binary, made.folder, temporary))
        return made, running[-1].address

    yield start
    for preview in running:
        preview.end()


def opened(page, address, article):
    page.goto(f"{address}/.daf/desk/#{article}")
    page.wait_for_function("article => document.documentElement.dataset.ready === article", arg=article, timeout=60_000)
    idle(page)


def idle(page):
    page.wait_for_function("() => document.documentElement.dataset.busy === '0'", timeout=30_000)


TEXT = """---
title: על הבארות
lang: he
---

המים נספרו בכל באר (ומה שנספר נרשם בספר. <!-- check: סוגריים בלי בן זוג -->

ועוד פסקה אחת בעניין הספר

שנקרא מדי שנה.

## שומר הבאר

בכל באר היה שומר.[^1]

[^1]: שמו נודע.
"""


def text_of(made, article="wells"):
    return (made.articles / article / "article.md").read_text("utf-8")


def test_a_paper_is_settled_by_keys(served, page):
    made, address = served({"wells/article.md": TEXT})
    opened(page, address, "wells")
    assert page.evaluate("document.documentElement.dataset.left") == "1"
    # The doubtful word is chosen; Enter types over it, Enter again is done.
    page.keyboard.press("Enter")
    page.keyboard.type("ומה")
    page.keyboard.press("Enter")
    idle(page)
    assert "בכל באר ומה שנספר נרשם בספר.\n" in text_of(made)
    assert page.evaluate("document.documentElement.dataset.left") == "0"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("m")
    idle(page)
    assert "בעניין הספר שנקרא מדי שנה." in text_of(made)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+3")
    idle(page)
    assert "\n### שומר הבאר\n" in text_of(made)
    page.keyboard.press("c")
    idle(page)
    assert "![שומר הבאר]()" in text_of(made)
    for _ in range(4):
        page.keyboard.press("z")
    idle(page)
    assert text_of(made) == TEXT
    for _ in range(4):
        page.keyboard.press("y")
    idle(page)
    assert "![שומר הבאר]()" in text_of(made)


def test_words_are_swapped_and_pieces_parted(served, page):
    made, address = served({"wells/article.md": TEXT})
    opened(page, address, "wells")
    page.keyboard.press("/")
    page.keyboard.type("בכל")
    page.keyboard.press("Enter")
    idle(page)
    page.keyboard.press("w")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("w")
    idle(page)
    assert "המים נספרו באר בכל" in text_of(made)
    assert "בכל באר היה" in text_of(made), "words that are sound elsewhere stay as they are"
    page.keyboard.press("/")
    page.keyboard.type("באר")
    page.keyboard.press("Enter")
    idle(page)
    page.keyboard.press("b")
    idle(page)
    assert "המים נספרו\n\nבאר בכל" in text_of(made)


def test_what_was_typed_outlives_a_closed_page(served, new_page):
    made, address = served({"wells/article.md": TEXT})
    page = new_page()
    opened(page, address, "wells")
    page.keyboard.press("Enter")
    page.keyboard.type("עוד לא נגמר")
    page.evaluate("addEventListener('blur', (event) => event.stopImmediatePropagation(), true)")
    page.goto("about:blank")
    opened(page, address, "wells")
    typed = page.evaluate("document.querySelector('textarea.typing')?.value ?? document.querySelector('.piece .words').innerText")
    assert "עוד לא נגמר" in typed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1400, 420])
def test_the_desk_is_accessible(served, new_page, language, width, repository):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    made, address = served({"wells/article.md": TEXT})
    page = new_page(width=width)
    page.add_init_script(f"localStorage.setItem('daf-desk-language', '{language}')")
    page.goto(f"{address}/.daf/desk/")
    page.wait_for_selector(".articles a")
    assert page.evaluate("document.documentElement.dir") == ("ltr" if language == "en" else "rtl")
    faults = axe.Axe().run(page).response["violations"]
    opened(page, address, "wells")
    faults += axe.Axe().run(page).response["violations"]
    for key in ("o", "f", "?"):
        page.keyboard.press(key)
        page.wait_for_selector("dialog[open]")
        faults += axe.Axe().run(page).response["violations"]
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('dialog')")
    assert not faults, [(fault["id"], [node["html"][:120] for node in fault["nodes"]][:3]) for fault in faults]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_military_diplomacy_is_exact_in_fifteen_actions(served, page, shared):
    gold = (shared / "papers/military-diplomacy.md").read_text("utf-8")
    made, address = served({"gold/article.md": gold}, [shared / "papers/military-diplomacy.txt"])
    editor = Editor(page, address, "military-diplomacy", "gold")
    assert editor.settle(60), editor.differences()[1]
    assert editor.actions <= 15, editor.log


# Papers of this project's own, typeset and read back by other programs; no rule was fitted on them.
PAPERS = Path(__file__).parent / "desk-papers"


@pytest.mark.parametrize("paper", ["he-markets", "he-schools", "ar-wells"])
def test_an_unseen_paper_is_exact_in_thirty_actions(served, page, paper):
    gold = (PAPERS / f"{paper}.md").read_text("utf-8")
    made, address = served({"gold/article.md": gold}, [PAPERS / f"{paper}.txt"])
    editor = Editor(page, address, paper, "gold")
    assert editor.settle(60), editor.differences()[1]
    assert editor.actions <= 30, editor.log
