"""Where a hit's words stand in the shown text, to the letter, also inside joined words."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from db.search.fields import words_and_joins, words_of
from db.search.models import Span
from db.search.morphology import Morphology
from db.text.tokens import Token, fold

EXCERPT_LENGTH = 220
_EXCERPT_LEAD = 40


class _Word(NamedTuple):
    """A word or run of a text with everything it can be found by."""

    token: Token
    names: frozenset[str]
    parts: tuple[str, ...]


class SpanFinder:
    """Finds matched terms in any text by the same analysis that made the index."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self._analysed = lru_cache(maxsize=2_000)(self._analyse)

    def _analyse(self, text: str) -> tuple[_Word, ...]:
        """The single words; runs are many and seldom asked for, so they are looked at late."""
        return tuple(self._word(token, parts=True) for token in words_of(text))

    def _word(self, token: Token, *, parts: bool) -> _Word:
        forms = self._morphology.forms(token.key)
        names = forms.stems | forms.roots | {token.key}
        return _Word(token, names, forms.parts if parts else ())

    def spans(self, text: str, terms: Iterable[str]) -> tuple[Span, ...]:
        """Half-open code point ranges of the words behind typed `terms`, merged and in order."""
        wanted = {term.partition(":")[2] for term in terms}
        words = self._analysed(text)
        # A run's stem begins as the run does; only the verb prefixes change that, on single words.
        heads = {term[:2] for term in wanted}
        runs = words_and_joins(text)[len(words) :]
        likely = (self._word(run, parts=False) for run in runs if run.key[:2] in heads)
        found: list[Span] = []
        for word in (*words, *likely):
            if not wanted.isdisjoint(word.names):
                found.append(Span(word.token.start, word.token.end))
            elif word.parts:
                found += self._inside(text, word.token, wanted, word.parts)
        return merge(found)

    def _inside(
        self, text: str, token: Token, wanted: set[str], parts: tuple[str, ...]
    ) -> Iterable[Span]:
        for part in parts:
            stems = self._morphology.forms(part).stems
            if part in wanted or not wanted.isdisjoint(stems):
                start = token.key.find(part)
                if start >= 0:
                    yield letters_of(text, token, start, start + len(part))

    def runs(self, text: str, keys: Iterable[str]) -> tuple[Span, ...]:
        """Ranges of whole phrases: `keys` are folded and run together, from word to word."""
        return merge(span for key in keys for span in phrase_spans(text, key))

    def prefixes(self, text: str, keys: Iterable[str]) -> tuple[Span, ...]:
        """Ranges of the words that begin with one of the folded `keys`."""
        wanted = tuple(keys)
        if not wanted:
            return ()
        return tuple(Span(t.start, t.end) for t in words_of(text) if t.key.startswith(wanted))


def phrase_spans(text: str, key: str) -> list[Span]:
    """Every place where neighbouring words run together to `key`, ezafe not counted."""
    words = words_of(text)
    found = []
    for first, word in enumerate(words):
        run = ""
        for last in words[first:]:
            run += last.key
            if not key.startswith(run):
                break
            if run == key:
                found.append(Span(word.start, last.end))
                break
    return found


def letters_of(text: str, token: Token, first: int, last: int) -> Span:
    """The range in `text` of letters first..last of a token's key."""
    lengths = [len(fold(text[token.start : end])) for end in range(token.start, token.end + 1)]
    start = max(place for place, length in enumerate(lengths) if length <= first)
    end = min(place for place, length in enumerate(lengths) if length >= last)
    return Span(token.start + start, token.start + end)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Overlapping ranges as one; neighbours stay apart."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def excerpt(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """A stretch of `text` round its first spans, cut at spaces, and the spans in it."""
    if len(text) <= EXCERPT_LENGTH:
        return text, spans
    first = max(0, (spans[0].start if spans else 0) - _EXCERPT_LEAD)
    start = text.rfind(" ", 0, first) + 1 if first else 0
    end = min(len(text), start + EXCERPT_LENGTH)
    if end < len(text):
        end = text.rfind(" ", start, end)
    lead, tail = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(lead) - start
    kept = tuple(
        Span(span.start + shift, min(span.end, end) + shift)
        for span in spans
        if span.start >= start and span.start < end
    )
    return lead + text[start:end] + tail, kept
