"""Where a hit's words stand in the shown text, to the letter, also inside joined words."""

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from db.search.fields import words_of
from db.search.models import Span
from db.search.morphology import APART, ENDINGS, Morphology
from db.text.normalize import ZWNJ
from db.text.tokens import Token, fold, joined_from

EXCERPT_LENGTH = 220
_EXCERPT_LEAD = 40
_NAME = 2  # where the name begins in a typed term


class _Placed(NamedTuple):
    """The words of a text, and by each key the places where it stands."""

    words: tuple[Token, ...]
    by_key: dict[str, list[int]]


class SpanFinder:
    """Finds matched terms in any text by the same analysis that made the index."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self._names = lru_cache(maxsize=20_000)(self._names_of)
        self._parts = lru_cache(maxsize=20_000)(self._parts_of)
        self._placed = lru_cache(maxsize=1_000)(_placed_of)
        self._mark = lru_cache(maxsize=20_000)(self._mark_of)

    def _names_of(self, key: str) -> frozenset[str]:
        """Everything a word can be found by."""
        forms = self._morphology.forms(key)
        return forms.stems | forms.roots | {key}

    def _parts_of(self, key: str) -> tuple[tuple[str, str], ...]:
        """What each part of a joined word can be found by, with the part."""
        parts = self._morphology.parts(key)
        names = ((part, self._morphology.forms(part).stems | {part}) for part in parts)
        return tuple((name, part) for part, found in names for name in found)

    def _mark_of(self, text: str, place: int) -> Span:
        """The range of a word and of the ending that may follow it."""
        words = self._placed(text).words
        start, end, key = words[place]
        for run in joined_from(text, words, place, 2):
            if run.key[len(key) :] in (ENDINGS if ZWNJ in text[start : run.end] else APART):
                end = run.end
        return Span(start, end)

    def ready(self, texts: Iterable[str]) -> None:
        """Look at some texts now, so that no query waits for it."""
        for text in texts:
            for key in self._placed(text).by_key:
                self._names(key)
                self._parts(key)

    def spans(self, text: str, terms: Iterable[str]) -> tuple[Span, ...]:
        """Half-open code point ranges of the words behind typed `terms`, merged and in order."""
        wanted = frozenset(term[_NAME:] for term in terms)
        if not wanted:
            return ()
        placed = self._placed(text)
        places = {
            place
            for key, where in placed.by_key.items()
            if not wanted.isdisjoint(self._names(key))
            for place in where
        }
        inside = {
            (place, part)
            for key, where in placed.by_key.items()
            for name, part in self._parts(key)
            if name in wanted
            for place in where
        }
        found = [self._mark(text, place) for place in places]
        found += [
            span
            for place, part in inside
            if place not in places
            for span in _inside(text, placed.words[place], part)
        ]
        found += self._longer(text, placed, wanted)
        return merge(found)

    def _longer(self, text: str, placed: _Placed, wanted: Iterable[str]) -> Iterator[Span]:
        """Runs of words that are a wanted word only together."""
        for head, longer in _begun(wanted, placed.by_key).items():
            for place in placed.by_key[head]:
                for last, run in enumerate(joined_from(text, placed.words, place), place + 1):
                    names = [name for name in longer if run.key.startswith(name[:-1])]
                    if names and self._is_one(run.key, placed.words[last].key, names):
                        yield Span(run.start, run.end)

    def _is_one(self, run: str, last: str, names: list[str]) -> bool:
        """Whether neighbours that end with the word `last` are a form of one of some names.

        Only a known word holds more than the ending of a name.
        """
        if last not in ENDINGS and not self._morphology.known(run):
            without = len(run) - len(last)
            names = [name for name in names if len(name) > without]
        return bool(names) and (run in names or not self._names(run).isdisjoint(names))

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


def _placed_of(text: str) -> _Placed:
    placed = _Placed(words_of(text), {})
    for place, word in enumerate(placed.words):
        placed.by_key.setdefault(word.key, []).append(place)
    return placed


def _begun(names: Iterable[str], words: Container[str]) -> dict[str, list[str]]:
    """The words that are the beginning of a longer name, with these names."""
    found: dict[str, list[str]] = {}
    for name in names:
        for letters in range(1, len(name)):
            if name[:letters] in words:
                found.setdefault(name[:letters], []).append(name)
    return found


def _inside(text: str, token: Token, part: str) -> Iterator[Span]:
    start = token.key.find(part)
    if start >= 0:
        yield letters_of(text, token, start, start + len(part))


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
        end = len(text[: text.rfind(" ", start, end)].rstrip(" ،؛"))
    lead, tail = ("… " if start else ""), ("…" if end < len(text) else "")
    shift = len(lead) - start
    kept = tuple(
        Span(span.start + shift, min(span.end, end) + shift)
        for span in spans
        if span.start >= start and span.start < end
    )
    return lead + text[start:end] + tail, kept
