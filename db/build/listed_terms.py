"""Makes tables of the terms that count against an answer, checked against the document first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from db.build.toml_file import read_toml
from db.search.fields import words_of
from db.search.lexicon import Lexicon, Names, name_lines
from db.search.listed_terms import LONGEST_TERM, readings
from db.search.morphology import Morphology
from db.search.places import Table, write_table
from db.text.normalize import ZWNJ

_TOGETHER = "together"  # section of terms that are meant only when written with half-spaces


def write_terms(
    path: Path,
    texts: Iterable[str],
    folder: Path,
    *,
    besides: str = "",
    of_stop_words: bool = False,
) -> int:
    """Write the keys and stems of the terms of `path` into `folder`; returns how many terms.

    EditionError for a term that stands in one of the `texts`, is a subject term, is listed twice or
    in the table of that folder named `besides`; and for one of stop words alone, unless
    `of_stop_words` allows those.
    """
    lexicon, source = Lexicon(folder), read_toml(path)
    morphology = Morphology(lexicon)
    treated = {*_runs(texts, morphology), *_subjects(lexicon, morphology)}
    before = Names(Table(folder / besides)) if besides else ()
    found: dict[str, str] = {}
    apart: set[str] = set()
    for term in (term for terms in source.data.values() for term in terms):
        needle, keys = f'"{term}"', _keys(term)
        if not keys or (not of_stop_words and lexicon.stop_words.issuperset(keys)):
            raise source.refuse(needle, f"{term!r} holds no word that decides")
        typed, *others = readings(keys, morphology)
        if typed in treated:
            raise source.refuse(needle, f"{term!r} is treated by the document")
        if typed in found:
            raise source.refuse(needle, f"{term!r} says what {found[typed]!r} says")
        if typed in before:
            raise source.refuse(needle, f"{term!r} stands in {besides} already")
        found[typed] = term
        if len(keys) > 1 and not treated.issuperset(others):
            found.setdefault(others[0], term)
        if term not in source.data.get(_TOGETHER, ()):
            apart.update(set(_apart(term, morphology)) - treated)
    write_table(folder / f"{path.stem}.txt", name_lines(found.keys() | apart))
    return len(found)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of(text.replace(ZWNJ, "")))


def _apart(term: str, morphology: Morphology) -> tuple[str, ...]:
    """How a term with half-spaces reads when spaces are typed for them."""
    keys = tuple(word.key for word in words_of(term))
    return readings(keys, morphology) if ZWNJ in term and len(keys) <= LONGEST_TERM else ()


def _runs(texts: Iterable[str], morphology: Morphology) -> Iterator[str]:
    """Every word of the document and every run of neighbours."""
    for text in texts:
        keys = _keys(text)
        for first in range(len(keys)):
            for last in range(first + 1, min(first + LONGEST_TERM, len(keys)) + 1):
                yield from readings(keys[first:last], morphology)


def _subjects(lexicon: Lexicon, morphology: Morphology) -> Iterator[str]:
    for terms in lexicon.subjects.values():
        for term in terms:
            yield from readings(_keys(term), morphology)
