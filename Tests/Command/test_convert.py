"""daf convert as an editor uses it: files, folders, edited articles, bad files, reports."""
import re

import pytest

PAPER = """מחיר המים בדרום

נועה גל

תקציר
המאמר בוחן את מחיר המים בדרום ואת השפעתו על התושבים במשך שלושים שנה ויותר.

מבוא
המועצה )שהוקמה זה עתה( התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה,
ובהן בקשה אחת של בעלי הבארות אשר ביקשו לדחות את מועד התשלום.1
ארכיון המועצה, תיק 12. \t1
"""


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "price-of-water.txt"
    path.write_text(PAPER, "utf-8")
    return path


def article(folder):
    return (folder / "Articles" / "price-of-water" / "article.md").read_text("utf-8")


def test_an_article_is_written_beside_a_copy_of_its_paper(daf, tmp_path, paper):
    run = daf("convert", paper, cwd=tmp_path)
    assert run.status == 0, run.said
    text = article(tmp_path)
    assert "title: מחיר המים בדרום" in text and "(שהוקמה זה עתה)" in text and "התשלום.[^1]" in text
    assert "doubtful:" in text, "the article does not say that it was converted and not corrected"
    assert (tmp_path / "Articles/price-of-water/price-of-water.txt").read_text("utf-8") == PAPER
    assert "nothing lost" in run.out


def test_the_same_paper_gives_the_same_bytes(daf, tmp_path, paper):
    daf("convert", paper, cwd=tmp_path)
    first = article(tmp_path)
    assert daf("convert", paper, cwd=tmp_path).status == 0
    assert article(tmp_path) == first


def test_an_edited_article_is_never_overwritten(daf, tmp_path, paper):
    daf("convert", paper, cwd=tmp_path)
    path = tmp_path / "Articles/price-of-water/article.md"
    edited = path.read_text("utf-8").replace("הבארות", "הבורות")
    path.write_text(edited, "utf-8")
    run = daf("convert", paper, cwd=tmp_path)
    assert run.status == 2 and "--force" in run.said
    assert path.read_text("utf-8") == edited
    assert daf("convert", paper, "--force", cwd=tmp_path).status == 0
    assert "הבארות" in path.read_text("utf-8")
    kept = [other for other in path.parent.glob("article*.md") if other != path]
    assert [other.read_text("utf-8") for other in kept] == [edited], "the edited article was not kept"


def test_a_file_of_someone_else_is_not_overwritten(daf, tmp_path, paper):
    other = tmp_path / "notes.md"
    other.write_text("mine\n", "utf-8")
    assert daf("convert", paper, "--output", other, cwd=tmp_path).status == 2
    assert other.read_text("utf-8") == "mine\n"


def test_a_folder_of_papers_and_a_report(daf, tmp_path, paper):
    (tmp_path / "in").mkdir()
    for name in ("one", "two"):
        (tmp_path / "in" / f"{name}.txt").write_text(PAPER, "utf-8")
    run = daf("convert", "in", "--output", "out", "--report", "report.md", cwd=tmp_path)
    assert run.status == 0, run.said
    assert (tmp_path / "out/one/article.md").exists() and (tmp_path / "out/two/article.md").exists()
    report = (tmp_path / "report.md").read_text("utf-8")
    assert report.count("## What became of every letter and digit") == 2
    assert "brackets-turned" in report


@pytest.mark.parametrize("content, words", [
    (b"", "not one letter"), (b"%PDF-1.7\x00\x01\x02\xff\xfe\x00", "damaged"),
    (b"\x7fELF\x00\x01\x02\xff\xfe\x00" * 9, "no paper that Daf knows"), (b"\x1f\x8b\x08" + bytes(40), "gzip"),
    (bytes([0x80, 0x81, 0x8D, 0x8F] * 40), "encoding"),
])
def test_what_is_no_paper_is_named(daf, tmp_path, content, words):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    run = daf("convert", path, cwd=tmp_path)
    assert run.status == 2 and words in run.err
    assert not (tmp_path / "Articles").exists()


