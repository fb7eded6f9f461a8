"""Where a hit's words stand in the shown text, to the letter, also inside joined words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from db.search.fields import words_of
from db.search.models import Span
from db.search.morphology import ENDINGS, Morphology
from db.text.tokens import Token, fold, joined_from

EXCERPT_LENGTH = 220
_EXCERPT_LEAD = 40


class SpanFinder:
    """Finds matched terms in any text by the same analysis that made the index."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self.names = lru_cache(maxsize=20_000)(self._names_of)

    def _names_of(self, key: str) -> frozenset[str]:
        """Everything a word can be found by."""
        forms = self._morphology.forms(key)
        return forms.stems | forms.roots | {key}

    def spans(self, text: str, terms: Iterable[str]) -> tuple[Span, ...]:
        """Half-open code point ranges of the words behind typed `terms`, merged and in order."""
        wanted = {term.partition(":")[2] for term in terms}
        if not wanted:
            return ()
        heads = {term[:letters] for term in wanted for letters in (1, 2)}
        words = words_of(text)
        found: list[Span] = []
        for place, word in enumerate(words):
            if not wanted.isdisjoint(self.names(word.key)):
                found.append(Span(word.start, word.end))
                runs = joined_from(text, words, place, 2)
                found += [Span(r.start, r.end) for r in runs if r.key[len(word.key) :] in ENDINGS]
            elif parts := self._morphology.parts(word.key):
                found += self._inside(text, word, wanted, parts)
            if word.key[:2] in heads:
                found += self._longer(text, words, place, wanted)
        return merge(found)

    def _longer(
        self, text: str, words: Sequence[Token], place: int, wanted: set[str]
    ) -> Iterator[Span]:
        """Runs that are a wanted word, of which the word at `place` is only the beginning."""
        key = words[place].key
        beginnings = tuple(t[:-1] for t in wanted if len(t) > len(key) and t.startswith(key))
        for run in joined_from(text, words, place) if beginnings else ():
            if run.key.startswith(beginnings) and not wanted.isdisjoint(self.names(run.key)):
                yield Span(run.start, run.end)

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
