"""Fixtures for the tests of the whole command and of the pages in a browser.

    daf            runs the command: daf("build", "--output", path) gives status, out, err
    publication    a publication of one's own in a temporary folder: publication({"a/article.md": "…"})
    sample_site    the folder of the repository's own publication, built once for each run
    serve          serves a folder over HTTP on the loopback address and gives its address
    browser, page  Chromium through Playwright; a page may ask nothing of any other host
    shared         the folder ../shared of papers and measures; a test that asks for it is skipped without it
"""
import functools
import http.server
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "Tests"))
# WeasyPrint is in the tests' own environment, which “make test” does not put into PATH.
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
CHROMIUM = os.environ.get("DAF_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def repository():
    """The folder of the sources."""
    return REPOSITORY


@dataclass
class Run:
    """What a run of the command left: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def said(self):
        return self.out + self.err


@pytest.fixture(scope="session")
def daf_binary():
    """The built command: the one that DAF names, else the newest under .build."""
    if named := os.environ.get("DAF"):
        return Path(named)
    built = [REPOSITORY / ".build" / kind / "daf" for kind in ("release", "debug")]
    built = [binary for binary in built if binary.exists()]
    if not built:
        pytest.fail("The command is not built: “make build” builds it.")
    return max(built, key=lambda binary: binary.stat().st_mtime)


@pytest.fixture(scope="session")
def daf(daf_binary):
    """Runs the command in a folder (the repository unless said) with a time limit."""

    def run(*arguments, cwd=REPOSITORY, timeout=120, env=None, stdin=""):
        done = subprocess.run(
            [str(daf_binary), *map(str, arguments)], cwd=cwd, timeout=timeout, input=stdin,
            env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}, capture_output=True, text=True,
            errors="backslashreplace", check=False)
        return Run(done.returncode, done.stdout, done.stderr)

    return run


class Publication:
    """A publication in a temporary folder, with a method for each thing a test does to one."""

    def __init__(self, folder, daf):
        self.folder, self._daf = folder, daf
        self.articles, self.output = folder / "Articles", folder / "Output"
        self.articles.mkdir(parents=True, exist_ok=True)

    def write(self, path, text):
        """Writes a file, its path as from the publication's folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return file

    def article(self, slug, text):
        return self.write(f"Articles/{slug}/article.md", text)

    def build(self, *arguments, **how):
        return self._daf("build", *arguments, cwd=self.folder, **how)

    def page(self, address):
        """The text of a built page, by its address in the site: "", "articles/…/"."""
        file = self.output / address.lstrip("/")
        return (file / "index.html" if file.is_dir() or address.endswith("/") else file).read_text("utf-8")


@pytest.fixture
def publication(tmp_path, daf):
    """Makes a publication: files by path as from Articles, and publication.yaml's text."""

    def make(articles=(), settings=None, name="publication"):
        made = Publication(tmp_path / name, daf)
        for path, text in dict(articles).items():
            made.write(f"Articles/{path}", text)
        if settings is not None:
            made.write("publication.yaml", settings)
        return made

    return make


@pytest.fixture(scope="session")
def sample_site(daf, tmp_path_factory):
    """The repository's own publication, built; without its PDFs, for setting them takes its time."""
    output = tmp_path_factory.mktemp("sample") / "Output"
    built = daf("build", "--no-pdf", "--output", output)
    assert built.status in (0, 1), built.said
    return output


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves as a plain file host does, with its 404 page, and writes no log."""

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.exists():
            return super().send_error(code, message, explain)
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@pytest.fixture(scope="session")
def serve():
    """Serves folders on the loopback address: serve(folder) gives "http://127.0.0.1:PORT"."""
    servers = {}

    def start(folder):
        folder = str(folder)
        if folder not in servers:
            handler = functools.partial(Quiet, directory=folder)
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[folder] = server
        return f"http://127.0.0.1:{servers[folder].server_address[1]}"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser():
    """Chromium, without a window."""
    playwright_api = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.fail(f"There is no browser at {CHROMIUM}: install Chromium, or name one in DAF_CHROMIUM.")
    with playwright_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser):
    """Opens pages: new_page(width=320, color_scheme="dark", java_script_enabled=False).

    What a page asks of another host is refused, and fails the test; so does an error in a script.
    """
    contexts, strangers, errors = [], [], []

    def route(route):
        address = urlsplit(route.request.url)
        if address.scheme in ("http", "https") and address.hostname not in ("127.0.0.1", "localhost"):
            strangers.append(route.request.url)
            return route.abort()
        return route.continue_()

    def opened(width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.route("**/*", route)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.script_errors = errors
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not strangers, f"The page asked other hosts: {strangers}"
    assert not errors, f"Errors in scripts: {errors}"


@pytest.fixture
def page(new_page):
    """A page 1280 pixels wide."""
    return new_page()


@pytest.fixture(scope="session")
def shared():
    """The papers and measures that are kept beside the repository and are no part of it."""
    folder = Path(os.environ.get("DAF_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "papers").is_dir():
        pytest.skip(f"{folder} is not there: the institute's papers are not part of the repository")
    return folder
