"""Tries a library of made-up articles on every engine: one process, Ray over two workers of which one is killed in the
middle, and Spark; over a folder and over an S3-compatible store (moto). Prints what each cost, and whether the bytes are
the same.

    DAF=.build/release/daf Scale/trial.py --articles 2000 [--papers FOLDER] [--engines local,ray,spark]
"""
import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from daf_scale import bundle, engines, library  # noqa: E402
from daf_scale.store import open_store  # noqa: E402
from daf_scale.tasks import keep, task  # noqa: E402

STEMS = [a + b + c for a in "בגדכלמנספקרשת" for b in "אהויערלמנ" for c in "בדחטכלמנפצקרשת"]
ENDINGS = ["", "ים", "ות", "ה", "י", "נו", "יות"]
PREFIXES = ["", "", "", "ה", "ו", "ב", "ל", "מ", "ש"]


def make_library(folder, count, seed=1):
    """Made-up articles of about 2 KB whose words are as frequent as words are (Zipf)."""
    chance = random.Random(seed)
    weights = [1 / (rank + 3) for rank in range(len(STEMS))]
    stems = STEMS[:]
    chance.shuffle(stems)

    def words(number):
        return " ".join(chance.choice(PREFIXES) + stem + chance.choice(ENDINGS)
                        for stem in chance.choices(stems, weights, k=number))

    (folder / "publication.yaml").write_text("name: {he: ספרייה}\nlanguages: [he]\ntheme: {fonts: system}\n", "utf-8")
    for number in range(count):
        article = folder / f"Articles/a{number:06}/article.md"
        article.parent.mkdir(parents=True)
        article.write_text(
            f"---\ntitle: {words(5)}\nlang: he\nauthor: [{{name: {words(2)}}}]\ndate: {1950 + number % 70}\n---\n\n"
            + "\n\n".join(words(24) + "." for _ in range(8)) + "\n", "utf-8")


def cpu():
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def whole(publication, scratch):
    """One process of daf: the site's files, and its seconds of processor time."""
    began, before = time.monotonic(), cpu()
    done = library.run(os.environ["DAF"], ["build", "--output", str(scratch / "whole"), "--jobs", "1", "--quiet"], publication)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return bundle.gather(scratch / "whole"), cpu() - before, time.monotonic() - began


def ray_with_a_death():
    """A cluster of two workers; one is killed when a third of the tasks is done, with what it runs."""
    import ray
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
    ray.init(address=cluster.address, log_to_driver=False,
             runtime_env={"env_vars": {"PYTHONPATH": str(Path(__file__).parent), "DAF": os.environ["DAF"],
                                       **{k: v for k, v in os.environ.items() if k.startswith("AWS_")}}})
    state = {"killed": False}

    def progress(done, count):
        if not state["killed"] and done * 3 >= count:
            state["killed"] = True
            print(f"    one worker is killed after {done} of {count} tasks", flush=True)
            threading.Thread(target=cluster.remove_node, args=(nodes[0],), kwargs={"allow_graceful": False}).start()

    def end():
        ray.shutdown()
        cluster.shutdown()
    return engines.ray, progress, end


def spark_cluster():
    """Two workers as processes of their own."""
    from pyspark.sql import SparkSession

    session = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("daf")
               .config("spark.ui.enabled", "false").config("spark.task.maxFailures", str(engines.TRIES))
               .config("spark.speculation", "true").config("spark.pyspark.python", sys.executable)
               .config("spark.executorEnv.PYTHONPATH", str(Path(__file__).parent))
               .config("spark.executorEnv.DAF", os.environ["DAF"]).getOrCreate())
    for name, value in os.environ.items():
        if name.startswith("AWS_"):
            session.sparkContext.environment[name] = value
    return engines.spark, lambda done, count: None, session.stop


def one_process():
    return engines.local, lambda done, count: None, lambda: None


