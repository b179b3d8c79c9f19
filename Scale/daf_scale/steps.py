"""The steps: bundles of files in, a bundle and a report of failures out. Nothing else is read or changed, so that a step
may run anywhere, again, and twice at once.

    convert   papers, side by side                       articles, each in its folder
    analyse   articles                                   their segments of the search index
    merge     all segments                               the search index
    build     all articles, settings and a part (k, n)   the part's files of the site

A paper or an article that fails is in the report and keeps no other from its place.
"""
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import bundle

DAF = os.environ.get("DAF", "daf")
# Seconds for one run of daf, whatever it is given: a step that takes longer is given up and tried again elsewhere.
PATIENCE = int(os.environ.get("DAF_SCALE_PATIENCE", "3600"))


class StepFailed(Exception):
    """daf could not do a step at all, which may be the machine's fault."""


def convert(papers):
    """Converts a bundle of papers."""
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as folder:
        made, source = Path(folder, "made"), Path(folder, "papers")
        bundle.extract(papers, source)
        (made / "Articles").mkdir(parents=True)
        failures = []
        for paper in sorted(file for file in source.rglob("*") if file.is_file()):
            done = _run(["convert", str(paper)], made)
            if done.returncode != 0:
                failures.append({"file": paper.relative_to(source).as_posix(), "reason": _reason(done)})
        return bundle.pack(bundle.gather(made / "Articles")), failures


def analyse(articles):
    """Analyses a bundle of articles for the search."""
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as folder:
        source, segments = Path(folder, "Articles"), Path(folder, "segments")
        bundle.extract(articles, source)
        segments.mkdir()
        done = _run(["analyse", "Articles", "--output", "segments", "--jobs", "1"], Path(folder))
        return bundle.pack(bundle.gather(segments)), _failures(done)


def merge(*segments):
    """Puts bundles of segments together into the search index."""
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as folder:
        parts = []
        for number, part in enumerate(segments):
            parts.append(f"segments-{number}")
            bundle.extract(part, Path(folder, parts[-1]))
            Path(folder, parts[-1]).mkdir(exist_ok=True)
        done = _run(["merge", *parts, "--output", "index"], Path(folder))
        if done.returncode != 0:
            raise StepFailed(_reason(done))
        return bundle.pack(bundle.gather(Path(folder, "index"))), []


def build(part, settings, *articles):
    """Builds a part (number, count) of the site of all articles.

    Settings are a bundle with publication.yaml and, if there are any, Templates and pages (Articles/pages)."""
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as folder:
        bundle.extract(settings, folder)
        for batch in articles:
            bundle.extract(batch, Path(folder, "Articles"))
        number, count = part
        done = _run(["build", "--shard", f"{number}/{count}", "--output", "site", "--jobs", "1", "--quiet"], Path(folder))
        return bundle.pack(bundle.gather(Path(folder, "site"))), _failures(done)


def _run(arguments, folder):
    program = shutil.which(DAF) or DAF
    try:
        return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, errors="backslashreplace",
                              timeout=PATIENCE, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
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
