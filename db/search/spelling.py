"""Nearest known words to a misspelt one: sound-alike letters are near, neighbour keys nearer
than strangers."""

import struct
from array import array
from bisect import insort
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, batched, combinations, pairwise

from db.search.bitmaps import members, of_numbers

_SOUND_ALIKE = ("زذضظ", "سصث", "تط", "هح", "قغ", "اع", "گک", "یئ")
_SOUNDS = str.maketrans({other: group[0] for group in _SOUND_ALIKE for other in group[1:]})
_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_SOUND_COST = 0.4
_NEIGHBOUR_COST = 0.7
_SWAP_COST = 0.7
_DOUBLED_COST = 0.5
_LEFT_OUT_COST = 0.75  # fingers leave a letter out sooner than they add a stranger
_ADDED_COST = 1.0
_SLIP_COST = min(_NEIGHBOUR_COST, _SWAP_COST)  # the least for what changes the set of letters
_WORTH = 0.5  # how much nearer the likeliest word seems
_RIVALRY = 0.15  # words that seem farther than the nearest by no more may be meant as well
_MOST_RIVALS = 3
_MOST_COST = {1: 0.0, 2: 0.0, 3: 0.8, 4: 1.0, 5: 1.1}  # by length of the word
_MOST_COST_LONG = 1.5
_LONG = 7  # letters; two slips are thinkable from here on


def _pairs() -> dict[str, dict[str, float]]:
    costs: dict[str, dict[str, float]] = {}

    def note(one: str, other: str, cost: float) -> None:
        costs.setdefault(one, {})[other] = costs.setdefault(other, {})[one] = cost

    for row_number, row in enumerate(_ROWS):
        for place, letter in enumerate(row):
            near = row[max(0, place - 1) : place + 2]
            if row_number + 1 < len(_ROWS):
                near += _ROWS[row_number + 1][max(0, place - 1) : place + 1]
            for other in near:
                note(letter, other, _NEIGHBOUR_COST)
    for group in _SOUND_ALIKE:
        for letter, other in combinations(group, 2):
            note(letter, other, _SOUND_COST)
    return costs


_COSTS = _pairs()
_STRANGERS: dict[str, float] = {}


def _one_more(letter: str, before: str, cost: float) -> float:
    """What it costs that one of two words has a letter more, after `before`."""
    return _DOUBLED_COST if letter == before else cost


def distance(typed: str, word: str, most: float) -> float:
    """Weighted Damerau-Levenshtein distance; anything above `most` is only said to be above."""
    more = [_one_more(letter, before, _LEFT_OUT_COST) for before, letter in pairwise(" " + word)]
    before: list[float] = []
    row = list(accumulate(more, initial=0.0))
    for i, letter in enumerate(typed):
        less = _one_more(letter, typed[i - 1] if i else " ", _ADDED_COST)
        costs = _COSTS.get(letter, _STRANGERS)
        cost = row[0] + _ADDED_COST
        earlier, before, row = before, row, [cost]
        for j, other in enumerate(word):
            if letter == other:
                cost = before[j]
            else:
                inserted, dropped = cost + more[j], before[j + 1] + less
                cost = before[j] + costs.get(other, 1.0)
                if inserted < cost:
                    cost = inserted
                if dropped < cost:
                    cost = dropped
                if i and j and letter == word[j - 1] and typed[i - 1] == other:
                    cost = min(cost, earlier[j - 1] + _SWAP_COST)
            row.append(cost)
        if min(row) > most:
            return most + 1.0
    return row[-1]


def one_slip(typed: str) -> list[str]:
    """What may be meant by the beginning of a word with a slip in it, the likeliest first."""
    letters = sorted({letter for row in _ROWS for letter in row})
    found: list[tuple[float, str]] = []
    for place, letter in enumerate(typed):
        before, after = typed[:place], typed[place + 1 :]
        doubled = letter == typed[place - 1 : place]
        found.append((_DOUBLED_COST if doubled else _ADDED_COST, before + after))
        found += [(cost, before + other + after) for other, cost in _COSTS.get(letter, {}).items()]
        found += [(_LEFT_OUT_COST, before + other + typed[place:]) for other in letters]
        if after:
            found.append((_SWAP_COST, before + after[0] + letter + after[1:]))
    found.sort(key=lambda pair: pair[0])
    return list(dict.fromkeys(word for _, word in found if word != typed))


class _Words:
    """The words of one length, their letters as bitmaps: a bit a word, a number a letter.

    Words are cut out of their line when they are looked at.
    """

    def __init__(self, words: str, letters: str, pairs: str, worths: str) -> None:
        """Four lines of `spelling_lines`."""
        self._words, self.length = words, len(words.partition(" ")[0])
        packed = bytes.fromhex(pairs)
        self._pairs = array("Q", struct.unpack(f"<{len(packed) // 8}Q", packed))
        self._worths = worths
        named = (one.split(":") for one in letters.split(" "))
        self._holding = {int(code): int(bits, 16) for code, bits in named}

    def _word(self, number: int) -> str:
        start = number * (self.length + 1)
        return self._words[start : start + self.length]

    def by_letters(self, letters: int, most: int) -> list[int]:
        """The words whose sets of letters differ by 0, 1 … `most` letters, as bitmaps."""
        everything = (1 << len(self._pairs)) - 1
        strange = sum(code not in self._holding for code in members(letters))
        differing = [everything] + [0] * (most - strange + 1)  # by so many letters or more
        for code, holding in self._holding.items():
            lacking = holding ^ everything if letters >> code & 1 else holding
            for count in range(len(differing) - 1, 0, -1):
                differing[count] |= differing[count - 1] & lacking
        return [0] * strange + [these & ~more for these, more in pairwise(differing)]

    def likely(self, numbers: int, pairs: int, most: int) -> Iterator[tuple[int, float, str]]:
        """Of some words those that differ in at most `most` letter pairs.

        Each as: pairs that differ, minus a little for its worth, the word.
        """
        for number in members(numbers):
            differing = (pairs ^ self._pairs[number]).bit_count()
            if differing <= most:
                yield differing, -_WORTH * int(self._worths[number]) / 9, self._word(number)


