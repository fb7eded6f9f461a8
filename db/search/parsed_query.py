"""A query as it was understood: its words, what operators and filters demand, remarks."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from db.record import record, replace

FILTER_NAMES = {  # as Persian readers type them
    "axis": "محور",
    "kind": "نوع",
    "theme": "موضوع",
    "tag": "برچسب",
    "bookmark": "نشان",
    "note": "یادداشت",
}
_BY_MEANING = "واژه‌ها به‌عین در متن نیست؛ از راهِ موضوع جست‌وجو شد."


@record
class Filter:
    """`name` is one of axis, kind, tag, theme, bookmark, note; `value` as typed."""

    name: str
    value: str


@record
class Unit:
    """A word, a quoted phrase or the beginning of words."""

    text: str
    is_phrase: bool = False
    is_prefix: bool = False

    @property
    def is_word(self) -> bool:
        return not (self.is_phrase or self.is_prefix)


type Leaf = Unit | Filter
type Part = Leaf | Group
type Row = tuple[Part, ...]  # alternatives: one of them is enough


@record
class Group:
    """What brackets hold together: each of its rows is demanded, what it excludes is kept out."""

    rows: "tuple[Row, ...]" = ()
    excluded: "tuple[Part, ...]" = ()


@record
class ParsedQuery(Group):
    """The whole query: words in rows of their own are ranked, all else is demanded."""

    remarks: tuple[str, ...] = ()
    is_grouped: bool = False  # brackets changed how it was read
    by_meaning: bool = False  # its operators no longer demand the words themselves

    @cached_property
    def words(self) -> str:
        """The plain text to match."""
        return " ".join(unit.text for unit in self._alone if unit.is_word)

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The phrases that are demanded."""
        return tuple(dict.fromkeys(unit.text for unit in self._alone if unit.is_phrase))

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """The beginnings that are demanded."""
        return tuple(dict.fromkeys(unit.text for unit in self._alone if unit.is_prefix))

    @property
    def _alone(self) -> Iterator[Unit]:
        return (row[0] for row in self.rows if len(row) == 1 and isinstance(row[0], Unit))

    @cached_property
    def alternatives(self) -> tuple[Row, ...]:
        """The rows of several of which some stand in a text."""
        rows = (row for row in self.rows if len(row) > 1 and texts_of(row))
        return tuple(dict.fromkeys(rows))

    @cached_property
    def filters(self) -> tuple[Row, ...]:
        """The rows that tell items apart without their text."""
        return tuple(row for row in self.rows if not texts_of(row))

    @property
    def demanded(self) -> Iterator[Row]:
        """All rows but plain words."""
        return (
            row
            for row in self.rows
            if len(row) > 1 or not (isinstance(row[0], Unit) and row[0].is_word)
        )

    @property
    def is_plain(self) -> bool:
        """Whether it is words alone."""
        return not (any(self.demanded) or self.excluded)

    @property
    def of_items(self) -> "ParsedQuery":
        """What of the query tells items apart without their text."""
        return ParsedQuery(self.filters, filters_of(self.excluded))

    @property
    def is_literal(self) -> bool:
        """Whether an operator demands that the words themselves stand in an item."""
        return bool(self.alternatives or self.excludes) and not self.by_meaning

    @property
    def excludes(self) -> bool:
        """Whether a minus keeps items out, other than by filters."""
        return bool(texts_of(self.excluded))

    @property
    def excluded_phrases(self) -> tuple[str, ...]:
        """The phrases that are kept out by themselves."""
        units = (one for one in self.excluded if isinstance(one, Unit))
        return tuple(unit.text for unit in units if unit.is_phrase)

    @property
    def all_phrases(self) -> tuple[str, ...]:
        """The phrases demanded and those among alternatives."""
        return self.phrases + tuple(unit.text for unit in self._units if unit.is_phrase)

    @property
    def all_prefixes(self) -> tuple[str, ...]:
        """The beginnings demanded and those among alternatives."""
        return self.prefixes + tuple(unit.text for unit in self._units if unit.is_prefix)

    @property
    def _units(self) -> Iterator[Unit]:
        return units_in(chain.from_iterable(self.alternatives))

    def meant(self) -> "ParsedQuery | None":
        """The query with its operators relaxed, to be searched by meaning.

        None when no operator demands words, and for phrases and prefixes, which are never relaxed.
        """
        if not self.is_literal or self.all_phrases or self.all_prefixes:
            return None
        return replace(self, by_meaning=True, remarks=(*self.remarks, _BY_MEANING))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, not even by a filter."""
        return not (self.rows or filters_of(self.excluded))


def texts_of(parts: Sequence[Part]) -> tuple[Part, ...]:
    """What of some parts a text decides, alone or with filters."""
    return tuple(one for one in parts if not _is_of_items(one))


def filters_of(parts: Sequence[Part]) -> tuple[Part, ...]:
    """What of some parts tells items apart without their text."""
    return tuple(one for one in parts if _is_of_items(one))


def _is_of_items(one: Part) -> bool:
    if isinstance(one, Group):
        return not texts_of((*chain.from_iterable(one.rows), *one.excluded))
    return isinstance(one, Filter)


def units_in(parts: Iterable[Part]) -> Iterator[Unit]:
    """The words, phrases and beginnings of some parts, but for what groups exclude."""
    for one in parts:
        if isinstance(one, Unit):
            yield one
        elif isinstance(one, Group):
            yield from units_in(chain.from_iterable(one.rows))
