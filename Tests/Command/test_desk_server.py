"""The desk's server: who may write, what is written, and that nothing decided is lost."""
import json
import os
import random
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

KILLS = int(os.environ.get("DAF_KILLS", "5"))

PAPER = """על הבארות במדבר

פרופ' דנה לב

מבוא
המים נספרו בכל באר ובאר (ומה שנספר נרשם בספר. הספר נשמר בבית הוועד
ונקרא מדי שנה בפני כל התושבים.

הבארות הישנות
בכל באר היה שומר. השומר ידע את שמות כל הבאים אליה
ורשם אותם.
"""


class Desk:
    """A daf serve and a page's way of asking its desk."""

    def __init__(self, binary, folder, log):
        self.log = Path(log)
        self.folder = Path(folder)
        with open(self.log, "wb") as out:
            self.process = subprocess.Popen(
                [str(binary), "serve", "--port", "0"], cwd=folder, stdout=out, stderr=out, env={**os.environ, "LC_ALL": "C.UTF-8"})
        end = time.monotonic() + 60
        while not (found := re.search(r"(http://127\.0\.0\.1:\d+)/", self.log.read_text("utf-8", "replace"))):
            assert self.process.poll() is None and time.monotonic() < end, self.log.read_text()
            time.sleep(0.01)
        self.address = found.group(1)
        page = urllib.request.urlopen(self.address + "/.daf/desk/").read().decode()
        self.token = re.search(r'data-token="(\w+)"', page).group(1)

    def post(self, name, body, **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"X-Daf-Token": self.token, **{key.replace("_", "-"): value for key, value in headers.items()}}
        request = urllib.request.Request(f"{self.address}/.daf/desk/{name}", data, {key: value for key, value in sent.items() if value is not None})
        try:
            answer = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")
        return answer.status, json.loads(answer.read() or b"null")

    def open(self, article):
        end = time.monotonic() + 120
        while time.monotonic() < end:
            status, answer = self.post("open", {"article": article, "desk": "test"})
            if status != 202:
                assert status == 200, status
                return answer
            time.sleep(0.05)
        raise AssertionError("the paper was not read")

    def act(self, article, name, piece=None, **more):
        return self.post("act", {"article": article, "action": {"name": name, "piece": piece, **more}})

    def take_in(self, name, data):
        _, job = self.post("paper", data, X_Daf_Name=urllib.parse.quote(name))
        end = time.monotonic() + 120
        while job["state"] in ("waiting", "reading"):
            assert time.monotonic() < end
            time.sleep(0.05)
            _, job = self.post("job", {"job": job["id"]})
        return job

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)


@pytest.fixture
def desk(publication, daf_binary, tmp_path):
    """desk(articles) serves a publication; desk.again() serves it anew."""
    running = []

    def start(articles=(), folder=None):
        folder = folder or publication(articles, name=f"publication-{len(running)}").folder
        (folder / "Articles").mkdir(parents=True, exist_ok=True)
        running.append(Desk(daf_binary, folder, tmp_path / f"serve-{len(running)}.log"))
        return running[-1]

    yield start
    for one in running:
        one.end()


def article(desk, name):
    return desk.folder / "Articles" / name / "article.md"


TEXT = "---\ntitle: Wells\nlang: en\n---\n\nOne paragraph. <!-- check: where the paragraph ends -->\n\nAnother one.\n\n## A heading\n\nThe end.\n"


def piece(paper, words):
    return next(one for one in paper["pieces"] if words in one["text"])


def test_only_a_page_of_the_desk_may_ask_it(desk):
    served = desk({"wells/article.md": TEXT})
    body = {"article": "wells"}
    assert served.post("open", body)[0] in (200, 202)
    assert served.post("open", body, X_Daf_Token=None)[0] == 403
    assert served.post("open", body, X_Daf_Token="guess")[0] == 403
    assert served.post("open", body, Origin="http://attacker.example")[0] == 403
    assert served.post("open", body, Sec_Fetch_Site="cross-site")[0] == 403
    assert served.post("open", body, Host="attacker.example")[0] == 403
    assert served.post("open", body, Origin=served.address, Sec_Fetch_Site="same-origin")[0] in (200, 202)


@pytest.mark.parametrize("name", ["..", ".", "", "../..", "pages", ".hidden", "nowhere", "a/b", "link"])
def test_nothing_outside_articles_is_opened(desk, tmp_path, name):
    served = desk({"wells/article.md": TEXT})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "article.md").write_text(TEXT)
    (served.folder / "Articles/link").symlink_to(outside)
    assert served.post("open", {"article": name})[0] == 404
    assert served.act(name, "insert", 1, text="x")[0] == 404
    assert served.post("picture", b"x", X_Daf_Name="../x.png", X_Daf_Article=name)[0] == 400
    assert sorted(path.name for path in outside.iterdir()) == ["article.md"]


def test_steps_are_in_the_file_at_once_and_can_be_taken_back(desk):
    served = desk({"wells/article.md": TEXT})
    paper = served.open("wells")
    file = article(served, "wells")
    assert served.act("wells", "sound", piece(paper, "One")["id"])[0] == 200
    assert "check:" not in file.read_text()
    served.act("wells", "join", piece(paper, "One")["id"])
    assert "One paragraph. Another one.\n\n## A heading" in file.read_text()
    served.act("wells", "kind", piece(paper, "A heading")["id"], kind="caption")
    assert "\n![A heading]()\n" in file.read_text()
    for _ in range(3):
        served.act("wells", "undo")
    assert file.read_text() == TEXT
    for _ in range(3):
        served.act("wells", "redo")
    assert "![A heading]()" in file.read_text()
    assert len(list((file.parent / ".desk").glob("state-*"))) <= 20
    for number in range(30):
        served.act("wells", "text", piece(paper, "The end")["id"], text=f"The end {number}.")
    assert len(list((file.parent / ".desk").glob("state-*"))) == 20


