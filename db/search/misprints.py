"""Words that only the print has, as misprinted or as spelt before the edition, and what for."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from db.reference.models import Item
from db.reference.source_places import in_edited, source_places
from db.reference.store import ReferenceStore
from db.search.fields import WORD, phrase_key, words_and_joins, words_of
from db.search.lexicon import Lexicon
from db.search.models import Span
from db.text.tokens import JOIN_LIMIT, Token

_MOST_READ = 200  # items whose corrected places are kept at hand

type Places = Mapping[str, tuple[Span, ...]]  # of a printed key in the edited text


class Misprints:
    """Pure but for what it makes of the document on first use."""

    def __init__(self, reference: ReferenceStore, lexicon: Lexicon) -> None:
        self._reference = reference
        self._vocabulary = lexicon.vocabulary
        self._places = lru_cache(maxsize=_MOST_READ)(self._places_in)

    @cached_property
    def _corrected(self) -> dict[str, str]:
        pairs = [pair for texts in self._reference.corrections() for pair in _words(*texts)]
        return dict(reversed(pairs))  # of two corrections the first

    def ready(self) -> None:
        """Make what is asked of the document now, so that no query waits for it."""
        _ = self._corrected
        for item in self._reference.items():
            self._places(item)

    def correction(self, key: str) -> str | None:
        """The known word that the edition has for a word of the print."""
        meant = self._corrected.get(key)
        return meant if meant in self._vocabulary else None

    def spans(self, item: Item, terms: Iterable[str]) -> Iterator[Span]:
        """Where the edited text of an item corrects words, or words run together, as printed."""
        places = self._places(item)
        for term in terms if places else ():
            if term[0] == WORD:
                yield from places.get(term[2:], ())

    def _places_in(self, item: Item) -> Places:
        errata = self._reference.errata(item.id)
        places = source_places(item, errata) if errata else {}
        edited, printed = words_of(item.edited), words_of(item.verbatim)
        known = {word.key for word in words_and_joins(item.edited)} if errata else set()
        found: dict[str, tuple[Span, ...]] = {}
        for one in errata:
            for run in _runs(printed, one.verbatim_start, one.verbatim_end):
                start, end = in_edited(places, run.start, run.end)
                words = [word for word in edited if word.start < end and word.end > start]
                if words and run.key not in known:
                    span = Span(words[0].start, words[-1].end)
                    found[run.key] = (*found.get(run.key, ()), span)
        return found


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
