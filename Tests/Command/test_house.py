"""Rules of the house that a compiler does not hold."""
import re
import subprocess

import pytest

# A module imports only those below it; those side by side do not know one another (ARCHITECTURE.md).
LAYERS = [
    ["daf"], ["Preview"], ["Desk", "Publishing"], ["Checking", "Conversion", "Exporting", "Search"], ["Rendering"], ["Citations"],
    ["Templating"], ["Manuscript"], ["Markup", "Orthography"], ["PDF"],
]
MAY_IMPORT = {
    module: {below for layer in LAYERS[depth + 1:] for below in layer}
    for depth, layer in enumerate(LAYERS) for module in layer
}

# Modules that touch files, clocks, processes and threads; the others are pure.
EDGES = {"Publishing", "Preview", "daf"}
EFFECTS = re.compile(
    r"\b(FileManager|FileHandle|Process\(\)|Date\(\)|Date\.now|ContinuousClock|DispatchQueue|Thread\(|"
    r"ProcessInfo|fopen\(|Glibc\.open\(|getenv\(|(?<!\w)print\(|URLSession|arc4random|SystemRandomNumberGenerator)")

# A file of more than 400 lines needs a reason, written here.
LONG_FILES = {
    "Sources/Conversion/Calibration.swift": "fitted weights, a line each, written by one program",
    "Sources/Conversion/CalibrationShuffledLines.swift": "weights, written by a fit",
    "Tests/CheckingTests/CheckTests.swift": "an example of every kind of finding",
    "Tests/Browser/test_serve.py": "what one server does, over one fixture of a watched publication",
}

FORBIDDEN = re.compile(r"\btry!|\bfatalError\(|\bas!|\bimplicitlyUnwrapped")


def swift_sources(repository, module=None):
    folder = repository / "Sources" / module if module else repository / "Sources"
    return sorted(folder.rglob("*.swift"))


def test_every_module_is_in_the_list(repository):
    folders = {f.name for f in (repository / "Sources").iterdir() if f.is_dir()}
    modules = {name for name in folders if not (name.startswith("C") and name[1:2].isupper())}
    assert modules <= set(MAY_IMPORT), "a module that the list of imports does not know"


@pytest.mark.parametrize("module", MAY_IMPORT)
def test_a_module_imports_only_those_below_it(repository, module):
    for file in swift_sources(repository, module):
        for name in re.findall(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public\s+|internal\s+|package\s+)?import\s+(?:struct |enum |func |class )?(\w+)",
                               file.read_text("utf-8"), re.MULTILINE):
            if name in MAY_IMPORT:
                assert name in MAY_IMPORT[module], f"{file.relative_to(repository)} imports {name}"


def test_effects_stay_at_the_edge(repository):
    found = []
    for module in set(MAY_IMPORT) - EDGES:
        for file in swift_sources(repository, module):
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                code = line.split("//")[0]
                if EFFECTS.search(re.sub(r'"(?:[^"\\]|\\.)*"', '""', code)):
                    found.append(f"{file.relative_to(repository)}:{number}: {line.strip()}")
    assert not found, "\n".join(found)


def test_nothing_in_the_sources_can_stop_the_program(repository):
    found = []
    for file in swift_sources(repository):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if FORBIDDEN.search(line.split("//")[0]):
                found.append(f"{file.relative_to(repository)}:{number}: {line.strip()}")
    assert not found, "\n".join(found)


def test_long_files_have_a_reason(repository):
    kept = [*swift_sources(repository), *(repository / "Tests").rglob("*.swift"),
            *(repository / "Tests").rglob("*.py"), *(repository / "Templates").rglob("*.*")]
    long = {}
    for file in kept:
        lines = len(file.read_text("utf-8", errors="replace").splitlines()) if file.is_file() else 0
        if lines > 400:
            long[str(file.relative_to(repository))] = lines
    unexplained = {name: lines for name, lines in long.items() if name not in LONG_FILES}
    assert not unexplained, f"over 400 lines, without a reason: {unexplained}"
    assert set(LONG_FILES) <= set(long), "a reason for a file that is no longer long"


