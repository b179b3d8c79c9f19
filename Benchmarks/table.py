"""The table of what something costs as one thing in it grows, which growth.py and direction.py print."""
import argparse
from pathlib import Path


def options(documentation, sizes, name):
    """The arguments of such a program: Daf, and the sizes."""
    parser = argparse.ArgumentParser(description=documentation, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("daf", type=lambda path: Path(path).resolve())
    parser.add_argument(f"--{name}", dest="sizes", default=sizes, type=lambda text: [int(size) for size in text.split(",")])
    return parser


def print_growth(head, sizes, kinds, cost, negligible):
    """Prints a row for each kind: the CPU seconds of each size, and how many times longer the largest took than the smallest.

    kinds are names with what cost takes beside the size. Gives whether no kind took more than twice what it would if time
    grew with the size alone; what takes less than `negligible` seconds is not measured by it.
    """
    expected = sizes[-1] / sizes[0]
    print(f"| {head} | {' | '.join(f'{size:,}' for size in sizes)} | growth, of {expected:g} |")
    print("| --- |" + " --: |" * (len(sizes) + 1))
    is_linear = True
    for name, kind in kinds.items():
        times = [cost(kind, size) for size in sizes]
        growth = times[-1] / times[0]
        is_linear = is_linear and (growth <= 2 * expected or times[-1] < negligible)
        print(f"| {name} | {' | '.join(f'{time:.2f} s' for time in times)} | {growth:.1f} |", flush=True)
    return is_linear
