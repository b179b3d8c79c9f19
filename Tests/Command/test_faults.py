"""Building as a publisher meets it: faults told clearly, bad input survived, the same bytes each time."""
import os

import pytest

from site_links import site_faults

ARTICLE = """---
title: {title}
lang: he
author:
  - name: נעמה ברק
date: 2022-03-15
---

## מבוא

פסקה ראשונה של המאמר.[^1]

[^1]: הערה.
"""


def tree(folder):
    """Every file of a folder with its bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def sound(run):
    """The command ended by itself, not by a crash."""
    assert run.status in (0, 1, 2), f"status {run.status}: {run.said[-2000:]}"
    assert "Fatal error" not in run.said and "Stack dump" not in run.said, run.said[-2000:]
    return run


def test_two_builds_give_the_same_bytes(daf, tmp_path, sample_site):
    again = daf("build", "--no-pdf", "--output", tmp_path / "Output", env={"TZ": "Asia/Tokyo", "LC_ALL": "he_IL.UTF-8", "LANG": "he_IL.UTF-8"})
    assert again.status in (0, 1), again.said
    first, second = tree(sample_site), tree(tmp_path / "Output")
    assert first.keys() == second.keys()
    assert not [name for name in first if first[name] != second[name]]


def test_a_build_over_an_older_one_is_the_same_as_a_fresh_one(publication):
    grown = publication({"a/article.md": ARTICLE.format(title="ראשון")}, name="grown")
    assert sound(grown.build()).status == 0
    grown.article("b", ARTICLE.format(title="שני"))
    grown.article("a", ARTICLE.format(title="ראשון ומתוקן"))
    assert sound(grown.build()).status == 0
    fresh = publication({"a/article.md": ARTICLE.format(title="ראשון ומתוקן"),
                         "b/article.md": ARTICLE.format(title="שני")}, name="fresh")
    assert sound(fresh.build()).status == 0
    one, other = tree(grown.output), tree(fresh.output)
    pages = lambda site: {name: data for name, data in site.items() if name.endswith((".html", ".xml", ".txt", ".css", ".js"))}
    assert pages(one).keys() == pages(other).keys()
    assert not [name for name in pages(one) if one[name] != other[name]]


def test_a_fault_is_told_with_file_and_line(publication):
    made = publication({"a/article.md": ARTICLE.format(title="כותרת").replace("lang: he", "lang: [he")})
    built = sound(made.build())
    assert built.status in (1, 2)
    assert "Articles/a/article.md:" in built.said


def test_a_misspelled_key_is_told_with_the_nearest_one(publication):
    made = publication({"a/article.md": ARTICLE.format(title="כותרת").replace("date:", "dat:")})
    built = sound(made.build())
    assert "Articles/a/article.md:6" in built.said and "date" in built.said


def test_a_note_without_text_is_a_fault(publication):
    made = publication({"a/article.md": ARTICLE.format(title="כותרת").replace("[^1]: הערה.\n", "")})
    built = sound(made.build())
    assert built.status == 1 and "Articles/a/article.md:11" in built.said


def test_a_folder_without_articles_is_told(tmp_path, daf):
    built = sound(daf("build", cwd=tmp_path))
    assert built.status == 2 and "Articles" in built.err
    assert not (tmp_path / "Output").exists()


@pytest.mark.parametrize("name, text", {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "not UTF-8": "---\ntitle: כותרת\nlang: he\n---\n\nטקסט\n".encode("windows-1255"),
    "no front matter": "סתם טקסט\n".encode(),
    "front matter without end": "---\ntitle: כותרת\n".encode(),
    "only front matter": "---\ntitle: כותרת\nlang: he\n---\n".encode(),
    "deep quotations": ("---\ntitle: כותרת\nlang: he\n---\n\n" + ">" * 20_000 + " עומק\n").encode(),
    "deep lists": ("---\ntitle: כותרת\nlang: he\n---\n\n" + "".join("  " * n + "- א\n" for n in range(800))).encode(),
    "deep emphasis": ("---\ntitle: כותרת\nlang: he\n---\n\n" + "*א **ב " * 20_000 + "\n").encode(),
    "a line of a megabyte": ("---\ntitle: כותרת\nlang: he\n---\n\n" + "מילה " * 200_000 + "\n").encode(),
    "a wide table": ("---\ntitle: כותרת\nlang: he\n---\n\n" + "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|x\n" * 500).encode(),
    "alias bomb": b"---\ntitle: &a [x,x,x,x]\nlang: he\nkeywords: &b [*a,*a,*a,*a]\nabstract: [*b,*b,*b,*b]\n---\n",
    "NUL and controls": "---\ntitle: כותרת\nlang: he\n---\n\nא\0ב\x01ג\u202eד\ufeff\n".encode(),
    "ten thousand notes": ("---\ntitle: כותרת\nlang: he\n---\n\n" + "".join(f"א[^{n}]\n\n" for n in range(10_000))
                           + "".join(f"[^{n}]: ב\n" for n in range(10_000))).encode(),
}.items(), ids=lambda value: value if isinstance(value, str) else "")
def test_bad_input_never_crashes_the_build(publication, name, text):
    made = publication({"bad/article.md": text, "good/article.md": ARTICLE.format(title="טוב")})
    built = sound(made.build(timeout=60))
    if built.status == 1:
        assert "Articles/bad/article.md" in built.said


def test_odd_things_in_the_folder_of_articles_do_not_stop_the_build(publication):
    made = publication({"good/article.md": ARTICLE.format(title="טוב"), "readme.txt": "x", ".hidden/article.md": "x",
                        "empty/notes.txt": "x"})
    (made.articles / "loop").symlink_to(made.articles)
    (made.articles / "gone").symlink_to("/nowhere/at/all")
    (made.articles / "folder/article.md").mkdir(parents=True)
    os.mkfifo(made.articles / "good/pipe")
    sound(made.build(timeout=30))
    assert (made.output / "articles/good/index.html").exists()


def test_a_site_stands_under_a_path_of_its_host(publication):
    made = publication({"a/article.md": ARTICLE.format(title="כותרת")}, "url: https://host.example/deep/journal/\n")
    assert sound(made.build()).status == 0
    assert not site_faults(made.output, "https://host.example/deep/journal/")


def test_an_unknown_option_is_named(daf):
    failed = daf("build", "--outptu", "x")
    assert failed.status == 2 and "--outptu" in failed.err
