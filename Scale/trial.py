"""Tries a library of made-up articles, and made-up papers, on engines: Ray over two workers of which one is killed in the
middle, and Spark over two, with an S3-compatible store (moto). Prints what each cost and whether the bytes are those of
one process of daf.

    DAF=.build/release/daf Scale/trial.py --articles 100000 --papers 5000 --engines local,ray,spark
"""
import argparse
import contextlib
import hashlib
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from daf_scale import bundle, engines, library  # noqa: E402

STEMS = [a + b + c for a in "בגדכלמנספקרשת" for b in "אהויערלמנ" for c in "בדחטכלמנפצקרשת"]
ENDINGS = ["", "ים", "ות", "ה", "י", "נו", "יות"]
PREFIXES = ["", "", "", "ה", "ו", "ב", "ל", "מ", "ש"]


class Texts:
    """Made-up Hebrew whose words are as frequent as words are (Zipf); the same for the same seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.stems = STEMS[:]
        self.chance.shuffle(self.stems)
        self.weights = [1 / (rank + 3) for rank in range(len(STEMS))]

    def words(self, number):
        return " ".join(self.chance.choice(PREFIXES) + stem + self.chance.choice(ENDINGS)
                        for stem in self.chance.choices(self.stems, self.weights, k=number))

    def article(self, number):
        """An article of about 2 KB."""
        return (f"---\ntitle: {self.words(5)}\nlang: he\nauthor: [{{name: {self.words(2)}}}]\ndate: {1950 + number % 70}\n---\n\n"
                + "\n\n".join(self.words(24) + "." for _ in range(8)) + "\n")

    def paper(self):
        """A text of about 2 KB, as extractors put one out."""
        lines = [self.words(5), self.words(2), "", "תקציר", self.words(9) + ".", "", "מבוא"]
        for _ in range(6):
            lines += [self.words(11) for _ in range(2)] + [self.words(6) + ".", ""]
        return "\n".join(lines) + "\n"


def make_library(folder, count, seed=1):
    """A publication of made-up articles."""
    texts = Texts(seed)
    folder.mkdir(parents=True)
    (folder / "publication.yaml").write_text("name: {he: ספרייה}\nlanguages: [he]\ntheme: {fonts: system}\n", "utf-8")
    shutil.copytree(Path(__file__).parent.parent / "Templates", folder / "Templates")
    for number in range(count):
        article = folder / f"Articles/a{number:06}/article.md"
        article.parent.mkdir(parents=True)
        article.write_text(texts.article(number), "utf-8")


def make_papers(folder, count, seed=2):
    """A folder of made-up papers."""
    texts = Texts(seed)
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"p{number:05}.txt").write_text(texts.paper(), "utf-8")


def hashes(files):
    """What tells the files of a site or of a conversion: by path."""
    return {path: hashlib.sha256(data).digest() for path, data in files}


def hashes_of(folder):
    return hashes((path, Path(folder, path).read_bytes()) for path in bundle.files(folder))


def one_process(*arguments, folder):
    """A process of daf: its seconds of processor time, seconds, and bytes of memory."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([os.environ["DAF"], *map(str, arguments)], cwd=folder, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - began, after.ru_maxrss >> 10)


@contextlib.contextmanager
def local():
    yield engines.local, library.quiet


def started(start, tries=6):
    """What a start gives: a node of Ray has half a minute for it, which a busy machine may need more than once."""
    for left in reversed(range(tries)):
        try:
            return start()
        except Exception as fault:  # noqa: BLE001 - Ray has no type for it
            if not left:
                raise
            print(f"    started again: {str(fault).splitlines()[0]}", flush=True)


@contextlib.contextmanager
def ray_with_a_death():
    """A cluster of two workers; one is killed when a third of a step's tasks is done, with what it runs."""
    # The nodes' processes have the environment of this one, and their workers theirs.
    os.environ.update(RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO="0", RAY_USAGE_STATS_ENABLED="0", RAY_enable_metrics_collection="0",
                      PYTHONPATH=str(Path(__file__).parent))
    import ray
    from ray.cluster_utils import Cluster

    small = {"object_store_memory": 80 << 20, "include_dashboard": False}
    cluster = started(lambda: Cluster(initialize_head=True, head_node_args={"num_cpus": 0, **small}))
    nodes = [started(lambda: cluster.add_node(num_cpus=1, **small)) for _ in range(2)]
    ray.init(address=cluster.address, log_to_driver=False)
    killed = []

    def progress(step):
        def tell(done, count):
            if not killed and done * 3 >= count:
                killed.append(nodes[0])
                print(f"    one worker is killed after {done} of {count} tasks ({step})", flush=True)
                threading.Thread(target=cluster.remove_node, args=(nodes[0],), kwargs={"allow_graceful": False}).start()
        return tell
    try:
        yield engines.ray, progress
    finally:
        ray.shutdown()
        cluster.shutdown()


