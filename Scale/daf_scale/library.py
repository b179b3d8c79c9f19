"""A library: its papers or articles in batches, and all steps up to the site."""
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from . import bundle
from .store import open_store
from .tasks import keep, task

# Articles in a batch: a task takes some seconds, and a store has thousands of objects where a library has millions.
BATCH = 1000


def version():
    """What tells this daf from another: the hash of its program."""
    with open(shutil.which(os.environ.get("DAF", "daf")), "rb") as program:
        return hashlib.file_digest(program, "sha256").hexdigest()


def batches(store, kind, folder, size):
    """The keys of a folder's entries, put into a store in batches in the order of their names; without the pages of its
    own that a publication has."""
    names = sorted(entry.name for entry in os.scandir(folder) if entry.name != "pages" and not entry.name.startswith("."))
    return [_kept(store, kind, folder, names[start:start + size]) for start in range(0, len(names), size)]


def _kept(store, kind, folder, names):
    """The key of some of a folder's entries, put into a store."""
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as aside:
        archive = Path(aside, "bundle")
        bundle.pack(folder, archive, names)
        return keep(store, kind, archive)


def _settings(store, publication):
    """The key of all that is no article: settings, pages, templates."""
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as aside:
        copy, archive = Path(aside, "copy"), Path(aside, "bundle")
        copy.mkdir()
        for name in ("publication.yaml", "Templates", "Articles/pages"):
            source = Path(publication, name)
            if source.is_dir():
                shutil.copytree(source, copy / name)
            elif source.exists():
                shutil.copy(source, copy / name)
        bundle.pack(copy, archive)
        return keep(store, "settings", archive)


def quiet(step):
    """Says nothing of a step's progress."""
    return lambda done, count: None


def convert(address, papers, engine, size=50, progress=quiet):
    """Converts the papers of a folder; the results of the tasks."""
    keys = batches(open_store(address), "papers", papers, size)
    tag = version()
    return {"convert": engine([task(address, "convert", [key], tag) for key in keys], progress("convert"))}


def publish(address, publication, engine, parts=4, size=BATCH, progress=quiet):
    """Analyses, merges and builds a publication; the results of the tasks by step.

    The site is the union of the bundles of `build` and of `merge`."""
    store, tag = open_store(address), version()
    articles = batches(store, "articles", Path(publication, "Articles"), size)
    own = _settings(store, publication)
    analysed = [task(address, "analyse", [batch], tag) for batch in articles]
    built = [task(address, "build", [own, *articles], tag, part=[number, parts]) for number in range(1, parts + 1)]
    # Parts of the build want no segments: they go first, for they take the longest.
    done = engine(built + analysed, progress("build and analyse"))
    results = {"build": done[:parts], "analyse": done[parts:]}
    if not any("error" in result for result in results["analyse"]):
        results["merge"] = engine([task(address, "merge", [t["output"] for t in analysed], tag)], progress("merge"))
    return results


def outputs(address, results):
    """The files that tasks made, one after another: path and content."""
    store = open_store(address)
    with tempfile.TemporaryDirectory(prefix="daf-scale-") as folder:
        for result in results:
            if "error" not in result:
                archive = Path(folder, "bundle")
                store.fetch(result["output"], archive)
                yield from bundle.entries(archive)


def report(results):
    """A line for each article or paper that failed, and for each task that could not be done."""
    lines = []
    for step, done in results.items():
        for result in done:
            if "error" in result:
                lines.append(f"{step}\t{result['output']}\t{result['error']}")
            lines += [f"{step}\t{failure['file']}\t{failure['reason']}" for failure in result.get("failures", [])]
    return sorted(set(lines))
