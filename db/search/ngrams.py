"""The last resort: overlap of three-letter runs over the folded, space-free text."""

from collections.abc import Iterable

from db.text.tokens import squeezed

_LENGTH = 3


class NgramIndex:
    """Three-letter runs of every item's text, weighed by rarity."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._letters = [squeezed(text)[0] for text in texts]

    def nearest(self, text: str, least: float, most: int) -> list[tuple[int, float]]:
        """Item numbers by the share (0..1) of the query's rarity they hold, at least `least`."""
        shares = [0.0] * len(self._letters)
        total = 0.0
        for gram in sorted(_grams(squeezed(text)[0])):
            holding = [number for number, letters in enumerate(self._letters) if gram in letters]
            worth = 1 / (1 + len(holding))
            total += worth
            for number in holding:
                shares[number] += worth
        scored = ((number, share / (total or 1.0)) for number, share in enumerate(shares))
        near = [pair for pair in scored if pair[1] >= least]
        return sorted(near, key=lambda pair: (-pair[1], pair[0]))[:most]


def _grams(key: str) -> frozenset[str]:
    return frozenset(key[i : i + _LENGTH] for i in range(len(key) - _LENGTH + 1))
