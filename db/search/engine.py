"""The search engine: from a query as typed to hits as data."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from db.paths import LEXICON_DATA, SEARCH_INDEX
from db.record import replace
from db.reference.store import ReferenceStore
from db.search.bitmaps import members
from db.search.elsewhere import Elsewhere
from db.search.expansion import Expander, Weights
from db.search.fields import phrase_key, words_of
from db.search.hits import HitMaker
from db.search.keyboard import other_layout
from db.search.lexicon import Lexicon
from db.search.models import SearchQuery, SearchResults, Span
from db.search.morphology import Morphology
from db.search.ngrams import NgramIndex
from db.search.postings import open_postings
from db.search.query import LONGEST_QUERY, ParsedQuery, parse_query
from db.search.ranking import Ranker, Ranking, Slot
from db.search.reading import Found, Reading
from db.search.reasons import Reasons
from db.search.restriction import ReaderMarks, Restriction
from db.search.spans import SpanFinder
from db.search.transliteration import Transliteration
from db.search.verdict import Verdict
from db.text.normalize import ZWNJ

_MOST_WORDS = 40
_NEAR_LEAST = 0.05
_NEAR_SHARE = 0.25  # of the best score, below which a near hit only distracts
_LITERAL_WEIGHT = 0.85  # what operators demand of every word: the word itself or its stem
_NEAR_GRAMS = 0.45
# Most cost of a correction: for a word with inflected relatives, a rare word, a stranger.
_SOUND_ALIKE, _NEIGHBOUR, _ANY = 0.45, 0.8, 9.9
# Of a foreign word by its letters: one letter more makes another word of most short ones.
_OF_LATIN = ((8, 1.0), (6, _NEIGHBOUR), (0, 0.0))
_EVERYDAY_CLASS = 5  # frequency class of words that are not taken for slips

type _Allowed = int | None  # a bitmap of documents; None when nothing restricts them


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
        self._lexicon = Lexicon(lexicon)
        self._lexicon.load()
        self._morphology = Morphology(self._lexicon)
        self._postings = open_postings(index)
        self._items = [reference.item(item_id) for item_id in self._postings.ids]
        self._expander = Expander(
            self._lexicon, self._morphology, self._weights, self._postings.known
        )
        self._ranker = Ranker(self._postings, self._expander, self._lexicon, self._weights)
        self._elsewhere = Elsewhere(self._lexicon, self._morphology)
        self._restriction = Restriction(reference, self._postings, self._morphology, marks)
        self._transliteration = Transliteration(self._lexicon, self._morphology)
        self._spans = SpanFinder(self._morphology)
        self._hits = HitMaker(self._lexicon, self._expander, self._spans, Reasons(self._lexicon))

    @property
    def lexicon(self) -> Lexicon:
        """The word knowledge, for what else searches by the same rules."""
        return self._lexicon

    @cached_property
    def _ngrams(self) -> NgramIndex:
        return NgramIndex([item.edited for item in self._items])

    def warm(self) -> None:
        """Make what only some queries need, so that none of them waits; for the background."""
        if not self._postings.is_large:
            _ = self._ngrams
            self._spans.ready(item.edited for item in self._items)
            self._transliteration.ready()

    def search(self, query: SearchQuery) -> SearchResults:
        """Answer a query; hits best first, direct ones before near ones."""
        return self._answer(query, *self._understood(query))

    def spans(self, query: SearchQuery, item_id: str, text: str) -> tuple[Span, ...]:
        """Where a text of an item, such as its verbatim form, holds what a query found in it.

        Half-open code point ranges in `text`; none when the query does not find the item.
        """
        parsed, reading, _ = self._understood(query)
        numbers = (one.document for one in reading.found)
        number = next((n for n in numbers if self._postings.ids[n] == item_id), None)
        return () if number is None else self._hits.spans(number, text, reading, parsed)

    def filtered(self, text: str) -> frozenset[str] | None:
        """Ids of the items that the filters of a query allow; None when it has none."""
        filters = self._restriction.readable(parse_query(text)).filters
        allowed = self._restriction.allowed(ParsedQuery(filters=filters), None)
        if allowed is None:
            return None
        return frozenset(self._postings.ids[number] for number in members(allowed))

    def _understood(self, query: SearchQuery) -> tuple[ParsedQuery, Reading, str | None]:
        """The parsed query, the reading of it that finds most, what was corrected for that."""
        parsed = self._restriction.readable(parse_query(query.text))
        allowed = self._restriction.allowed(parsed, query.axis)
        slots = self._slots(parsed)
        if not slots:
            return parsed, self._all_of(parsed, allowed), None
        reading = self._read(slots, parsed, allowed)
        meant = parsed.meant()
        if meant and not reading.found:
            parsed, allowed = meant, self._restriction.allowed(meant, query.axis)
            reading = self._read(slots, parsed, allowed)
        if query.literal:
            return parsed, reading, None
        return parsed, *self._improved(reading, query.text[:LONGEST_QUERY], parsed, allowed)

    def _slots(self, parsed: ParsedQuery) -> tuple[Slot, ...]:
        slots = [
            Slot(tuple(phrase_key(unit.text) for unit in group)) for group in parsed.alternatives
        ]
        slots += _slots_of(parsed.words)
        return tuple(slots[:_MOST_WORDS])

    def _all_of(self, parsed: ParsedQuery, allowed: _Allowed) -> Reading:
        """Every allowed item in document order, when the query has operators but no words."""
        found = (
            ()
            if parsed.is_empty
            else tuple(
                Found(number, 1.0, "direct")
                for number in (range(len(self._items)) if allowed is None else members(allowed))
            )
        )
        return Reading((), Ranking(), found)

    def _read(self, slots: tuple[Slot, ...], parsed: ParsedQuery, allowed: _Allowed) -> Reading:
        ranking = self._ranker.rank(slots, allowed)
        ranked = ranking.ranked
        if parsed.is_literal:
            exact = tuple(
                Found(one.document, one.score, "direct")
                for one in ranked
                if all(e and e.weight >= _LITERAL_WEIGHT for e in ranking.evidence(one.document))
            )
            return Reading(slots, ranking, exact)
        verdict = Verdict(ranking, self._elsewhere.places(slots))
        best = ranked[0].score if ranked else 0.0
        direct, near = [], []
        for one in ranked:
            if verdict.is_direct(one):
                direct.append(Found(one.document, one.score, "direct", one.met))
            elif one.met >= _NEAR_LEAST and one.score >= best * _NEAR_SHARE:
                near.append(Found(one.document, one.score, "near", one.met))
        return Reading(slots, ranking, (*direct, *near), verdict)

    def _improved(
        self, reading: Reading, typed: str, parsed: ParsedQuery, allowed: _Allowed
    ) -> tuple[Reading, str | None]:
        """The reading as typed, or a corrected one that finds more, with what was corrected."""
        corrected = tuple(self._corrected(slot) for slot in reading.slots)
        better, shown = reading, None
        if corrected != reading.slots:
            better, shown = self._read(corrected, parsed, allowed), self._shown(corrected)
        if better.is_direct:
            return better, shown
        if reading.is_direct:
            return reading, None
        for meant, text in self._otherwise(typed, reading.slots):
            other = self._read(meant, parsed, allowed)
            if other.is_direct:
                return other, text
        if len(better.found) > len(reading.found):
            return better, shown
        return self._with_grams(reading, parsed, allowed), None

    def _otherwise(
        self, typed: str, slots: tuple[Slot, ...]
    ) -> Iterator[tuple[tuple[Slot, ...], str]]:
        """Readings under the other keyboard layout, of Latin letters as Persian sounds, then with
        words corrected that only have relatives here."""
        for text in other_layout(typed):
            found = tuple(_slots_of(text))
            if self._is_language(found):
                meant = tuple(map(self._corrected, found))
                yield meant, text if meant == found else self._shown(meant)
        persian = self._transliteration.reading(slot.keys[0] for slot in slots)
        if persian:
            meant = tuple(_slots_of(persian))
            yield meant, self._shown(meant)
        farther = tuple(self._corrected(slot, _NEIGHBOUR) for slot in slots)
        if farther != tuple(map(self._corrected, slots)):
            yield farther, self._shown(farther)

    def _is_language(self, slots: tuple[Slot, ...]) -> bool:
        """Whether half of the words are known: «love» is no slip on the other layout."""
        known = sum(self._morphology.known(slot.keys[0]) for slot in slots)
        return 2 * known >= len(slots)

    def _corrected(self, slot: Slot, of_relatives: float = _SOUND_ALIKE) -> Slot:
        """The slot with its word's nearest correction, when the word itself leads nowhere."""
        key = slot.keys[0]
        most = self._most_correction(key, of_relatives)
        if not most or len(slot.keys) > 1 or slot.is_ending:
            return slot
        nearest = self._lexicon.spelling.correction(key, most)
        if nearest is None:
            return slot
        return replace(slot, keys=(nearest[0],), factor=self._weights.correction)

    def _most_correction(self, key: str, of_relatives: float) -> float:
        """How far a word may be corrected: not at all when it is in the document's language,
        `of_relatives` when only relatives are."""
        if key in self._lexicon.vocabulary or key in self._lexicon.elsewhere:
            return 0.0
        if key.isascii():
            return next(most for shortest, most in _OF_LATIN if len(key) >= shortest)
        frequency = self._lexicon.words.get(key, -1)
        if self._ranker.stands_anywhere(key):
            return of_relatives if frequency < (of_relatives > _SOUND_ALIKE) else 0.0
        if frequency >= _EVERYDAY_CLASS:
            return 0.0
        return _NEIGHBOUR if frequency >= 0 else _ANY

    def _shown(self, slots: tuple[Slot, ...]) -> str:
        return " ".join(self._lexicon.vocabulary.get(s.keys[0], s.keys[0]) for s in slots)

    def _with_grams(self, reading: Reading, parsed: ParsedQuery, allowed: _Allowed) -> Reading:
        """Near items by letter runs behind those found by words."""
        if self._postings.is_large:
            return reading  # letters of so many texts would take longer than they are worth
        known = {one.document for one in reading.found}
        nearest = self._ngrams.nearest(parsed.words, _NEAR_GRAMS, 5)
        more = tuple(
            Found(number, share, "near")
            for number, share in nearest
            if number not in known and (allowed is None or allowed >> number & 1)
        )
        return replace(reading, found=reading.found + more)

    def _answer(
        self, query: SearchQuery, parsed: ParsedQuery, reading: Reading, suggestion: str | None
    ) -> SearchResults:
        counts = Counter(self._items[one.document].axis for one in reading.found)
        shown = reading.found[: query.limit]
        return SearchResults(
            query=query.text,
            direct=reading.is_direct,
            hits=self._hits.make(
                ((one, self._items[one.document]) for one in shown), reading, parsed
            ),
            suggestion=suggestion,
            understood=" ".join(parsed.remarks) or None,
            counts_by_axis=dict(counts),
        )


def _slots_of(text: str) -> Iterator[Slot]:
    """A place for each word of a text, in order."""
    for token in words_of(text):
        yield Slot((token.key,), continues=text[token.start - 1 : token.start] == ZWNJ)
