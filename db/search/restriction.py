"""Which items a query allows at all: filters, phrases, prefixes and exclusions, exactly."""

from typing import Protocol

from db.reference.models import Axis, Item, ItemKind
from db.reference.store import ReferenceStore
from db.search.fields import phrase_key, words_and_joins
from db.search.morphology import Morphology
from db.search.query import Filter, ParsedQuery, Unit
from db.search.spans import phrase_spans
from db.text.normalize import latin_digits
from db.text.tokens import fold

_KINDS = {
    ItemKind.VISION: "vision چشم‌انداز",
    ItemKind.FUNDAMENTAL: "fundamental اساسی جهت‌گیری‌اساسی",
    ItemKind.DIRECTION: "direction جهت‌گیری راهبردی",
    ItemKind.CHILD: "child بند زیرجهت‌گیری فرعی",
}
_NO = {fold(word) for word in ("ندارد", "no", "نه", "false", "0")}


class ReaderMarks(Protocol):
    """What search needs to know of the reader's own data."""

    def bookmarked_items(self) -> frozenset[str]: ...

    def annotated_items(self) -> frozenset[str]: ...

    def tagged_items(self, tag: str) -> frozenset[str]: ...


class Restriction:
    """Decides item by item whether a parsed query allows it."""

    def __init__(
        self, reference: ReferenceStore, morphology: Morphology, marks: ReaderMarks | None
    ) -> None:
        self._reference = reference
        self._morphology = morphology
        self._marks = marks

    def allowed(self, parsed: ParsedQuery, axis: str | None) -> frozenset[str]:
        """Ids of the items that pass everything but the words."""
        items = [item for item in self._reference.items() if axis in (None, item.axis)]
        for one in parsed.filters:
            wanted = self._of_filter(one)
            items = [item for item in items if (item.id in wanted) != one.negated]
        for phrase in parsed.phrases:
            items = [item for item in items if holds_phrase(item, phrase)]
        for phrase in parsed.excluded_phrases:
            items = [item for item in items if not holds_phrase(item, phrase)]
        for group in parsed.alternatives:
            items = [item for item in items if any(self._holds(item, unit) for unit in group)]
        for prefix in parsed.prefixes:
            items = [item for item in items if _holds_prefix(item, phrase_key(prefix))]
        for word in parsed.excluded:
            items = [item for item in items if not self._holds_word(item, word)]
        return frozenset(item.id for item in items)

    def _of_filter(self, one: Filter) -> frozenset[str]:
        value = phrase_key(one.value)
        items = self._reference.items()
        if one.name == "axis":
            slugs = {axis.slug for axis in self._reference.axes() if _is_axis(axis, one.value)}
            return frozenset(item.id for item in items if item.axis in slugs)
        if one.name == "kind":
            kinds = {k for k, names in _KINDS.items() if value in map(phrase_key, names.split())}
            if ItemKind.DIRECTION in kinds:
                kinds.add(ItemKind.FUNDAMENTAL)
            return frozenset(item.id for item in items if item.kind in kinds)
        if one.name == "theme":
            themes = [
                theme.slug
                for theme in self._reference.themes()
                if value in phrase_key(theme.title) or one.value == theme.slug
            ]
            return frozenset(
                item.id for slug in themes for item in self._reference.items_of_theme(slug)
            )
        return self._of_marks(one, value)

    def _of_marks(self, one: Filter, value: str) -> frozenset[str]:
        if self._marks is None:
            return frozenset()
        if one.name == "tag":
            return self._marks.tagged_items(one.value)
        marked = (
            self._marks.bookmarked_items()
            if one.name == "bookmark"
            else self._marks.annotated_items()
        )
        if value in _NO:
            return frozenset(item.id for item in self._reference.items()) - marked
        return marked

    def _holds(self, item: Item, unit: Unit) -> bool:
        return (holds_phrase if unit.is_phrase else self._holds_word)(item, unit.text)

    def _holds_word(self, item: Item, word: str) -> bool:
        wanted = self._morphology.forms(phrase_key(word)).stems
        for text in (item.edited, item.verbatim):
            for token in words_and_joins(text):
                if not wanted.isdisjoint(self._morphology.forms(token.key).stems):
                    return True
        return False


def holds_phrase(item: Item, phrase: str) -> bool:
    """Whether an item holds a phrase word for word, spaces, half-spaces and ezafe aside."""
    key = phrase_key(phrase)
    return bool(phrase_spans(item.edited, key) or phrase_spans(item.verbatim, key))


def _holds_prefix(item: Item, prefix: str) -> bool:
    for text in (item.edited, item.verbatim):
        if any(token.key.startswith(prefix) for token in words_and_joins(text)):
            return True
    return False


def _is_axis(axis: Axis, value: str) -> bool:
    if latin_digits(value) == str(axis.number) or value.lower() == axis.slug:
        return True
    return phrase_key(value) in phrase_key(axis.title)
