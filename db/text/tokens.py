"""Words of a text as (start, end, key): positions in the text, key in the folded alphabet.

The text itself never changes. Index, query, highlight, note search and quote check see words
through these functions alone, so that a form found is a form marked.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

JOIN_LIMIT = 3

_FOLDED = {
    **dict.fromkeys("يىئې", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("ةۀہە", "ه"),
    **dict.fromkeys("آأإٱ", "ا"),
    "\u00a0": " ",
    "\u00ad": "\u200c",
    **{chr(0x06F0 + value): str(value) for value in range(10)},
    **{chr(0x0660 + value): str(value) for value in range(10)},
}
_FOLD = str.maketrans(_FOLDED)
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_BIDI = "\u034f\u061c\u200b\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNSEEN = re.compile(f"[{_BIDI}]")
_BRACKETS = str.maketrans("（）﴿﴾", "()()")
_HAMZA_APART = re.compile("[يیى]\u0654")  # as decomposed texts have «ئ»
_DROP = re.compile(f"[{_MARKS}{_BIDI}ءـ]")
_WAWS = re.compile("[ئؤو]*[ؤو]")  # «شئون» is also written «شؤون» and «شوون»
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_RARE = re.compile(f"[{_MARKS}{_BIDI}ءـئؤ\ufb50-\ufdff\ufe70-\ufefc]|وو")
# A word is a run of letters, marks and digits; the half-space, like a space, ends it.
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}{_BIDI}\u0640]+[^\W_]*)*")
_PLAIN_GAPS = (" ", "\u200c")
_GAP_WITHIN_PHRASE = re.compile(rf"[\s\u200c\u00ac\u00ad\u0640{_MARKS}{_BIDI}]*\Z")


class Token(NamedTuple):
    """A word or a run of joined words: half-open range of code points and folded key."""

    start: int
    end: int
    key: str


def fold(text: str) -> str:
    """The key of a word: one letter for each group of look-alike letters, digits 0-9, lower case.

    Source: the rule list of Persian search practice (ISIRI 6219 letters, hamza bearers dropped).
    """
    if _RARE.search(text):  # most words need nothing but the table
        text = _PRESENTATION.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
        text = _WAWS.sub("و", _DROP.sub("", _HAMZA_APART.sub("ئ", text)))
    return text.translate(_FOLD).lower()


def plainly_signed(text: str) -> str:
    """A text without what only directs or joins its letters, its brackets of one kind."""
    return _UNSEEN.sub("", text).translate(_BRACKETS)


_key = lru_cache(maxsize=20_000)(fold)  # a text says most of its words more than once


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order; a word whose letters all fold away is skipped."""
    for word in _WORD.finditer(text):
        key = _key(word.group())
        if key:
            yield Token(word.start(), word.end(), key)


def joined(text: str, words: Sequence[Token], limit: int = JOIN_LIMIT) -> Iterator[Token]:
    """Every run of 2..limit neighbouring words with nothing but space between, keys joined."""
    for first in range(len(words)):
        yield from joined_from(text, words, first, limit)


def joined_from(
    text: str, words: Sequence[Token], first: int, limit: int = JOIN_LIMIT
) -> Iterator[Token]:
    """The runs of 2..limit words that begin with the word at `first`, shortest first."""
    start, end, key = words[first]
    for following in words[first + 1 : first + limit]:
        gap = text[end : following.start]
        if gap not in _PLAIN_GAPS and not _GAP_WITHIN_PHRASE.match(gap):
            break
        key, end = key + following.key, following.end
        yield Token(start, end, key)


def squeezed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """All keys of `text` run together, and for each of their characters the word's own range."""
    keys: list[str] = []
    places: list[tuple[int, int]] = []
    for word in tokens(text):
        keys.append(word.key)
        places += [(word.start, word.end)] * len(word.key)
    return "".join(keys), places
