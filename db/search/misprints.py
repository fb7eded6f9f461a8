"""Words that only the printed original has, and what the edition has in their place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from db.reference.models import Item
from db.reference.source_places import in_edited, source_places
from db.reference.store import ReferenceStore
from db.search.fields import WORD, phrase_key, words_and_joins, words_of
from db.search.lexicon import Lexicon
from db.search.models import Span
from db.text.tokens import JOIN_LIMIT, Token, tokens

_MOST_READ = 200  # items whose corrected places are kept at hand

type Places = Mapping[str, tuple[Span, ...]]  # of a printed key in the edited text


class Misprints:
    """Looks words of the original up; its tables are made on first use."""

    def __init__(self, reference: ReferenceStore, lexicon: Lexicon) -> None:
        self._reference = reference
        self._vocabulary = lexicon.vocabulary
        self._places = lru_cache(maxsize=_MOST_READ)(self._places_in)

    @cached_property
    def _corrections(self) -> tuple[tuple[str, str, str, int, int], ...]:
        return self._reference.corrections()

    @cached_property
    def _owners(self) -> frozenset[str]:
        return frozenset(owner for owner, *_ in self._corrections)

    @cached_property
    def _corrected(self) -> dict[str, str]:
        rows = self._corrections
        pairs = [pair for _, source, meant, *_ in rows for pair in _words(source, meant)]
        return dict(reversed(pairs))  # of two corrections the first

    @cached_property
    def _printed(self) -> frozenset[str]:
        texts = {item.id: item.verbatim for item in self._reference.items()}
        stretches = (
            _stretch(texts[owner], start, end)
            for owner, _, _, start, end in self._corrections
            if owner in texts
        )
        words = {word.key for stretch in stretches for word in tokens(stretch)}
        strange = {word for word in words if word not in self._vocabulary}
        return frozenset(strange | self._corrected.keys())

    def ready(self) -> None:
        """Make the tables now, so that no query waits for them."""
        _ = self._printed, self._owners

    def among(self, keys: Iterable[str]) -> bool:
        """Whether one of some words may stand in the original alone."""
        return not self._printed.isdisjoint(keys)

    def correction(self, key: str) -> str | None:
        """The known word that the edition has for a word of the original."""
        meant = self._corrected.get(key)
        return meant if meant in self._vocabulary else None

    def spans(self, item: Item, terms: Iterable[str]) -> Iterator[Span]:
        """Where the edited text of an item corrects words, or words run together, as printed."""
        places = self._places(item) if item.id in self._owners else {}
        for term in terms if places else ():
            if term[0] == WORD:
                yield from places.get(term[2:], ())

    def _places_in(self, item: Item) -> Places:
        errata = self._reference.errata(item.id)
        places = source_places(item, errata)
        edited, printed = words_of(item.edited), words_of(item.verbatim)
        known = {word.key for word in words_and_joins(item.edited)}
        found: dict[str, tuple[Span, ...]] = {}
        for one in errata:
            for run in _runs(printed, one.verbatim_start, one.verbatim_end):
                start, end = in_edited(places, run.start, run.end)
                words = [word for word in edited if word.start < end and word.end > start]
                if words and run.key not in known:
                    span = Span(words[0].start, words[-1].end)
                    found[run.key] = (*found.get(run.key, ()), span)
        return found


def _stretch(text: str, start: int, end: int) -> str:
    """A part of a text with the words that it begins and ends in."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def _runs(words: tuple[Token, ...], start: int, end: int) -> Iterator[Token]:
    """The words that touch a stretch, and the runs of neighbours that hold one of those."""
    touching = [place for place, word in enumerate(words) if word.start < end and word.end > start]
    if not touching:
        return
    for first in range(max(0, touching[0] - JOIN_LIMIT + 1), touching[-1] + 1):
        key = ""
        for last, word in enumerate(words[first : first + JOIN_LIMIT], first):
            key += word.key
            if last >= touching[0]:
                yield Token(words[first].start, word.end, key)


def _words(source: str, corrected: str) -> Iterator[tuple[str, str]]:
    """The one word that a correction is about, and what it becomes."""
    printed = [word.key for word in words_of(source)]
    meant = phrase_key(corrected)
    while len(printed) > 1 and meant.startswith(printed[0]):
        meant = meant.removeprefix(printed.pop(0))
    while len(printed) > 1 and meant.endswith(printed[-1]):
        meant = meant.removesuffix(printed.pop())
    if len(printed) == 1 and meant not in printed:
        yield printed[0], meant
