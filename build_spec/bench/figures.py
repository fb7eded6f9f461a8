"""Figures that every bench prints."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """Milliseconds on the clock and of the processor, all threads."""

    wall: float
    processor: float


def sampled(act: Callable[[], object]) -> Sample:
    """Do something once."""
    wall, processor = time.perf_counter(), time.process_time()
    act()
    return Sample((time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000)


def p95(values: Sequence[float]) -> float:
    """What nineteen of twenty do not exceed, in the unit of the values."""
    return statistics.quantiles(values, n=20)[-1]


def megabytes(folder: Path) -> float:
    """Size of all files of a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
