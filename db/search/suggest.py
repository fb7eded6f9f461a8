"""Completions of what is being typed: the document's words and titles, codes, past queries,
filters and their values; as tolerant of spelling and keyboard layout as the search itself."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from db.reference.store import ReferenceStore
from db.search.fields import phrase_key, words_of
from db.search.keyboard import other_layout
from db.search.lexicon import Lexicon
from db.text.normalize import ZWNJ, normalize, persian_digits
from db.text.tokens import fold, tokens

SHORTEST_PREFIX = 2
_LONGEST_TAIL = 3  # typed words that may belong to one title
_LONGEST_TYPED = 200
_MOST_TITLES = 3
_FIRST = 1_000_000
_FILTER = re.compile(r"(?<!\S)(?P<minus>-?)(?P<name>[^\s:«\"]+):[«\"]?(?P<value>[^:»\"]*)\Z")
_PERSIAN_FILTERS = ("محور", "نوع", "موضوع", "برچسب", "نشان", "یادداشت")
_ENGLISH_FILTERS = ("axis", "kind", "theme", "tag", "bookmark", "note")
_KINDS = ("چشم‌انداز", "اساسی", "جهت‌گیری", "بند")
_ENGLISH_KINDS = ("vision", "fundamental", "direction", "child")
_YES_OR_NO = ("دارد", "ندارد")
_ENGLISH_YES_OR_NO = ("yes", "no")
# The first of each group of letters that sound the same stands for all of them.
_SOUNDS = str.maketrans("ذضظصثطهغع", "زززسستحقا")

type _Entry = tuple[str, tuple[int, ...], str]  # key, rank (smaller is better), shown form
_TITLE, _WORD = 0, 1  # first part of a rank


class _PrefixTable:
    """Shown forms by the beginning of their keys."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._entries = sorted(entries)

    def starting(self, prefix: str) -> list[str]:
        """Forms whose key begins with `prefix`, best first: a few titles, then words."""
        first = bisect_left(self._entries, (prefix,))
        last = bisect_left(self._entries, (prefix + "\U0010ffff",))
        found = sorted((rank, shown) for _, rank, shown in self._entries[first:last])
        titles = dict.fromkeys(shown for rank, shown in found if rank[0] == _TITLE)
        words = [shown for rank, shown in found if rank[0] == _WORD]
        return [*islice(titles, _MOST_TITLES), *words]


