"""No pattern of text costs more than n log n instructions (valgrind's callgrind counts them)."""
import importlib.util
import math
import os
import re
import shutil
import subprocess

import pytest

from growth_patterns import articles

SIZES = (1000, 4000, 16000) if os.environ.get("DAF_GROWTH") == "all" else (400, 1600, 6400)
# What a step in size may cost: n log n, and a fifth more for hash tables and buffers that double.
SLACK = 1.2
# Instructions that come and go whatever the size.
NOISE = 200_000


def counted(trial, folder, cases):
    """The instructions of each article, by the name of its file."""
    valgrind = shutil.which("valgrind")
    if not valgrind or not trial.exists():
        pytest.skip("valgrind or daf-trial is not there")
    for name, text in cases.items():
        (folder / name).write_text(text, "utf-8", errors="surrogatepass")
    # Debian's valgrind cannot read the debug information that the Swift compiler writes.
    bare = folder / "trial"
    subprocess.run(["strip", "--strip-debug", "-o", bare, trial], check=True)
    done = subprocess.run([valgrind, "--tool=callgrind", "--callgrind-out-file=counts", bare, "grow", *cases],
                          cwd=folder, check=False, capture_output=True, text=True, timeout=1500,
                          env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
    assert done.returncode == 0, done.stderr[-2000:]
    counts = {}
    for file in folder.glob("counts*"):
        text = file.read_text("utf-8", errors="replace")
        if (trigger := re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.MULTILINE)) and (
                total := re.search(r"^(?:summary|totals): (\d+)", text, re.MULTILINE)):
            counts[trigger[1]] = int(total[1])
    return counts


def steps(values):
    """What each step in size adds: what an article costs whatever its size falls out."""
    return [larger - smaller for smaller, larger in zip(values, values[1:])]


def growing(daf_binary, folder, patterns):
    """The patterns that grow faster than they may, with their costs."""
    cases = {"warm": patterns[0][1](SIZES[0])}
    for number, (_, article) in enumerate(patterns):
        cases |= {f"{number}-{size}": article(size) for size in SIZES}
    counts = counted(daf_binary.parent / "daf-trial", folder, cases)
    small, large = steps([size * math.log(size) for size in SIZES])
    found = []
    for number, (name, _) in enumerate(patterns):
        costs = [counts[f"{number}-{size}"] for size in SIZES]
        first, second = steps(costs)
        # A limit between the smallest two sizes may make the larger the cheaper: the sums count as well.
        if second > SLACK * large / small * max(first, NOISE) and costs[2] > large / small * costs[1]:
            found.append(f"{name}: {costs}")
    return found


@pytest.mark.timeout(1800)
def test_no_pattern_grows_faster_than_its_length(daf_binary, tmp_path):
    assert not growing(daf_binary, tmp_path, list(articles()))


@pytest.mark.timeout(3600)
@pytest.mark.skipif(os.environ.get("DAF_GROWTH") != "all", reason="asked for by DAF_GROWTH=all")
def test_no_pattern_of_the_attack_grows_faster_than_its_length(daf_binary, tmp_path, shared):
    specification = importlib.util.spec_from_file_location("patterns", shared / "cases/attack/growth-patterns.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    patterns = [(name, lambda n, body=body: f"---\ntitle: x\nlang: he\n---\n\n{body(n)}\n") for name, body in module.A.items()]
    assert not growing(daf_binary, tmp_path, patterns)
