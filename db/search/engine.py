"""The search engine: from a query as typed to hits as data."""

from collections import Counter
from collections.abc import Container
from functools import cached_property
from pathlib import Path

from db.errors import KnownError
from db.paths import LEXICON_DATA, SEARCH_INDEX
from db.record import replace
from db.reference.store import ReferenceStore
from db.search.bitmaps import members
from db.search.bounds import Bounds
from db.search.correction import Corrector
from db.search.evidence import LITERAL_WEIGHT, Evidence
from db.search.expansion import Expander, Weights
from db.search.fields import GRAMS, phrase_key
from db.search.hits import HitMaker
from db.search.judge import Judge
from db.search.lexicon import Lexicon
from db.search.misprints import Misprints
from db.search.models import SearchQuery, SearchResults
from db.search.morphology import Morphology
from db.search.ngrams import NgramIndex
from db.search.parsed_query import ParsedQuery, units_in
from db.search.places import Table
from db.search.postings import NOT_OPENED, open_postings
from db.search.query import LONGEST_QUERY
from db.search.ranked import Ranking
from db.search.ranking import Ranker, Slot, slots_of
from db.search.reading import Found, Reading
from db.search.reasons import Reasons
from db.search.restriction import ReaderMarks, Restriction
from db.search.spans import SpanFinder
from db.search.suggest import Completer
from db.search.wording import understood

_MOST_WORDS = 40
_NEAR_LEAST = 0.05  # share of the query that a near hit meets
_NEAR_SHARE = 0.25  # of the best score, below which a near hit only distracts
_NEAR_GRAMS = 0.45  # share of its letter runs that a hit by letters alone holds


