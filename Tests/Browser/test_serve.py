"""daf serve: what an editor sees in the browser while writing, and what others are not given."""
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

SAVES = int(os.environ.get("DAF_SAVES", "60"))

ARTICLE = """---
title: על הבארות
lang: he
---

{body}
"""
PARAGRAPHS = [f"פסקה מספר {number}: " + "המים נספרו בכל באר ובאר, ומה שנספר נרשם בספר. " * 6
              for number in range(1, 41)]
# A note mark without its definition: line 6 of the file.
FAULTY = ARTICLE.format(body="המים נספרו.[^9]")


class Preview:
    """A running daf serve, in a publication's folder."""

    def __init__(self, binary, folder, temporary, port=0):
        self.temporary = temporary
        self.log = Path(f"{temporary}.log")
        self.forgotten = 0
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [str(binary), "serve", "--port", str(port)], cwd=folder, stdout=log, stderr=log,
                env={**os.environ, "LC_ALL": "C.UTF-8", "TMPDIR": str(temporary)})
        self.address = self.wait(r"(http://127\.0\.0\.1:\d+)/").group(1)
        self.port = int(self.address.rsplit(":", 1)[1])
        self.wait(r"The publication: built")

    @property
    def said(self):
        """What the terminal was told since `forget`."""
        return self.log.read_bytes()[self.forgotten:].decode("utf-8", "replace")

    def wait(self, pattern, seconds=20):
        """Waits until the terminal has been told something."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := re.search(pattern, self.said):
                return found
            assert self.process.poll() is None, f"daf serve ended: {self.said}"
            time.sleep(0.01)
        said = self.said
        self.end()
        pytest.fail(f"“{pattern}” was not said: {said}")

    def forget(self):
        """What was said until now does not count any more."""
        self.forgotten = self.log.stat().st_size

    def get(self, path="/", host=None, method="GET", **headers):
        """A request as it is written, without a client's tidying: status and body."""
        lines = [f"{method} {path} HTTP/1.1", "Connection: close"]
        if host != "":
            lines.append(f"Host: {host or f'127.0.0.1:{self.port}'}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8"))
            answer = b""
            while chunk := connection.recv(65536):
                answer += chunk
        head, _, body = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), body.decode("utf-8", "replace")

    def memory(self):
        """Resident memory in kilobytes."""
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text()).group(1))

    def end(self):
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@pytest.fixture
def temporary(tmp_path):
    (tmp_path / "temporary").mkdir()
    return tmp_path / "temporary"


@pytest.fixture
def previewed(publication, daf_binary, tmp_path):
    """Serves a publication: previewed(articles) gives the publication and its preview."""
    running = []

    def start(articles, **how):
        made = publication(articles, name=f"publication-{len(running)}")
        temporary = tmp_path / f"temporary-{len(running)}"
        temporary.mkdir()
        running.append(Preview(daf_binary, made.folder, temporary, **how))
        return made, running[-1]

    yield start
    for preview in running:
        if preview.process.poll() is None:
            assert preview.end() == 0, preview.said
        assert not list(preview.temporary.iterdir()), "something was left behind"


def text(paragraphs):
    return ARTICLE.format(body="\n\n".join(paragraphs))


def open_article(page, preview, slug="wells"):
    page.goto(f"{preview.address}/articles/{slug}/")
    page.wait_for_function("() => document.querySelector('daf-preview') !== null")


def top_of(page, words):
    return page.evaluate(
        "words => [...document.querySelectorAll('main p')].find(p => p.textContent.includes(words))"
        "?.getBoundingClientRect().top", words)


def wait_for_text(page, words):
    page.wait_for_function("words => document.body?.textContent.includes(words) ?? false", arg=words)


def panel(page):
    """The words of the panel that shows what is wrong; empty while it is hidden."""
    return page.evaluate(
        "() => { const panel = document.querySelector('daf-preview')?.shadowRoot?.querySelector('.panel');"
        " return !panel || panel.hidden ? '' : panel.innerText; }")


def wait_for_panel(page, condition):
    page.wait_for_function(
        "() => { const panel = document.querySelector('daf-preview')?.shadowRoot.querySelector('.panel');"
        f" if (!panel) return false; const words = panel.hidden ? '' : panel.innerText; return {condition}; }}")


