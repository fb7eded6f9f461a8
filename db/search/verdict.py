"""Whether an item answers a question or is only near to it."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from db.reference.models import Item
from db.search.fields import words_of
from db.search.ranking import Ranked, Ranking
from db.search.reasons import Reasons
from db.search.spans import SpanFinder

_ENOUGH = 0.5  # share of the query that must be met
_UNKNOWN = 0.15  # so much more when a word of the query leads nowhere in the whole document
_SCATTERED = 0.1  # so much more when no two words are met together
_MOST_LOOKED_AT = 30  # items whose words are looked at, the best first; work stays bounded
_REACH = 6  # words of a text within which two are together

type Marks = Sequence[tuple[str, ...] | None]  # slot by slot; None for stop words


class Verdict:
    """Draws the line between direct and near for the items of one ranking."""

    def __init__(self, ranking: Ranking, marks: Marks, spans: SpanFinder, reasons: Reasons) -> None:
        """`marks` gives the terms by which each word may stand in a text or a subject term."""
        self._ranking = ranking
        self._content = [slot for slot, terms in enumerate(marks) if terms is not None]
        self._marks = marks
        self._spans = spans
        self._reasons = reasons
        unknown = any(not ranking.matches[slot] for slot in self._content)
        self._looks = 0
        self._demand = _ENOUGH + (_UNKNOWN if unknown else 0.0)

    def is_direct(self, one: Ranked, item: Item) -> bool:
        """Whether so much of the query is met that the item answers it; ask for the best first."""
        if one.met < self._demand:
            return False
        if one.met >= self._demand + _SCATTERED:
            return True
        self._looks += 1
        return self._looks <= _MOST_LOOKED_AT and self._together(one, item)

    def _together(self, one: Ranked, item: Item) -> bool:
        """Whether two words of the query share a subject term or a stretch of the text."""
        evidence = self._ranking.evidence(one.document)
        terms = [
            (*(self._marks[slot] or ()), *([proof.term] if (proof := evidence[slot]) else ()))
            for slot in self._content
        ]
        subjects = [self._reasons.places(item.id, found) for found in terms]
        if any(not a.isdisjoint(b) for a, b in combinations(subjects, 2)):
            return True
        return self._side_by_side(item.edited, terms)

    def _side_by_side(self, text: str, terms: Iterable[Iterable[str]]) -> bool:
        wanted = [frozenset(term.partition(":")[2] for term in found) for found in terms]
        any_wanted = frozenset().union(*wanted)
        named = ((place, self._spans.names(word.key)) for place, word in enumerate(words_of(text)))
        places = [
            (place, slot)
            for place, names in named
            if not any_wanted.isdisjoint(names)
            for slot, one in enumerate(wanted)
            if not one.isdisjoint(names)
        ]
        return any(
            one_slot != other_slot and other - one <= _REACH
            for (one, one_slot), (other, other_slot) in pairwise(places)
        )
