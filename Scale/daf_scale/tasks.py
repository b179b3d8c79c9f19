"""A step over objects of a store, as a task that engines run: {"store", "step", "inputs", "part", "output"}.

The key of an output is made of all that it depends on: the step, the version of daf, and the keys of the inputs, which
are so made themselves. A task that is run again, or twice at once, makes the same object; one whose object is there
has nothing to do.
"""
import hashlib
import json
import resource
import time

from . import steps
from .store import open_store


def task(store, step, inputs, version, part=None):
    """A task with the key of its output."""
    made_of = json.dumps([step, version, part, inputs])
    name = hashlib.sha256(made_of.encode()).hexdigest()
    return {"store": str(store), "step": step, "inputs": inputs, "part": part, "output": f"{step}/{name}.tar"}


def keep(store, kind, data):
    """Puts an input into a store; its key."""
    key = f"{kind}/{hashlib.sha256(data).hexdigest()}.tar"
    if not store.has(key):
        store.put(key, data)
    return key


def execute(task):
    """Runs a task where it stands: what came of it, with its costs."""
    began, before = time.monotonic(), _cpu()
    store = open_store(task["store"])
    report = task["output"] + ".json"
    if store.has(report) and store.has(task["output"]):
        return {**json.loads(store.get(report)), "output": task["output"], "was_there": True}
    inputs = [store.get(key) for key in task["inputs"]]
    if task["part"] is not None:
        inputs.insert(0, tuple(task["part"]))
    made, failures = getattr(steps, task["step"])(*inputs)
    store.put(task["output"], made)
    result = {"failures": failures, "bytes": len(made), "cpu": _cpu() - before, "seconds": time.monotonic() - began,
              "memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024}
    store.put(report, json.dumps(result).encode())
    return {**result, "output": task["output"], "was_there": False}


def _cpu():
    """Seconds of this process and of those it waited for."""
    return sum(usage.ru_utime + usage.ru_stime
               for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
