"""The search page: the same answers as the terminal's, for a reader with a keyboard, a phone, or no script."""
import json
import re
import subprocess
import sys
from urllib.parse import quote

import pytest

ARTICLES = {
    "rivers/article.md": """---
title: נהרות הגליל
lang: he
author:
  - name: רות לוי
date: 2021
keywords: [מים, נהרות]
---

## המקורות

הנהרות **הגדולים** של הגליל נובעים בהרים, וארה״ב סייעה במדידתם.[^1]

סחר בין־לאומי במים לא היה מעולם.

[^1]: על המדידות בנהרות ראו בארכיון.
""",
    "dunes/article.md": """---
title: الكثبان
lang: ar
author:
  - name: سلمى حداد
date: 2023
keywords: [رمال]
---

الكثبان الرملية في الصحراء كثيرة، وقد درستها المدارس.
""",
    "bridge/article.md": """---
title: גשר על נהר
lang: he
author:
  - name: דן כהן
date: 2022
keywords: [גשרים]
---

הגשר נבנה על נהר רחב. הבנאים באו מן המדבריות.
""",
}


@pytest.fixture
def small(publication):
    made = publication(ARTICLES, "title: {he: ניסוי, ar: تجربة, en: Trial}\nlanguages: [he, ar, en]\n")
    built = made.build()
    assert built.status in (0, 1), built.said
    return made


@pytest.fixture
def section_site(shared, publication):
    """The pieces of damaged papers with known answers, as a site."""
    made = publication(name="sections")
    subprocess.run([sys.executable, str(shared / "search_site.py"), str(made.articles)], check=True)
    built = made.build()
    assert built.status in (0, 1), built.said
    return made


def terminal(daf, site, query, limit=200):
    done = daf("search", "--json", "--limit", limit, "--site", site, "--", query)
    assert done.status == 0, done.said
    return json.loads(done.out)


def ask(page, base, query, folder="search/"):
    page.goto(f"{base}/{folder}?q={quote(query)}")
    settle(page)


def settle(page):
    """Waits until the answers to what stands in the field are shown."""
    page.wait_for_function("""() => {
        const main = document.querySelector("[data-search-page]");
        return !main.hasAttribute("aria-busy") && !main.querySelector("[aria-busy]")
            && (main.querySelector("[role=status]").textContent !== "" || main.querySelector("input").value.trim() === "");
    }""")


def shown(page):
    """Every article that the page shows, the next ones fetched too."""
    more = page.locator("[data-search-more]")
    while more.is_visible():
        before = page.locator("[data-article]").count()
        more.click()
        page.wait_for_function("count => document.querySelectorAll('[data-article]').length > count", arg=before)
    return page.eval_on_selector_all("[data-article]", "all => all.map(one => one.dataset.article)")


def test_the_page_answers_as_the_terminal_does(section_site, shared, daf, serve, new_page):
    base, page = serve(section_site.output), new_page()
    queries = [entry["query"] for entry in json.loads((shared / "queries.json").read_text("utf-8"))]
    queries += ["צה*", "דיפלומטיה -צבאית", "שנה:2020 דיפלומטיה", '"', "-", "lang:ar الأمن", "הדיפלומטיה הצבאיות בקורונה"]
    for query in queries:
        expected = terminal(daf, section_site.output, query)
        ask(page, base, query)
        assert shown(page) == [one["article"] for one in expected["results"]], query
        settle(page)  # a further batch of answers may have come into view
        texts = page.eval_on_selector_all(
            "[data-article]", "all => all.map(a => [...a.querySelectorAll('.passage')].map(p => p.textContent))")
        assert texts == [[p["text"] for p in one["passages"]] for one in expected["results"]], query
    assert not page.script_errors


