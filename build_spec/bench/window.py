"""`make bench-window`: how long the real window keeps a reader waiting, act by act."""

import argparse
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from build_spec.bench.figures import Sample, p95
from build_spec.bench.opened import SIZE, open_window
from build_spec.bench.virtual_screen import virtual_screen
from build_spec.bench.window_acts import WARM_UPS, Bench
from desktop.main_window import MainWindow

RUNS = 200
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
    "panel": Budget("panel follows, beyond its pause", 16),
    "theme": Budget("switch theme", 50, of_median=True),
    "resize": Budget("resize", 33, of_median=True),
    "zoom": Budget("zoom", 33, of_median=True),
    "palette": Budget("open palette", 16),
}


def line(title: str, samples: list[Sample], bare: float) -> str:
    """The first time; then median and p95 on the clock and of the processor, and ÷ bare."""
    counted = samples[WARM_UPS:]
    wall = [sample.wall for sample in counted]
    processor = [sample.processor for sample in counted]
    middle, ratio = statistics.median(wall), statistics.median(wall) / bare
    return (
        f"{title:40} {samples[0].wall:8.1f} {middle:8.1f} {p95(wall):8.1f} "
        f"{statistics.median(processor):8.1f} {p95(processor):8.1f} {ratio:8.1f}"
    )


def print_table(window: MainWindow, names: list[str], runs: int) -> None:
    """One line an act, the bare widget first."""
    screen = f"{QApplication.platformName()}, {SIZE[0]}×{SIZE[1]}, ms of {runs}"
    heads = ("first", "median", "p95", "cpu", "cpu p95", "÷ bare")
    print(f"{screen:40} " + " ".join(f"{head:>8}" for head in heads) + "  budget")
    bare = 1.0
    for name, samples in Bench(window).samples(names, runs):
        wall = [sample.wall for sample in samples[WARM_UPS:]]
        if name == "bare":
            bare = statistics.median(wall)
            print(line(BARE, samples, bare))
            continue
        budget = BUDGETS[name]
        reached = statistics.median(wall) if budget.of_median else p95(wall)
        verdict = "met" if reached <= budget.milliseconds else "MISSED"
        kind = "median" if budget.of_median else "p95"
        allowed = f"  {kind} ≤ {budget.milliseconds:g} {verdict}"
        print(line(budget.title, samples, bare) + allowed, flush=True)


def main() -> None:
    """Both platforms, each in a process of its own; or this one process, when told a platform."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--here", action="store_true", help="in this process and on its platform")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--acts", nargs="+", choices=BUDGETS, default=list(BUDGETS))
    chosen = parser.parse_args()
    if chosen.here:
        with open_window() as window:
            print_table(window, chosen.acts, chosen.runs)
        return
    command = [sys.executable, "-m", "build_spec.bench.window", "--here"]
    command += [f"--runs={chosen.runs}", "--acts", *chosen.acts]
    subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
    with virtual_screen() as screen:
        display = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display}
        subprocess.run(command, env=os.environ | display, check=True)


if __name__ == "__main__":
    main()
