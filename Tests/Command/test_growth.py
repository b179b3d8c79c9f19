"""No pattern of text costs more than n log n instructions (valgrind's callgrind counts them)."""
import importlib.util
import math
import os
import re
import shutil
import subprocess

import pytest

from growth_patterns import articles

SIZES = (1000, 4000, 16000) if os.environ.get("DAF_GROWTH") == "all" else (500, 2000, 8000)
# What a step in size may cost: n log n, and a fifth more for hash tables and buffers that double.
SLACK = 1.2


def counted(trial, folder, cases):
    """The instructions of each article, by the name of its file."""
    valgrind = shutil.which("valgrind")
    if not valgrind or not trial.exists():
        pytest.skip("valgrind or daf-trial is not there")
    for name, text in cases.items():
        (folder / name).write_text(text, "utf-8", errors="surrogatepass")
    subprocess.run([valgrind, "--tool=callgrind", "--callgrind-out-file=counts", trial, "grow", *cases], cwd=folder,
                   check=True, capture_output=True, timeout=1500)
    counts = {}
    for file in folder.glob("counts*"):
        text = file.read_text("utf-8", errors="replace")
        if (trigger := re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.MULTILINE)) and (
                total := re.search(r"^(?:summary|totals): (\d+)", text, re.MULTILINE)):
            counts[trigger[1]] = int(total[1])
    return counts


def growing(daf_binary, folder, patterns):
    """The patterns that grow faster than they may, with their costs."""
    cases = {"warm": patterns[0][1](SIZES[0])}
    for number, (_, article) in enumerate(patterns):
        cases |= {f"{number}-{size}": article(size) for size in SIZES}
    counts = counted(daf_binary.parent / "daf-trial", folder, cases)
    found = []
    for number, (name, _) in enumerate(patterns):
        costs = [counts[f"{number}-{size}"] for size in SIZES]
        small, large = SIZES[1], SIZES[2]
        allowed = SLACK * (large * math.log(large)) / (small * math.log(small))
        if costs[2] > allowed * costs[1]:
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
