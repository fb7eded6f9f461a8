"""Which of the reader's texts answer a parsed query, how well, and where to mark them."""

import math
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice
from operator import attrgetter

from db.search.bitmaps import likeliest, union
from db.search.content import StopWords, content_or_all
from db.search.coverage import Place, count_covering
from db.search.evidence import LITERAL_WEIGHT
from db.search.expansion import Expander, Variant, Weights
from db.search.fields import PART, ROOT, STEM, WORD, phrase_key, words_of
from db.search.groups import documents, with_alternatives
from db.search.lexicon import Lexicon
from db.search.models import NoteAnswer, NoteHit, Span
from db.search.morphology import Morphology
from db.search.note_storage import NoteStorage, Stored
from db.search.note_words import NoteSpeller
from db.search.parsed_query import Filter, Leaf, ParsedQuery, Unit, texts_of, units_in
from db.search.slots import slots_of
from db.search.spans import SpanFinder, merge, phrase_spans
from db.text.tokens import JOIN_LIMIT

_MOST_WORDS = 40
_MOST_PREFIXED = 200
_LONGEST_RUN = 3
_MOST_COUNTED = 8  # places of a query; with more, what was scored is counted
_LEAST_COVERAGE = 0.5
_STOP_WORD_WORTH = 0.05
_MARKED_SHARE = 0.7  # of the best match, below which a relative in the same text is not marked
_OWN_TYPES = frozenset((WORD, STEM, ROOT, PART))


class _Slot:
    """A place of the query: what may stand for it, and the texts that hold each of those.

    `key` is that of a word, None for alternatives and beginnings, which are no stop words.
    """

    def __init__(
        self, key: str | None, variants: tuple[Variant, ...], *, is_stop_word: bool = False
    ) -> None:
        self.key, self.variants, self.is_stop_word = key, variants, is_stop_word
        self.met: list[tuple[Variant, bytes]] = []  # the worthiest first
        self.bits = 0
        self.literal = 0  # the texts it stands in itself
        self.worth = 0.0
        self.is_demanded = True  # by operators and marked: all but stop words, if there is more

    def found_in(self, number: int) -> Iterator[Variant]:
        """The variants that a text holds, the worthiest first."""
        place, bit = number >> 3, number & 7
        for variant, holding in self.met:
            if place < len(holding) and holding[place] >> bit & 1:
                yield variant

    def weight(self, number: int) -> float:
        """How well a text answers this place; asked for every text and place of a query."""
        place, mask = number >> 3, 1 << (number & 7)
        for variant, holding in self.met:
            if place < len(holding) and holding[place] & mask:
                return variant.weight
        return 0.0


class _OwnTerms:
    """Stands in for the terms of an index: those that notes can have, no subject terms."""

    def __contains__(self, term: object) -> bool:
        return str(term)[0] in _OWN_TYPES