def test_packages_are_named_once(repository):
    """Only Tools/debian-packages.txt names Debian packages; the list is in order and without doubles."""
    lines = [line.split() for line in (repository / "Tools/debian-packages.txt").read_text().splitlines()
             if line.strip() and not line.startswith("#")]
    names = [fields[1] for fields in lines]
    assert len(names) == len(set(names)), "a package named twice"
    assert all(fields[0] in ("site", "test") and "#" in fields for fields in lines), "each has group and reason"
    readme = repository / "README.md"
    if readme.exists():
        assert "Tools/debian-packages.txt" in readme.read_text("utf-8")
    declared = set(re.findall(r'"(lib[\w.+-]+-dev)"', (repository / "Package.swift").read_text("utf-8")))
    assert declared <= set(names), f"Package.swift needs packages that the list lacks: {declared - set(names)}"


def test_python_tools_are_pinned(repository):
    for file in sorted((repository / "Tools").glob("python-requirements*.txt")):
        for line in file.read_text("utf-8").splitlines():
            requirement = line.split("#")[0].strip()
            assert not requirement or re.fullmatch(r"[\w.-]+==[\w.]+", requirement), f"{file.name}: {line}"


PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)*|"
    r"border-(?:top|bottom)-(?:left|right)-radius|left|right|text-align|float|clear|direction|unicode-bidi)\s*:\s*([^;}]+)")


def test_style_sheets_use_logical_properties_only(repository):
    """A page turned from right-to-left to left-to-right must turn wholly; and direction is said in HTML."""
    found = []
    for file in sorted((repository / "Templates").rglob("*.css")):
        text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m[0].count("\n"), file.read_text("utf-8"), flags=re.DOTALL)
        for number, line in enumerate(text.splitlines(), 1):
            for match in PHYSICAL.finditer(line):
                name, value = match[0].split(":")[0].strip(), match[1].strip()
                if name in ("text-align", "float", "clear") and not re.search(r"\b(left|right)\b", value):
                    continue
                if name == "unicode-bidi" and value.startswith(("isolate", "plaintext")):
                    continue
                found.append(f"{file.relative_to(repository)}:{number}: {match[0].strip()}")
    assert not found, "\n".join(found)


def test_templates_carry_no_style_attributes_and_load_nothing_from_elsewhere(repository):
    found = []
    for file in sorted((repository / "Templates").rglob("*.mustache")):
        text = file.read_text("utf-8")
        for pattern in (r"\sstyle\s*=", r"\son\w+\s*=", r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//"):
            found += [f"{file.relative_to(repository)}: {m[0]}" for m in re.finditer(pattern, text)]
    assert not found, "\n".join(found)


def test_no_sentence_of_the_papers_is_kept_here(repository, shared):
    """The institute's papers are not ours to hand on: not even six Hebrew or Arabic words in a row."""
    word = re.compile(r"[֐-ۿ]+")

    def rows(text):
        words = word.findall(text)
        return {" ".join(words[start:start + 6]) for start in range(len(words) - 5)}

    theirs = set()
    for file in (shared / "papers").iterdir():
        if file.suffix in (".txt", ".md", ".json"):
            theirs |= rows(file.read_text("utf-8"))
    assert theirs
    for folder in ("Sources", "Tests", "Templates", "Articles", "Papers", "docs", "Benchmarks", "Tools"):
        for file in (repository / folder).rglob("*"):
            if file.is_file() and file.suffix not in (".png", ".pyc"):
                found = rows(file.read_text("utf-8", errors="replace")) & theirs
                assert not found, f"{file.relative_to(repository)}: {sorted(found)[:3]}"


def tracked(repository):
    """What Git keeps: (mode, name) of each file."""
    listing = subprocess.run(["git", "ls-files", "--stage", "-z"], cwd=repository, capture_output=True, text=True)
    if listing.returncode:
        pytest.skip("no Git checkout: which files are kept is not known")
    rows = [row.split("\t", 1) for row in listing.stdout.split("\0") if row]
    return [(fields.split()[0], name) for fields, name in rows]


def test_no_links_are_kept(repository):
    """A link to a folder of one machine broke the build on every other."""
    assert [name for mode, name in tracked(repository) if mode == "120000"] == []


def test_what_is_made_is_not_kept(repository):
    made = re.compile(r"(^|/)(\.venv|\.build|\.daf|Output|release|__pycache__)(/|$)")
    assert [name for _, name in tracked(repository) if made.search(name)] == []
