"""A library: its papers or articles in batches, and all steps up to the site."""
import os
import subprocess
from pathlib import Path

from . import bundle
from .store import open_store
from .tasks import keep, task

# Articles in a batch: a task takes some seconds, and a store has thousands of objects where a library has millions.
BATCH = 500


def version(program=None):
    """What tells this daf from another: the hash of its program."""
    import hashlib
    import shutil

    path = shutil.which(program or os.environ.get("DAF", "daf"))
    return hashlib.sha256(Path(path).read_bytes()).hexdigest() if path else ""


def batches(folder, size=BATCH):
    """The articles' folders of a folder as bundles, in the order of their names."""
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name != "pages")
    for start in range(0, len(names), size):
        yield bundle.pack({f"{name}/{path}": data for name in names[start:start + size]
                           for path, data in bundle.gather(Path(folder, name)).items()})


def settings(publication):
    """The bundle of all that is no article: settings, pages, templates."""
    publication = Path(publication)
    files = {}
    if (publication / "publication.yaml").exists():
        files["publication.yaml"] = (publication / "publication.yaml").read_bytes()
    for part in ("Templates", "Articles/pages"):
        if (publication / part).is_dir():
            files |= {f"{part}/{path}": data for path, data in bundle.gather(publication / part).items()}
    return bundle.pack(files)


def publish(store_address, publication, engine, parts=4, size=BATCH, progress=lambda step: lambda done, count: None):
    """Analyses, merges and builds a publication; the results of the tasks by step.

    The site is the union of the bundles of `build` and of `merge`."""
    store, tag = open_store(store_address), version()
    articles = [keep(store, "articles", batch) for batch in batches(Path(publication, "Articles"), size)]
    own = keep(store, "settings", settings(publication))
    results = {}
    analysed = [task(store_address, "analyse", [batch], tag) for batch in articles]
    results["analyse"] = engine(analysed, progress("analyse"))
    failed = [result for result in results["analyse"] if "error" in result]
    if failed:
        return results
    rest = [task(store_address, "merge", [t["output"] for t in analysed], tag)]
    rest += [task(store_address, "build", [own, *articles], tag, part=[number, parts]) for number in range(1, parts + 1)]
    done = engine(rest, progress("merge and build"))
    results["merge"], results["build"] = done[:1], done[1:]
    return results


def site(store_address, results):
    """The files of the site out of the outputs of `publish`."""
    store, files = open_store(store_address), {}
    for result in results["build"] + results["merge"]:
        files |= bundle.unpack(store.get(result["output"]))
    return files


def report(results):
    """A line for each article or paper that failed, and for each task that could not be done."""
    lines = []
    for step, done in results.items():
        for result in done:
            if "error" in result:
                lines.append(f"{step}\t{result['output']}\t{result['error']}")
            lines += [f"{step}\t{failure['file']}\t{failure['reason']}" for failure in result.get("failures", [])]
    return lines


def run(program, arguments, folder):
    """Runs daf by itself, for comparison."""
    return subprocess.run([program, *arguments], cwd=folder, check=False, capture_output=True, text=True)
