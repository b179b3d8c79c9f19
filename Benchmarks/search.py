#!/usr/bin/env python3
"""search.py DAF [--shared FOLDER] [--sizes 1000]: Daf's search beside Pagefind's, over the same pages in one run.

What is found: the queries of FOLDER/queries.json over the articles of FOLDER/search_site.py, by kind; both engines
answer in Chromium. An article that must be found and is counts for recall; one that is found and neither must nor may
be, against precision; both are means over queries, precision over those that found anything.
In what order: nDCG@10 over judged-queries.json (graded by hand, 3 the article to read, 2, 1), beside BM25 alone over the
words as they stand.
What it costs: a made-up library (corpus.py): CPU time and memory to index it (for Daf the whole build less a build of
the pages' own is not taken out), bytes that a first and a further query fetch, and the time from the question to the
answer with its passages. Pagefind indexes the <main> of the pages that Daf made. Prints Markdown tables.
"""
import argparse
import collections
import functools
import http.server
import json
import math
import os
import re
import shutil
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
        const { SearchClient } = await import(new URL("search-client.js", script.src));
        const client = new SearchClient(root);
        let number = 0;
        window.ask = async (query, shown) => {
            const start = performance.now();
            number += 1;
            const { heads } = await client.ask("answer", { number, query, chosen: [], count: shown });
            const answered = performance.now() - start;
            await Promise.all(heads.slice(0, 5).map(({ article }) => client.ask("passages", { number, article })));
            return [heads.map(({ head }) => head.slug), performance.now() - start, answered];
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


def discounted(grades):
    return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def ndcg(found, grades):
    """Of a ranking the gain that is discounted by place, as a share of the best ranking's (Järvelin and Kekäläinen)."""
    return discounted([grades.get(name, 0) for name in found]) / discounted(sorted(grades.values(), reverse=True))


class BM25:
    """Robertson's BM25 over the words as they stand, k1 1.2 and b 0.75: what a search without Hebrew and Arabic does."""

    def __init__(self, texts):
        self.words = {name: collections.Counter(re.findall(r"\w+", text.lower())) for name, text in texts.items()}
        self.lengths = {name: sum(words.values()) for name, words in self.words.items()}
        self.usual = statistics.mean(self.lengths.values())
        self.having = collections.Counter(word for words in self.words.values() for word in words)

    def ranking(self, query):
        scores = collections.Counter()
        for word in re.findall(r"\w+", query.lower()):
            rarity = math.log(1 + (len(self.words) - self.having[word] + 0.5) / (self.having[word] + 0.5))
            for name, words in self.words.items():
                if words[word]:
                    length = 1.2 * (0.25 + 0.75 * self.lengths[name] / self.usual)
                    scores[name] += rarity * words[word] * 2.2 / (words[word] + length)
        return [name for name, _ in scores.most_common()]


def ranking(daf, shared, browser, folder):
    judged = json.loads((HERE / "judged-queries.json").read_text("utf-8"))
    site = folder / "judged"
    subprocess.run([sys.executable, shared / "search_site.py", site / "Articles"], check=True)
    for article in sorted((HERE.parent / "Articles").iterdir()):
        if (article / "article.md").exists() and article.name != "pages":
            shutil.copytree(article, site / "Articles" / article.name)
    subprocess.run([daf, "build", site, "--quiet"], check=False)
    subprocess.run(pagefind(site / "Output"), check=True, stdout=subprocess.DEVNULL)
    base = served(site / "Output")
    plain = BM25({path.parent.name: path.read_text("utf-8") for path in site.glob("Articles/*/article.md")})
    gains = {"BM25 alone": [ndcg(plain.ranking(one["query"]), one["grades"]) for one in judged]}
    for engine in OPEN:
        opened = pages(browser, base, engine)
        gains[engine] = [
            ndcg(opened[one["lang"]].evaluate("query => window.ask(query, 10)", one["query"])[0], one["grades"])
            for one in judged]
    print(f"nDCG@10 over {len(judged)} judged queries: " + ", ".join(
        f"{engine} {statistics.mean(own):.3f}" for engine, own in gains.items()) + "\n")
    for one, own in zip(judged, gains["Daf"]):
        if own < 0.6:
            print(f"    {own:.2f} {one['query']}")


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
            spent = page.evaluate("query => window.ask(query, 5)", word)[1]
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
            ranking(daf, given.shared.resolve(), browser, Path(name))
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