def test_the_cases_are_answered_alike(publication, repository, daf, serve, new_page):
    """The cases that the Swift engine is asked too (SearchConformanceTests): every answer, in its order."""
    cases = json.loads((repository / "Tests/Conformance/search.json").read_text("utf-8"))
    made = publication({f"{name}/article.md": f"---\ntitle: {name}\nlang: he\n---\n\n{text}.\n"
                        for name, text in cases["articles"].items()})
    assert made.build().status in (0, 1)
    page = new_page()
    page.goto(serve(made.output) + "/search/")
    answered = page.evaluate("""async (queries) => {
      const script = document.querySelector("script[data-search-marks]");
      const { SearchEngine } = await import(new URL("search-engine.js", script.src));
      const engine = await SearchEngine.open(new URL(script.dataset.root || "./", document.baseURI));
      const answers = [];
      for (const query of queries) {
        const { articles, scores, corrections, missing } = await engine.answer(query);
        const slugs = await Promise.all(articles.map(async (number) => (await engine.index.head(number)).slug));
        answers.push({ slugs, scores: articles.map((number) => scores.get(number)), corrections, missing });
      }
      return answers;
    }""", [case["query"] for case in cases["cases"]])
    for case, own in zip(cases["cases"], answered):
        expected = terminal(daf, made.output, case["query"])
        assert own["slugs"] == [one["article"] for one in expected["results"]], case
        assert own["scores"] == [round(one["score"] * 1000) for one in expected["results"]], case
        assert own["corrections"] == expected["corrections"] and own["missing"] == expected["missing"], case


@pytest.fixture(scope="session")
def library(daf, tmp_path_factory):
    """A site of 700 short articles that have two words in many forms, more often in some than in others."""
    root = tmp_path_factory.mktemp("library")
    for number in range(700):
        folder = root / f"Articles/a{number:03}"
        folder.mkdir(parents=True)
        words = "גשר הגשר בגשר גשרים " * (1 + number * 7919 % 13) + "נהר הנהר נהרות " * (1 + number * 104729 % 11)
        (folder / "article.md").write_text(
            f"---\ntitle: {'כותרת' if number % 2 else 'הגשר'} {number}\nlang: he\nauthor:\n  - name: מחבר {number}\n"
            f"date: {1900 + number % 100}\nkeywords: [נושא {number % 40}]\n---\n\n{words}"
            f"{'ברזל' if number % 50 == 3 else 'עץ'} מספר{number}.\n", "utf-8")
    built = daf("build", cwd=root)
    assert built.status in (0, 1), built.said
    return root / "Output"


def test_common_words_are_answered_alike(library, daf, serve, new_page):
    """Of articles of which the index has no weights as well."""
    base, page = serve(library), new_page()
    for query in ["גשר", "גשרים נהר", "נהרות -ברזל", '"הגשר בגשר"', "גשר ברזל", "מספר7 נהר", "נהר שנה:1907"]:
        expected = terminal(daf, library, query, 60)
        page.goto(f"{base}/search/?q={quote(query)}")
        settle(page)
        more = page.locator("[data-search-more]")
        while more.is_visible() and page.locator("[data-article]").count() < 60:
            before = page.locator("[data-article]").count()
            more.click()
            page.wait_for_function("count => document.querySelectorAll('[data-article]').length > count", arg=before)
        assert page.eval_on_selector_all("[data-article]", "all => all.map(one => one.dataset.article)")[:60] == [
            one["article"] for one in expected["results"]], query
    assert not page.script_errors


def test_a_query_fetches_little(library, serve, new_page):
    """Scripts, index and passages of the first five answers: 100 KB, and 40 KB for a further query."""
    page, fetched = new_page(), []
    page.on("response", lambda response: fetched.append(response))
    base = serve(library)
    page.goto(f"{base}/404.html")
    page.wait_for_load_state("networkidle")
    fetched.clear()

    def asked(query):
        page.evaluate("""async (query) => {
            const script = document.querySelector("script[data-search-marks]");
            const { SearchClient } = await import(new URL("search-client.js", script.src));
            window.client ??= new SearchClient(new URL(script.dataset.root || "./", document.baseURI));
            const { heads } = await window.client.ask("answer", { number: 1, query, chosen: [], count: 5 });
            await Promise.all(heads.map(({ article }) => window.client.ask("passages", { number: 1, article })));
        }""", query)
        size = sum(len(response.body()) for response in fetched if response.ok)
        fetched.clear()
        return size

    assert asked("גשר") < 100_000
    assert asked("נהרות ברזל") < 40_000