class Completer:
    """Completes a query; pure but for the tables it makes of the document on first use."""

    def __init__(self, reference: ReferenceStore, lexicon: Lexicon) -> None:
        self._reference = reference
        self._lexicon = lexicon

    @cached_property
    def _tables(self) -> tuple[_PrefixTable, _PrefixTable]:
        entries = [*self._titles(), *self._words()]
        sounds = [(key.translate(_SOUNDS), rank, shown) for key, rank, shown in entries]
        return _PrefixTable(entries), _PrefixTable(sounds)

    def _titles(self) -> Iterator[_Entry]:
        """Axes and themes, by each of their words."""
        titles = [axis.title for axis in self._reference.axes()]
        titles += [theme.title for theme in self._reference.themes()]
        for order, title in enumerate(titles):
            keys = [token.key for token in words_of(title)]
            for place, key in enumerate(keys):
                if not place or key not in self._lexicon.stop_words:
                    yield "".join(keys[place:]), (_TITLE, place, order), title

    def _words(self) -> Iterator[_Entry]:
        """Codes of directions, words of the edition, words of the subject terms."""
        spread = Counter[str]()
        for item in self._reference.items():
            spread.update({token.key for token in words_of(item.edited)})
            if item.code:
                yield item.code, (_WORD, -_FIRST), persian_digits(item.code)
        for key in (spread.keys() | self._subject_words()) - self._lexicon.stop_words:
            if not key[0].isdecimal():  # neither years nor «21st»; the codes stand above
                commonness = self._lexicon.words.get(key, 0)
                shown = normalize(self._lexicon.vocabulary.get(key, key))
                yield key, (_WORD, -spread[key], -commonness, len(key)), shown

    def _subject_words(self) -> set[str]:
        """Words of the subject terms; a foreign one only if it means something by itself."""
        subjects = (term for terms in self._lexicon.subjects.values() for term in terms)
        runs = [[token.key for token in tokens(term)] for term in subjects]
        return {
            key
            for keys in runs
            for key in keys
            if len(keys) == 1 or not key.isascii() or self._lexicon.synonyms.of(key)
        }

    def complete(
        self, typed: str, past: Sequence[str] = (), tags: Sequence[str] = (), limit: int = 8
    ) -> tuple[str, ...]:
        """Whole queries that begin with what is typed, best first.

        `past` are the reader's earlier queries, latest first; `tags` the names of his tags.
        """
        if len(typed) > _LONGEST_TYPED:
            return ()
        found: dict[str, str] = {}
        for query in self._candidates(typed, past, tags):
            if query != typed.strip():
                found.setdefault("".join(fold(query).replace(ZWNJ, " ").split()), query)
        return tuple(islice(found.values(), limit))

    def _candidates(self, typed: str, past: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
        opened = _FILTER.search(typed)
        values = self._values(fold(opened["name"]), tags) if opened else ()
        if opened and values:
            lead = typed[: opened.start()] + opened["minus"] + opened["name"]
            wanted = phrase_key(opened["value"])
            shown = (value for value in values if _begins(value, wanted))
            yield from (f"{lead}:{_quoted(value)}" for value in shown)
            return
        whole = phrase_key(typed)
        if len(whole) >= SHORTEST_PREFIX:
            yield from (query for query in past if phrase_key(query).startswith(whole))
            yield from self._filters(typed)
            yield from self._continuations(typed)

    def _values(self, name: str, tags: Sequence[str]) -> Sequence[str]:
        """The values a filter may take; none for a name that is no filter."""
        axes = self._reference.axes()
        return {
            "محور": [axis.title for axis in axes],
            "axis": [axis.slug for axis in axes],
            "نوع": _KINDS,
            "kind": _ENGLISH_KINDS,
            "موضوع": (themes := [theme.title for theme in self._reference.themes()]),
            "theme": themes,
            "برچسب": tags,
            "tag": tags,
            **dict.fromkeys(("نشان", "یادداشت"), _YES_OR_NO),
            **dict.fromkeys(("bookmark", "note"), _ENGLISH_YES_OR_NO),
        }.get(name, ())

    def _filters(self, typed: str) -> Iterator[str]:
        head, last = _split(typed, 1)
        key = fold(last.removeprefix("-"))
        if len(key) >= SHORTEST_PREFIX:
            for name in (*_PERSIAN_FILTERS, *_ENGLISH_FILTERS):
                if name.startswith(key):
                    yield f"{head}{'-' * last.startswith('-')}{name}:"

    def _continuations(self, typed: str) -> list[str]:
        """As typed, else by sound, else as the other keyboard layout would have it."""
        exact, sounds = self._tables
        found = _from_tails(typed, exact) or _from_tails(typed, sounds, _SOUNDS)
        for other in () if found else other_layout(typed):
            found += _from_tails(other, exact)
        return found


def _from_tails(
    typed: str, table: _PrefixTable, letters: dict[int, int] | None = None
) -> list[str]:
    """What continues the longest tail of the typed words that begins anything."""
    for count in range(_LONGEST_TAIL, 0, -1):
        head, tail = _split(typed, count)
        key = phrase_key(tail).translate(letters or {})
        found = table.starting(key) if len(key) >= SHORTEST_PREFIX else []
        if found:
            minus = tail.startswith("-")
            return [f"{head}-{_quoted(shown)}" if minus else head + shown for shown in found]
    return []


def _split(typed: str, count: int) -> tuple[str, str]:
    """The typed text before its last `count` words, and those."""
    words = list(re.finditer(r"\S+", typed))[-count:]
    place = words[0].start() if words else len(typed)
    return typed[:place], typed[place:]


def _begins(value: str, wanted: str) -> bool:
    keys = [token.key for token in words_of(value)] or [fold(value)]
    return any("".join(keys[place:]).startswith(wanted) for place in range(len(keys)))


def _quoted(value: str) -> str:
    return f"«{value}»" if re.search(r"\s", value) else value
