"""What broke Daf once, as a kind: inputs made to harm, and what must come of each.

The cases of ../shared/cases/attack are run as they are; beside them stand others of the same kinds.
"""
import fcntl
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import xml.etree.ElementTree as xml

import pytest

from test_build import tree
from test_faults import sound

SOUND = "---\ntitle: אחר\nlang: he\ndate: 2020\n---\n\nגוף\n"
SETTINGS = "name: x\nurl: https://example.org/\n"


@pytest.fixture
def attack(shared):
    return shared / "cases/attack"


# The cases as they were found -----------------------------------------------------------------------------

@pytest.mark.parametrize("case", ["alias-feed", "feed-control", "long-lang"])
def test_one_article_is_reported_and_the_rest_built(attack, publication, case):
    made = publication({"a/article.md": (attack / case / "article.md").read_bytes(), "b/article.md": SOUND},
                       settings=SETTINGS)
    built = sound(made.build())
    assert built.status in (0, 1) and "Articles/a/article.md" in built.err, built.said
    assert made.page("articles/b/")
    xml.parse(made.output / "feed.xml")
    assert sorted(f.name for f in made.folder.iterdir()) == [".daf", "Articles", "Output", "publication.yaml"]


def test_a_language_does_not_lead_out_of_the_site(attack, daf, tmp_path):
    made = tmp_path / "deep/er/made"
    shutil.copytree(attack / "lang-traversal", made)
    for _ in range(2):
        built = sound(daf("build", cwd=made))
        assert built.status == 1 and "wrong-language-tag" in built.err, built.said
    assert sorted(f.name for f in (tmp_path / "deep/er").iterdir()) == ["made"]
    assert sorted(f.name for f in tmp_path.iterdir()) == ["deep"]


def test_fix_ends_where_a_mark_recurs(attack, daf, publication):
    made = publication({"a/article.md": (attack / "repeated-note-crash.md").read_bytes()})
    assert sound(daf("check", "--fix", cwd=made.folder)).status in (0, 1)


def test_two_papers_of_one_name_do_not_replace_each_other(attack, daf, tmp_path):
    papers = [attack / "convert/same-name" / folder / "paper.txt" for folder in "ab"]
    run = sound(daf("convert", *papers, cwd=tmp_path))
    assert run.status == 2, run.said
    texts = {file.read_bytes() for file in (tmp_path / "Articles").rglob("paper.txt")}
    assert len(texts) <= 1 and not list((tmp_path / "Articles").rglob("article-*.md"))


def test_a_paper_called_as_the_article_stays(attack, daf, tmp_path):
    paper = tmp_path / "article.md"
    shutil.copy(attack / "convert/article-md/article.md", paper)
    before = paper.read_bytes()
    sound(daf("convert", "article.md", cwd=tmp_path))
    assert paper.read_bytes() == before


def test_a_template_that_calls_itself_leaves_the_old_site(attack, publication):
    made = publication({"a/article.md": SOUND})
    assert made.build().status == 0
    before = tree(made.output)
    shutil.copytree(attack / "template-runtime/Templates", made.folder / "Templates")
    assert sound(made.build()).status == 2
    assert tree(made.output) == before


def test_drawings_hold_no_address_of_another_host(attack, publication):
    drawings = sorted((attack / "svg").glob("*.svg"))
    text = "---\ntitle: א\nlang: he\n---\n\n" + "\n\n".join(f"![x]({drawing.name})" for drawing in drawings)
    made = publication({"a/article.md": text, **{f"a/{d.name}": d.read_bytes() for d in drawings}})
    assert sound(made.build()).status in (0, 1)
    written = [file for file in (made.output / "articles/a").glob("*.svg")]
    assert len(written) == len(drawings)
    for file in written:
        assert b"8899" not in file.read_bytes(), file.read_bytes()


def test_a_bomb_of_references_is_reported(attack, publication):
    made = publication({"a/article.md": (attack / "ref-bomb.md").read_bytes(), "b/article.md": SOUND})
    built = sound(made.build(timeout=60))
    assert built.status == 1 and "Articles/a/article.md" in built.err, built.said
    assert (made.output / "articles/a/index.html").stat().st_size < 4_000_000
    assert made.page("articles/b/")


# What is said ---------------------------------------------------------------------------------------------

