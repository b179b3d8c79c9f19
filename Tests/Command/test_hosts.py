"""What a site has for web servers and forges: headers, redirects, media types, recipes; and the files of Static."""
import json
import re
import subprocess
import sys
import xml.etree.ElementTree

import pytest

ARTICLE = "---\ntitle: מים\nlang: he\nauthor: דנה לוי\ndate: 2024-05-06\naliases: [/old/מים/, /was.html]\n---\n\nטקסט.\n"
HOSTS = "name: J\nurl: https://example.org/leaves/\nlanguages: [he]\ntheme: {fonts: system}\nexports: [bibtex, ris, epub]\n" \
        "hosts: [apache, iis, netlify, nginx]\n"


@pytest.fixture
def site(publication):
    made = publication({"water/article.md": ARTICLE}, HOSTS)
    made.write("Static/CNAME", "www.example.org\n")
    made.write("Static/.well-known/security.txt", "Contact: mailto:a@example.org\n")
    made.write("Static/.DS_Store", "x")
    built = made.build()
    assert built.status == 0, built.said
    return made


def test_every_kind_of_file_of_a_site_has_a_media_type_at_each_server(site):
    kinds = {file.suffix for file in site.output.rglob("*") if file.is_file() and file.suffix} - {".htaccess", ".config", ".conf"}
    assert {".html", ".css", ".js", ".bin", ".ris", ".bib", ".epub", ".xml", ".json"} <= kinds
    apache = (site.output / ".htaccess").read_text("utf-8")
    nginx = (site.output / "nginx.conf").read_text("utf-8")
    iis = xml.etree.ElementTree.parse(site.output / "web.config").getroot()
    mapped = {entry.get("fileExtension") for entry in iis.iter("mimeMap")}
    told = set(re.search(r"types \{(.*?)\}", nginx, re.DOTALL)[1].replace(";", " ").split())
    for kind in kinds - {".daf"}:
        assert re.search(rf"^AddType \S+ \{kind}$", apache, re.MULTILINE), kind
        assert kind in mapped and kind[1:] in told, kind


def test_older_addresses_are_told_to_each_server(site):
    encoded = "%D7%9E%D7%99%D7%9D"
    apache = (site.output / ".htaccess").read_text("utf-8")
    assert 'RedirectMatch 301 "^/leaves/old/מים/$" "/leaves/articles/water/"' in apache
    assert 'RedirectMatch 301 "^/leaves/was\\.html$"' in apache
    assert f"/old/{encoded}/ /articles/water/ 301" in (site.output / "_redirects").read_text("utf-8")
    assert 'location = "/leaves/old/מים/" { return 301 "/leaves/articles/water/"; }' in (site.output / "nginx.conf").read_text("utf-8")
    iis = xml.etree.ElementTree.parse(site.output / "web.config").getroot()
    moved = {place.get("path"): place.find(".//httpRedirect") for place in iis.iter("location")}
    assert moved["old/מים"].get("destination") == "/leaves/articles/water/"


def test_what_never_changes_is_kept_and_the_rest_asked_for_anew(site):
    pattern = re.search(r'SetEnvIf Request_URI "(.*?)" daf_named', (site.output / ".htaccess").read_text("utf-8"))[1]
    for file in site.output.rglob("*"):
        path = str(file.relative_to(site.output))
        if file.is_file():
            named = path.startswith("assets/") or bool(re.search(r"-[0-9a-f]{16}-\d+\.\w+$", path))
            assert bool(re.search(pattern, "/leaves/" + path)) == named, path


def test_files_of_static_stand_at_the_root_and_never_take_an_address(site):
    assert (site.output / "CNAME").read_text() == "www.example.org\n"
    assert (site.output / ".well-known/security.txt").exists() and not (site.output / ".DS_Store").exists()
    page = (site.output / "index.html").read_bytes()
    site.write("Static/index.html", "mine")
    site.write("Static/.htaccess", "mine")
    built = site.build()
    assert built.status == 1 and built.err.count("taken-static") == 2, built.said
    assert (site.output / "index.html").read_bytes() == page
    (site.folder / "Static/CNAME").unlink()
    site.build()
    assert not (site.output / "CNAME").exists()


def test_what_daf_did_not_make_is_told_and_moved_before_it_goes(site):
    (site.output / "google123.html").write_text("mine")
    built = site.build()
    assert "google123.html" in built.err and "stray-output" in built.err, built.said
    assert not (site.output / "google123.html").exists()
    assert (site.folder / ".daf/removed/google123.html").read_text() == "mine"
    assert "stray-output" not in site.build().said


