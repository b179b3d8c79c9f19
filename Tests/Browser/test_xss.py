"""Nothing that a text, its front matter or the settings hold runs in a reader's browser.

The pages are read with their Content-Security-Policy put aside, so that it is the pages themselves
that are safe; the policy is there for what nobody thought of, and is tested by itself.
"""
import pytest
from xss_cases import BODY, DRAWING, FRONT, SETTINGS

HARMLESS = "title: a\nlang: he\n"
SCHEMES = ("http:", "https:", "mailto:")

# Opens what can be opened by hand and says what of the page could act.
PROBE = """
async () => {
  for (const element of document.querySelectorAll("a, [tabindex], summary, button")) {
    for (const type of ["mouseover", "mouseenter", "pointerenter"]) {
      element.dispatchEvent(new Event(type, { bubbles: true }));
    }
    element.focus();
  }
  await new Promise((done) => setTimeout(done, 30));
  const acting = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "srcdoc") acting.push(`${name}=${value}`);
      if (["href", "src", "action", "formaction", "data"].includes(name)) {
        const scheme = new URL(value, document.baseURI).protocol;
        if (!["http:", "https:", "mailto:"].includes(scheme)) acting.push(`${name}=${value}`);
      }
    }
  }
  return { ran: window.ran === undefined ? null : String(window.ran), acting };
}
"""


def pages_of(output):
    return sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))


def look(new_page, address, paths):
    """Opens pages and gives what ran or could act in each."""
    page = new_page(bypass_csp=True)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    found = []
    for path in paths:
        page.goto(f"{address}/{path}", wait_until="load")
        state = page.evaluate(PROBE)
        if state["ran"] is not None or state["acting"]:
            found.append((path, state))
    assert not dialogs
    return found


def test_there_are_at_least_forty_cases():
    assert len(BODY) + len(FRONT) + len(SETTINGS) >= 40


def test_nothing_in_articles_runs(publication, new_page, serve):
    files = {}
    for number, text in enumerate(BODY.values()):
        files[f"body-{number}/article.md"] = f"---\n{HARMLESS}---\n\n{text}\n"
        files[f"body-{number}/evil.svg"] = DRAWING
    for number, text in enumerate(FRONT.values()):
        lang = "" if "lang:" in text else "lang: he\n"
        files[f"front-{number}/article.md"] = f"---\n{lang}{text}\n---\n\na\n"
    made = publication(files)
    built = made.build()
    assert built.status in (0, 1), built.said
    paths = pages_of(made.output)
    assert sum("body-" in path for path in paths) >= len(BODY), "an article has no page"
    assert look(new_page, serve(made.output), paths) == []


def test_pictures_that_are_opened_by_themselves_do_not_act(publication, new_page, serve):
    made = publication({
        "a/article.md": f"---\n{HARMLESS}---\n\n![x](evil.svg)\n", "a/evil.svg": DRAWING})
    assert made.build().status in (0, 1)
    drawings = [path for path in made.output.rglob("*.svg")]
    page = new_page(bypass_csp=True)
    for drawing in drawings:
        page.goto(f"{serve(made.output)}/{drawing.relative_to(made.output).as_posix()}")
        assert page.evaluate("window.ran === undefined")


@pytest.mark.parametrize("name", SETTINGS)
def test_nothing_in_settings_runs(publication, new_page, serve, name):
    made = publication({"a/article.md": f"---\n{HARMLESS}---\n\na\n"}, settings=SETTINGS[name] + "\n")
    built = made.build()
    if built.status == 2:
        assert built.said
        return
    assert look(new_page, serve(made.output), pages_of(made.output)) == []


def test_policy_lets_no_inline_script_run(sample_site, new_page, serve):
    page = new_page()
    page.goto(serve(sample_site) + "/")
    page.evaluate("""
      const script = document.createElement("script");
      script.textContent = "window.ran = 1";
      document.body.append(script);
    """)
    assert page.evaluate("window.ran === undefined")
