"""The query language: words, phrases, exclusion, alternatives, prefixes and filters.

Malformed input never fails: what cannot be read as an operator is searched as words.
"""

import re

from db.record import record, replace
from db.text.tokens import fold, tokens

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
LONGEST_QUERY = 1_000  # characters; a paste beyond it is cut, a sentence is never that long
_BY_MEANING = "واژه‌ها به‌عین در متن نیست؛ از راهِ موضوع جست‌وجو شد."
_ONLY_EXCLUDES = "جست‌وجویی که فقط حذف می‌کند چیزی برای یافتن ندارد."
_OR_WITHOUT = "«یا» پیش از آنچه حذف می‌شود کار نمی‌کند؛ نادیده گرفته شد."
_OUTER = "،,؛;؟?!.…:()[]{}<>"


@record
class Filter:
    """`name` is one of axis, kind, tag, theme, bookmark, note; `value` as typed."""

    name: str
    value: str
    negated: bool = False
    alternative: bool = False  # «یا» joins it to the filter before


@record
class Unit:
    """A word, a quoted phrase or the beginning of words."""

    text: str
    is_phrase: bool
    is_prefix: bool = False


type Alternative = Unit | Filter


@record
class ParsedQuery:
    """`words` is the plain text to match; `alternatives` lists groups joined by OR.

    Groups of filters alone are not among them.
    """

    words: str = ""
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    excluded_phrases: tuple[str, ...] = ()
    excluded_prefixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    alternatives: tuple[tuple[Alternative, ...], ...] = ()
    filters: tuple[Filter, ...] = ()
    remarks: tuple[str, ...] = ()
    by_meaning: bool = False  # its operators no longer demand the words themselves

    @property
    def is_literal(self) -> bool:
        """Whether an operator demands that the words themselves stand in an item."""
        return bool(self.alternatives or self.excludes) and not self.by_meaning

    @property
    def excludes(self) -> bool:
        """Whether a minus keeps items out, other than by filters."""
        return bool(self.excluded or self.excluded_phrases or self.excluded_prefixes)

    @property
    def all_phrases(self) -> tuple[str, ...]:
        """The phrases demanded and those among alternatives."""
        return self.phrases + tuple(unit.text for unit in self._units if unit.is_phrase)

    @property
    def all_prefixes(self) -> tuple[str, ...]:
        """The beginnings demanded and those among alternatives."""
        return self.prefixes + tuple(unit.text for unit in self._units if unit.is_prefix)

    @property
    def _units(self) -> tuple[Unit, ...]:
        return tuple(unit for group in self.alternatives for unit in units_of(group))

    def meant(self) -> "ParsedQuery | None":
        """The same query for its subject; None when it demands no words or quotes some."""
        if not self.is_literal or self.all_phrases or self.all_prefixes:
            return None
        return replace(self, by_meaning=True, remarks=(*self.remarks, _BY_MEANING))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, not even by a filter."""
        return not (
            self.words or self.phrases or self.prefixes or self.filters or self.alternatives
        )


def units_of(group: tuple[Alternative, ...]) -> tuple[Unit, ...]:
    """What of some alternatives may stand in a text."""
    return tuple(one for one in group if isinstance(one, Unit))


def filters_of(group: tuple[Alternative, ...]) -> tuple[Filter, ...]:
    """What of some alternatives tells items apart without their text."""
    return tuple(one for one in group if isinstance(one, Filter))


class _Draft:
    def __init__(self) -> None:
        self.groups: list[list[Alternative]] = []
        self.excluded: list[str] = []
        self.excluded_phrases: list[str] = []
        self.excluded_prefixes: list[str] = []
        self.excluded_filters: list[Filter] = []
        self.remarks: list[str] = []
        self.or_pending = False
        self.not_pending = False
        self.in_symbols = False  # OR or | was typed, which nobody writes in a question

    def take(self, one: Alternative) -> None:
        """One of its own, or one more of the alternatives that «یا» joins."""
        if self.or_pending:
            self.groups[-1].append(one)
        else:
            self.groups.append([one])
        self.or_pending = False


def parse_query(text: str) -> ParsedQuery:
    """Read a query as typed, LONGEST_QUERY characters of it; never raises."""
    draft = _Draft()
    if len(text) > LONGEST_QUERY:
        draft.remarks.append("تنها هزار نویسه‌ی نخست جست‌وجو شد.")
        text = text[:LONGEST_QUERY]
    for piece in _PIECE.finditer(text):
        minus = bool(piece["minus"]) or draft.not_pending
        draft.not_pending = False
        if minus and draft.or_pending:
            draft.remarks.append(_OR_WITHOUT)
            draft.or_pending = False
        if piece["stray"]:
            draft.remarks.append("گیومه‌ی بسته‌نشده نادیده گرفته شد.")
        elif piece["phrase"] is not None:
            _take_phrase(draft, piece["phrase"].strip(), minus)
        elif piece["name"]:
            _take_filter(draft, piece["name"], piece["value"].strip('"«»'), minus)
        else:
            _take_word(draft, piece["word"], minus)
    return _finished(draft)


def _take_phrase(draft: _Draft, phrase: str, minus: bool) -> None:
    if not words_in(phrase):
        return
    if minus:
        draft.excluded_phrases.append(phrase)
    else:
        draft.take(Unit(phrase, is_phrase=True))


def _take_filter(draft: _Draft, name: str, value: str, minus: bool) -> None:
    known = _FILTERS.get(fold(name))
    if known and value and minus:
        draft.excluded_filters.append(Filter(known, value, negated=True))
        return
    if known and value:
        draft.take(Filter(known, value))
        return
    if name.isalpha() and not value.startswith("//"):  # neither a time of day nor an address
        draft.remarks.append(f"«{name}» نام صافی نیست؛ به‌صورت واژه جست‌وجو شد.")
    for word in (name, value):
        _take_word(draft, word, minus)


def _take_word(draft: _Draft, word: str, minus: bool) -> None:
    bare = word.strip(_OUTER)
    folded = fold(bare)
    if folded in _OR and draft.groups and not minus:
        draft.or_pending = True
        draft.in_symbols |= bare in ("OR", "|")
    elif folded in _NOT and bare.isupper():
        draft.not_pending = True
    elif not words_in(bare):
        _remark_signs(draft, word)
    elif minus and bare.endswith("*") and len(bare) > 2:
        draft.excluded_prefixes.append(bare.rstrip("*"))
    elif minus:
        draft.excluded.append(bare.rstrip("*"))
    elif bare.endswith("*") and len(bare) > 2:
        draft.take(Unit(bare.rstrip("*"), is_phrase=False, is_prefix=True))
    else:
        _remark_signs(draft, word)
        draft.take(Unit(bare.strip("*"), is_phrase=False))


def _remark_signs(draft: _Draft, word: str) -> None:
    """Say of signs that look like an operator why they are none here."""
    if "*" in word:
        draft.remarks.append("ستاره تنها در پایان واژه‌ای دست‌کم دوحرفی کار می‌کند.")
    name = word.removesuffix(":")
    if name != word and fold(name) in _FILTERS:
        draft.remarks.append(f"«{name}:» مقداری ندارد؛ به‌صورت واژه جست‌وجو شد.")


def words_in(text: str) -> bool:
    """Whether a text holds anything to look for: signs and marks alone are no word."""
    return next(tokens(text), None) is not None


def _finished(draft: _Draft) -> ParsedQuery:
    if draft.or_pending:
        draft.remarks.append("«یا» در پایان نادیده گرفته شد؛ دو سو می‌خواهد.")
    groups = _groups(draft)
    units = [group[0] for group in groups if len(group) == 1]
    single = [unit for unit in units if isinstance(unit, Unit)]
    chosen = (group for group in groups if not units_of(group))
    filters = (
        replace(f, alternative=p > 0) for group in chosen for p, f in enumerate(filters_of(group))
    )
    parsed = ParsedQuery(
        words=" ".join(one.text for one in single if not (one.is_phrase or one.is_prefix)),
        phrases=tuple(dict.fromkeys(one.text for one in single if one.is_phrase)),
        excluded=tuple(dict.fromkeys(draft.excluded)),
        excluded_phrases=tuple(dict.fromkeys(draft.excluded_phrases)),
        excluded_prefixes=tuple(dict.fromkeys(draft.excluded_prefixes)),
        prefixes=tuple(dict.fromkeys(one.text for one in single if one.is_prefix)),
        alternatives=tuple(group for group in groups if len(group) > 1 and units_of(group)),
        filters=(*filters, *draft.excluded_filters),
        remarks=tuple(dict.fromkeys(draft.remarks)),
    )
    if parsed.excludes and parsed.is_empty:
        return replace(parsed, remarks=(*parsed.remarks, _ONLY_EXCLUDES))
    return parsed


def _groups(draft: _Draft) -> list[tuple[Alternative, ...]]:
    """The alternatives; words that «یا» joins as in a question each by itself."""
    groups = [tuple(group) for group in draft.groups]
    if draft.in_symbols or not _is_question(groups):
        return groups
    found: list[tuple[Alternative, ...]] = []
    for group in groups:
        found += [(unit,) for unit in group] if _is_plain(group) else [group]
    return found


def _is_plain(group: tuple[Alternative, ...]) -> bool:
    """Whether words alone are in a group."""
    return all(isinstance(one, Unit) and not (one.is_phrase or one.is_prefix) for one in group)


def _is_question(groups: list[tuple[Alternative, ...]]) -> bool:
    """Whether «یا» stands among other plain words, as in a question, not between alternatives."""
    quoted = any(unit.is_phrase for group in groups for unit in units_of(group))
    return not quoted and any(len(group) == 1 and _is_plain(group) for group in groups)
