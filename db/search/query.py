"""The query language: words, phrases, exclusion, alternatives, groups, prefixes and filters.

Malformed input never fails: what cannot be read as an operator is searched as words.
"""

import re

from db.record import replace
from db.search.fields import EZAFE, phrase_key
from db.search.groups import Level
from db.search.parsed_query import FILTER_NAMES, Filter, Group, ParsedQuery, Part, Row, Unit
from db.text.normalize import shorten
from db.text.tokens import fold, plainly_signed, tokens

# Brackets that close before the word does, or are the last that was typed, are a part of it.
_PLAIN = r"""[^\s"«»“”|()]"""
_WORD = rf"{_PLAIN}+(?:\({_PLAIN}*(?:\)|\Z){_PLAIN}*)*"
_PIECE = re.compile(
    rf"""(?P<minus>(?<![^\s|(])[-−–](?=[^\s-]))?
        (?:(?P<open>\()
        |(?P<close>\))
        |(?P<name>[^\s:"«»“”()|]+)[:：]
           (?P<value>\(*(?:"[^"]*"|«[^«»]*»|“[^“”]*”|["«“][^"«»“”]*\Z|{_WORD}))
        |(?P<phrase>"[^"]*"|«[^«»]*»|“[^“”]*”|["«“][^"«»“”]*["»”])
        |(?P<word>{_WORD}|\|)
        |(?P<stray>["«»“”]))""",
    re.VERBOSE,
)
_OTHER_NAMES = {"kind": "type", "theme": "subject", "bookmark": "marked نشانه", "note": "annotated"}
_FILTERS = {
    fold(word): name
    for name, persian in FILTER_NAMES.items()
    for word in (name, persian, *_OTHER_NAMES.get(name, "").split())
}
OR = {"یا", "or", "|"}
_NOT = {"not"}
LONGEST_QUERY = 1_000  # characters; a paste beyond it is cut, a sentence is never that long
_ONLY_EXCLUDES = "جست‌وجویی که فقط حذف می‌کند چیزی برای یافتن ندارد."
_OR_WITHOUT = "«یا» پیش از آنچه حذف می‌شود کار نمی‌کند؛ نادیده گرفته شد."
_OR_IN_FRONT = "«یا» در آغاز نادیده گرفته شد؛ دو سو می‌خواهد."
_OR_AT_END = "«یا» در پایان نادیده گرفته شد؛ دو سو می‌خواهد."
_NO_VALUE = "«{name}:» مقداری ندارد؛ {instead}."
AS_WORD, IGNORED = "به‌صورت واژه جست‌وجو شد", "نادیده گرفته شد"
_SHORTEST_PREFIX = 2  # letters
_QUOTES = {'"': '"', "«": "»", "“": "”"}
_OUTER = "،,؛;؟?!.…:[]{}<>"
_HYPHENS = "-−–"  # in front of a word, where they are no minus
_DEEPEST = 20  # brackets within brackets
_TOO_DEEP = "پرانتزها تا بیست لایه خوانده می‌شود؛ درونی‌ترها نادیده گرفته شد."
_STRAY_BRACKET = "پرانتز بی‌جفت یا خالی نادیده گرفته شد."
_OPEN_BRACKET = "پرانتزی بسته نشده است؛ تا پایان نوشته خوانده شد."


