"""Engines that run tasks: this process, Ray, Spark. Each gives the results in the order of the tasks, tries a task again
that failed or whose machine died, and starts one a second time elsewhere when it takes far longer than the others.

    engine(tasks, progress) -> results, one for each task; {"error": …} where all tries failed
"""
import statistics
import time

from .tasks import execute

TRIES = 4
# A task is started a second time when it takes so many times as long as the median of those that are done.
STRAGGLER = 4


def tried(task):
    """What came of a task, whatever happened in it."""
    try:
        return execute(task)
    except Exception as fault:  # noqa: BLE001 - whatever a machine may have
        return {"error": f"{type(fault).__name__}: {fault}", "output": task["output"]}


def local(tasks, progress=lambda done, count: None):
    """One after another in this process."""
    results = []
    for task in tasks:
        for _ in range(TRIES):
            result = tried(task)
            if "error" not in result:
                break
        results.append(result)
        progress(len(results), len(tasks))
    return results


def ray(tasks, progress=lambda done, count: None):
    """On the cluster that `ray.init` has joined; one processor for a task."""
    import ray as engine

    # Ray tries again what a dead machine ran; what failed in itself is tried again here.
    run = engine.remote(num_cpus=1, max_retries=TRIES)(tried)
    results = [None] * len(tasks)
    waiting = {run.remote(task): (number, time.monotonic(), 1) for number, task in enumerate(tasks)}
    took, doubled = [], set()
    while waiting:
        done, _ = engine.wait(list(waiting), num_returns=1, timeout=5)
        for reference in done:
            number, _, tries = waiting.pop(reference)
            if results[number] is not None:
                continue
            try:
                result = engine.get(reference)
            except engine.exceptions.RayError as fault:
                result = {"error": str(fault), "output": tasks[number]["output"]}
            if "error" in result and tries < TRIES:
                waiting[run.remote(tasks[number])] = (number, time.monotonic(), tries + 1)
                continue
            results[number] = result
            took.append(result.get("seconds", 0))
            progress(sum(r is not None for r in results), len(tasks))
        waiting = {reference: state for reference, state in waiting.items() if results[state[0]] is None}
        idle = engine.available_resources().get("CPU", 0) if took else 0
        for number, since, tries in list(waiting.values()):
            late = time.monotonic() - since > STRAGGLER * max(statistics.median(took), 1) if took else False
            if idle >= 1 and late and number not in doubled:
                doubled.add(number)
                idle -= 1
                waiting[run.remote(tasks[number])] = (number, time.monotonic(), tries)
    return results


def spark(tasks, progress=lambda done, count: None):
    """On the cluster that the session of Spark belongs to; `spark.task.maxFailures` tells the tries and
    `spark.speculation` whether stragglers are started a second time."""
    from pyspark.sql import SparkSession

    context = SparkSession.builder.getOrCreate().sparkContext
    results = context.parallelize(list(tasks), len(tasks)).map(_strict).collect()
    progress(len(results), len(tasks))
    return results


def _strict(task):
    """Spark tries again what throws; an article's own failures do not."""
    return execute(task)
