"""News: pages with a date in Articles/pages/news, in lists, on the front page, in feeds, the search and the sitemap."""
import json
import re

import feedparser
import pytest

SETTINGS = "name: {he: דפים, ar: أوراق, en: Leaves}\nurl: https://example.org/\nlanguages: [he, ar, en]\nexports: []\narticles-per-page: 3\n"
ARTICLE = "---\ntitle: {title}\nlang: {lang}\nauthor: [{{name: Jane Orme}}]\ndate: 2024-03-01\n---\n\nגוף.\n"
NEWS = {
    "opening.md": "---\ntitle: פתיחת הארכיון\nlang: he\ndate: 2024-05-02\nabstract: הארכיון פתוח.\n---\n\nנפתח ארכיון הנמלים.[^1]\n\n[^1]: בשעה שש.\n",
    "opening.en.md": "---\ntitle: The archive opens\nlang: en\ndate: 2024-05-02\n---\n\nThe harbours' archive has opened.\n",
    "prize.ar.md": "---\ntitle: جائزة\nlang: ar\ndate: 2024-06-01\n---\n\nنالت المجلة جائزة الموانئ.\n",
    "call.md": "---\ntitle: קול קורא\nlang: he\ndate: 2023-01\naliases: [/call/]\n---\n\nמאמרים לכרך על מגדלורים.\n",
    "undated.md": "---\ntitle: בלי תאריך\nlang: he\n---\n\nטקסט.\n",
    "later.md": "---\ntitle: מאוחר\nlang: he\ndate: 2024-01-01\npublish-on: 2999-01-01\n---\n\nטקסט.\n",
    "draft.md": "---\ntitle: טיוטה\nlang: he\ndate: 2024-01-01\ndraft: true\n---\n\nטקסט.\n",
}


