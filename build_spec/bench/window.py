"""`make bench-window`: how long the real window keeps a reader waiting, and how it grows."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from build_spec.bench.long_use import live
from build_spec.bench.virtual_screen import virtual_screen
from build_spec.bench.window_acts import SIZE, Bench, Sample, settle
from db.paths import user_paths
from desktop.app import build_window, close_context, open_context, open_engine
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow

RUNS = 60
GROWTH = 0.05
BARE = "bare widget, repaint"


@dataclass(frozen=True)
class Budget:
    """Milliseconds allowed for nineteen of twenty, or for the median."""

    title: str
    milliseconds: float
    of_median: bool = False


BUDGETS = {
    "search": Budget("keystroke to results, beyond the pause", 16),
    "axis": Budget("switch axis", 16),
    "theme": Budget("switch theme", 50, of_median=True),
    "resize": Budget("resize", 33, of_median=True),
    "zoom": Budget("zoom", 33, of_median=True),
    "palette": Budget("open palette", 16),
}


@contextmanager
def open_window() -> Iterator[MainWindow]:
    """The whole program's window with a reader's folder of its own."""
    prepare_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        context = open_context(user_paths(folder))
        context.theme.set_name("light")
        window = build_window(context)
        window.begin()
        window.resize(*SIZE)
        window.show()
        open_engine(context)
        context.engine.result(60)
        settle()
        yield window
        window.close()
        close_context(context)


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def line(title: str, samples: list[Sample], bare: float) -> str:
    """Median and p95 on the clock and of the processor, and the ratio of medians to the bare."""
    wall = [sample.wall for sample in samples]
    processor = [sample.processor for sample in samples]
    middle, ratio = statistics.median(wall), statistics.median(wall) / bare
    return (
        f"{title:40} {middle:8.1f} {p95(wall):8.1f} "
        f"{statistics.median(processor):8.1f} {p95(processor):8.1f} {ratio:8.1f}"
    )


def print_table(window: MainWindow, runs: int) -> None:
    """One line an act, the bare widget first."""
    screen = f"{QApplication.platformName()}, {SIZE[0]}×{SIZE[1]}"
    print(f"{screen:40} {'median':>8} {'p95':>8} {'cpu':>8} {'cpu p95':>8} {'÷ bare':>8}  budget")
    bare = 1.0
    for name, samples in Bench(window).samples(runs):
        if name == "bare":
            bare = statistics.median(sample.wall for sample in samples)
            print(line(BARE, samples, bare))
            continue
        budget = BUDGETS[name]
        wall = [sample.wall for sample in samples]
        reached = statistics.median(wall) if budget.of_median else p95(wall)
        verdict = "met" if reached <= budget.milliseconds else "MISSED"
        kind = "median" if budget.of_median else "p95"
        allowed = f"  {kind} ≤ {budget.milliseconds:g} {verdict}"
        print(line(budget.title, samples, bare) + allowed)


def print_growth(window: MainWindow, acts: int) -> None:
    """What a long day adds to the memory that is the window's own."""
    before, after = live(window, acts)
    grown = after / before - 1
    verdict = "met" if grown < GROWTH else "MISSED"
    print(f"{acts} acts: {before:.1f} → {after:.1f} MB, {grown:+.1%}  < {GROWTH:.0%} {verdict}")


def main() -> None:
    """Both platforms, each in a process of its own; or this one process, when told a platform."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--here", action="store_true", help="in this process and on its platform")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--acts", type=int, default=0, help="measure growth over so many acts")
    chosen = parser.parse_args()
    if chosen.here:
        with open_window() as window:
            if chosen.acts:
                print_growth(window, chosen.acts)
            else:
                print_table(window, chosen.runs)
        return
    command = [sys.executable, "-m", "build_spec.bench.window", "--here"]
    command += [f"--runs={chosen.runs}", f"--acts={chosen.acts}"]
    subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
    with virtual_screen() as screen:
        display = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display}
        subprocess.run(command, env=os.environ | display, check=True)


if __name__ == "__main__":
    main()
