"""What one reading of a query finds: by its words, within what operators and filters allow."""

from collections.abc import Container
from functools import cached_property
from pathlib import Path

from db.errors import KnownError
from db.record import replace
from db.search.bitmaps import members
from db.search.bounds import Bounds
from db.search.evidence import LITERAL_WEIGHT, Evidence
from db.search.fields import GRAMS
from db.search.judge import Judge
from db.search.ngrams import NgramIndex
from db.search.places import Table
from db.search.postings import NOT_OPENED, Postings
from db.search.ranked import Ranking
from db.search.ranking import Ranker
from db.search.reading import Found, Reading
from db.search.slots import Slots

_NEAR_LEAST = 0.05  # share of the query that a near hit meets
_NEAR_SHARE = 0.25  # of the best score, below which a near hit only distracts
_NEAR_GRAMS = 0.45  # share of its letter runs that a hit by letters alone holds
_MOST_BY_GRAMS = 5


class Retriever:
    """Ranks and judges over one index; keeps no state but caches."""

    def __init__(self, index: Path, postings: Postings, ranker: Ranker, judge: Judge) -> None:
        self._index = index
        self._postings = postings
        self._ranker = ranker
        self._judge = judge

    def all_of(self, bounds: Bounds) -> Reading:
        """Every allowed item in document order, when the query has operators but no words."""
        if bounds.parsed.is_empty:
            return Reading((), Ranking(), ())
        allowed = bounds.allowed
        numbers = range(len(self._postings.ids)) if allowed is None else members(allowed)
        return Reading((), Ranking(), tuple(Found(n, 1.0, "direct") for n in numbers))

    def retrieve(self, slots: Slots, bounds: Bounds) -> Reading:
        """The items best first, direct ones before near ones."""
        ranking = self._ranker.rank(slots, bounds.allowed)
        if bounds.parsed.is_literal:
            return Reading(slots, ranking, self._exact(slots, ranking, bounds))
        ranked = ranking.ranked
        verdict = self._judge.verdict(slots, ranking)
        answering = verdict.direct(ranked)
        worst = _NEAR_SHARE * ranking.most
        direct = tuple(Found(*one[:2], "direct", one.met) for one in ranked if one[0] in answering)
        granted = self._granted(ranking, bounds, answering)
        near = tuple(
            Found(document, score, "near", met)
            for document, score, met in ranked
            if met >= _NEAR_LEAST and score >= worst and document not in answering
        )
        return Reading(slots, ranking, direct + granted + _without(near, granted), verdict)

    def _exact(self, slots: Slots, ranking: Ranking, bounds: Bounds) -> tuple[Found, ...]:
        """What holds every word itself, alternatives seen to by the restriction.

        Where alternatives are all that is asked, some items hold none that has a score: they come
        last, in the order of the document, as do those that only a filter speaks for.
        """
        held = bounds.rows.held()
        demanded = _demanded(slots, ranking)
        found = [
            Found(one.document, one.score, "direct", granted=not held >> one.document & 1)
            for one in ranking.ranked
            if all(_is_literal(ranking.matches[place].get(one.document)) for place in demanded)
        ]
        if not demanded and bounds.allowed is not None:
            left = bounds.allowed & ~self._postings.bitmap(one.document for one in ranking.ranked)
            found += [Found(n, 0.0, "direct", granted=not held >> n & 1) for n in members(left)]
        return tuple(sorted(found, key=lambda one: one.granted))

    def _granted(
        self, ranking: Ranking, bounds: Bounds, answering: Container[int]
    ) -> tuple[Found, ...]:
        """Items that a filter of a row lets in, where its words are searched by meaning."""
        parsed, allowed = bounds.parsed, bounds.allowed
        if not parsed.by_meaning or parsed.words or not parsed.alternatives:
            return ()
        bits = bounds.rows.granted()
        scores = {one.document: one.score for one in ranking.ranked}
        found = (
            Found(number, scores.get(number, 0.0), "direct", granted=True)
            for number in members(bits if allowed is None else bits & allowed)
            if number not in answering
        )
        return tuple(sorted(found, key=lambda one: -one.score))

    def with_letters(self, reading: Reading, bounds: Bounds) -> Reading:
        """Near items by runs of letters behind those found by words."""
        if self._postings.is_large:
            return reading  # letters of so many texts would take longer than they are worth
        known = {one.document for one in reading.found}
        nearest = self._ngrams.nearest(bounds.parsed.words, _NEAR_GRAMS, _MOST_BY_GRAMS)
        more = tuple(
            Found(number, share, "near")
            for number, share in nearest
            if number not in known and (bounds.allowed is None or bounds.allowed >> number & 1)
        )
        return replace(reading, found=reading.found + more)

    @cached_property
    def _ngrams(self) -> NgramIndex:
        try:
            return NgramIndex(Table(self._index / GRAMS), len(self._postings.ids))
        except (OSError, ValueError) as error:  # missing, or empty
            raise KnownError(NOT_OPENED) from error


def _demanded(slots: Slots, ranking: Ranking) -> list[int]:
    """The places of words that must stand in the text; alternatives are seen to elsewhere."""
    return [place for place in ranking.content_or_all if not slots[place].is_fixed]


def _is_literal(evidence: Evidence | None) -> bool:
    """Whether a word itself stands in an item."""
    return evidence is not None and evidence.weight >= LITERAL_WEIGHT


def _without(found: tuple[Found, ...], others: tuple[Found, ...]) -> tuple[Found, ...]:
    """What was found, without what is among `others`."""
    known = {one.document for one in others}
    return tuple(one for one in found if one.document not in known)
