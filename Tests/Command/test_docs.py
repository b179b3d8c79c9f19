"""The documentation: a site made by Daf without a finding, and every example in it works."""
import re
import subprocess
import sys
import zlib

import pytest

FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.M | re.S)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"".join(
    len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    for kind, data in ((b"IHDR", bytes.fromhex("00000001000000010800000000")), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")))


def blocks(repository, *kinds):
    """The examples of some kinds, with the page and the line on which they stand."""
    for page in sorted((repository / "docs").glob("*.md")):
        text = page.read_text("utf-8")
        for found in FENCE.finditer(text):
            if found[2] in kinds:
                code = re.sub(f"^{found[1]}", "", found[3], flags=re.M)
                yield f"{page.name}:{text[:found.start()].count(chr(10)) + 1}", found[2], code


@pytest.fixture(scope="module")
def site(daf_binary, repository, tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    made = subprocess.run([sys.executable, repository / "Tools/make-docs", daf_binary, folder], capture_output=True, text=True, check=False)
    assert made.returncode == 0 and not made.stderr, made.stdout + made.stderr
    return folder


def test_the_documentation_has_no_findings(daf, site):
    checked = daf("check", "--quiet", cwd=site, env={"LC_ALL": "C"})
    assert checked.status == 0 and "0 errors, 0 warnings" in checked.out, checked.said


def test_the_tutorials_and_references_are_in_three_languages(site):
    for page in ("guide", "publishing", "fields", "commands"):
        for language in ("", "-he", "-ar"):
            assert (site / f"Output/articles/{page}{language}/index.html").exists(), page + language


@pytest.mark.parametrize("folder, first, next_one", [("", "guide", "publishing"), ("he/", "guide-he", "publishing-he"), ("ar/", "guide-ar", "publishing-ar")])
def test_the_front_page_leads_with_the_tutorial_and_readers_stay_in_their_language(site, folder, first, next_one):
    front = (site / "Output" / folder / "index.html").read_text("utf-8")
    articles = re.findall(r'href="[^"]*articles/([\w-]+)/"', front[front.index("<main"):])
    assert articles[0] == first, articles[:5]
    page = (site / f"Output/articles/{first}/index.html").read_text("utf-8")
    assert re.search(rf'rel="next"[^>]*href="[^"]*{next_one}/|href="[^"]*{next_one}/"[^>]*rel="next"', page), re.findall(r"<[^>]*rel=.next.[^>]*>", page)


def test_a_mark_of_doubt_in_an_example_makes_no_page_doubtful(site):
    """The guides show such marks in code; in the text they would be the converter's."""
    assert "<!-- check:" in (site / "Articles/guide/article.md").read_text("utf-8")
    lists = "".join(file.read_text("utf-8") for file in (site / "Output").glob("**/index.html") if "articles" not in file.parts)
    for words in ("Not proofread", "לא הוגה", "لم يُدقَّق"):
        assert words not in lists


def test_no_link_is_lost(site, repository):
    for page in (repository / "docs").glob("*.md"):
        for target in re.findall(r"\]\(([\w.-]+\.md)\)", page.read_text("utf-8")):
            assert (repository / "docs" / target).exists() or target == "commands.md", f"{page.name}: {target}"


def test_every_command_that_is_shown_is_taken(daf, repository):
    helps = {}
    for place, _, code in blocks(repository, "sh"):
        for line in code.splitlines():
            found = re.match(r"(?:docker run .* )?daf (\S+)(.*)", line.strip())
            if not found or found[1] == "--version":
                continue
            name = found[1]
            if name not in helps:
                helps[name] = daf("help", name)
                assert helps[name].status == 0, f"{place}: {line}"
            for option in re.findall(r"(?<= )--([a-z-]+)", found[2].split("#")[0]):
                assert f"--{option}" in helps[name].out, f"{place}: {line}"


def test_every_example_of_the_reference_is_taken(daf, repository, tmp_path):
    """The examples of each table, together in an article, a page, the settings or a volume's file."""
    tables = {}
    for section in (repository / "docs/fields.md").read_text("utf-8").split("\n## `")[1:]:
        heading, rows = section.split("`", 1)
        tables[heading] = [[cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", row)[1:5]] for row in rows.splitlines()
                           if row.startswith("| `")]
    roots = ["article.md", "pages/NAME.md, pages/news/NAME.md", "publication.yaml", "volumes/NUMBER.yaml"]
    assert set(roots) <= set(tables)
    root, examples, seen = "", {}, 0
    for heading, rows in tables.items():
        root = heading if heading in roots else root
        lines = [f"{key}: " + example.replace("\\|", "|") for key, _, _, example in rows if example]
        seen += len(lines)
        path = [] if heading in roots else heading.split(".")
        for place in reversed(range(len(path))):
            form = next(form for key, form, *_ in tables[".".join(path[:place]) or root] if key == path[place])
            if form.startswith("list"):
                lines = ["- " + lines[0]] + ["  " + line for line in lines[1:]]
            elif form.startswith("by "):
                lines = ["en:"] + ["  " + line for line in lines]
            lines = [f"{path[place]}:"] + ["  " + line for line in lines]
        examples[heading] = (root, "\n".join(lines) + "\n")
    assert seen > 60
    kinds = re.compile(r"\[((unknown|misspelled|duplicate)-key|unknown-value|unknown-language|wrong-\w+|yaml-\w+)\]$")
    for number, (heading, (root, text)) in enumerate(examples.items()):
        place = tmp_path / str(number)
        (place / "Articles/a").mkdir(parents=True)
        (place / "Articles/a/article.md").write_text("---\ntitle: א\ncitation: {volume: 7}\n---\n\nא\n", "utf-8")
        name = {roots[0]: "Articles/b/article.md", roots[1]: "Articles/pages/news/b.md", roots[2]: "publication.yaml",
                roots[3]: "Articles/volumes/7.yaml"}[root]
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        title = "" if heading == root else "title: א\n"
        (place / name).write_text(f"---\n{title}{text}---\n\nא\n" if name.endswith(".md") else text, "utf-8")
        for line in daf("check", "--quiet", cwd=place, env={"LC_ALL": "C"}).out.splitlines():
            assert not (kinds.search(line) and line.startswith(name)), (heading, line, text)


def test_every_example_of_the_format_is_built(daf, repository, tmp_path):
    """Articles, parts of articles, front matter and settings, each as an article or a publication of its own."""
    (tmp_path / "publication.yaml").write_text("name: א\nlanguages: [he]\n", "utf-8")
    places = {}
    for number, (place, kind, code) in enumerate(blocks(repository, "markdown", "yaml")):
        keys = re.findall(r"^([a-z-]+):", code, re.M)
        if kind == "yaml" and {"name", "theme", "url", "exports", "series", "convert", "publish", "hosts"} & set(keys):
            settings = tmp_path / f"settings-{number}"
            (settings / "Articles/a").mkdir(parents=True)
            (settings / "Articles/a/article.md").write_text("---\ntitle: א\nlang: he\n---\n\nא\n", "utf-8")
            (settings / "publication.yaml").write_text(code, "utf-8")
            told = daf("check", "--quiet", cwd=settings, env={"LC_ALL": "C"})
            faults = [line for line in told.out.splitlines() if "publication.yaml:" in line and "unknown-page" not in line
                      and "missing-file" not in line and "missing-font" not in line]
            assert not faults, f"{place}: {faults}"
            continue
        if kind == "yaml":
            text = f"---\ntitle: א\nlang: he\n{code}---\n\nא\n"
        else:
            text = code if code.startswith("---\n") else f"---\ntitle: א\nlang: en\n---\n\n{code}"
        folder = tmp_path / f"Articles/a{number}"
        folder.mkdir(parents=True)
        places[folder.name] = place
        (folder / "article.md").write_text(text, "utf-8")
        for file in re.findall(r"\]\(<?([\w .-]+\.(?:png|jpg|svg))", text) + re.findall(r"\[([\w.-]+\.pdf)\]", text):
            (folder / file).write_bytes(PICTURE)
    assert len(places) > 10
    built = daf("build", "--no-pdf", cwd=tmp_path, env={"LC_ALL": "C"})
    faults = [line for line in built.err.splitlines() if " error: " in line]
    assert built.status == 0, [(places.get(line.split("/")[1]), line) for line in faults] or built.said