def test_windows_1255_is_recognised(daf, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("המועצה התכנסה בבוקר ודנה בבקשות.\n".encode("cp1255"))
    run = daf("convert", path, cwd=tmp_path)
    assert run.status == 0 and "windows-1255" in run.said
    assert "המועצה התכנסה" in (tmp_path / "Articles/old/article.md").read_text("utf-8")


def test_a_bad_paper_does_not_stop_the_others(daf, tmp_path, paper):
    (tmp_path / "empty.txt").write_bytes(b"")
    run = daf("convert", "empty.txt", paper, cwd=tmp_path)
    assert run.status == 2
    assert article(tmp_path)


REQUIRED = {
    "multilateral-track": {
        "text": 0.99, "words": 0.995, "lines": 0.9, "headings": 1, "quotes": 1, "pages": 0.88, "meta": 0.9},
    "military-diplomacy": {
        "text": 0.975, "words": 0.985, "lines": 0.75, "headings": 0.75, "note_refs": 0.95, "notes": 0.93,
        "items": 0.75, "pages": 0.88, "meta": 0.85},
    "defence-diplomacy-iraq": {
        "text": 0.98, "words": 0.985, "lines": 0.88, "headings": 0.95, "items": 0.88, "meta": 0.85},
}


@pytest.mark.parametrize("name", REQUIRED)
def test_papers_at_hand_are_restored_as_required(daf, tmp_path, shared, name, monkeypatch):
    """The figures that the converter must reach at the least, and doubt that is told truly."""
    monkeypatch.syspath_prepend(str(shared))
    score = pytest.importorskip("score", reason="the measure is not beside the repository")
    target = tmp_path / f"{name}.md"
    assert daf("convert", shared / "papers" / f"{name}.txt", "--output", target).status == 0
    figures = score.score((shared / "papers" / f"{name}.md").read_text("utf-8"), target.read_text("utf-8"))
    short = {key: figures.get(key) for key, least in REQUIRED[name].items() if figures.get(key, 0) < least}
    assert not short, figures
    assert figures["doubt_false"] <= 0.1, figures
    assert figures.get("doubt_found", 1) >= 0.6, figures


def test_no_words_of_the_article_are_its_check_marks(daf, tmp_path, paper):
    daf("convert", paper, cwd=tmp_path)
    assert not re.search(r"<!-- check: *-->", article(tmp_path))


OTHER = PAPER.replace("מחיר המים בדרום\n", "מחיר הלחם בצפון\n", 1)


def files(folder):
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_papers_of_one_name_stay_two(daf, tmp_path):
    for folder, text in (("a", PAPER), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "paper.txt").write_text(text, "utf-8")
    assert daf("convert", "a/paper.txt", cwd=tmp_path).status == 0
    before = files(tmp_path / "Articles")
    run = daf("convert", "b/paper.txt", cwd=tmp_path)
    assert run.status == 2 and "another paper" in run.err
    assert files(tmp_path / "Articles") == before
    option = re.search(r"“(--slug [^”]+)”", run.err).group(1).split()
    assert option == ["--slug", "מחיר-הלחם-בצפון"], "the address that is proposed is not the title's"
    assert daf("convert", "b/paper.txt", *option, cwd=tmp_path).status == 0
    after = files(tmp_path / "Articles")
    assert before.items() <= after.items() and "מחיר-הלחם-בצפון/article.md" in after
    assert daf("convert", "b/paper.txt", cwd=tmp_path).status == 0, "the renamed article was not found again"
    assert files(tmp_path / "Articles") == after
    assert daf("convert", "b/paper.txt", "--slug", "paper", "--force", cwd=tmp_path).status == 0
    kept = files(tmp_path / "Articles")
    assert kept["paper/article.earlier-1.md"] == before["paper/article.md"]
    assert kept["paper/paper.txt"] == PAPER.encode() and kept["paper/paper-2.txt"] == OTHER.encode()


def test_two_papers_of_one_file_stay_two(daf, tmp_path, paper):
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    assert daf("convert", paper, "--output", "out.md", cwd=tmp_path).status == 0
    before = (tmp_path / "out.md").read_bytes()
    run = daf("convert", "other.txt", "--output", "out.md", cwd=tmp_path)
    assert run.status == 2 and "--output out-2.md" in run.err
    assert (tmp_path / "out.md").read_bytes() == before


def test_a_renamed_article_is_found_by_its_paper(daf, tmp_path, paper):
    daf("convert", paper, cwd=tmp_path)
    (tmp_path / "Articles/price-of-water").rename(tmp_path / "Articles/water")
    run = daf("convert", paper, cwd=tmp_path)
    assert run.status == 0 and "Articles/water/article.md" in run.out
    assert [folder.name for folder in (tmp_path / "Articles").iterdir()] == ["water"]


def test_a_paper_called_article_md_is_not_written_over_its_article(daf, tmp_path):
    (tmp_path / "article.md").write_text(PAPER, "utf-8")
    run = daf("convert", "article.md", "--slug", "price", cwd=tmp_path)
    assert run.status == 0, run.said
    assert "title: מחיר המים בדרום" in (tmp_path / "Articles/price/article.md").read_text("utf-8")
    assert (tmp_path / "Articles/price/paper.md").read_text("utf-8") == PAPER
    assert (tmp_path / "article.md").read_text("utf-8") == PAPER


def test_a_file_in_the_articles_folder_is_not_written_over(daf, tmp_path, paper):
    mine = tmp_path / "Articles/price-of-water/price-of-water.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine\n", "utf-8")
    assert daf("convert", paper, cwd=tmp_path).status == 0
    assert mine.read_text("utf-8") == "mine\n"
    assert (mine.parent / "price-of-water-2.txt").read_text("utf-8") == PAPER


