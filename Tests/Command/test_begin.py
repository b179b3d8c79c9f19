"""What `daf init` and `daf new` begin, an editor can build at once."""
import re

import pytest


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_new_publication_builds_without_a_word(daf, tmp_path, language):
    assert daf("init", "journal", "--lang", language, cwd=tmp_path).status == 0
    folder = tmp_path / "journal"
    assert {path.name for path in folder.iterdir()} == {
        ".gitignore", ".github", ".gitlab-ci.yml", "Articles", "GUIDE.md", "publication.yaml"}
    built = daf("build", cwd=folder)
    assert built.status == 0 and not built.err, built.said
    # The samples are drafts, and the build says that they are not in the site.
    assert not (folder / "Output/articles/first-article").exists() and not (folder / "Output/about").exists()
    assert "Articles/first-article/article.md, Articles/pages/about.md" in built.out and "draft: true" in built.out, built.out
    assert "journal" in (folder / "Output/index.html").read_text("utf-8"), "the name is the folder's unless said"
    shown = daf("build", "--drafts", "--output", "Shown", cwd=folder)
    assert shown.status == 0 and not shown.err, shown.said
    page = (folder / "Shown/articles/first-article/index.html").read_text("utf-8")
    assert f'lang="{language}"' in page and 'role="doc-noteref"' in page
    assert "citation-box" not in page, "a box about the article that says nothing"


def test_init_takes_a_name(daf, tmp_path):
    assert daf("init", "journal", "--name", "כתב \"העת\"", cwd=tmp_path).status == 0
    assert "name: 'כתב \"העת\"'" in (tmp_path / "journal/publication.yaml").read_text("utf-8")


FAULT = re.compile(r"^(\S+?):(\d+):.* error: .*\[sample-text\]$", re.M)


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_sample_texts_do_not_go_live(daf, tmp_path, language):
    """An article that was published as Daf began it is a fault in every line that is Daf's, for build, check and publish."""
    daf("init", "journal", "--lang", language, cwd=tmp_path)
    folder = tmp_path / "journal"
    settings = folder / "publication.yaml"
    settings.write_text(settings.read_text("utf-8") + "publish: {live: {to: ../live}}\n", "utf-8")
    assert daf("new", "--slug", "a", "--volume", "2", "--", "A title of its own", cwd=folder).status == 0
    for file in ("Articles/a/article.md", "Articles/pages/about.md"):
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text.replace("\ndraft: true\n", "\n"), "utf-8")
    for command in ("build", "check", "publish"):
        ran = daf(command, cwd=folder, env={"LC_ALL": "C"})
        assert ran.status == 1, ran.said
        found = FAULT.findall(ran.said)
        assert {file for file, _ in found} == {"Articles/a/article.md", "Articles/pages/about.md"}
        assert len(set(found)) == len(found) == 6, ran.said
        for file, line in found:
            assert not re.match(" *#[^#]", (folder / file).read_text("utf-8").splitlines()[int(line) - 1])
    assert not (tmp_path / "live").exists()


@pytest.mark.parametrize("language", ["he", "ar", "en"])
@pytest.mark.parametrize("removed", ["#", "# "], ids=["the sign alone", "as editors' programs do"])
def test_examples_in_comments_are_fields_once_uncommented(daf, tmp_path, language, removed):
    """Every line that begins with # and no space is good as it is, but for being a sample; one by one and all together."""
    daf("init", "journal", "--lang", language, cwd=tmp_path)
    folder = tmp_path / "journal"
    article = folder / "Articles/first-article/article.md"

    def uncommented(text):
        head, *body = text.split("\n---\n", 1)
        head = re.sub(r"^( *)#(?:(?=\S)| (?= ))" if removed == "# " else r"^( *)#(?=\S|  )", r"\1", head, flags=re.M)
        return "\n---\n".join([head, *body])

    seen = 0
    for file in (folder / "publication.yaml", article):
        before = file.read_text("utf-8")
        assert uncommented(before) != before
        file.write_text(uncommented(before), "utf-8")
        told = [line for line in daf("check", cwd=folder, env={"LC_ALL": "C"}).out.splitlines()
                if re.search(r"\[(?!missing-date\]|missing-url\])[\w-]+\]$", line)]
        assert told and all(line.endswith("[sample-text]") for line in told), told
        seen += len(told)
        if file == article:
            for key in ("affiliation", "email", "orcid", "abstract", "keywords", "date", "citation", "series"):
                assert re.search(rf"^ *{key}:", uncommented(before), re.M), key
    assert seen > 20


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
