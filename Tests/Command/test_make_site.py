"""What `make site` does, on a copy of the sample publication: its papers converted, then all of it built."""
import os
import shutil


def test_the_sample_publication_is_built_with_its_papers_converted(daf, repository, tmp_path):
    for name in ("Articles", "Papers"):
        shutil.copytree(repository / name, tmp_path / name)
    shutil.copy(repository / "publication.yaml", tmp_path)
    papers = sorted(path.name for path in (tmp_path / "Papers").iterdir())
    converted = daf("convert", *[f"Papers/{name}" for name in papers], cwd=tmp_path)
    assert converted.status == 0 or all(
        (tmp_path / "Articles" / os.path.splitext(name)[0] / "article.md").exists() for name in papers), converted.said
    built = daf("build", "--no-pdf", cwd=tmp_path)
    assert built.status == 0 and "error:" not in built.said, built.said
