"""Feeds of the publication, of languages and of keywords, as programs read them; the sitemap and robots.txt."""
import json
from urllib.parse import unquote

import feedparser
import jsonschema
import lxml.etree
import pytest

SETTINGS = """name: {he: דפים, en: Leaves}
url: https://example.org/leaves/
languages: [he, en]
exports: []
"""
# After jsonfeed.org/version/1.1.
ITEM = {"type": "object", "required": ["id", "url", "title", "content_html", "date_published", "date_modified", "language"],
        "additionalProperties": False,
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in (
                "id", "url", "title", "content_html", "summary", "image", "language")},
            **{name: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT00:00:00Z$"} for name in (
                "date_published", "date_modified")},
            "authors": {"type": "array", "minItems": 1, "items": {
                "type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
                "additionalProperties": False}},
            "tags": {"type": "array", "items": {"type": "string"}}}}
FEED = {"type": "object", "required": ["version", "title", "home_page_url", "feed_url", "language", "items"],
        "additionalProperties": False,
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"}, "items": {"type": "array", "items": ITEM},
            **{name: {"type": "string"} for name in ("title", "description", "home_page_url", "feed_url", "language")}}}


def article(title, date, language="he", keywords="[מים, דרכים]", more=""):
    return (f"---\ntitle: {title}\nlang: {language}\nauthor: [{{name: Jane Orme, orcid: 0000-0002-1825-0097}}]\n"
            f"abstract: תקציר.\ndate: {date}\nkeywords: {keywords}\n{more}---\n\nגוף {title}.[^1]\n\n[^1]: הערה.\n")


@pytest.fixture(scope="module")
def site(daf, tmp_path_factory):
    folder = tmp_path_factory.mktemp("feeds")
    texts = {f"a{number}": article(f"מאמר {number}", f"2020-01-{number:02}") for number in range(1, 25)}
    texts["old"] = article("ישן", "1999", more="corrections: [{date: 2024-05-01, text: תוקן מספר.}]\n")
    texts["gone"] = article("נמשך", "1998", more="retracted: {date: 2024-06-01, text: הנתונים שגויים.}\n")
    texts["other"] = article("Another", "2001", "en", "[water]")
    texts["draft"] = article("טיוטה", "2024-07-01", more="draft: true\n")
    for slug, text in texts.items():
        (folder / "Articles" / slug).mkdir(parents=True)
        (folder / "Articles" / slug / "article.md").write_text(text, "utf-8")
    (folder / "publication.yaml").write_text(SETTINGS, "utf-8")
    built = daf("build", cwd=folder)
    assert built.status in (0, 1), built.said
    return folder / "Output"


def test_every_feed_is_read_in_both_forms_with_the_same_articles(site):
    paths = sorted(str(file.relative_to(site).with_suffix("")) for file in site.rglob("feed.xml"))
    assert paths == ["feed", "keywords/דרכים/feed", "keywords/מים/feed", "languages/en/feed", "languages/he/feed"]
    for path in paths:
        atom = feedparser.parse((site / f"{path}.xml").read_bytes())
        assert not atom.bozo, atom.get("bozo_exception")
        document = json.loads((site / f"{path}.json").read_text("utf-8"))
        jsonschema.validate(document, FEED)
        assert [entry.link for entry in atom.entries] == [item["url"] for item in document["items"]]
        assert atom.feed.id and atom.feed.updated_parsed
        for entry, item in zip(atom.entries, document["items"]):
            assert "fn-1" in entry.content[0].value and "fn-1" in item["content_html"], "the full text with its notes"


def test_feeds_have_what_they_are_of(site):
    def titles(path):
        return [item["title"].strip("\u200f") for item in json.loads((site / f"{path}.json").read_text("utf-8"))["items"]]

    assert titles("languages/en/feed") == ["Another"]
    whole = titles("feed")
    assert len(whole) == 20 and "Another" not in whole and "טיוטה" not in whole
    assert len(titles("keywords/מים/feed")) == 10
    assert not (site / "keywords/water/feed.xml").exists(), "a keyword of one article has no feed"


def test_a_retraction_and_a_correction_of_old_articles_are_news(site):
    for path in ("feed", "languages/he/feed", "keywords/מים/feed"):
        first, second = json.loads((site / f"{path}.json").read_text("utf-8"))["items"][:2]
        assert "הנתונים שגויים" in first["content_html"] and first["date_modified"] == "2024-06-01T00:00:00Z"
        assert first["title"] != "נמשך", "the title says that it was retracted"
        assert "תוקן מספר" in second["content_html"]
        entry = feedparser.parse((site / f"{path}.xml").read_bytes()).entries[0]
        assert entry.updated == "2024-06-01T00:00:00Z" and "הנתונים שגויים" in entry.content[0].value


def test_pages_lead_to_their_feeds(site):
    page = lxml.etree.HTML((site / "keywords/מים/index.html").read_text("utf-8"))
    found = {(link.get("type"), link.get("href")) for link in page.iter("link") if link.get("rel") == "alternate"}
    assert ("application/atom+xml", "../../keywords/%D7%9E%D7%99%D7%9D/feed.xml") in found
    assert ("application/feed+json", "../../feed.json") in found
    assert any(link.get("href", "").endswith("%D7%9E%D7%99%D7%9D/feed.xml") for link in page.iter("a"))


def test_the_sitemap_has_each_language_of_a_page(site):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = lxml.etree.fromstring((site / "sitemap.xml").read_bytes())
    pages = {page.findtext("s:loc", namespaces=spaces): page for page in root.iterfind("s:url", spaces)}
    others = {link.get("hreflang"): link.get("href")
              for link in pages["https://example.org/leaves/en/works/"].iterfind("x:link", spaces)}
    assert others == {"he": "https://example.org/leaves/works/", "en": "https://example.org/leaves/en/works/"}
    for address in pages:
        path = address.removeprefix("https://example.org/leaves/")
        assert (site / unquote(path) / "index.html").exists(), address


def test_robots_txt_says_where_it_must_stand(site, publication):
    text = (site / "robots.txt").read_text("utf-8")
    assert "# https://example.org/robots.txt." in text and "Sitemap: https://example.org/leaves/sitemap.xml" in text
    made = publication({"a/article.md": article("א", "2020")}, "url: https://example.org/\nexports: []\n")
    made.build()
    assert made.page("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n"


def test_a_feed_is_made_again_when_what_it_has_changes(publication):
    texts = {f"a{number}/article.md": article(f"מאמר {number}", f"2020-01-{number:02}") for number in range(1, 4)}
    made = publication(texts, SETTINGS)
    made.build()
    made.write("Articles/a2/article.md", texts["a2/article.md"].replace("גוף", "גוף חדש"))
    made.build()
    changed = {path: made.page(path) for path in ("feed.xml", "feed.json", "keywords/מים/feed.xml", "languages/he/feed.json")}
    assert all("גוף חדש" in text for text in changed.values())
    fresh = publication({}, SETTINGS, name="fresh")
    for slug in ("a1", "a2", "a3"):
        fresh.write(f"Articles/{slug}/article.md", (made.articles / slug / "article.md").read_bytes())
    fresh.build()
    assert all(fresh.page(path) == text for path, text in changed.items())
