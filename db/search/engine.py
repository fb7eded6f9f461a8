"""The search engine: from a query as typed to hits as data."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from db.paths import LEXICON_DATA, SEARCH_INDEX
from db.reference.store import ReferenceStore
from db.search.expansion import Expander, Weights
from db.search.fields import phrase_key, words_of
from db.search.keyboard import other_layout
from db.search.lexicon import Lexicon
from db.search.models import Hit, Match, ScorePart, SearchQuery, SearchResults
from db.search.morphology import Morphology
from db.search.ngrams import NgramIndex
from db.search.postings import Postings
from db.search.query import ParsedQuery, parse_query
from db.search.ranking import Ranked, Ranker, Ranking, Slot
from db.search.reasons import Reasons
from db.search.restriction import ReaderMarks, Restriction
from db.search.spans import SpanFinder, excerpt, merge
from db.search.spelling import Speller

LONGEST_QUERY = 1_000  # characters; a paste beyond it is cut, a sentence is never that long
_MOST_WORDS = 40
_DIRECT_SHARE = 0.6  # of the query that must be met, below which an item is only near
_NEAR_LEAST = 0.05
_NEAR_SHARE = 0.25  # of the best score, below which a near hit only distracts
_LITERAL_WEIGHT = 0.85  # what operators demand of every word: the word itself or its stem
_NEAR_GRAMS = 0.45
# Most cost of a correction: for a word with inflected relatives, a rare word, a stranger.
_SOUND_ALIKE, _NEIGHBOUR, _ANY = 0.45, 0.8, 9.9
_EVERYDAY_CLASS = 5  # frequency class of words that are not taken for slips


@dataclass(frozen=True)
class _Found:
    """An item that answers, before its text is looked at."""

    document: int
    score: float
    match: Match
    ranked: Ranked | None = None


@dataclass(frozen=True)
class _Reading:
    """One way to read the typed words, and what it finds."""

    slots: tuple[Slot, ...]
    ranking: Ranking
    found: tuple[_Found, ...]

    @property
    def is_direct(self) -> bool:
        return any(one.match == "direct" for one in self.found)


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
        self._postings = Postings(index)
        self._items = [reference.item(item_id) for item_id in self._postings.ids]
        self._expander = Expander(
            self._lexicon, self._morphology, self._weights, self._postings.known
        )
        self._ranker = Ranker(self._postings, self._expander, self._lexicon, self._weights)
        self._spans = SpanFinder(self._morphology)
        self._restriction = Restriction(reference, self._morphology, marks)
        self._reasons = Reasons(self._lexicon, self._morphology)

    @cached_property
    def _speller(self) -> Speller:
        known = self._lexicon.words
        words = sorted(self._lexicon.vocabulary)
        return Speller((word, known.get(word, 0) / 9) for word in words if len(word) > 2)

    @cached_property
    def _ngrams(self) -> NgramIndex:
        return NgramIndex([item.edited for item in self._items])

    def warm(self) -> None:
        """Make what only some queries need, so that none of them waits; for the background."""
        _ = self._speller, self._ngrams
        for item in self._items:
            self._spans.spans(item.edited, ())

    def search(self, query: SearchQuery) -> SearchResults:
        """Answer a query; hits best first, direct ones before near ones."""
        parsed = parse_query(query.text[:LONGEST_QUERY])
        allowed = self._restriction.allowed(parsed, query.axis)
        slots = self._slots(parsed)
        if not slots:
            return self._answer(query, parsed, self._all_of(parsed, allowed), None)
        reading = self._read(slots, parsed, allowed)
        suggestion = None
        if not query.literal:
            reading, suggestion = self._improved(reading, query.text, parsed, allowed)
        return self._answer(query, parsed, reading, suggestion)

    def _slots(self, parsed: ParsedQuery) -> tuple[Slot, ...]:
        slots = [
            Slot(tuple(phrase_key(unit.text) for unit in group)) for group in parsed.alternatives
        ]
        slots += [Slot((token.key,)) for token in words_of(parsed.words)]
        return tuple(slots[:_MOST_WORDS])

    def _all_of(self, parsed: ParsedQuery, allowed: frozenset[str]) -> _Reading:
        """Every allowed item in document order, when the query has operators but no words."""
        found = (
            ()
            if parsed.is_empty
            else tuple(
                _Found(number, 1.0, "direct")
                for number, item in enumerate(self._items)
                if item.id in allowed
            )
        )
        return _Reading((), Ranking((), ()), found)

    def _read(
        self, slots: tuple[Slot, ...], parsed: ParsedQuery, allowed: frozenset[str]
    ) -> _Reading:
        ranking = self._ranker.rank(slots)
        ranked = [one for one in ranking.ranked if self._items[one.document].id in allowed]
        if parsed.alternatives or parsed.excluded or parsed.excluded_phrases:
            exact = tuple(
                _Found(one.document, one.score, "direct", one)
                for one in ranked
                if all(e and e.weight >= _LITERAL_WEIGHT for e in one.evidence)
            )
            return _Reading(slots, ranking, exact)
        best = ranked[0].score if ranked else 0.0
        direct = [one for one in ranked if one.met >= _DIRECT_SHARE]
        near = [
            one
            for one in ranked
            if _NEAR_LEAST <= one.met < _DIRECT_SHARE and one.score >= best * _NEAR_SHARE
        ]
        found = [_Found(one.document, one.score, "direct", one) for one in direct]
        found += [_Found(one.document, one.score, "near", one) for one in near]
        return _Reading(slots, ranking, tuple(found))

    def _improved(
        self, reading: _Reading, typed: str, parsed: ParsedQuery, allowed: frozenset[str]
    ) -> tuple[_Reading, str | None]:
        """The reading as typed, or a corrected one that finds more, with what was corrected."""
        corrected = tuple(self._corrected(slot) for slot in reading.slots)
        better, shown = reading, None
        if corrected != reading.slots:
            better, shown = self._read(corrected, parsed, allowed), self._shown(corrected)
        if better.is_direct:
            return better, shown
        if reading.is_direct:
            return reading, None
        for text in other_layout(typed):
            slots = tuple(Slot((token.key,)) for token in words_of(text))
            if text.isascii() and not any(self._morphology.known(s.keys[0]) for s in slots):
                continue
            meant = tuple(map(self._corrected, slots))
            other = self._read(meant, parsed, allowed)
            if other.is_direct:
                return other, text if meant == slots else self._shown(meant)
        if len(better.found) > len(reading.found):
            return better, shown
        return self._with_grams(reading, parsed, allowed), None

    def _corrected(self, slot: Slot) -> Slot:
        """The slot with its word's nearest correction, when the word itself leads nowhere."""
        key = slot.keys[0]
        most = self._most_correction(key)
        words = self._speller.corrections(key) if most and len(slot.keys) == 1 else ()
        if not words or words[0][1] > most:
            return slot
        return Slot((words[0][0],), self._weights.correction)

    def _most_correction(self, key: str) -> float:
        """How far a word may be corrected: not at all when it is in the document's language."""
        if key in self._lexicon.vocabulary:
            return 0.0
        frequency = self._lexicon.words.get(key, -1)
        if self._ranker.stands_anywhere(key):
            return 0.0 if frequency >= 0 else _SOUND_ALIKE
        if frequency >= _EVERYDAY_CLASS:
            return 0.0
        return _NEIGHBOUR if frequency >= 0 else _ANY

    def _shown(self, slots: tuple[Slot, ...]) -> str:
        return " ".join(self._lexicon.vocabulary.get(s.keys[0], s.keys[0]) for s in slots)

    def _with_grams(
        self, reading: _Reading, parsed: ParsedQuery, allowed: frozenset[str]
    ) -> _Reading:
        """Near items by letter runs behind those found by words."""
        known = {one.document for one in reading.found}
        nearest = self._ngrams.nearest(parsed.words, _NEAR_GRAMS, 5)
        more = tuple(
            _Found(number, share, "near")
            for number, share in nearest
            if number not in known and self._items[number].id in allowed
        )
        return _Reading(reading.slots, reading.ranking, reading.found + more)

    def _answer(
        self, query: SearchQuery, parsed: ParsedQuery, reading: _Reading, suggestion: str | None
    ) -> SearchResults:
        counts = Counter(self._items[one.document].axis for one in reading.found)
        return SearchResults(
            query=query.text,
            direct=reading.is_direct,
            hits=tuple(self._hit(one, parsed, reading) for one in reading.found[: query.limit]),
            suggestion=suggestion,
            understood=" ".join(parsed.remarks) or None,
            counts_by_axis=dict(counts),
        )

    def _hit(self, one: _Found, parsed: ParsedQuery, reading: _Reading) -> Hit:
        item = self._items[one.document]
        evidence = one.ranked.evidence if one.ranked else ()
        content = [
            (slot, proof)
            for slot, proof in zip(reading.slots, evidence, strict=False)
            if proof and not self._lexicon.stop_words.issuperset(slot.keys)
        ]
        terms = [proof.term for _, proof in content]
        terms += [term for slot, _ in content for term in self._expander.literal_terms(slot.keys)]
        phrases = [phrase_key(phrase) for phrase in parsed.phrases]
        found = self._spans.spans(item.edited, terms) + self._spans.runs(item.edited, phrases)
        found += self._spans.prefixes(item.edited, [phrase_key(p) for p in parsed.prefixes])
        spans = merge(found)
        shown, shown_spans = excerpt(item.edited, spans)
        return Hit(
            item_id=item.id,
            text=item.edited,
            score=round(one.score, 4),
            match=one.match,
            spans=spans,
            excerpt=shown,
            excerpt_spans=shown_spans,
            why=self._reasons.why(item.id, terms) if not spans else None,
            parts=tuple(
                ScorePart(" | ".join(slot.keys), proof.term, proof.weight, worth)
                for slot, proof, worth in zip(
                    reading.slots, evidence, reading.ranking.worth, strict=False
                )
                if proof
            ),
        )
