"""A site and its search made in parts by processes of their own: the same bytes as by one."""
import shutil

import pytest

from test_build import tree

SETTINGS = "name: {he: כתב, en: Journal}\nurl: https://example.org/\nlanguages: [he, en]\nexports: [txt, bibtex, oai]\n"


def article(number):
    return (f"---\ntitle: מאמר {number}\nlang: he\nauthor: [{{name: מחברת {number % 3}}}]\ndate: 20{10 + number}\n"
            f"keywords: [נושא {number % 4}]\naliases: [old-{number}]\nvolume: {number % 2}\n---\n\n"
            f"## פרק\n\nפסקה {number} על המים והדרכים (כהן, 2010).[^1]\n\n[^1]: הערה {number}.\n\n"
            "## מקורות\n\n<!-- references -->\n\n- כהן, א. (2010). ספר.\n")


ARTICLES = {f"a{number}/article.md": article(number) for number in range(7)} | {
    "pages/about.md": "---\ntitle: אודות\n---\n\nטקסט\n",
    "draft/article.md": "---\ntitle: טיוטה\nlang: he\ndraft: true\n---\n\nעוד לא\n"}


@pytest.fixture
def made(publication):
    made = publication(ARTICLES, settings=SETTINGS)
    built = made.build()
    assert built.status == 0, built.said
    return made


def parts(daf, made, count):
    """The site put together from its parts and the merged index."""
    whole = {}
    for number in range(1, count + 1):
        output = made.folder / f"part-{number}"
        built = daf("build", "--shard", f"{number}/{count}", "--output", output, cwd=made.folder)
        assert built.status == 0, built.said
        for path, data in tree(output).items():
            assert whole.setdefault(path, data) == data, path
    return whole


@pytest.mark.parametrize("count", [1, 3])
def test_the_parts_are_the_site(daf, made, tmp_path, count):
    for number in range(7):
        analysed = daf("analyse", f"Articles/a{number}", "--output", tmp_path / f"segments-{number % 2}", cwd=made.folder)
        assert analysed.status == 0 and analysed.out.endswith(f"\tArticles/a{number}\n"), analysed.said
    merged = daf("merge", tmp_path / "segments-1", tmp_path / "segments-0", "--output", tmp_path / "index")
    assert merged.status == 0 and "7 articles" in merged.out, merged.said
    site = parts(daf, made, count) | tree(tmp_path / "index")
    whole = tree(made.output)
    assert site.keys() == whole.keys()
    assert not [path for path in whole if site[path] != whole[path]]


def test_a_folder_of_articles_is_analysed_without_its_drafts(daf, made, tmp_path):
    first = daf("analyse", "Articles", "--output", tmp_path / "segments", cwd=made.folder)
    assert first.status == 0 and len(first.out.splitlines()) == 7, first.said
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "segments").iterdir()}
    again = daf("analyse", "Articles", "--output", tmp_path / "segments", "--jobs", "2", cwd=made.folder)
    assert again.out == first.out
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "segments").iterdir()} == before


def test_a_damaged_segment_and_two_of_one_address_are_named(daf, made, tmp_path):
    segments = tmp_path / "segments"
    daf("analyse", "Articles", "--output", segments, cwd=made.folder)
    one = sorted(segments.iterdir())[0]
    shutil.copy(one, segments / "0000000000000000.segment")
    twice = daf("merge", segments, "--output", tmp_path / "index")
    assert twice.status == 2 and "same-address" in twice.err, twice.said
    data = bytearray(one.read_bytes())
    data[len(data) // 2] ^= 0xFF
    (segments / "0000000000000000.segment").write_bytes(data)
    damaged = daf("merge", segments, "--output", tmp_path / "index")
    assert damaged.status == 2 and "damaged-segment" in damaged.err, damaged.said
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1", "a/b", "1/3/5", "-1/3", "1/0"])
def test_what_is_no_part_is_refused(daf, made, shard):
    refused = daf("build", "--shard", shard, cwd=made.folder)
    assert refused.status == 2 and "--shard" in refused.err


def test_an_article_that_cannot_be_read_does_not_keep_the_others_from_it(daf, made, tmp_path):
    (made.articles / "a3/article.md").unlink()
    (made.articles / "a3/article.md").mkdir()
    run = daf("analyse", "Articles", "--output", tmp_path / "segments", cwd=made.folder)
    assert run.status == 1 and "a3/article.md" in run.err and len(run.out.splitlines()) == 6, run.said
