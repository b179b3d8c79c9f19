"""The steps of Scale/ as functions of files, in this process: however a library is cut, the site is the same."""
import sys

import pytest

from test_build import tree
from test_parts import ARTICLES, SETTINGS


@pytest.fixture
def scale(repository, daf_binary, monkeypatch):
    monkeypatch.syspath_prepend(str(repository / "Scale"))
    monkeypatch.setenv("DAF", str(daf_binary))
    for name in [name for name in sys.modules if name.split(".")[0] == "daf_scale"]:
        del sys.modules[name]
    from daf_scale import bundle, engines, library, steps, store
    return type("Scale", (), {"bundle": bundle, "engines": engines, "library": library, "steps": steps, "store": store})


def test_batches_and_parts_give_the_site_of_one_process(scale, publication, tmp_path):
    made = publication(ARTICLES, settings=SETTINGS)
    assert made.build().status == 0
    results = scale.library.publish(tmp_path / "store", made.folder, scale.engines.local, parts=3, size=2)
    assert not scale.library.report(results)
    site, whole = scale.library.site(tmp_path / "store", results), tree(made.output)
    assert site.keys() == whole.keys()
    assert not [path for path in whole if site[path] != whole[path]]
    again = scale.library.publish(tmp_path / "store", made.folder, scale.engines.local, parts=3, size=2)
    assert all(result["was_there"] for done in again.values() for result in done)
    other = scale.library.publish(tmp_path / "other", made.folder, scale.engines.local, parts=1, size=100)
    assert scale.library.site(tmp_path / "other", other) == site


def test_a_paper_that_fails_is_reported_and_the_others_are_converted(scale):
    papers = {"good.html": "<h1>כותרת</h1><p>פסקה של מאמר.</p>".encode(), "bad.pdf": b"%PDF-1.4 no pages", "empty.txt": b""}
    articles, failures = scale.steps.convert(scale.bundle.pack(papers))
    assert "good/article.md" in scale.bundle.unpack(articles)
    assert sorted(failure["file"] for failure in failures) == ["bad.pdf", "empty.txt"], failures
    assert scale.steps.convert(scale.bundle.pack(papers))[0] == articles


def test_an_article_that_fails_is_reported_by_name(scale):
    bundle = scale.bundle.pack({"a/article.md": b"---\ntitle: a\nlang: he\n---\n\na\n", "b/readme.txt": b"x"})
    segments, failures = scale.steps.analyse(bundle)
    assert len(scale.bundle.unpack(segments)) == 1 and not failures


def test_bundles_are_the_same_for_the_same_files(scale, tmp_path):
    files = {"ב/article.md": b"1", "a/" + "x" * 150: b"2", "a/b": b""}
    packed = scale.bundle.pack(files)
    assert packed == scale.bundle.pack(dict(reversed(files.items()))) and scale.bundle.unpack(packed) == files


def test_a_step_that_cannot_be_done_says_so_and_is_tried_again(scale, tmp_path, monkeypatch):
    store = scale.store.open_store(tmp_path / "store")
    store.put("articles/x.tar", b"no archive")
    tries = []
    task = {"store": str(tmp_path / "store"), "step": "analyse", "inputs": ["articles/x.tar"], "part": None, "output": "analyse/y.tar"}
    run = scale.engines.tried
    monkeypatch.setattr(scale.engines, "tried", lambda task: tries.append(1) or run(task))
    [result] = scale.engines.local([task])
    assert "error" in result and len(tries) == scale.engines.TRIES
    assert not store.has("analyse/y.tar")
