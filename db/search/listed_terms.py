"""Finds in a query terms of a list: of what the document does not treat, or never gives."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from db.search.morphology import Morphology
from db.search.ranking import Slot
from db.text.tokens import JOIN_LIMIT

LONGEST_TERM = 4  # words
_MOST_READINGS = 8  # of one query, whose words are read with other weights too
_AND = "و"  # joins two words: «گرد‌و‌غبار» is no walnut («گردو»)

type _Word = tuple[str, bool]  # its key, and whether a half-space joins it to the word before


def readings(keys: Sequence[str], morphology: Morphology) -> tuple[str, ...]:
    """How a run of words may be looked up: as it is, then without endings."""
    if len(keys) == 1:
        return keys[0], *sorted(morphology.forms(keys[0]).stems - {keys[0]})
    return " ".join(keys), " ".join(morphology.shortest(key) for key in keys)


class ListedTerms:
    """Finds the terms of one list in queries."""

    def __init__(self, terms: Container[str], morphology: Morphology) -> None:
        self._terms = terms
        self._morphology = morphology
        self._of_words = lru_cache(maxsize=_MOST_READINGS)(self._places)

    def places(self, slots: Sequence[Slot]) -> frozenset[int]:
        """The places of a query that are part of a term.

        Half-spaces of a term may be missing or spaces; a term of one word stays one, as «نوشهر».
        """
        return self._of_words(tuple((slot.keys[0], slot.continues) for slot in slots))

    def _places(self, words: tuple[_Word, ...]) -> frozenset[int]:
        keys = tuple(key for key, _ in words)
        found: set[int] = set()
        for first in range(len(words)):
            is_one = True
            for last in range(first + 1, min(first + LONGEST_TERM, len(words)) + 1):
                is_one = is_one and (last == first + 1 or words[last - 1][1])
                if any(name in self._terms for name in self._names(keys[first:last], is_one)):
                    found.update(range(first, last))
        return frozenset(found)

    def _names(self, keys: tuple[str, ...], is_one: bool) -> Iterator[str]:
        yield from readings(keys, self._morphology)
        if is_one and 1 < len(keys) <= JOIN_LIMIT and _AND not in keys:
            yield "".join(keys)