ENGINES = {"local": one_process, "ray": ray_with_a_death, "spark": spark_cluster}


def try_engine(name, address, publication, expected, base_cpu, count, size):
    began = time.monotonic()
    engine, progress, end = ENGINES[name]()
    ready = time.monotonic()
    try:
        results = library.publish(address, publication, engine, parts=4, size=size, progress=lambda step: progress)
    finally:
        end()
    took = time.monotonic() - ready
    lines = library.report(results)
    print(*lines[:5], sep="\n", flush=True)
    made = library.site(address, results)
    different = [path for path in expected.keys() | made.keys() if expected.get(path) != made.get(path)]
    costs = {step: sum(r.get("cpu", 0) for r in done) for step, done in results.items()}
    total = sum(costs.values())
    memory = max(r.get("memory", 0) for done in results.values() for r in done) >> 20
    parts = ", ".join(f"{step} {cost:.1f}" for step, cost in costs.items())
    print(f"  {name}: {len(made)} files, {len(different)} different; start {ready - began:.0f} s, run {took:.0f} s; CPU {total:.1f} s "
          f"({parts}), {1000 * total / count:.2f} ms an article, {total / base_cpu:.2f} of one process; {memory} MB at most", flush=True)
    return not different and not lines


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--articles", type=int, default=2000)
    arguments.add_argument("--batch", type=int, default=library.BATCH)
    arguments.add_argument("--engines", default="local,ray,spark")
    arguments.add_argument("--papers", help="a folder of papers to convert by each engine")
    options = arguments.parse_args()
    os.environ["DAF"] = str(Path(os.environ["DAF"]).resolve())
    scratch = Path(tempfile.mkdtemp(prefix="daf-scale-trial-"))
    publication = scratch / "library"
    publication.mkdir()
    make_library(publication, options.articles)
    expected, base_cpu, base_seconds = whole(publication, scratch)
    print(f"one process: {len(expected)} files, {sum(map(len, expected.values())) >> 20} MB, CPU {base_cpu:.1f} s, "
          f"{1000 * base_cpu / options.articles:.2f} ms an article, {base_seconds:.0f} s", flush=True)
    os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="us-east-1")
    import logging
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    from moto.server import ThreadedMotoServer
    server = ThreadedMotoServer(port=0)
    server.start()
    endpoint = "http://{}:{}".format(*server.get_host_and_port())
    import boto3
    boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="library")
    fine = True
    for name in options.engines.split(","):
        address = f"s3://library/{name}?endpoint={endpoint}" if name != "local" else scratch / "store-local"
        fine &= try_engine(name, address, publication, expected, base_cpu, options.articles, options.batch)
        if options.papers:
            fine &= try_papers(name, address, Path(options.papers))
    server.stop()
    subprocess.run(["rm", "-rf", scratch], check=False)
    sys.exit(0 if fine else 1)


def try_papers(name, address, folder, size=8):
    """Converts papers by an engine; the same bytes as by this process."""
    store = open_store(address)
    papers = sorted(file for file in folder.iterdir() if file.is_file())
    keys = [keep(store, "papers", bundle.pack({p.name: p.read_bytes() for p in papers[start:start + size]}))
            for start in range(0, len(papers), size)]
    engine, progress, end = ENGINES[name]()
    try:
        results = engine([task(address, "convert", [key], library.version()) for key in keys], progress)
    finally:
        end()
    made = {}
    for result in results:
        made |= bundle.unpack(store.get(result["output"])) if "error" not in result else {}
    failures = library.report({"convert": results})
    cost = sum(r.get("cpu", 0) for r in results)
    digest = __import__("hashlib").sha256(bundle.pack(made)).hexdigest()[:16]
    print(f"  {name}: {len(papers)} papers converted, {len(failures)} failures, CPU {cost:.1f} s, {cost / len(papers):.2f} s a paper, {digest}", flush=True)
    return True


if __name__ == "__main__":
    main()
