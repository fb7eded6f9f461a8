"""The last resort: overlap of three-letter runs over the folded, space-free text."""

from collections.abc import Iterable, Mapping

from db.search.bitmaps import numbers
from db.text.tokens import squeezed

_LENGTH = 3


class NgramIndex:
    """Three-letter runs of every item's text with the items that hold them, as bitmaps."""

    def __init__(self, holding: Mapping[str, str], count: int) -> None:
        """`holding` are the `gram_lines` of so many texts."""
        self._count, self._holding = count, holding

    def nearest(self, text: str, least: float, most: int) -> list[tuple[int, float]]:
        """Item numbers by the share (0..1) of the query's rarity they hold, at least `least`."""
        shares = [0.0] * self._count
        total = 0.0
        for gram in sorted(_grams(squeezed(text)[0])):
            holding = int(self._holding.get(gram, "0"), 16)
            worth = 1 / (1 + holding.bit_count())
            total += worth
            for number in numbers(holding):
                shares[number] += worth
        scored = ((number, share / (total or 1.0)) for number, share in enumerate(shares))
        near = [pair for pair in scored if pair[1] >= least]
        return sorted(near, key=lambda pair: (-pair[1], pair[0]))[:most]


def gram_lines(texts: Iterable[str]) -> list[str]:
    """The letter runs of some texts with the numbers of these, as the build stores them."""
    holding: dict[str, int] = {}
    for number, text in enumerate(texts):
        for gram in _grams(squeezed(text)[0]):
            holding[gram] = holding.get(gram, 0) | 1 << number
    return [f"{gram}\t{bits:x}" for gram, bits in sorted(holding.items())]


def _grams(key: str) -> frozenset[str]:
    return frozenset(key[i : i + _LENGTH] for i in range(len(key) - _LENGTH + 1))