def test_a_page_is_shown_anew_after_a_save_and_keeps_its_place(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS)})
    open_article(page, preview)
    page.evaluate("document.querySelectorAll('main p')[20].scrollIntoView({behavior: 'instant'}); scrollBy({top: 37, behavior: 'instant'})")
    in_view = "פסקה מספר 23:"
    before = top_of(page, in_view)
    # Two paragraphs more above, and a change below.
    made.article("wells", text(["פסקה חדשה. " * 40, *PARAGRAPHS[:5], "ועוד אחת. " * 40, *PARAGRAPHS[5:], "סוף חדש."]))
    wait_for_text(page, "סוף חדש.")
    page.wait_for_function("() => 'dafPlaceKept' in document.documentElement.dataset")
    assert page.evaluate("scrollY") > 500
    assert abs(top_of(page, in_view) - before) <= 2


def test_a_page_that_was_read_from_its_top_stays_there(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS)})
    open_article(page, preview)
    made.article("wells", text(["פתיחה חדשה.", *PARAGRAPHS]))
    wait_for_text(page, "פתיחה חדשה.")
    assert page.evaluate("scrollY") == 0


def test_the_place_is_kept_when_what_is_in_view_is_written_anew(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS)})
    open_article(page, preview)
    page.evaluate("document.querySelectorAll('main p')[20].scrollIntoView({behavior: 'instant'})")
    before = top_of(page, "פסקה מספר 21:")
    made.article("wells", text([*PARAGRAPHS[:20], PARAGRAPHS[20].replace("המים נספרו", "המים נמדדו"), *PARAGRAPHS[21:]]))
    wait_for_text(page, "המים נמדדו")
    page.wait_for_function("() => 'dafPlaceKept' in document.documentElement.dataset")
    assert abs(top_of(page, "פסקה מספר 21:") - before) <= 2


def test_a_fault_is_shown_on_the_page_and_goes_away_when_mended(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:3])})
    open_article(page, preview)
    assert panel(page) == ""
    made.article("wells", FAULTY)
    wait_for_panel(page, "words.includes('Articles/wells/article.md:6')")
    shown = panel(page)
    assert "9" in shown and re.search("[א-ת]{3}", shown), shown
    language = page.evaluate(
        "() => { const panel = document.querySelector('daf-preview')?.shadowRoot?.querySelector('.panel');"
        " return [panel.lang, panel.dir]; }")
    assert language == ["he", "rtl"]
    preview.wait(r"Articles/wells/article.md:6.*: error")
    made.article("wells", text(PARAGRAPHS[:3]))
    wait_for_panel(page, "!words.includes('article.md')")
    preview.wait("Everything is mended")


def test_a_broken_template_is_told_and_ends_nothing(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:3])})
    open_article(page, preview)
    made.write("Templates/layout.mustache", "<!DOCTYPE html>\n<html>{{#page}}\n{{title")
    wait_for_panel(page, "words.includes('layout.mustache:')")
    assert "פסקה מספר 2" in page.inner_text("main"), "the page of before is still there"
    page.reload()
    wait_for_panel(page, "words.includes('layout.mustache:')")
    (made.folder / "Templates/layout.mustache").unlink()
    wait_for_panel(page, "!words.includes('mustache')")
    made.article("wells", text(["שוב נכתב."]))
    wait_for_text(page, "שוב נכתב.")
    assert preview.process.poll() is None


def test_a_template_that_is_broken_from_the_start_is_told(publication, daf_binary, temporary, page):
    made = publication({"wells/article.md": text(PARAGRAPHS[:3])})
    made.write("Templates/layout.mustache", "{{#page}}")
    preview = Preview(daf_binary, made.folder, temporary)
    try:
        page.goto(preview.address + "/articles/wells/")
        wait_for_panel(page, "words.includes('layout.mustache:1')")
        (made.folder / "Templates/layout.mustache").unlink()
        wait_for_text(page, "פסקה מספר 2")
    finally:
        assert preview.end() == 0


def test_a_draft_is_shown_and_marked(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:3]).replace("lang: he", "lang: he\ndraft: true")})
    open_article(page, preview)
    mark = "document.querySelector('daf-preview')?.shadowRoot?.querySelector('.draft')"
    assert "טיוטה" in page.evaluate(f"{mark}.innerText")
    made.article("wells", text(PARAGRAPHS[:2]))
    page.wait_for_function(f"() => {mark}?.hidden === true")


def test_a_save_of_another_article_leaves_a_page_alone(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS), "other/article.md": text(PARAGRAPHS)})
    open_article(page, preview)
    page.evaluate("document.documentElement.dataset.unmoved = ''")
    for words in ("נכתב שוב.", "ושוב."):
        made.article("other", text([words, *PARAGRAPHS]))
        preview.wait("Articles/other/article.md: built")
        preview.forget()
    # The rest of the site follows in a while: the index of words, for one.
    time.sleep(3)
    assert "נכתב שוב." not in preview.get("/articles/other/")[1] and "ושוב." in preview.get("/articles/other/")[1]
    assert page.evaluate("'unmoved' in document.documentElement.dataset")


