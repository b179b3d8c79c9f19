"""What `daf init` and `daf new` begin, an editor can build at once."""
import pytest


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_new_publication_builds_without_a_word(daf, tmp_path, language):
    assert daf("init", "journal", "--lang", language, cwd=tmp_path).status == 0
    folder = tmp_path / "journal"
    assert {path.name for path in folder.iterdir()} == {
        ".gitignore", ".github", ".gitlab-ci.yml", "Articles", "GUIDE.md", "publication.yaml"}
    built = daf("build", cwd=folder)
    assert built.status == 0 and not built.err, built.said
    page = (folder / "Output/articles/first-article/index.html").read_text("utf-8")
    assert f'lang="{language}"' in page and 'role="doc-noteref"' in page
    assert "citation-box" not in page, "a box about the article that says nothing"


def test_init_changes_nothing_that_is_there(daf, tmp_path):
    daf("init", "journal", cwd=tmp_path)
    settings = tmp_path / "journal/publication.yaml"
    settings.write_text("name: שלנו\n", "utf-8")
    (tmp_path / "journal/GUIDE.md").unlink()
    assert daf("init", "journal", cwd=tmp_path).status == 0
    assert settings.read_text("utf-8") == "name: שלנו\n"
    assert (tmp_path / "journal/GUIDE.md").exists()


def test_init_copies_templates_that_a_build_then_uses(daf, tmp_path):
    assert daf("init", "journal", "--templates", cwd=tmp_path).status == 0
    footer = tmp_path / "journal/Templates/partials/footer.mustache"
    footer.write_text("<footer>MARKED BY THE DESIGNER</footer>\n", "utf-8")
    assert daf("build", cwd=tmp_path / "journal").status == 0
    assert "MARKED BY THE DESIGNER" in (tmp_path / "journal/Output/index.html").read_text("utf-8")


@pytest.mark.parametrize("title", [
    'מדיניות "חוץ" של עיר', "It's a 'quoted' \\ title: with # signs", "- رحلة: إلى البحر", "צה\"ל"])
def test_a_new_article_has_its_title_and_is_a_draft(daf, tmp_path, title):
    daf("init", "journal", cwd=tmp_path)
    folder = tmp_path / "journal"
    made = daf("new", "--volume", "3", "--slug", "made", "--", title, cwd=folder)
    assert made.status == 0, made.said
    assert daf("build", cwd=folder).status == 0
    assert not (folder / "Output/articles/made").exists()
    shown = daf("build", "--drafts", "--output", "Shown", cwd=folder)
    assert shown.status == 0 and not shown.err, shown.said
    page = (folder / "Shown/articles/made/index.html").read_text("utf-8")
    for part in title.replace('"', "\n").replace("'", "\n").splitlines():
        assert part in page.replace("&quot;", '"'), part


def test_new_says_what_is_wrong(daf, tmp_path):
    assert "daf init" in daf("new", "Title", cwd=tmp_path).err
    daf("init", "journal", cwd=tmp_path)
    folder = tmp_path / "journal"
    assert daf("new", "Title", cwd=folder).status == 0
    again = daf("new", "Title", cwd=folder)
    assert again.status == 2 and "--slug" in again.err
    assert daf("new", "Other", "--lang", "hebrew!", cwd=folder).status == 2
    assert not (folder / "Articles/other").exists()
