"""How many texts hold enough of a query, counted on bitmaps without looking at any text."""

from collections.abc import Sequence
from typing import NamedTuple

_SLACK = 1e-9  # sums of the same numbers differ by their order


class Place(NamedTuple):
    """A place of a query: its worth, and the texts that hold it by how well they do, best first.

    `levels` are pairs of a weight (0..1) and a bitmap of text numbers.
    """

    worth: float
    levels: tuple[tuple[float, int], ...]


def count_covering(places: Sequence[Place], allowed: int, least: float) -> int:
    """How many texts of `allowed` meet at least the share `least` of the worth of all places."""
    ordered = sorted(places, key=lambda place: -place.worth)
    needed = least * sum(place.worth for place in ordered) - _SLACK
    left = [sum(place.worth for place in ordered[at:]) for at in range(len(ordered) + 1)]

    def count(at: int, texts: int, met: float) -> int:
        if not texts or met + left[at] < needed:
            return 0
        if met >= needed:
            return texts.bit_count()
        found = 0
        for weight, holding in ordered[at].levels:
            found += count(at + 1, texts & holding, met + ordered[at].worth * weight)
            texts &= ~holding
        return found + count(at + 1, texts, met)

    any_of_them = 0
    for place in ordered:
        for _, holding in place.levels:
            any_of_them |= holding
    return count(0, any_of_them & allowed, 0.0)