class NoteSearch:
    """Reads one storage; safe to use from any thread."""

    def __init__(self, storage: NoteStorage, lexicon: Lexicon) -> None:
        self._storage = storage
        self._words, self._stop_words = lexicon.words, StopWords(lexicon.stop_words)
        self._morphology = Morphology(lexicon)
        self._weights = Weights()
        self._expander = Expander(lexicon, self._morphology, self._weights, _OwnTerms())
        self._finder = SpanFinder(self._morphology)
        self._speller = NoteSpeller(lexicon.stop_words)

    def learn(self) -> bool:
        """Take in what corrections are made to; False when nothing is new."""
        return self._speller.learn(self._storage.words())

    def answer(
        self, parsed: ParsedQuery, limit: int, items: AbstractSet[str] | None = None
    ) -> NoteAnswer:
        """The texts that answer, best first; with `items` only those on one of them."""
        parsed = with_alternatives(parsed, self._mended)
        slots = self._slots(parsed)
        if not slots:
            return NoteAnswer()
        strict = bool(parsed.phrases or parsed.excludes or parsed.alternatives or parsed.prefixes)
        allowed = self._allowed(parsed, slots, strict)
        scored = [
            (score, number)
            for number in likeliest([slot.bits for slot in slots], allowed, limit + 1)
            if (score := self._score(slots, number, strict))
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        texts = ((score, number, self._storage.stored(number)) for score, number in scored)
        answering = (
            (score, number, kept, runs)
            for score, number, kept in texts
            if items is None or kept.item_id in items
            if (runs := _phrases_in(kept, parsed)) is not None
        )
        best = islice(answering, limit)
        prefixes = tuple(map(phrase_key, parsed.all_prefixes))
        hits = tuple(
            _hit(kept, score, runs or self._marks(kept.text, number, slots, prefixes))
            for score, number, kept, runs in best
        )
        if len(hits) < limit:
            return NoteAnswer(hits, len(hits))
        plain = items is None and not parsed.phrases and not parsed.excluded_phrases
        if plain and len(slots) <= _MOST_COUNTED:
            return NoteAnswer(hits, _count(slots, allowed))
        return NoteAnswer(hits, limit + sum(1 for _ in answering))

    def _allowed(self, parsed: ParsedQuery, slots: list[_Slot], strict: bool) -> int:
        """The texts that no operator shuts out."""
        allowed = -1
        for slot in slots:
            if strict and slot.is_demanded:
                allowed &= slot.literal
        for one in parsed.excluded:
            allowed &= ~documents(one, self._of_leaf, -1, refused=True)
        for row in parsed.alternatives if parsed.is_grouped else ():
            allowed &= union(documents(one, self._of_leaf, -1) for one in texts_of(row))
        return allowed

    def _of_leaf(self, one: Leaf, refused: bool) -> int:
        """The texts of a part of a group; where the index cannot tell, none of them is lost."""
        if isinstance(one, Filter):
            return 0 if refused else -1
        if one.is_prefix:
            return union(self._storage.holding(v.terms) for v in self._beginning(one.text))
        key, words = phrase_key(one.text), words_of(one.text)
        if one.is_phrase and len(words) > JOIN_LIMIT:
            every = self._storage.holding(tuple(f"{WORD}:{word.key}" for word in words))
            return 0 if refused else every
        if one.is_phrase:
            return self._storage.holding((f"{WORD}:{key}",))
        stems = self._morphology.forms(key).stems
        return union(self._storage.holding((f"{STEM}:{stem}",)) for stem in stems)

    def _slots(self, parsed: ParsedQuery) -> list[_Slot]:
        words = " ".join((parsed.words, *parsed.phrases))
        places = tuple(islice(slots_of(words), _MOST_WORDS))
        keys = [place.keys[0] for place in places]
        slots = [
            _Slot(key, self._expander.word(key), is_stop_word=self._stop_words.has(place))
            for key, place in zip(keys, places, strict=True)
        ]
        self._add_runs(slots, keys)
        for row in parsed.alternatives:  # a filter among them tells items apart, no notes
            found = (variant for unit in units_in(row) for variant in self._of_unit(unit))
            slots.append(_Slot(None, tuple(found)))
        slots += [_Slot(None, self._beginning(prefix)) for prefix in parsed.prefixes]
        demanded = content_or_all(slots, attrgetter("is_stop_word"))
        for slot in slots:
            self._meet(slot)
            slot.worth = self._rarity(slot)
            slot.is_demanded = slot in demanded
        return slots

    def _of_unit(self, unit: Unit) -> tuple[Variant, ...]:
        if unit.is_prefix:
            return self._beginning(unit.text)
        keys = tuple(word.key for word in words_of(unit.text))
        if len(keys) == 1:
            return self._expander.word(keys[0])
        return (Variant(tuple(f"{WORD}:{key}" for key in keys), 1.0),)

    def _mended(self, unit: Unit) -> Unit:
        """One of some alternatives, mended if it is no word of the language and in no text."""
        key = phrase_key(unit.text)
        if key in self._words or any(self._storage.holding(v.terms) for v in self._of_unit(unit)):
            return unit
        nearest = self._speller.correction(key)
        return Unit(nearest) if nearest else unit

    def _beginning(self, prefix: str) -> tuple[Variant, ...]:
        terms = self._storage.beginning(f"{WORD}:{phrase_key(prefix)}", _MOST_PREFIXED)
        return tuple(Variant((term,), 1.0) for term in terms)

    def _add_runs(self, slots: list[_Slot], keys: list[str]) -> None:
        """What is written as one word there may be typed as several here."""
        for first in range(len(keys)):
            for last in range(first + 2, min(first + _LONGEST_RUN, len(keys)) + 1):
                for slot in slots[first:last]:
                    slot.variants += self._expander.run(tuple(keys[first:last]))

    def _meet(self, slot: _Slot) -> None:
        self._look_up(slot, slot.variants, 1.0)
        if not slot.met and slot.key and slot.key not in self._words:
            nearest = self._speller.correction(slot.key)
            if nearest:
                self._look_up(slot, self._expander.word(nearest), self._weights.correction)

    def _look_up(self, slot: _Slot, variants: Iterable[Variant], factor: float) -> None:
        for variant in sorted(variants, key=lambda one: -one.weight):
            bits = self._storage.holding(variant.terms)
            if bits:
                weight = variant.weight * factor
                holding = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
                slot.met.append((Variant(variant.terms, weight), holding))
                slot.bits |= bits
                slot.literal |= bits if weight >= LITERAL_WEIGHT else 0

    def _score(self, slots: list[_Slot], number: int, strict: bool) -> float:
        """Worth of a text; 0 when too little of the query is in it."""
        total = covered = score = 0.0
        for slot in slots:
            worth, weight = slot.worth, slot.weight(number)
            if strict and slot.is_demanded and weight < LITERAL_WEIGHT:
                return 0.0
            total += worth
            covered += worth * min(weight, 1.0)
            score += worth * weight
        coverage = covered / total
        return score * coverage if coverage >= _LEAST_COVERAGE else 0.0

    def _rarity(self, slot: _Slot) -> float:
        rarity = math.log(1 + self._storage.count() / max(slot.bits.bit_count(), 1))
        return rarity * _STOP_WORD_WORTH if slot.is_stop_word else rarity

    def _marks(
        self, text: str, number: int, slots: list[_Slot], prefixes: tuple[str, ...]
    ) -> tuple[Span, ...]:
        """The words that a text was found by; of what begins as wanted the one word alone."""
        terms = {
            term
            for slot in slots
            if slot.is_demanded
            for variant in slot.found_in(number)
            if variant.weight >= slot.weight(number) * _MARKED_SHARE
            for term in variant.terms
            if not term.partition(":")[2].startswith(prefixes)
        }
        return (*self._finder.spans(text, terms), *self._finder.prefixes(text, prefixes))


def _hit(kept: Stored, score: float, marks: Iterable[Span]) -> NoteHit:
    spans = merge(marks)
    return NoteHit(kept.kind, kept.uuid, kept.item_id, kept.text, round(score, 4), spans)


def _phrases_in(kept: Stored, parsed: ParsedQuery) -> list[Span] | None:
    """Where the phrases stand; None when one is not there word for word, or one that must not."""
    runs = [phrase_spans(kept.text, phrase_key(phrase)) for phrase in parsed.phrases]
    refused = any(phrase_spans(kept.text, phrase_key(p)) for p in parsed.excluded_phrases)
    return None if refused or not all(runs) else [span for run in runs for span in run]


def _count(slots: list[_Slot], allowed: int) -> int:
    """As many texts as `NoteSearch._score` would not refuse."""
    places = [
        Place(
            slot.worth,
            tuple((min(v.weight, 1.0), int.from_bytes(bits, "little")) for v, bits in slot.met),
        )
        for slot in slots
    ]
    return count_covering(places, allowed, _LEAST_COVERAGE)
