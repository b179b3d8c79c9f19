"""Every operation on files fails once, as SQLite tests itself: the old site or the new one is whole, and what is said
is true.

Tests/Faults/failing.c lets the nth one fail. Here some of each kind do; with DAF_FAULTS=all (make faults) every one
does, alone and with all writing after it, as on a disk that is full.
"""
import os
import re
import shutil
import subprocess

import pytest

from site_links import site_faults
from test_build import tree

SETTINGS = "name: x\nurl: https://example.org/\ntheme: {fonts: system}\n"
WHOLE = os.environ.get("DAF_FAULTS") == "all"
NO_SPACE, NO_ACCESS, INPUT_OUTPUT = 28, 13, 5


def article(name, version):
    return (f"---\ntitle: מאמר {name} {version}\nlang: he\nauthor: [{{name: א ב}}]\ndate: 2020\nkeywords: [מ{version}]\n---\n\n"
            f"פסקה {version}.[^1]\n\n![ציור](x.svg)\n\n[^1]: הערה {version}.\n")


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


@pytest.fixture(scope="session")
def failing(tmp_path_factory, repository):
    """The library that lets operations fail."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if not compiler:
        pytest.skip("there is no C compiler")
    library = tmp_path_factory.mktemp("faults") / "failing.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, repository / "Tests/Faults/failing.c", "-ldl"],
                   check=True)
    return library


class Builds:
    """A small publication that is built from one state into another, with faults."""

    def __init__(self, publication, binary, failing, folder):
        self.binary, self.failing, self.log = binary, failing, folder / "log"
        self.made = publication({"a/article.md": article("a", 1), "a/x.svg": DRAWING, "b/article.md": article("b", 1),
                                 "b/x.svg": DRAWING}, settings=SETTINGS)
        self.run()
        self.old, self.states = tree(self.made.output), {}
        self.keep("old")
        self.made.article("a", article("a", 2))
        self.log.unlink(missing_ok=True)
        assert self.run(FAIL_LOG=str(self.log)).returncode == 0
        self.new = tree(self.made.output)
        self.operations = self.log.read_text("utf-8").splitlines()
        assert self.old != self.new and len(self.operations) > 100

    def keep(self, name):
        """Keeps the site and the cache as they are, to go back to."""
        folder = self.made.folder.parent / f"kept-{name}"
        folder.mkdir()
        for part in ("Output", ".daf"):
            shutil.copytree(self.made.folder / part, folder / part)
        self.states[name] = folder

    def back(self, name="old"):
        for part in ("Output", ".daf", ".Output.daf-new"):
            shutil.rmtree(self.made.folder / part, ignore_errors=True)
            if (self.states[name] / part).exists():
                shutil.copytree(self.states[name] / part, self.made.folder / part)

    def run(self, **faults):
        how = {**os.environ, "LC_ALL": "C.UTF-8", "FAIL_UNDER": str(self.made.folder), "LD_PRELOAD": str(self.failing)}
        return subprocess.run([str(self.binary), "build", "--jobs", "1"], cwd=self.made.folder, capture_output=True,
                              text=True, env={**how, **faults}, timeout=60, check=False)

    def try_fault(self, number, error, for_ever=False):
        """Lets an operation fail; what is wrong with what came of it."""
        self.back()
        done = self.run(FAIL_AT=str(number), FAIL_ERRNO=str(error), **({"FAIL_FOR_EVER": "1"} if for_ever else {}))
        site = tree(self.made.output)
        where = f"{self.operations[number - 1]} (error {error}, for ever: {for_ever}): {done}"
        if done.returncode == 2:
            assert site == self.old, f"not the old site: {where}"
            assert os.strerror(error) in done.stderr, f"not the reason: {where}"
        elif done.returncode == 1:
            # An article, or a thing that is no part of the pages, could not be had, and this was said.
            assert re.search(r"error: .*\[(unreadable-file|missing-file|program-failed)\]", done.stderr), where
            assert not site_faults(self.made.output, "https://example.org/"), where
        else:
            assert done.returncode == 0 and "error" not in done.stderr, where
            assert site == self.new, f"not the new site: {where}"
        assert self.run().returncode == 0, f"the next build fails: {where}"
        later = tree(self.made.output)
        # The index of the build before stays for one build: it goes where the site was the new one already.
        kept = {path for path in self.new if path not in later and path.startswith("search/") and site == self.new}
        # Where the dictionary's program could not be run, the index is another, made by rules; it stays for a build, in the
        # place of the one before it.
        by_rules = {path for path in later if path.startswith("search/") and path not in self.new
                    and "[program-failed]" in done.stderr and site.get(path) == later[path]}
        if by_rules:
            kept = {path for path in self.new if path not in later and path.startswith("search/") and path in self.old}
        assert {path: data for path, data in later.items() if path not in by_rules} == {
            path: data for path, data in self.new.items() if path not in kept}, f"the next build is another: {where}"
        assert not (self.made.folder / ".Output.daf-new").exists(), where


def chosen(operations, most):
    """Some operations of each kind in each part of the build: their numbers."""
    kinds = {}
    for line in operations:
        number, name, path = (line.split(" ", 2) + [""])[:3]
        part = "old" if "/Output/" in path else "new" if ".daf-new" in path else "cache" if ".daf/" in path else "own"
        kinds.setdefault((name, part), []).append(int(number))
    return sorted(number for numbers in kinds.values()
                  for number in sorted({numbers[0], numbers[-1], numbers[len(numbers) // 2]})[:most])


@pytest.mark.timeout(7200)
def test_wherever_an_operation_fails_a_site_stands(publication, daf_binary, failing, tmp_path):
    builds = Builds(publication, daf_binary, failing, tmp_path)
    count = len(builds.operations)
    numbers = range(1, count + 1) if WHOLE else chosen(builds.operations, 2)
    for number in numbers:
        builds.try_fault(number, INPUT_OUTPUT if number % 2 else NO_ACCESS)
        if WHOLE:
            builds.try_fault(number, NO_SPACE, for_ever=True)
    if not WHOLE:
        for number in (1, count // 2, count * 3 // 4):
            builds.try_fault(number, NO_SPACE, for_ever=True)


@pytest.mark.timeout(7200)
def test_a_program_that_runs_out_of_memory_leaves_the_old_site_or_the_new(publication, daf_binary, failing, tmp_path):
    builds = Builds(publication, daf_binary, failing, tmp_path)
    for number in range(1, 4001, 13 if WHOLE else 800):
        builds.back()
        done = builds.run(FAIL_MEMORY=str(number))
        assert tree(builds.made.output) in (builds.old, builds.new), f"allocation {number}: {done}"
        assert builds.run().returncode == 0
        later = tree(builds.made.output)
        assert {path for path in builds.new if later.get(path) != builds.new[path]} <= {
            path for path in builds.new if path.startswith("search/") and path not in later}
