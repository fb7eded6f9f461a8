"""Figures that every bench prints."""

import statistics
from collections.abc import Sequence


def p95(values: Sequence[float]) -> float:
    """What nineteen of twenty do not exceed, in the unit of the values."""
    return statistics.quantiles(values, n=20)[-1]
