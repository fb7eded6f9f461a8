"""A query as it was understood: its words, what operators and filters demand, remarks."""

from collections.abc import Sequence

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
        """The query with its operators relaxed, to be searched by meaning.

        None when no operator demands words, and for phrases and prefixes, which are never relaxed.
        """
        if not self.is_literal or self.all_phrases or self.all_prefixes:
            return None
        return replace(self, by_meaning=True, remarks=(*self.remarks, _BY_MEANING))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, not even by a filter."""
        return not (
            self.words or self.phrases or self.prefixes or self.filters or self.alternatives
        )


def units_of(group: Sequence[Alternative]) -> tuple[Unit, ...]:
    """The words, phrases and prefixes among alternatives."""
    return tuple(one for one in group if isinstance(one, Unit))


def filters_of(group: Sequence[Alternative]) -> tuple[Filter, ...]:
    """The filters among alternatives."""
    return tuple(one for one in group if isinstance(one, Filter))
