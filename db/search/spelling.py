"""Nearest known words to a misspelt one: sound-alike letters are near, neighbour keys nearer
than strangers."""

from collections.abc import Iterable
from functools import lru_cache

_SOUND_ALIKE = ("زذضظ", "سصث", "تط", "هح", "قغ", "اع", "گک", "یئ")
_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_SOUND_COST = 0.4
_NEIGHBOUR_COST = 0.7
_SWAP_COST = 0.7
_DOUBLED_COST = 0.5
_MOST_COST = {1: 0.0, 2: 0.0, 3: 0.75, 4: 1.0, 5: 1.1}  # by length of the word
_MOST_COST_LONG = 1.5
_LONG = 7  # letters; two slips are thinkable from here on


def _pairs() -> dict[tuple[str, str], float]:
    costs: dict[tuple[str, str], float] = {}
    for row_number, row in enumerate(_ROWS):
        for place, letter in enumerate(row):
            near = row[max(0, place - 1) : place + 2]
            if row_number + 1 < len(_ROWS):
                near += _ROWS[row_number + 1][max(0, place - 1) : place + 1]
            for other in near:
                costs[letter, other] = costs[other, letter] = _NEIGHBOUR_COST
    for group in _SOUND_ALIKE:
        for letter in group:
            for other in group:
                costs[letter, other] = _SOUND_COST
    return costs


_COSTS = _pairs()


def distance(typed: str, word: str, most: float) -> float:
    """Weighted Damerau-Levenshtein distance; anything above `most` is only said to be above."""
    before: list[float] = []
    row = [float(place) for place in range(len(word) + 1)]
    for i, letter in enumerate(typed):
        earlier, before, row = before, row, [row[0] + 1.0]
        for j, other in enumerate(word):
            if letter == other:
                cost = before[j]
            else:
                inserted = row[j] + (_DOUBLED_COST if j and word[j - 1] == other else 1.0)
                dropped = before[j + 1] + (_DOUBLED_COST if i and typed[i - 1] == letter else 1.0)
                cost = min(before[j] + _COSTS.get((letter, other), 1.0), inserted, dropped)
            if i and j and letter == word[j - 1] and typed[i - 1] == other and letter != other:
                cost = min(cost, earlier[j - 1] + _SWAP_COST)
            row.append(cost)
        if min(row) > most:
            return most + 1.0
    return row[-1]


class Speller:
    """Corrections from a fixed vocabulary, cached; the vocabulary's order breaks ties."""

    def __init__(self, vocabulary: Iterable[tuple[str, float]]) -> None:
        """`vocabulary` gives each word with its worth (0..1), which divides equal distances."""
        self._by_length: dict[int, list[tuple[str, int, float]]] = {}
        for word, worth in vocabulary:
            row = (word, _letters_mask(word), worth)
            self._by_length.setdefault(len(word), []).append(row)
        self.corrections = lru_cache(maxsize=2_000)(self._corrections)

    def _corrections(self, typed: str, most_words: int = 3) -> tuple[tuple[str, float], ...]:
        """The nearest words with their distances, nearest first; empty when none is near."""
        limit = _MOST_COST.get(len(typed), _MOST_COST_LONG)
        mask = _letters_mask(typed)
        long = len(typed) >= _LONG
        reach, changed = (2, 4) if long else (1, 2)  # in length, in the set of letters
        found = []
        for length in range(len(typed) - reach, len(typed) + reach + 1):
            for word, word_mask, worth in self._by_length.get(length, ()):
                if (mask ^ word_mask).bit_count() <= changed:
                    cost = distance(typed, word, limit)
                    if cost <= limit:
                        found.append((cost - 0.1 * worth, cost, word))
        found.sort()
        return tuple((word, cost) for _, cost, word in found[:most_words])


def _letters_mask(word: str) -> int:
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 61)
    return mask
