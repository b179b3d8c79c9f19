"""The steps: bundles of files in, a bundle and a report of failures out. Nothing else is read or changed, so that a step
may run anywhere, again, and twice at once.

    convert   papers, side by side                       articles, each in its folder
    analyse   articles                                   their segments of the search index
    merge     all segments                               the search index
    build     settings, all articles, and a part (k, n)  the part's files of the site

Each gets the archives of its inputs, an empty folder to work in, and the file of its output. A paper or an article that
fails is in the report, which it gives back, and keeps no other from its place.
"""
import os
import shutil
import subprocess
from pathlib import Path

from . import bundle

# Seconds for one run of daf, whatever it is given: a step that takes longer is given up and tried again elsewhere.
PATIENCE = 3600


class StepFailed(Exception):
    """daf could not do a step at all, which may be the machine's fault."""


def convert(inputs, folder, output):
    """Converts bundles of papers: in one process, and one by one where that reports a failure, for a paper that fails
    by itself is to be told from the others."""
    source, made = folder / "papers", folder / "made"
    for papers in inputs:
        bundle.unpack(papers, source)
    names = sorted(bundle.files(source))
    made.mkdir()
    failures = []
    if _run(["convert", *(str(source / name) for name in names)], made).returncode != 0:
        shutil.rmtree(made)
        made.mkdir()
        for name in names:
            done = _run(["convert", str(source / name)], made)
            if done.returncode != 0:
                failures.append({"file": name, "reason": _reason(done)})
    (made / "Articles").mkdir(exist_ok=True)
    bundle.pack(made / "Articles", output)
    return failures


def analyse(inputs, folder, output):
    """Analyses bundles of articles for the search."""
    for articles in inputs:
        bundle.unpack(articles, folder / "Articles")
    segments = folder / "segments"
    segments.mkdir()
    done = _run(["analyse", "Articles", "--output", "segments", "--jobs", "1"], folder)
    bundle.pack(segments, output)
    return _failures(done)


def merge(inputs, folder, output):
    """Puts bundles of segments together into the search index."""
    parts = [folder / f"segments-{number}" for number in range(len(inputs))]
    for part, segments in zip(parts, inputs):
        part.mkdir()
        bundle.unpack(segments, part)
    done = _run(["merge", *(part.name for part in parts), "--output", "index"], folder)
    if done.returncode != 0:
        raise StepFailed(_reason(done))
    bundle.pack(folder / "index", output)
    return []


def build(inputs, folder, output, part):
    """Builds a part (number, count) of the site of all articles. The first input are the settings: publication.yaml and,
    if there are any, Templates and pages (Articles/pages)."""
    bundle.unpack(inputs[0], folder)
    for articles in inputs[1:]:
        bundle.unpack(articles, folder / "Articles")
    number, count = part
    done = _run(["build", "--shard", f"{number}/{count}", "--output", "site", "--jobs", "1", "--quiet"], folder)
    failures = _failures(done)
    bundle.pack(folder / "site", output)
    return failures


def _run(arguments, folder):
    daf = os.environ.get("DAF", "daf")
    try:
        return subprocess.run([shutil.which(daf) or daf, *arguments], cwd=folder, capture_output=True, text=True,
                              errors="backslashreplace", timeout=PATIENCE, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise StepFailed(str(fault)) from fault


def _failures(done):
    """What daf says of single articles; where it could do nothing, the step has failed."""
    if done.returncode not in (0, 1):
        raise StepFailed(_reason(done))
    lines = [line.split(": error: ", 1) for line in done.stderr.splitlines() if ": error: " in line]
    return [{"file": file, "reason": reason} for file, reason in lines]


def _reason(done):
    return (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]
