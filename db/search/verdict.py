"""Whether an item answers a question or is only near to it."""

import math
from collections.abc import Iterable, Sequence, Set

from db.search.fields import IN_TEXT, QUESTION_STEM, SUBJECT_PHRASE
from db.search.models import Proof
from db.search.ranked import Ranked, Ranking

# Weights of a logistic regression on the queries to tune on, divided by that of the share met.
_LITERAL = 0.3  # for words that stand in the text itself
_ASKED = 0.06  # for each word out of what people ask of the item: one may be chance, three are not
_ELSEWHERE = 0.9  # against it, for words that name what the document does not treat
_PARTICULAR = 0.4  # against it, when a detail is asked for that a vision never tells
_LEANING = 0.075  # for the way its words lean, to the items or elsewhere
_ENOUGH = 0.90
_LEAST_MET = 0.35  # share of a query below which nothing answers it, however long it is


class Verdict:
    """Draws the line between direct and near for the items of one ranking."""

    def __init__(
        self,
        ranking: Ranking,
        elsewhere: Set[int] = frozenset(),
        asks_particular: bool = False,
        leanings: Sequence[float] = (),
    ) -> None:
        """`elsewhere` are the places of the query that the document does not treat.

        `leanings` are the log odds of each of its places that it is what items are asked.
        """
        roots = [math.sqrt(worth) for worth in ranking.worth]
        total = sum(roots[place] for word in ranking.content for place in word) or 1.0
        self._words = [
            [(roots[place] / total, ranking.matches[place]) for place in word]
            for word in ranking.content
        ]
        foreign = (roots[p] for word in ranking.content for p in word if p in elsewhere)
        self._elsewhere = _ELSEWHERE * sum(foreign) / total
        self._particular = _PARTICULAR if asks_particular else 0.0
        self._leanings = tuple(zip(leanings, ranking.matches, strict=bool(leanings)))

    def direct(self, ranked: Iterable[Ranked]) -> frozenset[int]:
        """The documents of which so much of the query is met, so surely, that they answer it."""
        return frozenset(
            document
            for document, _, met in ranked
            if met >= _LEAST_MET and self.proof(document, met).total >= _ENOUGH
        )

    def proof(self, document: int, met: float) -> Proof:
        """What speaks for an item as an answer; `met` is the share (0..1) of the query it meets."""
        literal = asked = 0.0
        for parts in self._words:
            surest = 0.0
            for share, matches in parts:
                evidence = matches.get(document)
                if evidence is None:
                    continue
                weight, term, sure = evidence
                if term[0] in IN_TEXT:
                    literal += share * min(weight, 1.0)
                elif term[0] == QUESTION_STEM:
                    surest = max(surest, sure)
            asked += surest
        return Proof(
            met=met,
            literal=_LITERAL * literal,
            asked=_ASKED * asked,
            elsewhere=self._elsewhere,
            particular=self._particular,
            leaning=_LEANING * self._leaning(document),
            enough=_ENOUGH,
        )

    def _leaning(self, document: int) -> float:
        """How the words that an item meets lean; the sum grows with the root of their number only.

        A whole subject term of the item is what it is asked, whatever else its words are of. What
        is not met is told by the share that is.
        """
        leaning = 0.0
        for odds, matches in self._leanings:
            evidence = matches.get(document)
            if evidence is not None:
                is_asked = evidence.term[0] == SUBJECT_PHRASE
                leaning += max(odds, 0.0) if is_asked else odds
        return leaning / math.sqrt(len(self._leanings) or 1)
