"""What a reader copies out of an article, and the box that says how it is cited."""
import pytest

COPY = """() => {
  const data = new DataTransfer();
  document.querySelector('.article-body p').dispatchEvent(
    new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}));
  return {text: data.getData('text/plain'), html: data.getData('text/html')};
}"""
SELECT = """() => {
  const noted = [...document.querySelectorAll('.article-body > p')].find((p) => p.querySelector('.note-mark'));
  document.getSelection().selectAllChildren(noted);
  return noted.textContent;
}"""


@pytest.fixture
def article(sample_site, serve, new_page):
    page = new_page()
    page.goto(serve(sample_site) + "/articles/reclaimed-water/")
    return page


def test_what_is_copied_leaves_note_numbers_behind(article):
    shown = article.evaluate(SELECT)
    copied = article.evaluate(COPY)
    mark = article.evaluate("() => document.querySelector('.article-body .note-mark').textContent")
    assert copied["text"] and len(copied["text"]) < len(shown) and "note-mark" not in copied["html"]
    assert not copied["text"].endswith(mark) and "reclaimed-water" not in copied["text"]


def test_what_is_copied_can_carry_its_source(article):
    box = article.locator("[data-cite]")
    if not box.count():
        pytest.skip("pandoc or the style sheets are not installed: pages do not say how they are cited")
    box.get_by_role("checkbox").check()
    article.evaluate(SELECT)
    text = article.evaluate(COPY)["text"]
    assert "״מחיר הטיפה" in text and "/articles/reclaimed-water/#p" in text
    box.get_by_role("button").first.click()
    assert box.locator("[role=status]").text_content()
