#!/usr/bin/env python3
"""search.py DAF [--shared FOLDER] [--sizes 1000]: Daf's search beside Pagefind's, over the same pages in one run.

What is found: the queries of FOLDER/queries.json over the articles of FOLDER/search_site.py, by kind; both engines
answer in Chromium. An article that must be found and is counts for recall; one that is found and neither must nor may
be, against precision; both are means over queries, precision over those that found anything.
What it costs: a made-up library (corpus.py): CPU time and memory to index it (for Daf the whole build less a build of
the pages' own is not taken out), bytes that a first and a further query fetch, and the time from the question to the
answer. Pagefind indexes the <main> of the pages that Daf made. Prints Markdown tables.
"""
import argparse
import collections
import functools
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from build import measured

HERE = Path(__file__).resolve().parent
CHROMIUM = os.environ.get("DAF_CHROMIUM", "/usr/bin/chromium")

OPEN = {
    "Daf": """async () => {
        const script = document.querySelector("script[data-search-marks]");
        const root = new URL(script.dataset.root || "./", document.baseURI);
        const { SearchEngine } = await import(new URL("search-engine.js", script.src));
        window.ask = async (query, shown) => {
            window.engine ??= await SearchEngine.open(root);
            const start = performance.now();
            const answer = await window.engine.answer(query);
            const articles = await Promise.all(answer.articles.slice(0, shown).map((n) => window.engine.index.article(n)));
            articles.slice(0, 5).forEach((article) => window.engine.excerpts(article, answer.units));
            return [articles.map((article) => article.slug), performance.now() - start];
        };
    }""",
    "Pagefind": """async () => {
        const root = new URL(document.querySelector("script[data-search-marks]").dataset.root || "./", document.baseURI);
        const pagefind = await import(new URL("pagefind/pagefind.js", root));
        window.ask = async (query, shown) => {
            const start = performance.now();
            const { results } = await pagefind.search(query);
            const found = await Promise.all(results.slice(0, shown).map((result) => result.data()));
            return [found.map((page) => page.url.match(/articles\\/([^/]+)/)?.[1]), performance.now() - start];
        };
    }""",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


def served(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def pagefind(site):
    """The command that indexes a site's articles."""
    return [sys.executable, "-m", "pagefind", "--site", site, "--glob", "articles/**/*.html", "--root-selector", "main"]


def pages(browser, base, engine):
    """For each language a page on which the engine can be asked (Pagefind keeps an index for each language)."""
    opened = {}
    for language, address in (("he", "search/"), ("ar", "ar/search/")):
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.fetched = []
        page.on("response", lambda response, page=page: page.fetched.append(response))
        page.goto(f"{base}/{address}")
        page.wait_for_load_state("networkidle")
        page.evaluate(OPEN[engine])
        opened[language] = page
    return opened


def share(part, whole):
    return part / whole if whole else 1.0


def quality(daf, shared, browser, folder):
    queries = json.loads((shared / "queries.json").read_text("utf-8"))
    site = folder / "sections"
    subprocess.run([sys.executable, shared / "search_site.py", site / "Articles"], check=True)
    subprocess.run([daf, "build", site, "--quiet"], check=True)
    subprocess.run(pagefind(site / "Output"), check=True, stdout=subprocess.DEVNULL)
    base = served(site / "Output")
    rows = collections.defaultdict(lambda: collections.defaultdict(list))
    for engine in OPEN:
        opened = pages(browser, base, engine)
        for query in queries:
            found = set(opened[query["lang"]].evaluate("query => window.ask(query, 1000)", query["query"])[0])
            right = found & set(query["expected_sections"])
            wrong = found - right - set(query["may_find_sections"])
            expected = len(query["expected_sections"])
            recall = share(len(right), expected) if expected else float(not found)
            precision = share(len(right), len(right) + len(wrong)) if right or wrong else None
            for kind in (query["kind"], {"he": "Hebrew, all", "ar": "Arabic, all"}[query["lang"]], "all"):
                rows[kind][engine].append((recall, precision))
    print(f"{len(queries)} queries over {len(list((site / 'Articles').iterdir()))} articles\n")
    print("| kind | queries | " + " | ".join(f"{engine} recall | {engine} precision" for engine in OPEN) + " |")
    print("| --- | --: " + "| --: | --: " * len(OPEN) + "|")
    for kind in sorted(rows, key=lambda kind: (kind.endswith("all"), kind == "all")):
        cells = []
        for engine in OPEN:
            recalls, precisions = zip(*rows[kind][engine])
            precisions = [value for value in precisions if value is not None]
            cells += [f"{statistics.mean(recalls):.2f}", f"{statistics.mean(precisions):.2f}" if precisions else "–"]
        print(f"| {kind} | {len(rows[kind]['Daf'])} | " + " | ".join(cells) + " |")
    print()


def kilobytes(page):
    """What a page has fetched since the last time it was asked, in kB of bodies."""
    sizes = [len(response.body()) for response in page.fetched if response.ok]
    page.fetched.clear()
    return sum(sizes) / 1000


def cost(daf, browser, folder, size):
    subprocess.run([sys.executable, HERE / "corpus.py", str(size), folder], check=True, stdout=subprocess.DEVNULL)
    built = measured([daf, "build", "--quiet"], folder)
    indexed = measured(pagefind(folder / "Output"), folder)
    base = served(folder / "Output")
    words = ["מים", "הים התיכון", "מדינות", "חוק", "نهر", "נמל"]
    for engine, (cpu, _, memory) in {"Daf": built, "Pagefind": indexed}.items():
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.fetched = []
        page.on("response", lambda response, page=page: page.fetched.append(response))
        page.goto(f"{base}/404.html")
        page.wait_for_load_state("networkidle")
        page.fetched.clear()
        page.evaluate(OPEN[engine])
        sizes, times = [], []
        for word in words:
            _, spent = page.evaluate("query => window.ask(query, 5)", word)
            times.append(spent)
            sizes.append(kilobytes(page))
        again = statistics.median(
            page.evaluate("query => window.ask(query, 5)", word)[1] for word in words)
        print(f"| {size:,} | {engine} | {cpu:.1f} s | {memory:,.0f} MB | {sizes[0]:,.0f} kB | "
              f"{statistics.median(sizes[1:]):,.0f} kB | {statistics.median(times):.0f} ms | {again:.0f} ms |", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--sizes", default="1000")
    given = options.parse_args()
    daf = given.daf.resolve()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if (given.shared / "queries.json").exists():
            quality(daf, given.shared.resolve(), browser, Path(name))
        else:
            print(f"{given.shared} is not there: what is found is not measured.\n")
        if given.sizes:
            print("| articles | | CPU time | memory | first query | further query | answer | answer again |")
            print("| --: | --- | --: | --: | --: | --: | --: | --: |", flush=True)
        for size in filter(None, given.sizes.split(",")):
            folder = Path(name) / size
            folder.mkdir()
            cost(daf, browser, folder, int(size))
        browser.close()


if __name__ == "__main__":
    main()
