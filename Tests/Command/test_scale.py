"""The steps of Scale/ as functions of files: however a library is cut, and on whatever engine, the site is the same."""
import sys

import pytest

from test_build import tree
from test_parts import ARTICLES, SETTINGS


@pytest.fixture
def scale(repository, daf_binary, monkeypatch):
    monkeypatch.syspath_prepend(str(repository / "Scale"))
    monkeypatch.setenv("DAF", str(daf_binary.resolve()))
    monkeypatch.setenv("DAF_TEMPLATES", str(repository / "Templates"))
    for name in [name for name in sys.modules if name.split(".")[0] in ("daf_scale", "trial")]:
        del sys.modules[name]
    from daf_scale import bundle, engines, library, steps, store, tasks
    return type("Scale", (), {"bundle": bundle, "engines": engines, "library": library, "steps": steps, "store": store,
                              "tasks": tasks})


def site(scale, address, results):
    return dict(scale.library.outputs(address, results["build"] + results["merge"]))


def assert_same(made, whole):
    assert made.keys() == whole.keys()
    assert not [path for path in whole if made[path] != whole[path]]


def step(scale, folder, name, files):
    """Runs a step over files by their paths; what it made, its report, and the archive."""
    source, work, output = (folder / part for part in ("source", "work", "output"))
    for part in (source, work):
        part.mkdir(parents=True)
    for path, data in files.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_bytes(data)
    scale.bundle.pack(source, folder / "input")
    report = getattr(scale.steps, name)([folder / "input"], work, output)
    return dict(scale.bundle.entries(output)), report, output.read_bytes()


def test_batches_and_parts_give_the_site_of_one_process(scale, publication, tmp_path):
    made = publication(ARTICLES, settings=SETTINGS)
    assert made.build().status == 0
    results = scale.library.publish(tmp_path / "store", made.folder, scale.engines.local, parts=3, size=2)
    assert not scale.library.report(results)
    assert_same(site(scale, tmp_path / "store", results), tree(made.output))
    again = scale.library.publish(tmp_path / "store", made.folder, scale.engines.local, parts=3, size=2)
    assert all(result["was_there"] for done in again.values() for result in done)


def test_a_paper_that_fails_is_reported_and_the_others_are_converted(scale, tmp_path):
    papers = {"good.html": "<h1>כותרת</h1><p>פסקה של מאמר.</p>".encode(), "bad.pdf": b"%PDF-1.4 no pages", "empty.txt": b""}
    articles, failures, archive = step(scale, tmp_path / "one", "convert", papers)
    assert "good/article.md" in articles
    assert sorted(failure["file"] for failure in failures) == ["bad.pdf", "empty.txt"], failures
    assert step(scale, tmp_path / "two", "convert", papers)[2] == archive


def test_an_article_that_fails_is_reported_by_name(scale, tmp_path):
    files = {"a/article.md": b"---\ntitle: a\nlang: he\n---\n\na\n", "b/readme.txt": b"x", "c/article.md/x": b"a folder"}
    segments, failures, _ = step(scale, tmp_path, "analyse", files)
    assert len(segments) == 1
    assert [failure["file"] for failure in failures] == ["Articles/c/article.md"]


def test_bundles_are_the_same_for_the_same_files(scale, tmp_path):
    files = {"ב/article.md": b"1", "a/" + "x" * 150: b"2", "a/b": b""}
    for name, paths in (("one", files), ("two", reversed(files))):
        for path in paths:
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(files[path])
        scale.bundle.pack(tmp_path / name, tmp_path / f"{name}.tar")
    assert (tmp_path / "one.tar").read_bytes() == (tmp_path / "two.tar").read_bytes()
    assert dict(scale.bundle.entries(tmp_path / "one.tar")) == files


def test_a_step_that_cannot_be_done_is_tried_again_and_reported(scale, tmp_path, monkeypatch):
    (tmp_path / "bad").write_bytes(b"no archive")
    scale.store.open_store(tmp_path / "store").put("articles/x.tar", tmp_path / "bad")
    tries = []
    task = scale.tasks.task(tmp_path / "store", "analyse", ["articles/x.tar"], "1")
    run = scale.engines.tried
    monkeypatch.setattr(scale.engines, "tried", lambda task: tries.append(1) or run(task))
    results = {"analyse": scale.engines.local([task])}
    assert len(tries) == scale.engines.TRIES and not (tmp_path / "store" / task["output"]).exists()
    [line] = scale.library.report(results)
    assert line.startswith(f"analyse\t{task['output']}\tBadBundle")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("engine", ["local", "ray", "spark"])
def test_an_engine_makes_the_same_over_a_store_though_a_worker_dies(scale, engine, tmp_path, monkeypatch):
    """Thirty made-up articles and nine papers; on Ray a worker is killed in the middle."""
    if engine != "local":
        pytest.importorskip({"ray": "ray", "spark": "pyspark"}[engine],
                            reason="the engines are installed by “make scale” alone (Tools/python-requirements-scale.txt)")
    import trial

    monkeypatch.setattr(sys, "argv", ["trial", "--articles", "30", "--papers", "9", "--batch", "10", "--parts", "2",
                                      "--engines", engine])
    with pytest.raises(SystemExit) as ended:
        trial.main()
    assert ended.value.code == 0
