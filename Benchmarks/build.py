#!/usr/bin/env python3
"""build.py DAF HUGO [--sizes 1000,10000] [--runs 3]: how long Daf takes to build a made-up library, and what peers take.

Hugo makes pages, Pagefind an index of the pages that Daf has made; Daf makes both (publication.yaml leaves out the other
outputs and the list of works cited, of which the peers make none), and in a run of its own all that it makes where
publication.yaml says nothing. CPU time is that of the process and its children (user and system), memory the greatest resident set of one process, both from wait4.
Runs alternate; medians are shown, and each of Daf's CPU times as a share of Hugo's and Pagefind's together. Prints a
Markdown table.
"""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def measured(command, folder):
    """(CPU seconds, wall seconds, megabytes) of a command; ends the program if it fails."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}\n{said.read().decode()[-2000:]}")
    return used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024


def clear(folder):
    """Removes what Daf has made and kept."""
    for made in [*folder.glob("Output*"), folder / ".daf", folder / ".cache"]:
        shutil.rmtree(made, ignore_errors=True)


def medians(rows):
    return [statistics.median(column) for column in zip(*rows)]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("daf", type=Path)
    options.add_argument("hugo", type=Path)
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    given = options.parse_args()
    daf, hugo = given.daf.resolve(), given.hugo.resolve()

    print(f"{os.cpu_count()} cores, {platform.machine()}; median of {given.runs} runs\n")
    print("| articles | | CPU time | of both peers | wall time | memory |\n| --: | --- | --: | --: | --: | --: |", flush=True)
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=given.folder) as name:
            folder = Path(name)
            subprocess.run([sys.executable, HERE / "corpus.py", str(size), folder], check=True, stdout=subprocess.DEVNULL)
            shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
            rows = {"Hugo": [], "Pagefind": [], "Daf, pages and index": [], "Daf, nothing changed": [], "Daf, one article changed": [],
                    "Daf, everything by default": []}
            settings = folder / "publication.yaml"
            for run in range(given.runs):
                shutil.rmtree(folder / "public", ignore_errors=True)
                rows["Hugo"].append(measured([hugo, "--quiet"], folder))
                settings.unlink(missing_ok=True)
                clear(folder)
                rows["Daf, everything by default"].append(measured([daf, "build"], folder))
                clear(folder)
                settings.write_text("exports: []\nworks-cited: false\n", "utf-8")
                rows["Daf, pages and index"].append(measured([daf, "build"], folder))
                rows["Daf, nothing changed"].append(measured([daf, "build"], folder))
                changed = folder / "Articles/a00000/article.md"
                changed.write_text(changed.read_text("utf-8") + f"\nשורה {run}.\n", "utf-8")
                rows["Daf, one article changed"].append(measured([daf, "build"], folder))
                shutil.rmtree(folder / "public")
                index = [sys.executable, "-m", "pagefind", "--site", folder / "Output", "--output-path", folder / "public",
                         "--glob", "articles/**/*.html", "--root-selector", "main"]
                rows["Pagefind"].append(measured(index, folder))
            peers = medians(rows["Hugo"])[0] + medians(rows["Pagefind"])[0]
            for label, measures in rows.items():
                cpu, wall, memory = medians(measures)
                share = f"1/{peers / cpu:.1f}" if label.startswith("Daf") else ""
                print(f"| {size:,} | {label} | {cpu:.2f} s | {share} | {wall:.2f} s | {memory:,.0f} MB |", flush=True)



if __name__ == "__main__":
    main()