@contextlib.contextmanager
def spark():
    """Two workers as processes of their own."""
    from pyspark.sql import SparkSession

    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    session = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("daf")
               .config("spark.ui.enabled", "false").config("spark.task.maxFailures", str(engines.TRIES))
               .config("spark.speculation", "true").config("spark.pyspark.python", sys.executable)
               .config("spark.executorEnv.PYTHONPATH", str(Path(__file__).parent))
               .config("spark.executorEnv.DAF", os.environ["DAF"]).getOrCreate())
    for name, value in os.environ.items():
        if name.startswith("AWS_"):
            session.sparkContext.environment[name] = value
    try:
        yield engines.spark, library.quiet
    finally:
        session.stop()


ENGINES = {"local": local, "ray": ray_with_a_death, "spark": spark}


def tell(name, what, count, results, made, expected, base, seconds):
    """Prints what an engine's run cost; whether it made the same files."""
    different = [path for path in expected.keys() | made.keys() if expected.get(path) != made.get(path)]
    costs = {step: sum(result.get("cpu", 0) for result in done) for step, done in results.items()}
    total = sum(costs.values())
    own = sum(result.get("own", 0) for done in results.values() for result in done)
    memory = max(result.get("memory", 0) for done in results.values() for result in done) >> 20
    parts = ", ".join(f"{step} {cost:.1f}" for step, cost in costs.items())
    lines = library.report(results)
    print(f"  {name}: {count} {what}, {len(made)} files, {len(different)} different, {len(lines)} failures; {seconds:.0f} s; "
          f"CPU {total:.1f} s ({parts}; the workers' Python {own:.1f} of it), {1000 * total / count:.2f} ms each, {total / base:.2f} of one process; "
          f"{memory} MB at most", *lines[:5], sep="\n    ", flush=True)
    return not different and not lines


def try_articles(engine, name, address, publication, options, expected, base):
    run, progress = engine
    began = time.monotonic()
    results = library.publish(address, publication, run, parts=options.parts, size=options.batch, progress=progress)
    seconds = time.monotonic() - began
    made = hashes(library.outputs(address, [result for step in ("build", "merge") for result in results.get(step, [])]))
    return tell(name, "articles", options.articles, results, made, expected, base, seconds)


def try_papers(engine, name, address, papers, options, expected, base):
    run, progress = engine
    began = time.monotonic()
    results = library.convert(address, papers, run, progress=progress)
    seconds = time.monotonic() - began
    made = hashes(library.outputs(address, results["convert"]))
    return tell(name, "papers", options.papers, results, made, expected, base, seconds)


@contextlib.contextmanager
def store(folder):
    """The address of a bucket of a store that speaks S3: a process of its own, whose cost is no worker's."""
    import boto3

    os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="us-east-1")
    log = folder / "store.log"
    with log.open("wb") as said:
        server = subprocess.Popen([Path(sys.executable).parent / "moto_server", "-H", "127.0.0.1", "-p", "0"],
                                  stdout=said, stderr=said)
    try:
        endpoint = None
        while not endpoint and server.poll() is None:
            time.sleep(0.2)
            endpoint = re.search(r"http://127\.0\.0\.1:\d+", log.read_text("utf-8"))
        if not endpoint:
            sys.exit(log.read_text("utf-8"))
        boto3.client("s3", endpoint_url=endpoint[0]).create_bucket(Bucket="library")
        yield "s3://library/{}?endpoint=" + endpoint[0]
    finally:
        server.kill()
        server.wait()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--articles", type=int, default=2000)
    arguments.add_argument("--papers", type=int, default=100)
    arguments.add_argument("--parts", type=int, default=4)
    arguments.add_argument("--batch", type=int, default=library.BATCH)
    arguments.add_argument("--engines", default="local,ray,spark")
    options = arguments.parse_args()
    os.environ["DAF"] = str(Path(os.environ["DAF"]).resolve())
    scratch = Path(tempfile.mkdtemp(prefix="daf-scale-trial-"))
    try:
        publication, papers = scratch / "library", scratch / "papers"
        make_library(publication, options.articles)
        make_papers(papers, options.papers)
        site = scratch / "site"
        cpu, seconds, memory = one_process("build", "--output", site, "--jobs", "1", "--quiet", folder=publication)
        shutil.rmtree(publication / ".daf", ignore_errors=True)
        expected = hashes_of(site)
        print(f"one process: {options.articles} articles, {len(expected)} files, CPU {cpu:.1f} s, "
              f"{1000 * cpu / options.articles:.2f} ms each, {seconds:.0f} s, {memory} MB", flush=True)
        made = scratch / "converted"
        made.mkdir()
        paper_cpu, paper_seconds, _ = one_process("convert", papers, folder=made)
        converted = hashes_of(made / "Articles")
        print(f"one process: {options.papers} papers, {len(converted)} files, CPU {paper_cpu:.1f} s, "
              f"{1000 * paper_cpu / options.papers:.1f} ms each, {paper_seconds:.0f} s", flush=True)
        fine = True
        for name in options.engines.split(","):
            with store(scratch) as bucket:
                address = bucket.format(name)
                with ENGINES[name]() as engine:
                    fine &= try_articles(engine, name, address, publication, options, expected, cpu)
                    fine &= try_papers(engine, name, address, papers, options, converted, paper_cpu)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