class Speller:
    """Corrections from a fixed vocabulary, cached; the vocabulary's order breaks ties."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` are those of `spelling_lines`."""
        groups = (_Words(*group) for group in batched(lines, 4))
        self._by_length = {group.length: group for group in groups}
        self.corrections = lru_cache(maxsize=2_000)(self._corrections)

    def correction(self, typed: str, most: float = 9.9) -> tuple[str, float] | None:
        """The nearest word within `most` with its distance; None when no word is near."""
        return next(iter(self.corrections(typed, most)), None)

    def _corrections(self, typed: str, most: float = 9.9) -> tuple[tuple[str, float], ...]:
        """The nearest word within `most` and those hardly farther, with their distances."""
        limit = min(most, _MOST_COST.get(len(typed), _MOST_COST_LONG))
        found: list[tuple[float, float, str]] = []
        seeming = limit
        for round_least, likely in self._likely(typed, limit):
            if found and round_least > seeming + _WORTH:
                break
            for least, worth, word in sorted(likely):
                reach = min(limit, seeming - worth) if found else limit
                if least <= reach:
                    cost = distance(typed, word, reach)
                    if cost <= reach:
                        insort(found, (cost + worth, cost, word))
                        seeming = found[0][0] + _RIVALRY
        return tuple((word, cost) for near, cost, word in found[:_MOST_RIVALS] if near <= seeming)

    def _likely(
        self, typed: str, limit: float
    ) -> Iterator[tuple[float, Iterator[tuple[float, float, str]]]]:
        """Words that may be within the limit, in rounds by how many letters differ.

        Of each round the least its words cost; then of each word the least it costs, minus a little
        for its worth, and the word.
        """
        letters, pairs = _masks(typed)
        reach = 2 if len(typed) >= _LONG else 1
        lengths = range(len(typed) - reach, len(typed) + reach + 1)
        groups = [self._by_length[length] for length in lengths if length in self._by_length]
        most = 2 * int(limit / _SLIP_COST)
        found = [(group, group.by_letters(letters, most)) for group in groups]
        slips = int(limit / _SLIP_COST)
        most_bits = 6 * slips + (limit - slips * _SLIP_COST >= _DOUBLED_COST)
        for changed in range(most + 1):
            yield (
                _least(changed, 0),
                (
                    (_least(changed, paired), worth, word)
                    for group, by_letters in found
                    if changed < len(by_letters)
                    for paired, worth, word in group.likely(
                        by_letters[changed], pairs, most_bits - changed
                    )
                ),
            )


def _least(changed: int, paired: int) -> float:
    """What so many changed letters and pairs of letters cost at the least.

    One slip changes six of both together at the most, a doubled letter, which costs less, one.
    """
    slips, rest = divmod(changed + paired, 6)
    left = _SLIP_COST if rest > 1 else rest * _DOUBLED_COST
    return max((changed + 1) // 2 * _SLIP_COST, slips * _SLIP_COST + left)


def spelling_lines(vocabulary: Iterable[tuple[str, int]]) -> list[str]:
    """Words with their worth (0..9, it divides equal distances) as the build stores them.

    Four lines for all words of one length: the words; for each letter the words that hold it,
    `letter:bitmap`; the masks of their pairs of letters, 64 bits each; their worths.
    """
    by_length: dict[int, list[tuple[str, int]]] = {}
    for word, worth in vocabulary:
        by_length.setdefault(len(word), []).append((word, worth))
    lines = []
    for _, found in sorted(by_length.items()):
        masks = [_masks(word) for word, _ in found]
        holding: dict[int, list[int]] = {}
        for number, (letters, _) in enumerate(masks):
            for code in members(letters):
                holding.setdefault(code, []).append(number)
        size = (len(found) + 7) // 8
        bitmaps = ((code, of_numbers(numbers, size)) for code, numbers in sorted(holding.items()))
        lines.append(" ".join(word for word, _ in found))
        lines.append(" ".join(f"{code}:{bits:x}" for code, bits in bitmaps))
        lines.append(struct.pack(f"<{len(masks)}Q", *(pairs for _, pairs in masks)).hex())
        lines.append("".join(str(worth) for _, worth in found))
    return lines


def _masks(word: str) -> tuple[int, int]:
    """The sets of a word's letters and of its pairs of letters as bits, sound-alikes as one.

    One slip changes two letters and four pairs, one letter and three or, as a swap, six pairs.
    """
    codes = [ord(letter) for letter in word.translate(_SOUNDS)]
    letters = pairs = 0
    for code in codes:
        letters |= 1 << code % 61
    for code, following in pairwise(codes):
        pairs |= 1 << (code * 31 + following) % 61
    return letters, pairs
