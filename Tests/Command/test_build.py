"""daf build: which pages there are, and that the site's folder is replaced as a whole or not at all."""
import shutil

import pytest

from site_links import site_faults

ARTICLE = """---
title: מאמר
lang: he
---

פסקה[^1].

[^1]: הערה.
"""


def tree(folder):
    """Every file below a folder with its bytes."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_an_article_becomes_a_page_and_every_page_leads_somewhere(publication):
    made = publication({"one/article.md": ARTICLE})
    built = made.build()
    assert built.status == 0, built.said
    page = made.page("articles/one/")
    assert '<html lang="he" dir="rtl">' in page
    assert "פסקה" in page and "הערה" in page
    for address in ("", "search/", "404.html", "robots.txt"):
        assert made.page(address)


def test_a_folder_that_daf_did_not_make_is_left_alone(publication):
    made = publication({"one/article.md": ARTICLE})
    foreign = made.write("Output/thesis.doc", "years of work")
    built = made.build()
    assert built.status == 2
    assert "foreign-output" in built.err
    assert foreign.read_text() == "years of work"
    assert [f.name for f in made.output.iterdir()] == ["thesis.doc"]


def test_the_site_cannot_stand_among_the_articles(publication):
    made = publication({"one/article.md": ARTICLE})
    for output in ("Articles/one/site", "Articles", "."):
        assert made.build("--output", output).status == 2, output
    assert (made.articles / "one/article.md").exists()


@pytest.mark.parametrize("jobs", [1, 3, 16])
def test_two_builds_are_the_same_at_any_number_of_threads(publication, jobs):
    made = publication({f"a{n}/article.md": ARTICLE.replace("מאמר", f"מאמר {n}") for n in range(20)})
    made.build("--jobs", "2", "--output", "first")
    made.build("--jobs", str(jobs), "--output", "second")
    assert tree(made.folder / "first") == tree(made.folder / "second")


def test_unchanged_files_are_the_same_files_after_another_build(publication):
    made = publication({"one/article.md": ARTICLE, "two/article.md": ARTICLE.replace("פסקה", "אחרת")})
    made.build()
    before = {path: path.stat().st_ino for path in made.output.rglob("*.html")}
    assert "0 of them new or changed" in made.build().out
    assert {path: path.stat().st_ino for path in made.output.rglob("*.html")} == before


def test_what_is_gone_from_the_articles_is_gone_from_the_site(publication):
    made = publication({"one/article.md": ARTICLE, "two/article.md": ARTICLE})
    made.build()
    (made.articles / "two/article.md").unlink()
    assert made.build().status == 0
    assert not (made.output / "articles/two").exists()
    assert sorted(f.name for f in made.folder.iterdir()) == [".daf", "Articles", "Output"]


def test_the_cache_is_beside_the_site_and_not_needed(publication):
    made = publication({f"a{n}/article.md": ARTICLE.replace("פסקה", f"פסקה {n} על הנמלים") for n in range(3)})
    made.build()
    first = tree(made.output)
    cache = made.folder / ".daf/cache"
    assert len(list(cache.glob("article-*"))) == 3
    assert not any("cache" in name or name.startswith(".daf/") for name in first)
    made.build()
    assert tree(made.output) == first
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-9] + b"something")
    made.build()
    assert tree(made.output) == first
    shutil.rmtree(made.folder / ".daf")
    (made.folder / ".daf").write_text("a file in the cache's way")
    built = made.build()
    assert built.status == 0 and not built.err
    assert tree(made.output) == first


def test_two_articles_with_one_address_are_reported_and_the_first_stands(publication):
    made = publication({"a/article.md": ARTICLE, "b/article.md": ARTICLE.replace("lang: he", "lang: he\nslug: a")})
    built = made.build()
    assert built.status == 1
    assert "Articles/b/article.md" in built.err and "Articles/a/article.md" in built.err
    assert "[same-address]" in built.err


def test_drafts_are_left_out_unless_asked_for(publication):
    made = publication({"a/article.md": ARTICLE, "b/article.md": ARTICLE.replace("lang: he", "lang: he\ndraft: true")})
    made.build()
    assert not (made.output / "articles/b").exists()
    assert not any(b"articles/b/" in content for content in tree(made.output).values())
    made.build("--drafts")
    assert "זוהי טיוטה" in made.page("articles/b/")


def test_hebrew_slugs_are_percent_encoded_in_addresses(publication):
    made = publication({"אחד/article.md": ARTICLE}, settings="url: https://example.org/x/\n")
    assert made.build().status == 0
    assert (made.output / "articles/אחד/index.html").exists()
    assert "./articles/%D7%90%D7%97%D7%93/" in made.page("")
    assert "https://example.org/x/articles/%D7%90%D7%97%D7%93/" in made.page("sitemap.xml")


def test_pictures_come_from_inside_the_article_only(publication, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"\x89PNG secret")
    pictures = "\n\n".join(f"![x]({path})" for path in (
        "../../../secret.png", "/etc/hostname.png", "link.png", "folder/secret.png", "a.png", "..%2f..%2f..%2fsecret.png"))
    made = publication({"one/article.md": ARTICLE + "\n" + pictures, "one/a.png": b"\x89PNG\r\n\x1a\n own"})
    (made.articles / "one/link.png").symlink_to(tmp_path / "secret.png")
    (made.articles / "one/folder").symlink_to(tmp_path)
    made.build()
    files = tree(made.output)
    assert files["articles/one/a.png"] == b"\x89PNG\r\n\x1a\n own"
    assert not any(b"secret" in content for name, content in files.items() if name.endswith(".png"))


def test_a_broken_template_is_named_with_its_line_and_the_old_site_stands(publication):
    made = publication({"one/article.md": ARTICLE})
    made.build()
    before = tree(made.output)
    made.write("Templates/article.mustache", "{{<layout}}\n{{$main}}\n{{#article}}\n{{/main}}\n{{/layout}}\n")
    built = made.build()
    assert built.status == 2
    assert "Templates/article.mustache:4: error" in built.err and "template-wrong-end" in built.err
    assert tree(made.output) == before


def test_a_publication_may_change_one_template_and_a_misspelled_key_is_reported(publication):
    made = publication({"one/article.md": ARTICLE})
    made.write("Templates/partials/footer.mustache", "<footer>{{pubication.name}} own</footer>\n")
    built = made.build()
    assert "own</footer>" in made.page("")
    assert "Templates/partials/footer.mustache:1: warning" in built.err
    assert "pubication.name" in built.err


def test_a_built_site_is_found_by_search_and_drafts_are_not(publication):
    made = publication({
        "one/article.md": ARTICLE.replace("פסקה", "הנמלים הישנים"),
        "two/article.md": ARTICLE.replace("פסקה", "נמלים חדשים").replace("lang: he", "lang: he\ndraft: true")})
    made.build("--drafts")
    found = made._daf("search", "נמלים", "--site", "Output", "--json", cwd=made.folder)
    assert '"article":"one"' in found.out.replace(" ", "").replace("\n", "")
    assert '"two"' not in found.out


def test_a_build_says_in_a_line_what_the_check_finds(publication):
    made = publication({"one/article.md": ARTICLE.replace("פסקה", "## סעיף\n\n#### סעיף עמוק מדי\n\nפסקה")})
    built = made.build()
    assert built.status == 0, built.said
    lines = [line for line in built.out.splitlines() if "daf check" in line]
    assert len(lines) == 1 and "warning" in lines[0], built.said


def test_long_lists_are_cut_into_pages_that_lead_to_one_another(publication):
    made = publication(
        {f"a{n}/article.md": ARTICLE.replace("lang: he", f"lang: he\ndate: 20{10 + n}\nkeywords: [מים]") for n in range(5)},
        settings="articles-per-page: 2\nlanguages: [he, ar]\n")
    assert made.build().status == 0
    for page in ("years/", "years/all/2/", "years/all/3/", "languages/he/3/", "keywords/מים/2/", "ar/years/all/3/"):
        assert made.page(page)
    assert not site_faults(made.output)


def test_downloads_that_are_not_there_are_reported_and_not_offered(publication):
    made = publication({
        "one/article.md": ARTICLE.replace("lang: he", "lang: he\nfiles: [print.pdf, gone.pdf, page.html]\nimage: gone.png"),
        "one/print.pdf": b"%PDF-1.4", "one/page.html": "<script>alert(1)</script>"}, settings="url: https://example.org/\n")
    built = made.build()
    assert built.err.count("missing-file") == 2 and built.err.count("refused-file") == 1, built.err
    page = made.page("articles/one/")
    assert 'name="citation_pdf_url" content="https://example.org/articles/one/print.pdf"' in page
    assert "gone" not in page and "page.html" not in page
    assert not site_faults(made.output, "https://example.org/")
