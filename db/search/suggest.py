"""Completions of what is being typed: the document's words and titles, codes, past queries,
filters and their values; as tolerant of spelling and keyboard layout as the search itself."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

from db.reference.store import ReferenceStore
from db.search.fields import EZAFE, phrase_key, words_of
from db.search.filter_completion import completed_values, names_beginning, quoted
from db.search.keyboard import other_layout
from db.search.lexicon import Lexicon
from db.search.morphology import ENDINGS
from db.search.query import parse_query
from db.search.spelling import one_slip
from db.text.normalize import ZWNJ, normalize, persian_digits
from db.text.tokens import Token, fold, plainly_signed, tokens

SHORTEST_PREFIX = 2
_LONGEST_TAIL = 3  # typed words that may belong to one title
_LONGEST_TYPED = 200
_MOST_TITLES = 3
_FIRST = 1_000_000
_SHORTEST_SLIP, _LONGEST_SLIP = 4, 20  # letters; what is shorter may become too much
_SHORTEST_PIECE = 2  # letters of a word typed as two
_WORD_TYPED = re.compile(r"[^\s|]+")
# Signs before the first letter of a word, and those that no completion may take away.
_OPENING = re.compile(r'\(*-?\(*[«"“]?')
_OPERATORS = frozenset('()|«»“”"')
_QUOTES = tuple('«"“')
_ENDED = re.compile(r'(?:[«»“”"|()]|(?<![^\s|(])[-−–])\s*\Z')  # signs that nothing goes on behind
_JOINING = re.compile(r"(?:(?<![^\s(])(?:یا|(?i:or))\s+|\|\s*)\Z")
_ANY_WORD = "ژژژ"
_PREFIXED_VERB = ("می", "نمی")
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
        spellings: dict[str, str] = {}
        for item in self._reference.items():
            words = dict(whole_words(item.edited))
            spread.update(words.keys())
            spellings |= words
            if item.code:
                yield item.code, (_WORD, -_FIRST), persian_digits(item.code)
        spellings = self._subject_words() | spellings
        vocabulary, known = self._lexicon.vocabulary, self._lexicon.words
        for key in spellings.keys() - self._lexicon.stop_words:
            if not key[0].isdecimal():  # neither years nor «21st»; the codes stand above
                own = spellings[key]
                shown = own if ZWNJ in own else normalize(vocabulary.get(key, own))
                yield key, (_WORD, -spread[key], -known.get(key, 0), len(key)), shown

    def _subject_words(self) -> dict[str, str]:
        """Words of the subject terms that mean something by themselves, as terms or synonyms."""
        subjects = [term for terms in self._lexicon.subjects.values() for term in terms]
        alone = {term for term in subjects if " " not in term}
        return {
            key: shown
            for piece in dict.fromkeys(piece for term in subjects for piece in term.split(" "))
            for key, shown in whole_words(piece)
            if piece in alone or self._lexicon.synonyms.of(key)
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
        typed = plainly_signed(typed)
        for query in self._candidates(typed, past, tags):
            if query != typed.strip():
                found.setdefault("".join(fold(query).replace(ZWNJ, " ").split()), query)
        return tuple(islice(found.values(), limit))

    def _candidates(self, typed: str, past: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
        valued = list(completed_values(typed, self._reference, tags))
        whole = phrase_key(typed)
        if valued or len(whole) < SHORTEST_PREFIX:
            yield from valued
            return
        refuses = typed.lstrip().startswith("-")
        for query in past:
            if query.startswith("-") == refuses and phrase_key(query).startswith(whole):
                yield query
        yield from self._filters(typed)
        if not _ENDED.search(typed):
            yield from self._continuations(typed)

    def _filters(self, typed: str) -> Iterator[str]:
        head, last = _split(typed, 1)
        signs = _signs(last)
        key = fold(last.removeprefix(signs))
        if len(key) >= SHORTEST_PREFIX and not signs.endswith(_QUOTES):
            yield from (f"{head}{signs}{name}:" for name in names_beginning(key))

    def _continuations(self, typed: str) -> list[str]:
        """As typed, else by sound, as the other keyboard layout would have it, or with a slip."""
        exact, sounds = self._tables
        found = _from_tails(typed, exact) or _from_tails(typed, sounds, _SOUNDS)
        for other in () if found else other_layout(typed):
            found += _from_tails(other, exact)
        return found or self._with_slip(typed, exact)

    def _with_slip(self, typed: str, table: _PrefixTable) -> list[str]:
        """What the last word is meant as, then what continues it with one slip mended."""
        head, last = _split(typed, 1)
        key = phrase_key(last)
        if not _SHORTEST_SLIP <= len(key) <= _LONGEST_SLIP or key.isascii() or not key.isalpha():
            return []
        if _is_parted(last):
            return []
        vocabulary, meant = self._lexicon.vocabulary, self._lexicon.spelling.corrections(key)
        found = [normalize(vocabulary.get(word, word)) for word, _ in meant]
        found += (shown for one in one_slip(key) for shown in table.starting(one))
        return _opened(head, last, found)


def whole_words(text: str) -> Iterator[tuple[str, str]]:
    """Each word that begins after a space, and what half-spaces join to it, with its letters.

    What only follows a half-space is no word that anyone begins with.
    """
    run: list[Token] = []
    words = (word for word in tokens(text) if word.key != EZAFE)
    for word in (*words, None):
        if run and (word is None or text[run[-1].end : word.start] != ZWNJ):
            first, last = run[0], run[-1]
            yield first.key, text[first.start : first.end]
            if first.key not in _PREFIXED_VERB and not all(w.key in ENDINGS for w in run[1:]):
                yield "".join(w.key for w in run), text[first.start : last.end]
            run = []
        if word is not None:
            run.append(word)


def _from_tails(
    typed: str, table: _PrefixTable, letters: dict[int, int] | None = None
) -> list[str]:
    """What continues the longest tail of the typed words that begins anything."""
    for count in range(_LONGEST_TAIL, 0, -1):
        head, tail = _split(typed, count)
        if _is_parted(tail):
            continue
        key = phrase_key(tail).translate(letters or {})
        found = table.starting(key) if len(key) >= SHORTEST_PREFIX else []
        if letters is None and "أ" in tail:
            found = [*_reseated(tail, table), *found]
        if count > 1:
            pieces = [word.key for word in words_of(tail)]
            found = [shown for shown in found if _may_be_apart(shown, pieces)]
        if found:
            return _opened(head, tail, found)
    return []


def _reseated(tail: str, table: _PrefixTable) -> list[str]:
    """What continues a text with its hamza on ye, where «هیئت» has it."""
    key = phrase_key(tail.replace("أ", "ئ"))
    return [shown for shown in table.starting(key) if "ئ" in shown]


def _may_be_apart(shown: str, pieces: Sequence[str]) -> bool:
    """Whether what is typed apart may be one: a word begins there, or no piece is too short."""
    ends = set(accumulate(len(word.key) for word in words_of(shown)))
    return len(pieces[0]) in ends or all(len(piece) >= _SHORTEST_PIECE for piece in pieces)


def _opened(head: str, tail: str, found: Iterable[str]) -> list[str]:
    """Completions behind what is typed before them and the signs their own word begins with."""
    signs = _signs(tail)
    if signs.endswith(_QUOTES):
        return [f"{head}{signs[:-1]}«{shown}»" for shown in found]
    if "-" in signs:
        return [f"{head}{signs}{quoted(shown)}" for shown in found]
    if not signs and _is_alternative(head):
        return [head + (f"({shown})" if " " in shown else shown) for shown in found]
    return [f"{head}{signs}{shown}" for shown in found]


def _is_alternative(head: str) -> bool:
    """Whether «یا» joins the next word to what stands in front, unlike in a question."""
    return bool(_JOINING.search(head) and parse_query(head + _ANY_WORD).alternatives)


def _signs(tail: str) -> str:
    found = _OPENING.match(tail)
    return found.group() if found else ""


def _is_parted(tail: str) -> bool:
    """Whether an operator stands among the letters."""
    return not _OPERATORS.isdisjoint(tail.removeprefix(_signs(tail)))


def _split(typed: str, count: int) -> tuple[str, str]:
    """The typed text before its last `count` words, and those."""
    words = list(_WORD_TYPED.finditer(typed))[-count:]
    place = words[0].start() if words else len(typed)
    return typed[:place], typed[place:]