@pytest.mark.parametrize("report", ["price-of-water.txt", "Articles/price-of-water/article.md"])
def test_a_report_is_not_written_over_anything_else(daf, tmp_path, paper, report):
    run = daf("convert", paper, "--report", report, cwd=tmp_path)
    assert run.status == 2 and "no report" in run.err
    assert paper.read_text("utf-8") == PAPER
    converted = tmp_path / "Articles/price-of-water/article.md"
    assert not converted.exists() or "title:" in converted.read_text("utf-8")


def test_a_report_is_written_over_an_earlier_one_and_named(daf, tmp_path, paper):
    for _ in range(2):
        run = daf("convert", paper, "--report", "report.md", cwd=tmp_path)
        assert run.status == 0 and "report.md" in run.out


def test_an_address_that_is_none_is_refused_with_one_that_is(daf, tmp_path, paper):
    run = daf("convert", paper, "--slug", "../water bill", cwd=tmp_path)
    assert run.status == 2 and "water-bill" in run.err
    assert not (tmp_path / "Articles").exists()


def test_what_is_left_out_is_said_and_listed_by_its_words(daf, tmp_path):
    head = "כתב העת לחקר המים, כרך ז"
    sentence = "המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה ובשנה שלפניה."
    pages = ["\n".join([head] + [sentence.replace("בבוקר", word)] * 6) for word in ("בבוקר", "בערב", "בצהריים", "בלילה")]
    (tmp_path / "paper.txt").write_text("מחיר המים בדרום\n\n" + "\n\f".join(pages) + "\n", "utf-8")
    run = daf("convert", "paper.txt", "--report", "report.md", cwd=tmp_path)
    assert "left out (running heads)" in run.out and "nothing lost" not in run.out
    report = (tmp_path / "report.md").read_text("utf-8")
    listed = report.split("## What was left out")[1].split("\n## ")[0]
    assert head in listed
    assert "line 0" not in report
