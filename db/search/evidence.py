"""How well documents match one word of a query, worked out on bitmaps."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from db.record import record
from db.search.bitmaps import numbers, union
from db.search.fields import QUESTION_STEM

LITERAL_WEIGHT = 0.85  # from which on a match is the word itself, its stem or its root
_CHANCE_WEIGHT = 0.2  # a match no better than this may be chance
_PASSING_SHARE = 0.8
_SURE_WEIGHT = 0.4  # so much above chance, a word is answered in full

type Level = tuple[float, str, int]  # weight, typed term, and the documents as a bitmap
_weight_of = itemgetter(0)


class Evidence(NamedTuple):
    """One item's match of a word: its weight, the typed term, how sure (0..1) that makes."""

    weight: float
    term: str
    sure: float


@record
class Standing:
    """The documents that match a word, by weight; a document is in one level at the most."""

    levels: Sequence[Level]

    @cached_property
    def placed(self) -> Sequence[tuple[Evidence, Sequence[int]]]:
        """The levels with the numbers of their documents."""
        return [
            (Evidence(weight, term, _certainty(weight, term)), numbers(documents))
            for weight, term, documents in self.levels
        ]

    @cached_property
    def by_document(self) -> Mapping[int, Evidence]:
        """The evidence in each document."""
        found: dict[int, Evidence] = {}
        for evidence, documents in self.placed:
            found.update(dict.fromkeys(documents, evidence))
        return found

    @property
    def literal(self) -> int:
        """The documents in which the word stands, or its stem or root, as a bitmap."""
        return union(docs for weight, _, docs in self.levels if weight >= LITERAL_WEIGHT)

    @property
    def sure(self) -> int:
        """The documents in which it stands by more than chance, as a bitmap."""
        return union(documents for w, term, documents in self.levels if _certainty(w, term))

    @cached_property
    def spread(self) -> float:
        """In how many documents it stands, those counted in part where it stands in part."""
        return sum(min(weight, 1.0) * documents.bit_count() for weight, _, documents in self.levels)


def best(found: Iterable[Level], within: int = -1) -> Sequence[Level]:
    """Each document of `within` in the weightiest level that holds it, the first of equals."""
    kept, left = [], within
    for weight, term, documents in sorted(found, key=_weight_of, reverse=True):
        new = documents & left
        if new:
            kept.append((weight, term, new))
            left ^= new
    return kept


def confirmed(own: Sequence[Level], proofs: Sequence[Level], share: float) -> Sequence[Level]:
    """Matches in the text (`own`), raised by a share of a subject match (`proofs`) there.

    Where the subject match weighs more, it counts alone.
    """
    found, left = [], 0
    for _, _, documents in proofs:
        left |= documents
    for weight, term, documents in own:
        proven = documents & left
        if documents != proven:
            found.append((weight, term, documents ^ proven))
        for proof, _, proving in proofs if proven else ():
            both = proven & proving
            if both and proof <= weight:
                found.append((weight + share * proof, term, both))
                left ^= both
    found += [(weight, term, docs & left) for weight, term, docs in proofs if docs & left]
    return found


def _certainty(weight: float, term: str) -> float:
    """How sure a match makes: a word out of a longer subject term proves less."""
    proof = weight * _PASSING_SHARE if term[0] == QUESTION_STEM else weight
    sure = (proof - _CHANCE_WEIGHT) / _SURE_WEIGHT
    return 1.0 if sure > 1.0 else sure if sure > 0.0 else 0.0
