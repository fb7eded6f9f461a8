"""The query language: words, phrases, exclusion, alternatives, prefixes and filters.

Malformed input never fails: what cannot be read as an operator is searched as words.
"""

import re

from db.record import replace
from db.search.fields import EZAFE, phrase_key
from db.search.parsed_query import (
    FILTER_NAMES,
    Alternative,
    Filter,
    ParsedQuery,
    Unit,
    filters_of,
    units_of,
)
from db.text.tokens import fold, tokens, without_marks

_PIECE = re.compile(
    r"""(?:(?P<minus>(?<![^\s|(])[-−–](?=[^\s-]))\(*)?
        (?:(?P<name>[^\s:"«»“”()|]+)[:：]
           (?P<value>"[^"]*"|«[^«»]*»|“[^“”]*”|["«“][^"«»“”]*\Z|[^\s"«»“”|]+)
        |(?P<phrase>"[^"]*"|«[^«»]*»|“[^“”]*”|["«“][^"«»“”]*["»”])
        |(?P<word>[^\s"«»“”|(][^\s"«»“”|]*|\|)
        |(?P<stray>["«»“”]))""",
    re.VERBOSE,
)
_OTHER_NAMES = {"kind": "type", "theme": "subject", "bookmark": "marked نشانه", "note": "annotated"}
_FILTERS = {
    fold(word): name
    for name, persian in FILTER_NAMES.items()
    for word in (name, persian, *_OTHER_NAMES.get(name, "").split())
}
_OR = {"یا", "or", "|"}
_NOT = {"not"}
LONGEST_QUERY = 1_000  # characters; a paste beyond it is cut, a sentence is never that long
_ONLY_EXCLUDES = "جست‌وجویی که فقط حذف می‌کند چیزی برای یافتن ندارد."
_OR_WITHOUT = "«یا» پیش از آنچه حذف می‌شود کار نمی‌کند؛ نادیده گرفته شد."
_OR_IN_FRONT = "«یا» در آغاز نادیده گرفته شد؛ دو سو می‌خواهد."
_OR_AT_END = "«یا» در پایان نادیده گرفته شد؛ دو سو می‌خواهد."
_NO_VALUE = "«{name}:» مقداری ندارد؛ {instead}."
_AS_WORD, _IGNORED = "به‌صورت واژه جست‌وجو شد", "نادیده گرفته شد"
_SHORTEST_PREFIX = 2  # letters
_QUOTES = '"«»“”'
_OUTER = "،,؛;؟?!.…:()[]{}<>"


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
        self.or_in_front = ""
        self.in_symbols = False  # OR or | was typed, which nobody writes in a question

    def take(self, one: Alternative) -> None:
        """One of its own, or one more of the alternatives that «یا» joins."""
        if not self.or_pending:
            self.groups.append([one])
        elif one not in self.groups[-1]:
            self.groups[-1].append(one)
        self.or_pending = False


def parse_query(text: str) -> ParsedQuery:
    """Read a query as typed, LONGEST_QUERY characters of it; never raises."""
    draft = _Draft()
    if len(text) > LONGEST_QUERY:
        draft.remarks.append("تنها هزار نویسه‌ی نخست جست‌وجو شد.")
        text = text[:LONGEST_QUERY]
    for piece in _PIECE.finditer(without_marks(text)):
        minus = bool(piece["minus"]) or draft.not_pending
        draft.not_pending = False
        if minus and draft.or_pending:
            draft.remarks.append(_OR_WITHOUT)
            draft.or_pending = False
        if piece["stray"]:
            draft.remarks.append("گیومه‌ی بسته‌نشده نادیده گرفته شد.")
        elif piece["phrase"] is not None:
            _take_phrase(draft, piece["phrase"][1:-1].strip(), minus)
        elif piece["name"]:
            _take_filter(draft, piece["name"], _value(piece["value"]), minus)
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
    known = filter_named(name)
    if known and (words_in(value) or (value and known == "tag")):
        if minus:
            draft.excluded_filters.append(Filter(known, value, negated=True))
        else:
            draft.take(Filter(known, value))
        return
    if known:
        _take_bare_filter(draft, name, minus)
        return
    if name.isalpha() and not value.startswith("//"):  # neither a time of day nor an address
        draft.remarks.append(f"«{name}» نام صافی نیست؛ {_AS_WORD}.")
    for word in (name, value):
        _take_word(draft, word, minus)


