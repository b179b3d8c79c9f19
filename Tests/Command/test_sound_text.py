"""What is sound stays as it is: restored articles, put in again, come out with the same words in the same order."""
import difflib
import os
from pathlib import Path

import pytest

from sound_text import extraction, plain_notes, printed, words_of_blocks, words_of_conversion

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DAF_SHARED", REPOSITORY.parent / "shared"))
# What `make site` converts beside them is the converter's own, and no measure of it.
AT_HAND = sorted(file for file in (REPOSITORY / "Articles").glob("*/article.md") if not (file.parent / ".converted").exists())
# The words of a gold text are those of its paper; only a paper that stands in one of the folders alone is read there.
BESIDE = list({"\n".join(printed(path.read_text("utf-8"))): path
               for folder in ("round-trip/gold", "round-trip/papers", "papers")
               for path in sorted((SHARED / folder).glob("*.md")) if path.name != "README.md"}.values())
NOWHERE = pytest.param(None, marks=pytest.mark.skip(
    reason=f"{SHARED} is not there: the restored papers are not part of the repository"))
COLUMNS = pytest.mark.parametrize("columns", [None, 80], ids=["long-lines", "printed-lines"])


def name(path):
    return path and (path.parent.name if path.stem == "article" else f"{path.parent.name}-{path.stem}")


def changes(before, after):
    """Each change of words, with two words on either side, for a reader of the failure."""
    found = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(f"{' '.join(before[max(0, a - 2):b + 2])}  →  {' '.join(after[max(0, c - 2):d + 2])}")
    return found


def converted(daf, folder, blocks, columns):
    paper, target = folder / "paper.txt", folder / "paper.md"
    paper.write_text(extraction(blocks, columns), "utf-8")
    run = daf("convert", paper, "--output", target)
    assert target.exists(), run.said
    return target.read_text("utf-8")


def unchanged(daf, folder, source, columns):
    blocks = printed(source.read_text("utf-8"))
    changed = changes(words_of_blocks(blocks), words_of_conversion(converted(daf, folder, blocks, columns)))
    assert not changed, f"{len(changed)} places changed:\n" + "\n".join(changed[:20])


@COLUMNS
@pytest.mark.parametrize("source", AT_HAND, ids=name)
def test_no_word_of_a_sample_article_changes(daf, tmp_path, source, columns):
    unchanged(daf, tmp_path, source, columns)


@COLUMNS
@pytest.mark.parametrize("source", BESIDE or [NOWHERE], ids=name)
def test_no_word_of_a_restored_paper_changes(daf, tmp_path, source, columns):
    unchanged(daf, tmp_path, source, columns)


@COLUMNS
@pytest.mark.parametrize(
    "source", [path for path in AT_HAND if "[^1]" in path.read_text("utf-8")], ids=name)
def test_no_word_of_an_article_with_notes_at_its_end_changes(daf, tmp_path, source, columns):
    """Each mark becomes a reference, each note its text, and no other word is touched."""
    text = source.read_text("utf-8")
    before = [*printed(text), *(note.split(" ", 1)[1] for note in plain_notes(text))]
    after = converted(daf, tmp_path, printed(text, with_notes=True), columns)
    changed = changes(words_of_blocks(before), words_of_conversion(after))
    assert not changed, f"{len(changed)} places changed:\n" + "\n".join(changed[:20])
