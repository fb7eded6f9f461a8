"""From items found to hits as a reader sees them: marks, excerpt, reason, parts of the score."""

from collections.abc import Iterable, Sequence
from itertools import chain

from db.record import record
from db.reference.models import Item
from db.reference.source_places import in_edited, source_places
from db.reference.store import ReferenceStore
from db.search.content import StopWords, content_or_all
from db.search.expansion import Expander
from db.search.fields import WORD, phrase_key, words_of
from db.search.lexicon import Lexicon
from db.search.misprints import Misprints
from db.search.models import Hit, Proof, ScorePart, Span
from db.search.parsed_query import ParsedQuery
from db.search.reading import Found, Reading
from db.search.reasons import Reasons
from db.search.slots import Slots
from db.search.spans import SpanFinder, excerpt, merge
from db.text.tokens import JOIN_LIMIT

type _Marks = list[tuple[str, ...] | None]  # slot by slot; None for what is not worth a mark


@record
class _Account:
    """Why one item was found; worked out when somebody asks."""

    found: Found
    reading: Reading
    marks: _Marks
    item_id: str
    reasons: Reasons

    def __eq__(self, other: object) -> bool:
        """Equal when the same was found; the query decides the rest."""
        return isinstance(other, _Account) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, Found]:
        return self.item_id, self.found

    def terms(self) -> list[tuple[str, ...]]:
        """Word by word the terms to mark: what the word was met by, then how it may stand."""
        evidence = self.reading.ranking.evidence(self.found.document)
        return [
            (proof.term, *terms)
            for proof, terms in zip(evidence, self.marks, strict=False)
            if proof and terms is not None
        ]

    @property
    def reason(self) -> str | None:
        return self.found.reason

    def why(self) -> str | None:
        return self.reasons.why(self.item_id, self.terms())

    def parts(self) -> tuple[ScorePart, ...]:
        ranking, slots = self.reading.ranking, self.reading.slots
        evidence = ranking.evidence(self.found.document)
        return tuple(
            ScorePart(" | ".join(slot.keys), proof.term, proof.weight, worth)
            for slot, proof, worth in zip(slots, evidence, ranking.worth, strict=False)
            if proof
        )

    def named(self) -> float:
        return self.reading.ranking.named.get(self.found.document, 1.0)

    def proof(self) -> Proof | None:
        if self.reading.verdict is None or self.found.met is None:
            return None
        return self.reading.verdict.proof(self.found.document, self.found.met)


@record
class _Wanted:
    """What a query has marked: terms slot by slot, keys of phrases and beginnings."""

    marks: _Marks
    phrases: tuple[str, ...]
    prefixes: tuple[str, ...]
    is_printed: bool  # whether one of its words may stand in the printed original alone


class HitMaker:
    """Makes hits of what was found; keeps no state but caches."""

    def __init__(
        self,
        reference: ReferenceStore,
        lexicon: Lexicon,
        expander: Expander,
        spans: SpanFinder,
        misprints: Misprints,
        reasons: Reasons,
    ) -> None:
        self._reference = reference
        self._stop_words = StopWords(lexicon.stop_words)
        self._expander = expander
        self._spans = spans
        self._misprints = misprints
        self._reasons = reasons

    def make(
        self, found: Iterable[tuple[Found, Item]], reading: Reading, parsed: ParsedQuery
    ) -> tuple[Hit, ...]:
        """A hit for each item found."""
        wanted = self._wanted(reading.slots, parsed)
        return tuple(self._hit(one, item, reading, wanted) for one, item in found)

    def _wanted(self, slots: Slots, parsed: ParsedQuery) -> _Wanted:
        """What to mark; of phrases among alternatives those that are too long for a term."""
        among = parsed.all_phrases[len(parsed.phrases) :]
        long = (phrase for phrase in among if len(words_of(phrase)) > JOIN_LIMIT)
        return _Wanted(
            self._marks(slots),
            tuple(map(phrase_key, (*parsed.phrases, *long))),
            tuple(map(phrase_key, parsed.all_prefixes)),
            self._misprints.among(key for slot in slots for key in slot.keys),
        )

    def _marks(self, slots: Slots) -> _Marks:
        """For each slot the terms to mark; None for stop words, unless nothing else is asked."""
        places = range(len(slots))
        content = content_or_all(places, lambda place: self._stop_words.has(slots[place]))
        return [
            self._expander.literal_terms(slot.keys) if place in content else None
            for place, slot in enumerate(slots)
        ]

    def _hit(self, one: Found, item: Item, reading: Reading, wanted: _Wanted) -> Hit:
        account = _Account(one, reading, wanted.marks, item.id, self._reasons)
        spans = self._marked(item, tuple(chain.from_iterable(account.terms())), wanted)
        shown, shown_spans = excerpt(item.edited, spans)
        return Hit(
            item_id=item.id,
            text=item.edited,
            score=round(one.score, 4),
            match=one.match,
            spans=spans,
            excerpt=shown,
            excerpt_spans=shown_spans,
            account=account,
        )

    def _marked(self, item: Item, terms: Sequence[str], wanted: _Wanted) -> tuple[Span, ...]:
        """Where the edited text holds the terms met, the phrases and the prefixes of a query.

        What only the print has as it was typed is marked where its correction stands.
        """
        found = self._spans.spans(item.edited, terms)
        if wanted.is_printed:
            found = merge((*found, *self._misprints.spans(item, terms)))
        if not found and any(term[0] == WORD for term in terms):
            literal = [term for term in terms if term[0] == WORD]
            found = self._corrected(item, self._spans.spans(item.verbatim, literal))
        if not wanted.phrases and not wanted.prefixes:
            return found
        for key in wanted.phrases:
            found += self._spans.runs(item.edited, (key,)) or self._corrected(
                item, self._spans.runs(item.verbatim, (key,))
            )
        found += self._spans.prefixes(item.edited, wanted.prefixes)
        return merge(found)

    def _corrected(self, item: Item, printed: tuple[Span, ...]) -> tuple[Span, ...]:
        """Ranges of the verbatim text in the edited one."""
        if not printed:
            return ()
        places = source_places(item, self._reference.errata(item.id))
        ranges = (in_edited(places, span.start, span.end) for span in printed)
        return tuple(Span(start, end) for start, end in ranges if end > start)