def test_every_word_folds_alike_in_the_browser_and_in_the_index(section_site, serve, new_page):
    """Over a whole corpus: the words of the index are those into which the browser cuts the texts."""
    base, page = serve(section_site.output), new_page()
    page.goto(base + "/search/")
    differing = page.evaluate("""async (base) => {
      const script = document.querySelector("script[data-search-marks]").src;
      const { SearchEngine } = await import(new URL("search-engine.js", script));
      const engine = await SearchEngine.open(new URL(base + "/"));
      const plain = new Set(), joined = new Set(), indexed = new Set();
      for (let number = 0; number < engine.index.articleCount; number++) {
        const head = await engine.index.head(number);
        for (let piece = 0; piece < head.pieces; piece++) {
          for (const { text } of await engine.index.passages(head, piece)) {
            const words = engine.words.scan(text);
            words.forEach((word, place) => {
              plain.add(word.text);
              if (place > 0 && (word.joint === 1 || word.joint === 2)) joined.add(words[place - 1].text + word.text);
            });
          }
        }
      }
      const families = new Set();
      for (let block = 0; block < engine.index.terms.count; block++) {
        for (const own of (await engine.index.termBlock(block)).values()) own.forEach((one) => families.add(one.family));
      }
      for (const number of families) {
        for (const { word } of (await engine.index.family(number)).members) indexed.add(word);
      }
      return {
        count: plain.size,
        notIndexed: [...plain].filter((word) => !indexed.has(word)),
        notInTexts: [...indexed].filter((word) => !plain.has(word) && !joined.has(word)),
      };
    }""", base)
    assert differing["count"] > 5000
    assert differing["notIndexed"] == []
    assert differing["notInTexts"] == []


def test_answers_come_while_one_types(small, serve, new_page):
    page = new_page()
    page.goto(serve(small.output) + "/search/")
    field = page.locator("[data-search-input]")
    field.press_sequentially("נהר")
    page.wait_for_selector("[data-article]")
    settle(page)
    assert set(shown(page)) == {"rivers", "bridge"}
    assert "q=" in page.url
    assert page.locator("[role=status]").first.text_content().strip()
    field.fill("קרנף")
    page.wait_for_function("() => document.querySelectorAll('[data-article]').length === 0")
    settle(page)
    assert page.locator("[role=status]").first.text_content().strip()


def test_forms_are_marked_and_lead_to_their_paragraph_and_note(small, serve, new_page):
    base, page = serve(small.output), new_page()
    ask(page, base, "מדידה")
    marks = page.locator("[data-article=rivers] .passage mark").all_text_contents()
    assert "במדידתם" in marks and "המדידות" in marks
    links = page.eval_on_selector_all("[data-article=rivers] .passage a", "all => all.map(a => a.href)")
    assert any("#fn-1" in link for link in links)
    assert all(page.eval_on_selector_all(
        "[data-article=rivers] .passage a", "all => all.map(a => a.dir === 'rtl' && a.lang === 'he')"))
    for link in links:
        page.goto(link)
        page.wait_for_selector(".found-bar")
        anchor = link.split("#")[1]
        assert page.locator(f"[id='{anchor}'] mark.found").count() > 0, link