def test_lists_follow_an_article_and_new_pages_appear(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:2])})
    page.goto(preview.address)
    page.wait_for_function("() => document.querySelector('daf-preview') !== null")
    made.article("wells", text(PARAGRAPHS[:2]).replace("title: על הבארות", "title: על בורות המים"))
    wait_for_text(page, "על בורות המים")
    assert "על בורות המים" in preview.get("/articles/wells/")[1]
    made.article("cisterns", text(PARAGRAPHS[:2]).replace("title: על הבארות", "title: מאמר שני"))
    wait_for_text(page, "מאמר שני")
    shutil.rmtree(made.articles / "cisterns")
    page.wait_for_function("() => !document.body.textContent.includes('מאמר שני')")
    assert preview.get("/articles/cisterns/")[0] == 404


def test_the_preview_shows_what_a_build_makes(previewed, daf, tmp_path):
    """However a site came about, by whole builds and by pages of single articles, it is the same."""
    made, preview = previewed({f"well-{number}/article.md": text(PARAGRAPHS[:5]) for number in range(4)})
    (site,) = preview.temporary.glob("daf-*/site")
    steps = [
        lambda: made.article("well-1", text(["נכתב שוב.", *PARAGRAPHS[:3]])),
        lambda: made.article("well-2", text(PARAGRAPHS[:3]).replace("lang: he", "lang: he\nkeywords: [באר]")),
        lambda: made.article("new", text(PARAGRAPHS[:3]).replace("lang: he", "lang: he\nslug: חדש")),
        lambda: made.article("well-0", text(["![באר](well.svg)"])),
        lambda: made.write("Articles/well-0/well.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
        lambda: shutil.rmtree(made.articles / "well-3"),
        lambda: made.article("well-1", text(PARAGRAPHS[:2]).replace("lang: he", "lang: he\nslug: moved")),
        lambda: made.article("well-2", text(["סוף."])),
    ]

    def files(folder):
        return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}

    for step in steps:
        preview.forget()
        step()
        preview.wait("built in")
    wanted = tmp_path / "Output"
    built = daf("build", "--drafts", "--output", wanted, cwd=made.folder)
    assert built.status in (0, 1), built.said
    deadline = time.monotonic() + 15
    # The search index of the build before is kept for pages that are open.
    def differences():
        made, shown = files(wanted), files(site)
        return {name for name in made.keys() | shown.keys()
                if made.get(name) != shown.get(name) and not (name.startswith("search/") and name not in made)}

    while (differing := differences()) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not differing, sorted(differing)


def test_a_page_that_was_renamed_is_gone_and_comes_again(previewed, page):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:3])})
    open_article(page, preview)
    (made.articles / "wells").rename(made.articles / "cisterns")
    page.wait_for_function("() => !document.body.textContent.includes('פסקה מספר 2')")
    assert preview.get("/articles/cisterns/")[0] == 200
    (made.articles / "cisterns").rename(made.articles / "wells")
    wait_for_text(page, "פסקה מספר 2")


def test_a_folder_that_vanishes_and_comes_again_ends_nothing(previewed):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:3])})
    shutil.rmtree(made.articles)
    preview.wait("Articles: error")
    assert preview.get("/articles/wells/")[0] == 200, "the last that could be made is still there"
    preview.forget()
    made.article("wells", text(PARAGRAPHS[:2]))
    preview.wait("Articles/wells/article.md: built")
    assert preview.get("/articles/wells/")[0] == 200


def test_a_hundred_files_at_once_are_one_build(previewed):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    for number in range(100):
        made.article(f"well-{number}", text(PARAGRAPHS[:1]))
    preview.wait(r"others: built")
    time.sleep(0.5)
    builds = preview.said.count("built in") - 1
    assert builds <= 2, preview.said
    assert preview.get("/articles/well-99/")[0] == 200


def test_a_file_that_is_half_written_is_shown_once_it_is_whole(previewed):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    whole = text(PARAGRAPHS).encode("utf-8")
    with open(made.articles / "wells/article.md", "wb", buffering=0) as file:
        # Cut inside the front matter, and then inside a letter.
        for part in (whole[:10], whole[10:1001]):
            file.write(part)
            time.sleep(0.1)
        made.article("other", text(PARAGRAPHS[:1]))
        preview.wait("Articles/other/article.md.*: built")
        file.write(whole[1001:])
    preview.wait("Everything is mended|Articles/wells/article.md: built")
    deadline = time.monotonic() + 10
    while "פסקה מספר 40" not in preview.get("/articles/wells/")[1]:
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("path", [
    "/../secret.txt", "/../../../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//etc/passwd",
    "/.daf/../../secret.txt", "/articles/../../secret.txt", "/.daf", "/.git/config", "/%00", "/%ff",
    "/articles/wells/%2e%2e/%2e%2e/%2e%2e/secret.txt", "/publication.yaml", "/Articles/wells/article.md",
])
def test_nothing_from_outside_the_site_is_given(previewed, path):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    made.write("secret.txt", "hidden words")
    status, body = preview.get(path)
    assert status in (400, 404) and "hidden words" not in body and "root:" not in body