def test_an_article_waits_for_its_day(publication):
    later = "---\ntitle: {0}\nlang: en\nauthor: A B\ndate: 2024-01-01\nabstract: The abstract.\n{1}\n---\n\nThe secret text.[^1]\n\n[^1]: note\n"
    made = publication({
        "a/article.md": later.format("Sleeper", "publish-on: 2030-05-01"),
        "b/article.md": later.format("Withheld", "embargo: 2030-06-01\nfiles: [b.pdf]"),
        "b/b.pdf": b"%PDF-1.4 secret",
    }, "name: J\nurl: https://example.org/\nlanguages: [en]\nexports: [markdown, jats, txt, epub]\n")

    def on(day):
        built = made.build(env={"SOURCE_DATE_EPOCH": str(day)})
        assert built.status == 0, built.said
        return {str(file.relative_to(made.output)): file.read_bytes() for file in made.output.rglob("*") if file.is_file()}

    early = on(1_893_456_000)  # 2030-01-01
    assert not [path for path in early if path.startswith("articles/a/")]
    assert not [path for path, content in early.items() if b"secret" in content]
    assert b"The abstract." in early["articles/b/index.html"] and b"1 June 2030" in early["articles/b/index.html"]
    may = on(1_903_824_000)  # 2030-05-01
    assert b"The secret text." in may["articles/a/index.html"] and "articles/b/b.pdf" not in may
    june = on(1_906_502_400)  # 2030-06-01
    assert b"The secret text." in june["articles/b/index.html"] and "articles/b/b.pdf" in june


def test_articles_lie_in_folders_within_folders_and_lookalikes_are_told(publication, daf):
    made = publication({
        "2024/vol1/water/article.md": ARTICLE, "2024/vol1/water/notes.md": "mine",
        "2025/Article.md": ARTICLE, "loose.md": ARTICLE, "README.md": "what is here",
        "2025/vol2/stones/article.md": ARTICLE.replace("aliases: [/old/מים/, /was.html]\n", "").replace("מים", "אבנים"),
    }, "name: J\nlanguages: [he]\ntheme: {fonts: system}\n")
    built = made.build()
    assert built.status == 0, built.said
    assert {path.name for path in (made.output / "articles").iterdir()} == {"water", "stones"}
    told = re.findall(r"Articles/(\S+?): warning: .*looks-like-article", built.err)
    assert sorted(told) == ["2025/Article.md", "loose.md"]
    checked = daf("check", "--json", cwd=made.folder)
    assert {"looks-like-article"} <= {entry["kind"] for entry in json.loads(checked.out)}
    made.write("Articles/2025/vol2/sand/article.md", ARTICLE.replace("aliases: [/old/מים/, /was.html]\n", ""))
    made.build()
    assert (made.output / "articles/sand/index.html").exists()


@pytest.mark.parametrize("recipe, schema", [
    (".github/workflows/pages.yml", "vendor.github-workflows"), (".gitlab-ci.yml", "vendor.gitlab-ci")])
def test_recipes_for_forges_are_valid_and_publish_the_main_branch_alone(daf, tmp_path, recipe, schema):
    assert daf("init", "journal", cwd=tmp_path).status == 0
    file = tmp_path / "journal" / recipe
    checked = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file],
                             capture_output=True, text=True, timeout=60, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    text = file.read_text("utf-8")
    assert "branches: [main]" in text or "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in text


def test_a_volume_has_what_its_file_says(publication):
    printed = ARTICLE.replace("aliases: [/old/מים/, /was.html]", "citation: {volume: '7'}")
    made = publication({"water/article.md": printed, "volumes/8.yaml": "editors: [A]\n",
                        "volumes/7.yaml": "editors: [נועה כהן, ע. לוי]\ndate: 2023-02\ncover: seven.png\n"
                                          "introduction: {he: פתח דבר., en: A word.}\ncovr: x\n",
                        "volumes/seven.png": b"\x89PNG\r\n\x1a\n" + b"x" * 40},
                       "name: J\nlanguages: [he, en]\ntheme: {fonts: system}\n")
    built = made.build()
    assert built.status == 0 and "unknown-volume" in built.err and "misspelled-key" in built.err, built.said
    page = made.page("volumes/7/")
    assert "נועה כהן, ע. לוי" in page and "פתח דבר." in page and "פברואר 2023" in page
    assert "A word." in made.page("en/volumes/7/")
    assert 'covers/volume-7.png"' in page and 'covers/volume-7.png"' in made.page("")
    assert (made.output / "covers/volume-7.png").exists() and not (made.output / "covers/volume-7.svg").exists()
    made.write("Articles/volumes/7.yaml", "introduction: אחר.\n")
    made.build()
    assert "אחר." in made.page("volumes/7/") and 'covers/volume-7.svg"' in made.page("")