class _Reader:
    """Reads a query piece by piece; `levels` are the brackets that are open, the innermost last."""

    def __init__(self) -> None:
        self.levels = [Level()]
        self.remarks: list[str] = []
        self.of_brackets: list[str] = []  # remarks that count beside operators alone
        self.in_symbols = False  # OR, | or brackets around alternatives, unlike in a question
        self.is_grouped = False
        self.or_in_front = ""
        self._too_deep = 0

    @property
    def level(self) -> Level:
        """What a piece belongs to."""
        return self.levels[-1]

    def read(self, piece: re.Match[str]) -> None:
        """Take in one more piece."""
        if piece["close"]:
            self.close()
            return
        minus = bool(piece["minus"]) or self.level.not_pending
        self.level.not_pending = False
        if minus:
            self._refuse_or()
        if piece["open"]:
            self._open(minus=minus)
        elif piece["stray"]:
            self.remarks.append("گیومه‌ی بسته‌نشده نادیده گرفته شد.")
        elif piece["phrase"] is not None:
            self._take_phrase(piece["phrase"][1:-1].strip(), minus=minus)
        elif piece["name"]:
            self._take_named(piece["name"], piece["value"], minus=minus)
        else:
            self._take_word(piece["word"], minus=minus)

    def _refuse_or(self) -> None:
        if self.level.or_pending:
            self.remarks.append(_OR_WITHOUT)
        self.level.or_pending = False

    def _open(self, *, minus: bool) -> None:
        if len(self.levels) <= _DEEPEST:
            self.levels.append(Level(is_refused=minus))
            return
        self._too_deep += 1
        self.of_brackets.append(_TOO_DEEP)
        self.level.not_pending = minus

    def close(self) -> None:
        """What the innermost brackets hold goes to what is around them."""
        if self._too_deep:
            self._too_deep -= 1
            return
        inner = self.levels.pop() if len(self.levels) > 1 else Level()
        group = inner.group()
        if not (group.rows or group.excluded):
            self.of_brackets.append(_STRAY_BRACKET)
        elif inner.is_refused:
            self._exclude(group)
        elif group.rows:
            self._take(group)
        else:
            self._refuse_or()
            self.level.excluded += group.excluded
        if inner.or_pending:
            self._join()

    def _exclude(self, group: Group) -> None:
        self.is_grouped |= len(group.rows) != 1 or len(group.rows[0]) > 1 or bool(group.excluded)
        self.level.exclude(group)

    def _take(self, group: Group) -> None:
        if len(group.rows) == 1 and len(group.rows[0]) > 1 and not group.excluded:
            self.in_symbols = self.is_grouped = True
        self.level.take(group)

    def _put(self, one: Part, *, minus: bool) -> None:
        if minus:
            self.level.exclude(one)
        else:
            self.level.take(one)

    def _take_phrase(self, phrase: str, *, minus: bool) -> None:
        if words_in(phrase):
            self._put(Unit(phrase, is_phrase=True), minus=minus)

    def _take_named(self, name: str, typed: str, *, minus: bool) -> None:
        """A filter; its value without the quotes, or the brackets that open in front of it."""
        value = typed.lstrip("(")
        for _ in typed.removesuffix(value):
            self._open(minus=minus)
            minus = False
        self._take_filter(name, _unquoted(value), minus=minus)

    def _take_filter(self, name: str, value: str, *, minus: bool) -> None:
        known = filter_named(name)
        if known and (words_in(value) or (value and known == "tag")):
            self._put(Filter(known, value), minus=minus)
            return
        if known:
            self._take_bare_filter(name, minus=minus)
            return
        if name.isalpha() and not value.startswith("//"):  # neither a time of day nor an address
            self.remarks.append(f"«{shorten(name)}» نام صافی نیست؛ {AS_WORD}.")
        for word in (name, value):
            self._take_word(word, minus=minus)

    def _take_bare_filter(self, name: str, *, minus: bool) -> None:
        """A filter without a value, which may still be typed."""
        self.remarks.append(_NO_VALUE.format(name=name, instead=IGNORED if minus else AS_WORD))
        if not minus:
            self.level.take(Unit(name))

    def _take_word(self, word: str, *, minus: bool) -> None:
        bare = word.strip(_OUTER).lstrip(_HYPHENS)
        folded = fold(bare)
        name = word.removesuffix(":")
        if folded in OR and not minus:
            self._take_or(bare)
        elif folded in _NOT and bare.isupper():
            self.level.not_pending = True
        elif name != word and fold(name) in _FILTERS:
            self._take_bare_filter(name, minus=minus)
        elif not words_in(bare):
            self._remark_star(word)
        elif bare.endswith("*") and len(phrase_key(bare)) >= _SHORTEST_PREFIX:
            self._put(Unit(bare.rstrip("*"), is_prefix=True), minus=minus)
        else:
            if not minus:
                self._remark_star(word)
            self._put(Unit(bare.strip("*")), minus=minus)

    def _take_or(self, typed: str) -> None:
        self.in_symbols |= typed in ("OR", "|")
        if not self._join():
            self.or_in_front = self.or_in_front or typed

    def _join(self) -> bool:
        """Join what follows; at the edge of brackets it joins them to what stands in front."""
        for level in reversed(self.levels):
            if level.rows:
                level.or_pending = True
                return True
            if level.is_refused:
                break
        return False

    def _remark_star(self, word: str) -> None:
        """Say of a star why it is no operator here."""
        if "*" in word:
            self.remarks.append("ستاره تنها در پایان واژه‌ای دست‌کم دوحرفی کار می‌کند.")

    def finished(self) -> ParsedQuery:
        """All that was read; brackets that are still open close here."""
        self._too_deep = 0
        if len(self.levels) > 1:
            self.of_brackets.append(_OPEN_BRACKET)
        while len(self.levels) > 1:
            self.close()
        self._remark_or()
        group = self.level.group()
        inner = (*(one for row in group.rows for one in row), *group.excluded)
        is_grouped = self.is_grouped or any(isinstance(one, Group) for one in inner)
        rows = group.rows if self.in_symbols or is_grouped else _asked(group.rows)
        parsed = ParsedQuery(rows, group.excluded, is_grouped=is_grouped)
        remarks = self.remarks
        if parsed.alternatives or parsed.excludes:
            remarks += self.of_brackets
        if parsed.excludes and parsed.is_empty:
            remarks.append(_ONLY_EXCLUDES)
        return replace(parsed, remarks=tuple(dict.fromkeys(remarks)))

    def _remark_or(self) -> None:
        if self.or_in_front and not self.level.rows and words_in(self.or_in_front):
            self.level.take(Unit(self.or_in_front))  # asked for itself
        elif self.or_in_front:
            self.remarks.append(_OR_IN_FRONT)
        if self.level.or_pending:
            self.remarks.append(_OR_AT_END)


