"""A step over objects of a store, as a task that engines run: {"store", "step", "inputs", "part", "output"}.

The key of an output is made of all that it depends on: the step, the version of daf, and the keys of the inputs, which
are so made themselves. A task that is run again, or twice at once, makes the same object; one whose object is there
has nothing to do.
"""
import hashlib
import json
import os
import resource
import shutil
import tempfile
import time
from pathlib import Path

from . import steps
from .store import open_store


def task(store, step, inputs, version, part=None):
    """A task with the key of its output."""
    made_of = json.dumps([step, version, part, inputs])
    name = hashlib.sha256(made_of.encode()).hexdigest()
    return {"store": str(store), "step": step, "inputs": inputs, "part": part, "output": f"{step}/{name}.tar"}


def keep(store, kind, file):
    """Puts an input into a store; its key, which is made of its content."""
    with open(file, "rb") as stream:
        key = f"{kind}/{hashlib.file_digest(stream, 'sha256').hexdigest()}.tar"
    store.put(key, file)
    return key


def execute(task):
    """Runs a task where it stands: what came of it, with its costs."""
    began, before = time.monotonic(), _seconds()
    store = open_store(task["store"])
    # The report comes last, so that where it is the output is.
    report = task["output"] + ".json"
    there = store.read(report)
    if there is not None:
        return {**json.loads(there), "output": task["output"], "was_there": True}
    folder = Path(tempfile.mkdtemp(prefix="daf-scale-"))
    try:
        inputs = []
        for number, key in enumerate(task["inputs"]):
            inputs.append(folder / f"{number}.tar")
            store.fetch(key, inputs[-1])
        (folder / "work").mkdir()
        more = {} if task["part"] is None else {"part": task["part"]}
        failures = getattr(steps, task["step"])(inputs, folder / "work", folder / "output", **more)
        store.put(task["output"], folder / "output")
        own, children = (after - once for after, once in zip(_seconds(), before))
        result = {"failures": failures, "bytes": (folder / "output").stat().st_size, "cpu": own + children, "own": own,
                  "seconds": time.monotonic() - began, "memory": _memory()}
        (folder / "report").write_text(json.dumps(result))
        store.put(report, folder / "report")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return {**result, "output": task["output"], "was_there": False, "worker": os.getpid()}


def _usages():
    return map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _seconds():
    """Seconds of processor time of this process, and of those it waited for: daf and tar."""
    return [usage.ru_utime + usage.ru_stime for usage in _usages()]


def _memory():
    """Bytes that this process and the largest of those it waited for had at most."""
    return sum(usage.ru_maxrss for usage in _usages()) * 1024
