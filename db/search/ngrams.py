"""The last resort: overlap of three-letter runs over the folded, space-free text."""

from collections import Counter

from db.text.tokens import squeezed

_LENGTH = 3


class NgramIndex:
    """Three-letter runs of every item's text, weighed by rarity."""

    def __init__(self, texts: list[str]) -> None:
        self._grams = [_grams(squeezed(text)[0]) for text in texts]
        self._spread = Counter(gram for grams in self._grams for gram in grams)

    def nearest(self, text: str, least: float, most: int) -> list[tuple[int, float]]:
        """Item numbers by the share (0..1) of the query's rarity they hold, at least `least`."""
        wanted = _grams(squeezed(text)[0])
        worth = {gram: 1 / (1 + self._spread[gram]) for gram in wanted}
        total = sum(worth.values()) or 1.0
        scored = [
            (number, sum(worth[gram] for gram in wanted & grams) / total)
            for number, grams in enumerate(self._grams)
        ]
        near = [pair for pair in scored if pair[1] >= least]
        return sorted(near, key=lambda pair: (-pair[1], pair[0]))[:most]


def _grams(key: str) -> frozenset[str]:
    return frozenset(key[i : i + _LENGTH] for i in range(len(key) - _LENGTH + 1))
