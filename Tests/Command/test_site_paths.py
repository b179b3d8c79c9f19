"""Addresses that articles ask for: none leads out of the site, and one article never stops the others."""
import xml.etree.ElementTree as xml

import pytest

from test_build import tree

SOUND = "---\ntitle: אחר\nlang: he\ndate: 2020\n---\n\nגוף\n"


def article(front, body="גוף"):
    return f"---\ntitle: מאמר\ndate: 2020\n{front}\n---\n\n{body}\n"


@pytest.mark.parametrize("tag", ["../../../escaped", "he/../../x", "en-" + "a" * 300, ".", "/etc", "en--x"])
def test_a_language_that_is_no_tag_is_reported_and_the_article_published(publication, tag):
    made = publication({"a/article.md": article(f'lang: "{tag}"'), "b/article.md": SOUND}, settings="languages: [he]\n")
    for _ in range(2):
        built = made.build()
        assert built.status == 1, built.said
        assert "Articles/a/article.md:4" in built.err and "wrong-language-tag" in built.err, built.err
    assert made.page("articles/a/") and made.page("articles/b/")
    assert sorted(f.name for f in made.folder.iterdir()) == [".daf", "Articles", "Output", "publication.yaml"]
    assert sorted(f.name for f in (made.output / "languages").iterdir()) == ["he", "index.html"]


@pytest.mark.parametrize("alias", [
    "/feed.xml", "/index.html/x", "/404.html", "/robots.txt/", "/assets/x", "/articles/b", "/articles/b/x", "/search",
    "/languages/he", "/years/2020", "/.daf", "../x", "/../x", "/" + "a/" * 1500, "b"])
def test_an_older_address_that_is_taken_is_reported_and_the_rest_is_built(publication, alias):
    made = publication({"a/article.md": article(f'lang: he\naliases: ["{alias}", "/older"]'), "b/article.md": SOUND},
                       settings="name: x\nurl: https://example.org/\n")
    built = made.build()
    assert built.status == 0, built.said
    assert built.err.count("wrong-alias") == 1, built.err
    assert "Articles/a/article.md" in built.err
    assert made.page("articles/a/") and made.page("articles/b/") and "articles/a/" in made.page("older/")


def test_an_editors_page_that_wants_the_path_of_a_file_is_reported(publication):
    made = publication({"a/article.md": SOUND, "pages/404.html.md": SOUND, "pages/feed.xml.md": SOUND,
                        "pages/robots.txt.md": SOUND, "pages/about.md": SOUND},
                       settings="name: x\nurl: https://example.org/\n")
    built = made.build()
    assert built.status == 1 and built.err.count("same-address") == 1, built.said
    for page in ("about/", "feed/", "robots/", "articles/a/", "404.html", "feed.xml"):
        assert made.page(page)


def test_a_picture_cannot_take_the_place_of_the_page(publication):
    made = publication({"a/article.md": article("lang: he", "![x](index.html/x.png)"),
                        "a/index.html/x.png": b"\x89PNG\r\n\x1a\n", "b/article.md": SOUND})
    built = made.build()
    assert built.status == 1 and "refused-file" in built.err, built.said
    assert made.page("articles/a/") and made.page("articles/b/")


@pytest.mark.parametrize("template, kind", [
    ("{{#article}}{{>article}}{{/article}}", "template-too-deep"),
    ("{{<layout}}{{$main}}{{>article}}{{/main}}{{/layout}}", "template-too-deep"),
    ("{{#page.languages}}" * 40 + "x" + "{{/page.languages}}" * 40, "template-too-large"),
])
def test_a_template_that_fails_leaves_the_old_site_and_check_sees_it(daf, publication, template, kind):
    made = publication({"a/article.md": SOUND}, settings="languages: [he, ar, en]\n")
    assert made.build().status == 0
    before = tree(made.output)
    made.write("Templates/article.mustache", template)
    built = made.build()
    assert built.status == 2 and "mustache:" in built.err and f"[{kind}]" in built.err, built.said
    assert tree(made.output) == before
    checked = daf("check", cwd=made.folder)
    assert checked.status == 1 and f"[{kind}]" in checked.out, checked.said


def test_control_characters_do_not_reach_the_feed(publication):
    made = publication({"a/article.md": article('lang: he\nabstract: "א\\x0bב"', "x &#1; y")},
                       settings="name: x\nurl: https://example.org/\n")
    built = made.build()
    assert built.status == 1 and "control-character" in built.err, built.said
    xml.parse(made.output / "feed.xml")
    assert "אב" in made.page("articles/a/")


def test_fix_goes_on_after_a_mark_that_recurs(daf, publication):
    body = "מילה [^1] ועוד [^2] ועוד [^1] סוף.\n\n[^1]: הערה.\n\n[^2]: הערה."
    made = publication({"a/article.md": article("lang: he", body), "b/article.md": article("lang: he", body)})
    run = daf("check", "--fix", cwd=made.folder)
    assert run.status in (0, 1), run.said
    for name in "ab":
        assert "מילה[^1] ועוד[^2] ועוד[^1] סוף." in (made.articles / name / "article.md").read_text()


def test_an_export_that_is_asked_for_is_made_and_offered(publication):
    made = publication({"a/article.md": article("lang: he\nfiles: [article.txt]", "פסקה[^1]\n\n[^1]: הערה"), "a/article.txt": "own"},
                       settings="exports: [txt, tea]\n")
    built = made.build()
    assert "unknown-value" in built.err and "refused-file" in built.err, built.err
    assert "פסקה[1]" in made.page("articles/a/article.txt")
    assert 'href="../../articles/a/article.txt"' in made.page("articles/a/")
    made.write("publication.yaml", "name: x\n")
    made.build()
    assert made.page("articles/a/article.txt") == "own"