def test_other_hosts_names_and_other_sites_are_given_nothing(previewed):
    _, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    for host in ("attacker.example", f"attacker.example:{preview.port}", f"127.0.0.1.attacker.example:{preview.port}"):
        for path in ("/", "/articles/wells/", "/.daf/events", "/.daf/preview.js"):
            assert preview.get(path, host=host) == (403, ""), (host, path)
    assert preview.get("/", host="")[0] in (400, 403)
    foreign = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}
    assert preview.get("/articles/wells/", **foreign) == (403, "")
    assert preview.get("/articles/wells/")[0] == 200
    assert preview.get("/", method="POST")[0] == 405
    assert preview.get("/", method="HEAD") == (200, "")


def test_only_the_loopback_address_is_served_on(previewed):
    _, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    addresses = {fields[1].split(":")[0] for fields in listening
                 if int(fields[1].split(":")[1], 16) == preview.port and fields[3] == "0A"}
    assert addresses == {"0100007F"}


def test_a_port_that_is_taken_is_said(previewed, daf):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    refused = daf("serve", "--port", preview.port, cwd=made.folder)
    assert refused.status == 2 and str(preview.port) in refused.err and not refused.out
    assert daf("serve", "--port", "many", cwd=made.folder).status == 2


def test_output_is_not_touched(previewed):
    made, preview = previewed({"wells/article.md": text(PARAGRAPHS[:1])})
    made.article("wells", text(PARAGRAPHS[:2]))
    preview.wait("Articles/wells/article.md: built")
    assert sorted(entry.name for entry in made.folder.iterdir()) == ["Articles"]


def test_a_page_says_that_the_preview_has_ended_and_finds_it_again(publication, daf_binary, temporary, page):
    made = publication({"wells/article.md": text(PARAGRAPHS[:1])})
    preview = Preview(daf_binary, made.folder, temporary)
    open_article(page, preview)
    assert preview.end() == 0
    wait_for_panel(page, "words.includes('נעצרה')")
    made.article("wells", text(["נכתב בינתיים."]))
    again = Preview(daf_binary, made.folder, temporary, port=preview.port)
    try:
        wait_for_text(page, "נכתב בינתיים.")
    finally:
        assert again.end() == 0


def test_memory_stays_flat_over_many_saves(previewed):
    """DAF_SAVES=1000 for the full measure."""
    made, preview = previewed({f"well-{number}/article.md": text(PARAGRAPHS) for number in range(20)})
    with urllib.request.urlopen(preview.address + "/.daf/events", timeout=20) as events:
        events.readline()
        memory = []
        for save in range(SAVES):
            preview.forget()
            made.article(f"well-{save % 20}", text([f"שמירה {save}.", *PARAGRAPHS]))
            preview.wait(r"article.md: built")
            if save % 10 == 9:
                # The settings are on every page: the whole site is built.
                made.write("publication.yaml", f"name: בארות {save}\n")
                preview.wait(r"publication.yaml: built")
            assert preview.get(f"/articles/well-{save % 20}/")[0] == 200
            memory.append(preview.memory())
    third = len(memory) // 3
    early, late = max(memory[third // 2:third]), max(memory[-third:])
    print(f"resident memory in KB: first {memory[0]}, after a third {early}, at the end {late}")
    assert late <= early * 1.05 + 2048, memory[::max(1, len(memory) // 20)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible(previewed, new_page, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = new_page(color_scheme=scheme)
    _, preview = previewed({"wells/article.md": FAULTY.replace("lang: he", "lang: he\ndraft: true")})
    open_article(page, preview)
    wait_for_panel(page, "words.includes('article.md:')")
    button = page.get_by_role("button", name="הסתרה")
    button.focus()
    page.keyboard.press("Enter")
    wait_for_panel(page, "!words.includes('article.md:')")
    page.keyboard.press("Enter")
    wait_for_panel(page, "words.includes('article.md:')")
    found = axe.run(page, context="daf-preview").response["violations"]
    assert not found, [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