def test_marks_are_stepped_through_and_cleared(small, serve, new_page):
    page = new_page()
    page.goto(serve(small.output) + "/articles/rivers/?q=" + quote("הנהרות הגדולים"))
    page.wait_for_selector(".found-bar")
    before = page.locator("mark.found").count()
    assert before >= 2
    # A mark stands inside the emphasis, not round it.
    assert page.locator("strong mark.found").text_content() == "הגדולים"
    page.locator(".found-bar button").nth(1).click()
    first = page.locator(".found-bar [role=status]").text_content()
    page.locator(".found-bar button").nth(1).click()
    assert page.locator(".found-bar [role=status]").text_content() != first
    assert page.locator("mark.current").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("mark.found").count() == 0
    assert page.locator(".found-bar").count() == 0
    assert "q=" not in page.url


def test_filters_narrow_down_with_counts(small, serve, new_page):
    base, page = serve(small.output), new_page()
    ask(page, base, "נהר")
    page.locator("[data-search-filters] summary").click()
    box = page.get_by_label(re.compile("2022"))
    box.check()
    page.wait_for_function("() => document.querySelectorAll('[data-article]').length === 1")
    assert shown(page) == ["bridge"]
    assert "year=2022" in page.url
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('[data-article]').length === 2")
    ask(page, base, "מחבר:לוי")
    assert shown(page) == ["rivers"]


def test_the_keyboard_suffices(small, serve, new_page):
    base, page = serve(small.output), new_page()
    page.goto(base + "/articles/bridge/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("נהר")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-article]")
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("'result' in document.activeElement.dataset")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


@pytest.mark.parametrize("folder, query, direction", [("search/", "נהר", "rtl"), ("ar/search/", "كثبان", "rtl"), ("en/search/", "נהר", "ltr")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_whole(small, serve, new_page, folder, query, direction, scheme):
    page = new_page(width=320, height=640, color_scheme=scheme)
    ask(page, serve(small.output), query, folder)
    assert page.evaluate("document.documentElement.dir") == direction
    assert page.locator("[data-article]").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_lists_lead_to_every_article(small, serve, new_page):
    page = new_page(java_script_enabled=False)
    base = serve(small.output)
    page.goto(base + "/search/")
    assert page.locator("noscript p").count() or "סקריפטים" in page.content()
    hrefs = page.eval_on_selector_all(".search-lists a", "all => all.map(a => a.href)")
    assert hrefs
    for href in hrefs:
        page.goto(href)
        assert page.locator("main a").count() > 0


def test_a_page_opened_before_a_new_build_goes_on_finding(small, serve, new_page):
    base, page = serve(small.output), new_page()
    ask(page, base, "נהר")
    small.article("rivers", ARTICLES["rivers/article.md"].replace("מעולם", "שם"))
    small.article("lake", "---\ntitle: אגם\nlang: he\n---\n\nהאגם שקט.\n")
    assert small.build().status in (0, 1)
    page.fill("[data-search-input]", "סחר בינלאומי")
    page.wait_for_function("() => document.querySelector('[data-article]')?.dataset.article === 'rivers'"
                           " && document.querySelectorAll('[data-article]').length === 1")


def test_a_damaged_file_is_told_and_never_answered_from(small, serve, new_page):
    base, page = serve(small.output), new_page()
    for file in (small.output / "search").glob("t-*.bin"):
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 0x55
        # The old site's file may be another's link: write a new one.
        file.unlink()
        file.write_bytes(content)
    ask(page, base, "נהר")
    assert page.locator("[data-article]").count() == 0
    assert page.locator("[role=status]").first.text_content() == page.get_attribute("[data-search-page]", "data-fault")
    page.script_errors.clear()


def test_a_missing_index_is_told(small, serve, new_page):
    base, page = serve(small.output), new_page()
    for file in (small.output / "search").glob("*.bin"):
        file.unlink()
    ask(page, base, "נהר")
    assert page.locator("[role=status]").first.text_content() == page.get_attribute("[data-search-page]", "data-fault")


def test_the_search_page_has_no_accessibility_faults(small, serve, new_page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = new_page()
    ask(page, serve(small.output), "נהר")
    page.locator("[data-search-filters] summary").click()
    found = axe.Axe().run(page).response["violations"]
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)[:2000]