@pytest.fixture(scope="module")
def built(daf, tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    for slug, lang in (("one", "he"), ("two", "en"), ("three", "ar")):
        (folder / "Articles" / slug).mkdir(parents=True)
        (folder / "Articles" / slug / "article.md").write_text(ARTICLE.format(title=slug, lang=lang), "utf-8")
    (folder / "Articles/pages/news").mkdir(parents=True)
    for name, text in NEWS.items():
        (folder / "Articles/pages/news" / name).write_text(text, "utf-8")
    (folder / "publication.yaml").write_text(SETTINGS, "utf-8")
    made = daf("build", cwd=folder)
    assert made.status == 0, made.said
    return folder, made


def titles(page):
    return re.findall(r'class="entry-title"[^>]*><a[^>]*>(.*?)</a>', page.read_text("utf-8"))


def test_each_has_a_page_with_its_day(built):
    output = built[0] / "Output"
    page = (output / "news/opening/index.html").read_text("utf-8")
    assert '<time datetime="2024-05-02">2 במאי 2024</time>' in page and "נפתח ארכיון הנמלים" in page and "בשעה שש" in page
    assert 'href="../../en/news/opening/"' in page and '<a href="../../news/">חדשות</a>' in page
    assert (output / "en/news/opening/index.html").exists() and (output / "ar/news/prize/index.html").exists()
    assert not (output / "news/later").exists() and not (output / "news/draft").exists()
    assert "news/call/" in (output / "call/index.html").read_text("utf-8")


def test_the_newest_come_first_each_once_in_the_languages_of_the_pages(built):
    output = built[0] / "Output"
    assert titles(output / "news/index.html") == ["جائزة", "פתיחת הארכיון", "קול קורא"]
    assert titles(output / "news/all/2/index.html") == ["בלי תאריך"]
    assert titles(output / "en/news/index.html") == ["جائزة", "The archive opens", "קול קורא"]
    assert "4 ידיעות" in (output / "news/index.html").read_text("utf-8")
    for page, word in (("index.html", "חדשות"), ("en/index.html", "News"), ("ar/index.html", "أخبار")):
        text = (output / page).read_text("utf-8")
        assert f'id="daf-news">{word}</h2>' in text and text.count(">" + word + "</a>") >= 1
        assert titles(output / page)[-3:] == titles(output / page.replace("index.html", "news/index.html"))[:3]


def test_feeds_by_language_have_them(built):
    output = built[0] / "Output"
    both = {path: feedparser.parse((output / f"{path}.xml").read_bytes()) for path in (
        "feed", "languages/he/feed", "languages/en/feed", "languages/ar/feed")}
    assert [entry.link for entry in both["feed"].entries][:4] == [
        "https://example.org/" + path for path in ("ar/news/prize/", "news/opening/", "en/news/opening/", "articles/one/")]
    assert [entry.link.removeprefix("https://example.org/") for entry in both["languages/he/feed"].entries] == [
        "news/opening/", "articles/one/", "news/call/"]
    assert [entry.title for entry in both["languages/en/feed"].entries] == ["The archive opens", "two"]
    first = both["languages/he/feed"].entries[0]
    assert first.updated == "2024-05-02T00:00:00Z" and "נפתח ארכיון" in first.content[0].value and first.summary == "הארכיון פתוח."
    items = json.loads((output / "languages/he/feed.json").read_text("utf-8"))["items"]
    assert [item["url"] for item in items] == [entry.link for entry in both["languages/he/feed"].entries]


def test_the_search_and_the_sitemap_know_them(built, daf):
    found = daf("search", "ארכיון", "--site", built[0] / "Output")
    assert "news/opening/" in found.out and "draft" not in daf("search", "טיוטה", "--site", built[0] / "Output").out
    sitemap = (built[0] / "Output/sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/news/opening/</loc><lastmod>2024-05-02</lastmod>" in sitemap
    assert "<loc>https://example.org/news/</loc>" in sitemap and "later" not in sitemap


def test_what_is_missing_is_reported_alike(built, daf):
    folder, made = built
    line = next(line for line in made.err.splitlines() if "[undated-news]" in line)
    assert line.startswith("Articles/pages/news/undated.md: warning: ")
    checked = daf("check", folder, cwd=folder).out
    assert line.removeprefix("Articles") in checked
    assert "[awaited-date]" in checked and "missing-author" not in checked.split("news/")[-1]
    assert daf("check", "Articles/pages/news/opening.md", cwd=folder).status == 0


def test_an_article_s_page_is_not_made_anew_for_news(built, daf):
    folder = built[0]
    before = (folder / "Output/articles/one/index.html").stat().st_ino
    (folder / "Articles/pages/news/call.md").write_text(NEWS["call.md"].replace("מגדלורים", "רציפים"), "utf-8")
    made = daf("build", cwd=folder)
    assert (folder / "Output/articles/one/index.html").stat().st_ino == before, made.said
    assert "רציפים" in (folder / "Output/languages/he/feed.xml").read_text("utf-8")
    assert "news/call/" in daf("search", "רציפים", "--site", folder / "Output").out


def test_folders_of_pages_that_are_not_read_are_reported(daf, tmp_path):
    (tmp_path / "Articles/pages/other").mkdir(parents=True)
    (tmp_path / "Articles/pages/other/about.md").write_text("---\ntitle: א\n---\n", "utf-8")
    (tmp_path / "Articles/one").mkdir()
    (tmp_path / "Articles/one/article.md").write_text(ARTICLE.format(title="א", lang="he"), "utf-8")
    assert "Articles/pages/other/about.md: warning" in daf("build", cwd=tmp_path).err


def test_without_news_nothing_speaks_of_them(daf, tmp_path):
    (tmp_path / "Articles/one").mkdir(parents=True)
    (tmp_path / "Articles/one/article.md").write_text(ARTICLE.format(title="א", lang="he"), "utf-8")
    daf("build", cwd=tmp_path)
    assert not (tmp_path / "Output/news").exists()
    assert "daf-news" not in (tmp_path / "Output/index.html").read_text("utf-8")


def test_a_page_named_news_stands_where_there_are_none(daf, tmp_path):
    (tmp_path / "Articles/pages").mkdir(parents=True)
    (tmp_path / "Articles/pages/news.md").write_text("---\ntitle: חדשות\nlang: he\n---\n\nטקסט.\n", "utf-8")
    assert (daf("build", cwd=tmp_path).status, (tmp_path / "Output/news/index.html").exists()) == (0, True)
    (tmp_path / "Articles/pages/news").mkdir()
    (tmp_path / "Articles/pages/news/opening.md").write_text(NEWS["opening.md"], "utf-8")
    assert "[same-address]" in daf("build", cwd=tmp_path).err