class SearchEngine:
    """Searches the edition; every method may be called from any thread."""

    def __init__(
        self,
        reference: ReferenceStore,
        index: Path = SEARCH_INDEX,
        lexicon: Path = LEXICON_DATA,
        marks: ReaderMarks | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._weights = weights or Weights()
        self._index, self._lexicon = index, Lexicon(lexicon)
        self._lexicon.load()
        self._morphology = Morphology(self._lexicon)
        self._postings = open_postings(index)
        self._items = [reference.item(item_id) for item_id in self._postings.ids]
        self._expander = Expander(
            self._lexicon, self._morphology, self._weights, self._postings.known
        )
        self._ranker = Ranker(self._postings, self._expander, self._lexicon, self._weights)
        self._judge = Judge(self._lexicon, self._morphology)
        self._restriction = Restriction(
            reference, self._postings, self._morphology, self._lexicon, self._ranker, marks
        )
        self._misprints = Misprints(reference, self._lexicon)
        self._corrector = Corrector(
            self._lexicon,
            self._morphology,
            self._ranker,
            self._judge.elsewhere,
            self._misprints,
            self._weights,
        )
        self._spans = SpanFinder(self._morphology)
        self._completer = Completer(reference, self._lexicon)
        reasons = Reasons(self._lexicon)
        self._hits = HitMaker(
            reference, self._lexicon, self._expander, self._spans, self._misprints, reasons
        )

    @property
    def lexicon(self) -> Lexicon:
        """The word knowledge, for what else searches by the same rules."""
        return self._lexicon

    @property
    def completer(self) -> Completer:
        """Completes what is typed out of the same document and words."""
        return self._completer

    @cached_property
    def _ngrams(self) -> NgramIndex:
        try:
            return NgramIndex(Table(self._index / GRAMS), len(self._items))
        except (OSError, ValueError) as error:  # missing, or empty
            raise KnownError(NOT_OPENED) from error

    def warm(self) -> None:
        """Make what only some queries need, so that none of a batch waits."""
        if not self._postings.is_large:
            self._spans.ready(item.edited for item in self._items)
            self._misprints.ready()

    def search(self, query: SearchQuery) -> SearchResults:
        """Answer a query; hits best first, direct ones before near ones."""
        return self._answer(query, *self._understood(query))

    def filtered(self, text: str) -> frozenset[str] | None:
        """Ids of the items that the filters of a query allow; None when it has none."""
        allowed = self._restriction.bounds(self._restriction.parsed(text).of_items).allowed
        if allowed is None:
            return None
        return frozenset(self._postings.ids[number] for number in members(allowed))

    def _understood(self, query: SearchQuery) -> tuple[Bounds, Reading, str | None]:
        """The bounds of the query, the reading that finds most, what was corrected for that."""
        parsed = self._restriction.parsed(query.text)
        bounds = self._restriction.bounds(parsed, query.axis)
        slots = self._slots(parsed)
        if not slots:
            return bounds, self._all_of(bounds), None
        reading = None
        if query.literal or parsed.is_literal:
            reading = self._read(slots, bounds)
            meant = parsed.meant()
            if meant and not (reading.found if parsed.words else reading.holds_words):
                bounds = self._restriction.bounds(meant, query.axis, bounds.rows)
                slots = self._slots(meant)
                reading = self._read(slots, bounds)
            if query.literal:
                return bounds, reading, None
        typed = query.text[:LONGEST_QUERY]
        return bounds, *self._improved(slots, typed, bounds, reading)

    def _slots(self, parsed: ParsedQuery) -> tuple[Slot, ...]:
        slots = []
        for row in parsed.alternatives:
            units = (unit for unit in units_in(row) if not unit.is_prefix)
            keys = dict.fromkeys(filter(None, (phrase_key(unit.text) for unit in units)))
            if keys:
                slots.append(Slot(tuple(keys), is_fixed=not parsed.by_meaning))
        slots += slots_of(parsed.words)
        return tuple(slots[:_MOST_WORDS])

    def _all_of(self, bounds: Bounds) -> Reading:
        """Every allowed item in document order, when the query has operators but no words."""
        if bounds.parsed.is_empty:
            return Reading((), Ranking(), ())
        allowed = bounds.allowed
        numbers = range(len(self._items)) if allowed is None else members(allowed)
        return Reading((), Ranking(), tuple(Found(n, 1.0, "direct") for n in numbers))

    def _read(self, slots: tuple[Slot, ...], bounds: Bounds) -> Reading:
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

    def _exact(
        self, slots: tuple[Slot, ...], ranking: Ranking, bounds: Bounds
    ) -> tuple[Found, ...]:
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

    def _improved(
        self,
        slots: tuple[Slot, ...],
        typed: str,
        bounds: Bounds,
        known: Reading | None,
    ) -> tuple[Reading, str | None]:
        """The reading as typed, or a corrected one that finds more, with what was corrected.

        `known` is the reading as typed where it has been made already.
        """
        corrected = self._corrector.likeliest(slots, bounds.allowed)
        is_typed = corrected == slots
        better = known if known and is_typed else self._read(corrected, bounds)
        shown = None if is_typed else self._corrector.told(corrected, slots, typed, bounds.parsed)
        if better.is_direct:
            return self._in_full(better, bounds), shown
        reading = better if is_typed else known or self._read(slots, bounds)
        if reading.is_direct:
            return reading, None
        for meant, text in self._corrector.otherwise(typed, slots, bounds.parsed):
            other = self._read(meant, bounds)
            if other.is_direct:
                return self._in_full(other, bounds), text
        if len(better.found) > len(reading.found):
            return better, shown
        return self._with_grams(reading, bounds), None

    def _in_full(self, reading: Reading, bounds: Bounds) -> Reading:
        """A corrected reading that answers, scored as if its words had been typed so."""
        typed = tuple(replace(slot, factor=1.0) for slot in reading.slots)
        return reading if typed == reading.slots else self._read(typed, bounds)

    def _with_grams(self, reading: Reading, bounds: Bounds) -> Reading:
        """Near items by letter runs behind those found by words."""
        if self._postings.is_large:
            return reading  # letters of so many texts would take longer than they are worth
        known = {one.document for one in reading.found}
        nearest = self._ngrams.nearest(bounds.parsed.words, _NEAR_GRAMS, 5)
        more = tuple(
            Found(number, share, "near")
            for number, share in nearest
            if number not in known and (bounds.allowed is None or bounds.allowed >> number & 1)
        )
        return replace(reading, found=reading.found + more)

    def _answer(
        self, query: SearchQuery, bounds: Bounds, reading: Reading, suggestion: str | None
    ) -> SearchResults:
        counts = Counter(self._items[one.document].axis for one in reading.found)
        shown = [
            replace(one, reason=bounds.rows.reason(one.document)) if one.granted else one
            for one in reading.found[: query.limit]
        ]
        return SearchResults(
            query=query.text,
            direct=reading.is_direct,
            hits=self._hits.make(
                ((one, self._items[one.document]) for one in shown), reading, bounds.parsed
            ),
            suggestion=suggestion,
            understood=understood(bounds.parsed),
            counts_by_axis=dict(counts),
        )


def _demanded(slots: tuple[Slot, ...], ranking: Ranking) -> list[int]:
    """The places of words that must stand in the text; alternatives are seen to elsewhere."""
    return [place for place in ranking.content_or_all if not slots[place].is_fixed]


def _is_literal(evidence: Evidence | None) -> bool:
    """Whether a word itself stands in an item."""
    return evidence is not None and evidence.weight >= LITERAL_WEIGHT


def _without(found: tuple[Found, ...], others: tuple[Found, ...]) -> tuple[Found, ...]:
    """What was found, without what is among `others`."""
    known = {one.document for one in others}
    return tuple(one for one in found if one.document not in known)