def test_front_matter_is_changed_in_place(desk):
    text = TEXT.replace("title: Wells", "# kept\ntitle: Wells\nkeywords: [a,   b]")
    served = desk({"wells/article.md": text})
    served.open("wells")
    file = article(served, "wells")
    assert served.act("wells", "front", field="title", text="On wells: a study")[0] == 200
    served.act("wells", "front", field="author", text="Dana Lev\nOmar Said")
    kept = file.read_text()
    assert "# kept\n" in kept and "keywords: [a,   b]" in kept
    assert 'title: "On wells: a study"' in kept and "  - name: Omar Said" in kept
    served.act("wells", "front", field="author", text="")
    assert "author" not in file.read_text()


def test_what_is_written_beside_the_desk_is_kept(desk):
    served = desk({"wells/article.md": TEXT})
    paper = served.open("wells")
    file = article(served, "wells")
    served.act("wells", "kind", piece(paper, "A heading")["id"], kind="paragraph")
    file.write_text(file.read_text().replace("Another one.", "Another one, by hand."))
    served.act("wells", "text", piece(paper, "The end")["id"], text="The very end.")
    kept = file.read_text()
    assert "by hand" in kept and "The very end." in kept and "## A heading" not in kept
    served.act("wells", "undo")
    served.act("wells", "undo")
    assert "by hand" not in file.read_text(), "the edit beside is a step like others"


def test_a_page_that_missed_a_step_is_told(desk):
    served = desk({"wells/article.md": TEXT})
    paper = served.open("wells")
    assert served.act("wells", "sound", piece(paper, "One")["id"])[0] == 200
    late = {"article": "wells", "revision": paper["revision"], "action": {"name": "sound", "piece": piece(paper, "Another")["id"]}}
    status, answer = served.post("act", late)
    assert (status, answer["fault"]) == (409, "missed")


def test_two_desks_on_one_article_know_of_one_another(desk):
    served = desk({"wells/article.md": TEXT})
    served.open("wells")
    assert served.post("presence", {"article": "wells", "desk": "other"})[1]["others"] == 1
    second = desk(folder=served.folder)
    assert second.open("wells")["isElsewhere"]
    assert second.act("wells", "undo")[0] == 409


def test_a_dropped_paper_becomes_an_article(desk):
    served = desk()
    job = served.take_in("בארות.txt", PAPER.encode())
    assert job["state"] == "done", job
    paper = served.open(job["article"])
    assert paper["source"] and any(one["lines"] for one in paper["pieces"])
    lines = {line["number"]: line["text"] for line in paper["source"]}
    wells = piece(paper, "המים נספרו")
    assert any("המים נספרו" in lines[number] for number in wells["lines"])
    again = served.take_in("בארות.txt", PAPER.encode())
    assert again["article"] == job["article"], "the same paper is not made twice"
    other = served.take_in("בארות.txt", PAPER.replace("הבארות", "הנחלים").encode())
    assert other["article"] != job["article"]
    assert served.take_in("nothing.txt", b"\0\1\2\3" * 50)["state"] == "failed"


def test_a_paper_is_converted_again_with_what_was_decided(desk, daf):
    served = desk()
    name = served.take_in("בארות.txt", PAPER.encode())["article"]
    paper = served.open(name)
    served.act(name, "text", piece(paper, "המים נספרו")["id"], text=piece(paper, "המים נספרו")["text"].replace("(ומה", "ומה"))
    served.act(name, "front", field="title", text="בארות")
    decided = article(served, name).read_text("utf-8")
    served.end()
    choices = (article(served, name).parent / "decisions.yaml").read_text("utf-8")
    assert "lines:" in choices and "ומה שנספר" in choices and "key: title" in choices
    again = daf("convert", article(served, name).parent / "בארות.txt", cwd=served.folder)
    assert again.status == 0, again.said
    assert article(served, name).read_text("utf-8") == decided
    # The text around the choice changes in the source: the choice holds, and so does the change.
    source = article(served, name).parent / "בארות.txt"


def test_nothing_decided_is_lost_when_the_desk_is_killed(desk):
    """kill -9 at random moments: what the desk has answered is there when it comes again."""
    paragraphs = "\n\n".join(f"Paragraph {number}, of many words that are all alike." for number in range(40))
    served = desk({"wells/article.md": f"---\ntitle: Wells\nlang: en\n---\n\n{paragraphs}\n"})
    chance = random.Random(7)
    wanted = {}
    step = 0
    for _ in range(KILLS):
        paper = served.open("wells")
        shown = {one["id"]: one["text"] for one in paper["pieces"]}
        assert all(shown[key] == text for key, text in wanted.items()), "something decided was lost"
        pieces = [one["id"] for one in paper["pieces"]]
        end = time.monotonic() + chance.uniform(0.05, 0.6)
        pending = None

        killer = threading.Timer(end - time.monotonic(), served.kill)
        killer.start()
        try:
            while True:
                step += 1
                key, text = chance.choice(pieces), f"Step {step}."
                pending = (key, text)
                status, _ = served.act("wells", "text", key, text=text)
                assert status == 200
                wanted[key] = text
        except (urllib.error.URLError, ConnectionError, OSError):
            killer.join()
        served = desk(folder=served.folder)
        # The step that had no answer may be there or not.
        if pending:
            now = {one["id"]: one["text"] for one in served.open("wells")["pieces"]}
            if now.get(pending[0]) == pending[1]:
                wanted[pending[0]] = pending[1]
    written = article(served, "wells").read_text()
    assert all(text in written for text in wanted.values())