def shell(daf_binary, command, folder):
    """Runs a command line in which daf is $DAF; its status and what it wrote."""
    return subprocess.run(["/bin/sh", "-c", command], cwd=folder, env={**os.environ, "DAF": str(daf_binary)},
                          capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("arguments", ["--help", "check", "build", "fields", "check --json", "check --explain raw-html"])
def test_what_cannot_be_said_is_told_by_the_status(daf_binary, publication, arguments):
    made = publication({"a/article.md": SOUND})
    for target in ("> /dev/full", ">&-"):
        done = shell(daf_binary, f'"$DAF" {arguments} {target}', made.folder)
        assert done.returncode == 2 and "Standard output" in done.stderr, (target, done)


@pytest.mark.parametrize("redirections", ["2>/dev/full", "2>&-", "<&-", "<&- 2>&-"])
def test_messages_that_nobody_takes_harm_nothing(daf_binary, publication, redirections):
    made = publication({"a/article.md": SOUND.replace("he", "xx-"), "b/article.md": SOUND})
    assert made.build().status == 1
    before = tree(made.output)
    shutil.rmtree(made.output)
    done = shell(daf_binary, f'"$DAF" build {redirections}', made.folder)
    assert done.returncode == 1, done
    assert tree(made.output) == before, "a message went into a file of the site"
    assert shell(daf_binary, f'"$DAF" publsh {redirections}', made.folder).returncode == 2


def test_all_descriptors_may_be_closed(daf_binary, publication):
    made = publication({"a/article.md": SOUND})
    assert made.build().status == 0
    before = tree(made.output)
    shutil.rmtree(made.output)
    assert shell(daf_binary, '"$DAF" build <&- >&- 2>&-', made.folder).returncode == 2
    assert tree(made.output) == before


# Files that never end -------------------------------------------------------------------------------------

@pytest.mark.parametrize("path", ["publication.yaml", "Articles/a/article.md", "Templates/article.mustache",
                                  "Articles/pages/about.md", "Articles/a/x.png"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(daf, publication, path):
    made = publication({"a/article.md": SOUND + "\n![א](x.png)\n", "b/article.md": SOUND})
    file = made.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    for command in (["build"], ["check"], ["check", "--fix"]):
        sound(daf(*command, cwd=made.folder, timeout=20))


@pytest.mark.parametrize("path", ["publication.yaml", "Articles/a/article.md", "Articles/pages/about.md",
                                  "Articles/a/x.png", "Articles/a/x.svg", "Articles/a/data.csv"])
def test_a_file_of_a_terabyte_is_not_read(daf, publication, path):
    text = SOUND.replace("date:", "files: [data.csv]\ndate:") + "\n![א](x.png)\n\n![א](x.svg)\n"
    made = publication({"a/article.md": text, "b/article.md": SOUND})
    file = made.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as hole:
        hole.truncate(1 << 40)
    built = sound(daf("build", cwd=made.folder, timeout=60))
    assert path in built.err or file.name in built.err, built.said
    if path != "publication.yaml":
        assert built.status == 1 and (made.output / "articles/b/index.html").exists(), built.said
    for command in (["check"], ["check", "--fix"], ["convert", path]):
        sound(daf(*command, cwd=made.folder, timeout=60))
    assert file.stat().st_size == 1 << 40


def test_a_name_in_another_encoding_stops_no_other_article(publication):
    made = publication({"b/article.md": SOUND})
    odd = os.fsencode(made.articles) + b"/\xf9\xe5\xed"
    os.mkdir(odd)
    with open(odd + b"/article.md", "w", encoding="utf-8") as file:
        file.write(SOUND)
    with open(os.fsencode(made.articles) + b"/b/\xe0.png", "wb") as file:
        file.write(b"x")
    built = sound(made.build())
    assert built.status == 1 and "[unreadable-file]" in built.err, built.said
    assert (made.output / "articles/b/index.html").exists()


# Other programs -------------------------------------------------------------------------------------------

def test_a_program_that_fails_is_not_taken_for_one_that_is_absent(publication, tmp_path):
    folder = tmp_path / "bin"
    folder.mkdir()
    pandoc = folder / "pandoc"
    pandoc.write_text("#!/bin/sh\necho no space left >&2\nexit 97\n")
    pandoc.chmod(0o755)
    text = SOUND + "\n$x^2$\n"
    made = publication({"a/article.md": text}, settings="name: x\ncitation-styles: [apa]\n")
    path = {"PATH": f"{folder}:/nowhere"}
    built = sound(made.build(env=path))
    assert built.status == 1 and "pandoc: error" in built.err and "no space left" in built.err, built.said
    assert sound(made.build(env=path)).status == 1, "the failure is forgotten by the next build"
    pandoc.unlink()
    absent = sound(made.build(env=path))
    assert absent.status == 0 and "program-failed" not in absent.err, absent.said


def test_fonts_that_cannot_be_asked_for_stop_the_build(publication, tmp_path):
    made = publication({"a/article.md": SOUND})
    assert made.build().status == 0
    before = tree(made.output)
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "fc-list").write_text("#!/bin/sh\nkill -9 $$\n")
    (folder / "fc-list").chmod(0o755)
    built = sound(made.build(env={"PATH": str(folder)}))
    assert built.status == 2 and "signal 9" in built.err, built.said
    assert tree(made.output) == before


# What is left behind --------------------------------------------------------------------------------------

def test_what_a_killed_process_left_is_cleared_away(daf, tmp_path):
    left, young, held = (tmp_path / "tmp" / name for name in ("daf-temporary-leftov", "daf-temporary-ayoung", "daf-temporary-inuse0"))
    for folder in (left, young, held):
        (folder / "deep").mkdir(parents=True)
        (folder / "deep/page.png").write_bytes(b"x" * 1000)
    # What somebody else called so stays, however old.
    own = tmp_path / "tmp/daf-papers"
    own.mkdir()
    for folder in (left, held, own):
        os.utime(folder, (time.time() - 7200,) * 2)
    (left / "deep").chmod(0o500)
    (tmp_path / "paper.html").write_text("<html><body><h1>כותרת</h1><p>פסקה של מאמר.</p></body></html>", "utf-8")
    lock = os.open(held, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        assert sound(daf("convert", "paper.html", cwd=tmp_path, env={"TMPDIR": str(tmp_path / "tmp")})).status == 0
    finally:
        os.close(lock)
    assert sorted(f.name for f in (tmp_path / "tmp").iterdir()) == ["daf-papers", "daf-temporary-ayoung", "daf-temporary-inuse0"]


def test_a_preview_that_is_killed_leaves_nothing_for_good(daf, daf_binary, publication, tmp_path):
    made = publication({"a/article.md": SOUND})
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    how = {**os.environ, "TMPDIR": str(temporary), "LC_ALL": "C.UTF-8"}
    with subprocess.Popen([str(daf_binary), "serve", "--port", "0"], cwd=made.folder, env=how, text=True,
                          stdout=subprocess.PIPE) as served:
        while "built" not in served.stdout.readline():
            pass
        served.send_signal(signal.SIGKILL)
    assert list(temporary.iterdir())
    for folder in temporary.iterdir():
        os.utime(folder, (time.time() - 7200,) * 2)
    (tmp_path / "paper.html").write_text("<p>פסקה</p>", "utf-8")
    daf("convert", "paper.html", cwd=tmp_path, env={"TMPDIR": str(temporary)})
    assert not list(temporary.iterdir())


# The preview ----------------------------------------------------------------------------------------------

def asked(port, path="/"):
    """The status line of an answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        return connection.recv(200).split(b"\r\n")[0]


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
                                   b"POST /.daf/desk/open HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nx"])
def test_slow_connections_do_not_shut_the_preview(daf_binary, publication, tmp_path, begun):
    made = publication({"a/article.md": SOUND})
    how = {**os.environ, "TMPDIR": str(tmp_path), "LC_ALL": "C.UTF-8"}
    slow = []
    with subprocess.Popen([str(daf_binary), "serve", "--port", "0"], cwd=made.folder, env=how, text=True,
                          stdout=subprocess.PIPE) as served:
        try:
            port = int(re.search(r"127\.0\.0\.1:(\d+)", served.stdout.readline()).group(1))
            while "built" not in served.stdout.readline():
                pass
            for number in range(600):
                connection = socket.create_connection(("127.0.0.1", port), timeout=20)
                if begun:
                    connection.sendall(begun)
                slow.append(connection)
                if number % 100 == 99:
                    assert b"200" in asked(port), f"after {number + 1} slow connections"
        finally:
            for connection in slow:
                connection.close()
            served.terminate()
    assert served.returncode == 0
