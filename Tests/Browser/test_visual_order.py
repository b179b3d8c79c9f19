"""Each sentence of visual_order.py and the files beside it stands on the page in the order that was written down."""
import pytest
from visual_order import MEASURE, expected, write_articles
from visual_order_every import EVERY as CASES


@pytest.fixture(scope="module")
def measured(browser, daf, serve, tmp_path_factory):
    """The order of the characters of every sentence as Chromium sets them, by language."""
    folder = tmp_path_factory.mktemp("visual-order")
    languages = write_articles(folder, CASES)
    built = daf("build", "--output", folder / "Output", cwd=folder)
    assert built.status in (0, 1), built.said
    address = serve(folder / "Output")
    found = {}
    for language in languages:
        place = next((folder / "Output").rglob(f"order-{language}/index.html"))
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto(f"{address}/{place.relative_to(folder / 'Output').as_posix()}")
        found[language] = page.eval_on_selector_all(".article-body > p", MEASURE)
        page.close()
    return found


@pytest.mark.parametrize("number", range(len(CASES)), ids=[text for _, text, _ in CASES])
def test_sentence_stands_in_its_order(measured, number):
    language, _, pieces = CASES[number]
    place = [case for case in CASES if case[0] == language].index(CASES[number])
    assert measured[language][place] == expected(language, pieces)
