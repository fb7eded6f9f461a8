"""Finds in a query terms of a list: of what the document does not treat, or never gives."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import product

from db.search.morphology import Morphology
from db.search.slots import Slot
from db.text.tokens import JOIN_LIMIT

LONGEST_TERM = 4  # words
_MOST_READINGS = 8  # of one query, whose words are read with other weights too
_AND = "و"  # joins two words: «گرد‌و‌غبار» is no walnut («گردو»)

type _Keys = tuple[str, ...]
type _Word = tuple[_Keys, bool]  # its alternatives; whether a half-space joins it to the one before


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
        """The places of a query that are part of a term, of alternatives whichever is taken.

        Half-spaces of a term may be missing or spaces; a term of one word stays one, as «نوشهر».
        """
        return self._of_words(tuple((slot.keys, slot.continues) for slot in slots))

    def _places(self, words: tuple[_Word, ...]) -> frozenset[int]:
        keys = [keys for keys, _ in words]
        found: set[int] = set()
        for first in range(len(words)):
            is_one = True
            for last in range(first + 1, min(first + LONGEST_TERM, len(words)) + 1):
                is_one = is_one and (last == first + 1 or words[last - 1][1])
                if all(self._is_term(run, is_one) for run in product(*keys[first:last])):
                    found.update(range(first, last))
        return frozenset(found)

    def _is_term(self, keys: _Keys, is_one: bool) -> bool:
        return any(name in self._terms for name in self._names(keys, is_one))

    def _names(self, keys: _Keys, is_one: bool) -> Iterator[str]:
        yield from readings(keys, self._morphology)
        if is_one and 1 < len(keys) <= JOIN_LIMIT and _AND not in keys:
            yield "".join(keys)
