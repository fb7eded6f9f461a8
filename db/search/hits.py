"""From items found to hits as a reader sees them: marks, excerpt, reason, parts of the score."""

from collections.abc import Iterable
from itertools import chain

from db.reference.models import Item
from db.search.evidence import Evidence
from db.search.expansion import Expander
from db.search.fields import phrase_key
from db.search.lexicon import Lexicon
from db.search.models import Hit, Proof, ScorePart, Span
from db.search.query import ParsedQuery
from db.search.ranking import Slot
from db.search.reading import Found, Reading
from db.search.reasons import Reasons
from db.search.spans import SpanFinder, excerpt, merge

type _Evidence = tuple[Evidence | None, ...]  # slot by slot
type _Marks = list[tuple[str, ...] | None]  # slot by slot; None for what is not worth a mark


class HitMaker:
    """Pure but for the caches of its parts."""

    def __init__(
        self, lexicon: Lexicon, expander: Expander, spans: SpanFinder, reasons: Reasons
    ) -> None:
        self._stop_words = lexicon.stop_words
        self._expander = expander
        self._spans = spans
        self._reasons = reasons

    def make(
        self, found: Iterable[tuple[Found, Item]], reading: Reading, parsed: ParsedQuery
    ) -> tuple[Hit, ...]:
        """A hit for each item found."""
        marks = self._marks(reading.slots)
        return tuple(self._hit(one, item, reading, parsed, marks) for one, item in found)

    def _marks(self, slots: tuple[Slot, ...]) -> _Marks:
        """Stop words are not worth a mark, unless nothing else is asked."""
        general = [self._stop_words.issuperset(slot.keys) for slot in slots]
        return [
            None if is_general and not all(general) else self._expander.literal_terms(slot.keys)
            for slot, is_general in zip(slots, general, strict=True)
        ]

    def _hit(
        self, one: Found, item: Item, reading: Reading, parsed: ParsedQuery, marks: _Marks
    ) -> Hit:
        evidence = reading.ranking.evidence(one.document)
        terms = _terms(evidence, marks)
        spans = self._marked(item.edited, chain(*terms), parsed)
        shown, shown_spans = excerpt(item.edited, spans)
        return Hit(
            item_id=item.id,
            text=item.edited,
            score=round(one.score, 4),
            match=one.match,
            spans=spans,
            excerpt=shown,
            excerpt_spans=shown_spans,
            why=None if spans else self._reasons.why(item.id, terms),
            parts=_parts(evidence, reading),
            proof=_proof(one, reading),
        )

    def _marked(self, text: str, terms: Iterable[str], parsed: ParsedQuery) -> tuple[Span, ...]:
        """Where a text holds the terms met, the phrases and the prefixes of a query."""
        found = self._spans.spans(text, terms)
        if not parsed.phrases and not parsed.prefixes:
            return found
        found += self._spans.runs(text, map(phrase_key, parsed.phrases))
        found += self._spans.prefixes(text, map(phrase_key, parsed.prefixes))
        return merge(found)


def _proof(one: Found, reading: Reading) -> Proof | None:
    """What was said for an item; None where no verdict was asked for it."""
    if reading.verdict is None or one.met is None:
        return None
    return reading.verdict.proof(one.document, one.met)


def _terms(evidence: _Evidence, marks: _Marks) -> list[tuple[str, ...]]:
    """Word by word the terms to mark: what the word was met by, then how it may stand."""
    return [
        (proof.term, *terms)
        for proof, terms in zip(evidence, marks, strict=False)
        if proof and terms is not None
    ]


def _parts(evidence: _Evidence, reading: Reading) -> tuple[ScorePart, ...]:
    return tuple(
        ScorePart(" | ".join(slot.keys), proof.term, proof.weight, worth)
        for slot, proof, worth in zip(reading.slots, evidence, reading.ranking.worth, strict=False)
        if proof
    )