def _value(typed: str) -> str:
    """The value of a filter without its quotes, or the brackets that close around more than it."""
    if typed[0] in _QUOTES:
        return typed.strip(_QUOTES)
    while typed.endswith(")") and typed.count(")") > typed.count("("):
        typed = typed[:-1]
    return typed


def _take_bare_filter(draft: _Draft, name: str, minus: bool) -> None:
    """A filter without a value, which may still be typed."""
    draft.remarks.append(_NO_VALUE.format(name=name, instead=_IGNORED if minus else _AS_WORD))
    if not minus:
        draft.take(Unit(name, is_phrase=False))


def _take_word(draft: _Draft, word: str, minus: bool) -> None:
    bare = word.strip(_OUTER)
    folded = fold(bare)
    name = word.removesuffix(":")
    if folded in _OR and not minus:
        _take_or(draft, bare)
    elif folded in _NOT and bare.isupper():
        draft.not_pending = True
    elif name != word and fold(name) in _FILTERS:
        _take_bare_filter(draft, name, minus)
    elif not words_in(bare):
        _remark_star(draft, word)
    elif bare.endswith("*") and len(phrase_key(bare)) >= _SHORTEST_PREFIX:
        _take_prefix(draft, bare.rstrip("*"), minus)
    elif minus:
        draft.excluded.append(bare.rstrip("*"))
    else:
        _remark_star(draft, word)
        draft.take(Unit(bare.strip("*"), is_phrase=False))


def _take_or(draft: _Draft, typed: str) -> None:
    draft.in_symbols |= typed in ("OR", "|")
    draft.or_pending = bool(draft.groups)
    draft.or_in_front = draft.or_in_front or ("" if draft.groups else typed)


def _take_prefix(draft: _Draft, prefix: str, minus: bool) -> None:
    if minus:
        draft.excluded_prefixes.append(prefix)
    else:
        draft.take(Unit(prefix, is_phrase=False, is_prefix=True))


def _remark_star(draft: _Draft, word: str) -> None:
    """Say of a star why it is no operator here."""
    if "*" in word:
        draft.remarks.append("ستاره تنها در پایان واژه‌ای دست‌کم دوحرفی کار می‌کند.")


def filter_named(name: str) -> str | None:
    """Which filter a name means, whatever its language and letter forms."""
    return _FILTERS.get(fold(name))


def words_in(text: str) -> bool:
    """Whether a text holds anything to look for: signs and marks alone are no word."""
    return any(word.key != EZAFE for word in tokens(text))


def _finished(draft: _Draft) -> ParsedQuery:
    if draft.or_in_front and not draft.groups and words_in(draft.or_in_front):
        draft.take(Unit(draft.or_in_front, is_phrase=False))  # asked for itself
    elif draft.or_in_front:
        draft.remarks.append(_OR_IN_FRONT)
    if draft.or_pending:
        draft.remarks.append(_OR_AT_END)
    groups = _groups(draft)
    single = [group[0] for group in groups if len(group) == 1]
    rows = tuple(dict.fromkeys(group for group in groups if len(group) > 1))
    units = [one for one in single if isinstance(one, Unit)]
    filters = [one for one in single if isinstance(one, Filter)]
    for row in (row for row in rows if not units_of(row)):
        filters += [replace(f, alternative=place > 0) for place, f in enumerate(filters_of(row))]
    parsed = ParsedQuery(
        words=" ".join(one.text for one in units if not (one.is_phrase or one.is_prefix)),
        phrases=tuple(dict.fromkeys(one.text for one in units if one.is_phrase)),
        excluded=tuple(dict.fromkeys(draft.excluded)),
        excluded_phrases=tuple(dict.fromkeys(draft.excluded_phrases)),
        excluded_prefixes=tuple(dict.fromkeys(draft.excluded_prefixes)),
        prefixes=tuple(dict.fromkeys(one.text for one in units if one.is_prefix)),
        alternatives=tuple(row for row in rows if units_of(row)),
        filters=(*filters, *draft.excluded_filters),
        remarks=tuple(dict.fromkeys(draft.remarks)),
    )
    if parsed.excludes and parsed.is_empty:
        return replace(parsed, remarks=(*parsed.remarks, _ONLY_EXCLUDES))
    return parsed


def _groups(draft: _Draft) -> list[tuple[Alternative, ...]]:
    """The alternatives; words that «یا» joins as in a question each by itself."""
    groups = [tuple(group) for group in draft.groups]
    has_rows = any(len(group) > 1 for group in groups)
    if draft.in_symbols or not has_rows or not _is_question(groups):
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
