"""The query language: words, phrases, exclusion, alternatives, prefixes and filters.

Malformed input never fails: what cannot be read as an operator is searched as words.
"""

import re
from dataclasses import dataclass, field

from db.text.tokens import fold

_PIECE = re.compile(
    r"""(?P<minus>(?<!\S)[-−–](?=[^\s-]))?
        (?:(?P<name>[^\s:"«»“”()]+)[:：](?P<value>"[^"]*"|«[^«»]*»|[^\s"«»]+)
        |["“«](?P<phrase>[^"“”«»]*)["”»]
        |(?P<word>[^\s"«»“”]+)
        |(?P<stray>["«»“”]))""",
    re.VERBOSE,
)
_FILTER_NAMES = {
    "axis": "axis محور",
    "kind": "kind type نوع",
    "tag": "tag برچسب",
    "theme": "theme subject موضوع",
    "bookmark": "bookmark marked نشان نشانه",
    "note": "note annotated یادداشت",
}
_FILTERS = {fold(word): name for name, words in _FILTER_NAMES.items() for word in words.split()}
_OR = {"یا", "or", "|"}
_NOT = {"not"}
_OUTER = "،,؛;؟?!.…:()[]{}<>"


@dataclass(frozen=True)
class Filter:
    """`name` is one of axis, kind, tag, theme, bookmark, note; `value` as typed."""

    name: str
    value: str
    negated: bool = False


@dataclass(frozen=True)
class Unit:
    """A word or a quoted phrase among alternatives."""

    text: str
    is_phrase: bool


@dataclass(frozen=True)
class ParsedQuery:
    """`words` is the plain text to match; `alternatives` lists groups joined by OR."""

    words: str = ""
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    excluded_phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    alternatives: tuple[tuple[Unit, ...], ...] = ()
    filters: tuple[Filter, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, not even by a filter."""
        return not (
            self.words or self.phrases or self.prefixes or self.filters or self.alternatives
        )


@dataclass
class _Draft:
    words: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    excluded_phrases: list[str] = field(default_factory=list)
    prefixes: list[str] = field(default_factory=list)
    alternatives: list[list[Unit]] = field(default_factory=list)
    last: Unit | None = None
    filters: list[Filter] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    or_pending: bool = False
    not_pending: bool = False


def parse_query(text: str) -> ParsedQuery:
    """Read a query as typed; never raises."""
    draft = _Draft()
    for piece in _PIECE.finditer(text):
        minus = bool(piece["minus"]) or draft.not_pending
        draft.not_pending = False
        if piece["stray"]:
            draft.remarks.append("گیومه‌ی بسته‌نشده نادیده گرفته شد.")
        elif piece["phrase"] is not None:
            _take_phrase(draft, piece["phrase"].strip(), minus)
        elif piece["name"]:
            _take_filter(draft, piece["name"], piece["value"].strip('"«»'), minus)
        else:
            _take_word(draft, piece["word"], minus)
    if draft.or_pending:
        draft.words.append("یا")
    return _finished(draft)


def _take_phrase(draft: _Draft, phrase: str, minus: bool) -> None:
    if not phrase:
        return
    if minus:
        draft.excluded_phrases.append(phrase)
    elif not _joined_by_or(draft, Unit(phrase, is_phrase=True)):
        draft.phrases.append(phrase)


def _joined_by_or(draft: _Draft, unit: Unit) -> bool:
    """Put a unit behind «یا» into the group of the unit before it."""
    previous, draft.last = draft.last, unit
    if not draft.or_pending or previous is None:
        return False
    draft.or_pending = False
    if not draft.alternatives or draft.alternatives[-1][-1] is not previous:
        (draft.phrases if previous.is_phrase else draft.words).remove(previous.text)
        draft.alternatives.append([previous])
    draft.alternatives[-1].append(unit)
    return True


def _take_filter(draft: _Draft, name: str, value: str, minus: bool) -> None:
    known = _FILTERS.get(fold(name))
    if known and value:
        draft.filters.append(Filter(known, value, minus))
        return
    draft.remarks.append(f"«{name}» نام پالایه نیست؛ به‌صورت واژه جست‌وجو شد.")
    for word in (name, value):
        _take_word(draft, word, minus)


def _take_word(draft: _Draft, word: str, minus: bool) -> None:
    bare = word.strip(_OUTER)
    if not bare.strip("*"):
        return
    folded = fold(bare)
    if folded in _OR and draft.last and not minus:
        draft.or_pending = True
    elif folded in _NOT and bare.isupper():
        draft.not_pending = True
    elif minus:
        draft.excluded.append(bare.rstrip("*"))
    elif bare.endswith("*") and len(bare) > 2:
        draft.prefixes.append(bare.rstrip("*"))
    elif not _joined_by_or(draft, Unit(bare.strip("*"), is_phrase=False)):
        draft.words.append(bare.strip("*"))


def _finished(draft: _Draft) -> ParsedQuery:
    if (draft.excluded or draft.excluded_phrases) and not (
        draft.words or draft.phrases or draft.prefixes or draft.filters or draft.alternatives
    ):
        draft.remarks.append("جست‌وجویی که فقط حذف می‌کند چیزی برای یافتن ندارد.")
    return ParsedQuery(
        words=" ".join(draft.words),
        phrases=tuple(draft.phrases),
        excluded=tuple(draft.excluded),
        excluded_phrases=tuple(draft.excluded_phrases),
        prefixes=tuple(draft.prefixes),
        alternatives=tuple(tuple(group) for group in draft.alternatives),
        filters=tuple(draft.filters),
        remarks=tuple(dict.fromkeys(draft.remarks)),
    )