def parse_query(text: str) -> ParsedQuery:
    """Read a query as typed, LONGEST_QUERY characters of it; never raises."""
    reader = _Reader()
    if len(text) > LONGEST_QUERY:
        reader.remarks.append("تنها هزار نویسه‌ی نخست جست‌وجو شد.")
        text = text[:LONGEST_QUERY]
    for piece in _PIECE.finditer(plainly_signed(text)):
        reader.read(piece)
    return reader.finished()


def _unquoted(value: str) -> str:
    """A value without the quotes around it, the last of which may still be typed."""
    closing = _QUOTES.get(value[:1])
    return value[1:].removesuffix(closing) if closing else value


def filter_named(name: str) -> str | None:
    """Which filter a name means, whatever its language and letter forms."""
    return _FILTERS.get(fold(name))


def words_in(text: str) -> bool:
    """Whether a text holds anything to look for: signs and marks alone are no word."""
    return any(word.key != EZAFE for word in tokens(text))


def _asked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows; words that «یا» joins as in a question each by itself."""
    if not any(len(row) > 1 for row in rows) or not _is_question(rows):
        return rows
    found: list[Row] = []
    for row in rows:
        found += [(unit,) for unit in row] if _is_plain(row) else [row]
    return tuple(found)


def _is_plain(row: Row) -> bool:
    """Whether words alone are in a row."""
    return all(isinstance(one, Unit) and one.is_word for one in row)


def _is_question(rows: tuple[Row, ...]) -> bool:
    """Whether «یا» stands among other plain words, as in a question, not between alternatives."""
    quoted = any(isinstance(one, Unit) and one.is_phrase for row in rows for one in row)
    return not quoted and any(len(row) == 1 and _is_plain(row) for row in rows)
