"""Nearest known words to a misspelt one: sound-alike letters are near, neighbour keys nearer
than strangers."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import batched, pairwise

_SOUND_ALIKE = ("زذضظ", "سصث", "تط", "هح", "قغ", "اع", "گک", "یئ")
_SOUNDS = str.maketrans({other: group[0] for group in _SOUND_ALIKE for other in group[1:]})
_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_SOUND_COST = 0.4
_NEIGHBOUR_COST = 0.7
_SWAP_COST = 0.7
_DOUBLED_COST = 0.5
_VOWEL_COST = {"ا": 0.8, "و": 0.8, "ی": 0.8}  # what fast typing leaves out first
_SLIP_COST = min(_NEIGHBOUR_COST, _SWAP_COST)  # the least for what changes the set of letters
_WORTH = 0.1  # how much nearer the commonest word seems
_ROUNDING = 1e-9
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


def _one_more(letter: str, before: str) -> float:
    """What it costs that one of two words has a letter more, after `before`."""
    return _DOUBLED_COST if letter == before else _VOWEL_COST.get(letter, 1.0)


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
                inserted = row[j] + _one_more(other, word[j - 1] if j else "")
                dropped = before[j + 1] + _one_more(letter, typed[i - 1] if i else "")
                cost = min(before[j] + _COSTS.get((letter, other), 1.0), inserted, dropped)
            if i and j and letter == word[j - 1] and typed[i - 1] == other and letter != other:
                cost = min(cost, earlier[j - 1] + _SWAP_COST)
            row.append(cost)
        if min(row) > most:
            return most + 1.0
    return row[-1]


class Speller:
    """Corrections from a fixed vocabulary, cached; the vocabulary's order breaks ties."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` are those of `spelling_lines`."""
        self._by_length: dict[int, list[tuple[str, int, int, int]]] = {}
        for words, letters, pairs, worths in batched(lines, 4):
            masks = [[int(mask, 16) for mask in column.split(" ")] for column in (letters, pairs)]
            rows = zip(words.split(" "), *masks, map(int, worths), strict=True)
            self._by_length[words.find(" ") if " " in words else len(words)] = list(rows)
        self.correction = lru_cache(maxsize=2_000)(self._correction)

    def _correction(self, typed: str, most: float = 9.9) -> tuple[str, float] | None:
        """The nearest word within `most` with its distance; None when no word is near."""
        limit = min(most, _MOST_COST.get(len(typed), _MOST_COST_LONG))
        best: tuple[float, float, str] | None = None
        for least, worth, word in sorted(self._likely(typed, limit)):
            reach = min(limit, best[0] - worth + _ROUNDING) if best else limit
            if least <= reach:
                cost = distance(typed, word, reach)
                if cost <= reach and (best is None or (cost + worth, cost, word) < best):
                    best = cost + worth, cost, word
        return best and (best[2], best[1])

    def _likely(self, typed: str, limit: float) -> list[tuple[float, float, str]]:
        """Words that may be within the limit: the least they cost, minus a little for worth."""
        letters, pairs = _masks(typed)
        reach = 2 if len(typed) >= _LONG else 1
        letters_changed = 2 * int(limit / _SLIP_COST)
        pairs_changed = 6 * int(limit / _DOUBLED_COST)
        return [
            (_least(changed, paired), -_WORTH * worth / 9, word)
            for length in range(len(typed) - reach, len(typed) + reach + 1)
            for word, its_letters, its_pairs, worth in self._by_length.get(length, ())
            if (changed := (letters ^ its_letters).bit_count()) <= letters_changed
            and (paired := (pairs ^ its_pairs).bit_count()) <= pairs_changed
        ]


def _least(changed: int, paired: int) -> float:
    """What so many changed letters and pairs of letters cost at the least."""
    return max((changed + 1) // 2 * _SLIP_COST, (paired + 5) // 6 * _DOUBLED_COST)


def spelling_lines(vocabulary: Iterable[tuple[str, int]]) -> list[str]:
    """Words with their worth (0..9, it divides equal distances) as the build stores them.

    Four lines for all words of one length: the words, the masks of their letters and of their
    pairs of letters, their worths.
    """
    by_length: dict[int, list[tuple[str, int]]] = {}
    for word, worth in vocabulary:
        by_length.setdefault(len(word), []).append((word, worth))
    lines = []
    for _, found in sorted(by_length.items()):
        masks = [_masks(word) for word, _ in found]
        lines.append(" ".join(word for word, _ in found))
        lines += [" ".join(f"{mask[column]:x}" for mask in masks) for column in (0, 1)]
        lines.append("".join(str(worth) for _, worth in found))
    return lines


def _masks(word: str) -> tuple[int, int]:
    """The sets of a word's letters and of its pairs of letters as bits, sound-alikes as one.

    One slip changes two letters and, when it is a swap, six bits of pairs at the most.
    """
    codes = [ord(letter) for letter in word.translate(_SOUNDS)]
    letters = pairs = 0
    for code in codes:
        letters |= 1 << code % 61
    for code, following in pairwise(codes):
        pairs |= 1 << (code * 31 + following) % 61
    return letters, pairs
