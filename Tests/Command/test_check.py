"""daf check: what it finds, how it tells it, and what it mends."""
import json
import os
import subprocess
import threading

import pytest

HEAD = "---\ntitle: מים\nlang: he\nauthor: דנה לוי\ndate: 2022\n---\n\n"


def told(run):
    """The findings of a run with --json, as (kind, line, column); what has no place has none."""
    return [(entry["kind"], entry.get("line"), entry.get("column")) for entry in json.loads(run.out)]


def test_a_clean_publication_is_left_alone(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום[^1]\n\n[^1]: הערה\n"})
    run = daf("check", cwd=made.folder)
    assert run.status == 0 and "0 errors, 0 warnings, 0 notices" in run.out


def test_findings_have_places_and_the_status_tells_of_errors(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום[^1] ועוד )כך( הלאה\n"})
    run = daf("check", cwd=made.folder)
    assert run.status == 1
    assert "Articles/a/article.md:8:5: error:" in run.out and "[note-without-text]" in run.out
    assert "Articles/a/article.md:8:15: warning:" in run.out and "[mirrored-brackets]" in run.out


def test_json_is_a_list_for_tools(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום[^1]\n"})
    run = daf("check", "--json", "--lang", "he", cwd=made.folder)
    (entry,) = json.loads(run.out)
    assert set(entry) == {"kind", "severity", "file", "line", "column", "message"}
    assert (entry["kind"], entry["severity"], entry["line"], entry["column"]) == ("note-without-text", "error", 8, 5)
    assert "הערה" in entry["message"]


def test_warnings_alone_are_no_failure(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום[^1]\n\n[^1]: <!-- missing -->\n"})
    run = daf("check", "--json", cwd=made.folder)
    assert run.status == 0 and told(run) == [("missing-note", 10, 1)]


def test_two_articles_with_one_address_and_articles_that_are_not_there(daf, publication):
    made = publication({
        "a/article.md": HEAD.replace("date", "slug: מים\nrelated: [lost]\ndate") + "א\n",
        "b/article.md": HEAD.replace("date", "slug: מים\ndate") + "ב\n",
    })
    run = daf("check", "--json", cwd=made.folder)
    assert run.status == 1
    assert sorted(kind for kind, *_ in told(run)) == ["same-address", "unknown-article"]


def test_faults_of_the_publication_are_told_with_those_of_its_articles(daf, publication):
    made = publication({
        "a/article.md": HEAD.replace("date", "slug: ../out\ndate") + "![מפה](page.html)\n\n![ציור](drawn.svg)\n",
        "a/page.html": "<p>א</p>",
        "a/drawn.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "b/article.md": HEAD.replace("date", "aliases: [c, ../x]\ndate") + "ב\n",
        "c/article.md": HEAD + "ג\n",
    }, settings="name: מים\nurl: https://journal.example.org/\nmenu: [lost]\n")
    run = daf("check", "--json", cwd=made.folder)
    assert run.status == 1
    expected = ["active-picture", "refused-file", "unknown-page", "wrong-alias", "wrong-alias", "wrong-slug"]
    assert sorted(kind for kind, *_ in told(run)) == expected
    built = made.build()
    for kind in expected:
        assert f"[{kind}]" in built.err, built.said


def test_articles_that_name_one_another_are_left_alone(daf, publication):
    made = publication({
        "a/article.md": HEAD.replace("date", "related: [b]\ndate") + "א\n",
        "b/article.md": HEAD.replace("date", "translation-of: a\ndate") + "ב\n",
    })
    run = daf("check", "--json", cwd=made.folder)
    assert run.status == 0 and told(run) == []


@pytest.mark.parametrize("language, last", [
    ("en", "2 files: 1 error, 1 warning, 1 notice."),
    ("he", "קבצים: 2; שגיאות: 1; אזהרות: 1; לידיעה: 1."),
    ("ar", "الملفات: 2؛ الأخطاء: 1؛ التحذيرات: 1؛ للعلم: 1."),
])
def test_the_weightiest_stands_last_whichever_file_has_it(daf, publication, language, last):
    made = publication({
        "a/article.md": HEAD + "שלום[^1]\n",
        "b/article.md": HEAD.replace("date: 2022\n", "") + "ועוד )כך( הלאה\n",
    })
    *lines, summary = daf("check", "--lang", language, cwd=made.folder).out.splitlines()
    assert [line.rpartition("[")[2] for line in lines] == [
        "missing-date]", "mirrored-brackets]", "note-without-text]"]
    assert summary == last


def test_links_between_articles_are_followed(daf, publication):
    made = publication({
        "a/article.md": HEAD + "[יש](../b/#p1) [אין](../b/#p9) [אין](../c/)\n",
        "b/article.md": HEAD + "פסקה\n",
    })
    run = daf("check", "--json", cwd=made.folder)
    assert [kind for kind, *_ in told(run)] == ["dead-link", "dead-link"]


def test_pages_of_the_editors_need_neither_author_nor_date(daf, publication):
    made = publication({"a/article.md": HEAD + "א\n", "pages/about.md": "---\ntitle: אודות\nlang: he\n---\n\nמי אנחנו\n"})
    run = daf("check", "--json", cwd=made.folder)
    assert run.status == 0 and told(run) == []


def test_fix_mends_in_place_once_and_leaves_every_other_byte(daf, publication):
    before = "---\n# הערה\ntitle:   'מים'\nlang: he\nauthor: דנה\ndate: 2022   # כך\n---\n\nא  ﺍﻟﻤﺎﺀ [^1]  \n\n[^1]:  ב\n"
    after = before.replace("ﺍﻟﻤﺎﺀ [^1]", "الماء[^1]")
    made = publication({"a/article.md": before})
    file = made.articles / "a/article.md"
    run = daf("check", "--fix", cwd=made.folder)
    assert run.status == 0
    assert run.out.splitlines()[:2] == [
        "Articles/a/article.md:9: mended: ﺍﻟﻤﺎﺀ → الماء (5) [presentation-form]",
        "Articles/a/article.md:9: deleted: ␣ [space-before-note]"]
    assert file.read_bytes() == after.encode()
    again = daf("check", "--fix", cwd=made.folder)
    assert "presentation-form" not in again.out and file.read_bytes() == after.encode()


def test_a_kind_is_explained_in_three_languages(daf):
    for language, word in [("en", "Exchange"), ("he", "סוגריים"), ("ar", "قوسا")]:
        run = daf("check", "--explain", "mirrored-brackets", "--lang", language)
        assert run.status == 0 and word in run.out and "ignore: [mirrored-brackets]" in run.out
    assert daf("check", "--explain", "no-such-kind").status == 2


@pytest.mark.parametrize("arguments", [["nowhere"], ["--lang", "fr"], ["--no-such"]])
def test_what_cannot_be_done_is_said(daf, arguments, tmp_path):
    run = daf("check", *arguments, cwd=tmp_path)
    assert run.status == 2 and run.err


def test_bytes_that_are_no_text_are_told(daf, tmp_path):
    (tmp_path / "a.md").write_bytes(b"---\ntitle: a\nlang: he\n---\n\n\xff\xfe\x00\x01")
    run = daf("check", "--json", "a.md", cwd=tmp_path)
    assert run.status == 1 and "invalid-text" in [kind for kind, *_ in told(run)]


# False: no kind of finding that says something of the restored papers which is not so.
REAL = {"missing-note", "picture-awaited", "missing-date"}


def test_the_restored_papers(daf, shared):
    """What is really wrong is found; at most ten findings in all are of another kind."""
    papers = sorted((shared / "papers").glob("[a-z]*.md"))
    found = {paper.stem: json.loads(daf("check", "--json", paper).out) for paper in papers}
    missing = [entry for entry in found["military-diplomacy"] if entry["kind"] == "missing-note"]
    assert len(missing) == 8
    others = [entry for entries in found.values() for entry in entries if entry["kind"] not in REAL]
    assert len(others) <= 10, others
    assert not [entry for entries in found.values() for entry in entries if entry["severity"] == "error"]


def test_building_and_checking_tell_the_same_with_the_same_places(daf, publication):
    """Whatever a build says of an article, the check says word for word."""
    made = publication({
        "a/article.md": HEAD + "שלום[^1] ועוד.\n\n![מפה](lost.png)\n\n![חצי](half.png)\n\n[כאן](../lost/)\n",
        "b/article.md": "---\ntitle: מים: מחיר\nlang: he\n---\n\nשלום.\n",
        "c/article.md": "---\ntitle: ג\nlang: he\u200f\nfiles: [lost.pdf]\n---\n\nשלום.\n",
    })
    made.write("Articles/a/half.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    built = daf("build", "--no-pdf", cwd=made.folder).err.splitlines()
    checked = daf("check", cwd=made.folder).out.splitlines()
    assert len(built) >= 5 and set(built) <= set(checked), [line for line in built if line not in checked]
    assert all(line.split(": ")[0].count(":") for line in built), "a finding without its line"
    kinds = {line.rsplit("[", 1)[-1].rstrip("]") for line in built}
    assert {"missing-file", "damaged-picture", "note-without-text", "yaml-syntax", "stray-mark"} <= kinds
    # Nothing is said to be missing where nothing could be read.
    assert not [line for line in checked if "b/article.md" in line and "missing-author" in line]


def test_building_and_checking_find_the_same_dead_links_between_articles(daf, publication):
    """To no article, to no part of one, to a draft; and the build finds them again when the other article changes."""
    made = publication({
        "a/article.md": HEAD + "[א](../lost/), [ב](../b/#מבוא), [ג](../b/#lost) ו[ד](../draft/). [ה](../b/)\n\n[שוב](../lost/)\n",
        "b/article.md": HEAD + "## מבוא\n\nטקסט.\n",
        "draft/article.md": HEAD.replace("lang: he", "lang: he\ndraft: true") + "[א](../lost/) [ב](../draft/)\n",
        "c/article.md": HEAD.replace("lang: he", "lang: he\ncheck: {ignore: [dead-link]}") + "[א](../lost/)\n",
    })

    def told(*arguments):
        return {line for line in daf(*arguments, cwd=made.folder, env={"LC_ALL": "C"}).said.splitlines() if "[dead-link]" in line}

    def places(lines):
        return sorted(line.split(" ")[0] + " " + line.split("The link ")[1].split(" ")[0] for line in lines)

    built, checked = told("build", "--no-pdf"), told("check")
    assert len(built) == 4 and all("/a/" in line for line in built), places(built)
    assert {line for line in checked if not line.startswith("Articles/draft/")} == built, places(checked)
    assert len(checked) == 5
    assert told("build", "--no-pdf", "--drafts", "--output", "Shown") == checked
    assert told("build", "--no-pdf") == built, "what nobody changed is told again"
    made.write("Articles/b/article.md", HEAD + "## lost\n\nטקסט.\n")
    again = told("build", "--no-pdf")
    assert len(again) == 4 and not any("#lost" in line for line in again) and any("#מבוא" in line for line in again), places(again)
    made.write("Articles/lost/article.md", HEAD + "טקסט.\n")
    assert not any("../lost/" in line for line in told("build", "--no-pdf")), "the article that was missing is there"


def test_building_and_checking_find_the_same_in_pages(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום.\n",
                        "pages/about.md": "---\ntitle: אודות\nlang: he\n---\n\n[כאן](#lost) ![מפה](lost.png)\n"})
    errors = [{line for line in daf(command, cwd=made.folder, env={"LC_ALL": "C"}).said.splitlines() if " error: " in line}
              for command in ("build", "check")]
    assert errors[0] == errors[1] and len(errors[0]) == 2, errors


def test_what_an_article_silences_is_silent_everywhere(daf, publication):
    made = publication({"a/article.md": HEAD.replace("lang: he", "lang: he\ncheck: {ignore: [note-without-text]}") + "שלום[^9].\n"})
    for command in ("build", "check"):
        ran = daf(command, cwd=made.folder)
        assert ran.status == 0 and "note-without-text" not in ran.said, ran.said


def test_building_serving_and_checking_use_the_same_words(daf, daf_binary, publication):
    """A publication with a fault of each kind: the preview lists what a build does, and a check lists all of it; no error is
    told by one of them alone."""
    made = publication({
        "a/article.md": HEAD + "שלום[^1] ועוד.\n\n![מפה](lost.png)\n\n![ושוב](lost.png)\n\n![חצי](half.png)\n\n[כאן](#lost)\n",
        "b/article.md": "---\ntitle: מים: מחיר\nlang: he\n---\n\nשלום.\n",
        "c/article.md": "---\ntitle: ג\nlang: he\u200f\nfiles: [lost.pdf]\n---\n\nשלום.\n",
        "d/article.md": "---\ntitle: ד\nlang: he\nauthor: א\ndate: 2999-01-01\naliases: [/..]\nrelated: [lost]\nauthors: ב\n---\n\nשלום.\n",
        "e/article.md": "---\ntitle: ה\nlang: he\nauthor: א\ndate: 2022\nslug: d\n---\n\nשלום.\n",
        "loose.md": "x", "volumes/9.yaml": "date: 2022\n", "addresses.txt": "# x\narticles/gone/\n",
        "pages/news/x.md": "---\ntitle: ידיעה\nlang: he\n---\n\nשלום.\n", "pages/search.md": "---\ntitle: חיפוש\nlang: he\n---\n\nשלום.\n",
    }, settings="name: א\nlanguages: [he]\nmenu: [lost]\nlicense: CC-BY-4.0\ntheme: {accent: red}\n")
    made.write("Articles/a/half.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    built = [line for line in daf("build", "--no-pdf", "--drafts", cwd=made.folder).err.splitlines() if ": " in line]
    checked = daf("check", cwd=made.folder).out.splitlines()
    assert set(built) <= set(checked), [line for line in built if line not in checked]
    kinds = {line.rsplit("[", 1)[-1].rstrip("]") for line in built}
    assert {"missing-file", "damaged-picture", "note-without-text", "yaml-syntax", "stray-mark", "dead-link", "future-date", "wrong-alias",
            "unknown-article", "same-address", "looks-like-article", "unknown-volume", "gone-address", "undated-news",
            "unknown-page"} <= kinds, kinds
    assert sum("lost.png" in line for line in built) == sum("lost.png" in line for line in checked) == 1
    errors = lambda lines: {line for line in lines if " error: " in line}
    assert errors(built) == errors(checked)

    with subprocess.Popen([str(daf_binary), "serve", "--port", "0"], cwd=made.folder, text=True, stdout=subprocess.PIPE,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}) as served:
        end = threading.Timer(60, served.kill)
        end.start()
        try:
            while "built" not in served.stdout.readline():
                pass
            shown = [served.stdout.readline().strip() for _ in built[:20]]
        finally:
            end.cancel()
            served.terminate()
    assert set(shown) <= set(built) and len(set(shown)) == min(20, len(built)), [line for line in shown if line not in built]


def test_a_page_needs_neither_author_nor_date_however_it_is_named(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום.\n"})
    made.write("Articles/pages/about.md", "---\ntitle: אודות\nlang: he\n---\n\nשלום.\n")
    for path in (".", "Articles/pages/about.md"):
        assert "missing-author" not in daf("check", path, cwd=made.folder).out


def test_no_finding_has_line_0(daf, publication):
    made = publication({"a/article.md": HEAD + "שלום.\n"})
    made.write("publication.yaml", "name: א\nmenu: [lost]\ntheme: {logo: lost.svg}\n")
    entries = json.loads(daf("check", "--json", cwd=made.folder).out)
    assert entries and all(entry.get("line", 1) > 0 for entry in entries)
    assert ":0" not in daf("check", cwd=made.folder).out
