"""Which items a query allows at all: filters, phrases, prefixes and exclusions, exactly."""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from typing import Protocol

from db.record import replace
from db.reference.models import Axis, Item, ItemKind
from db.reference.store import ReferenceStore
from db.search.bitmaps import members, union
from db.search.bounds import Bounds, Rows
from db.search.content import StopWords
from db.search.fields import STEM, WORD, phrase_key, words_of
from db.search.filter_values import spelt_out
from db.search.groups import changed_within, content
from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.search.parsed_query import (
    FILTER_NAMES,
    Filter,
    Group,
    Leaf,
    ParsedQuery,
    Part,
    Row,
    Unit,
    texts_of,
)
from db.search.postings import Postings
from db.search.query import (
    AS_WORD,
    IGNORED,
    LONGEST_QUERY,
    parse_query,
)
from db.search.ranking import Ranker
from db.search.spans import phrase_spans
from db.search.value_names import FEW, KINDS, NO
from db.text.normalize import latin_digits, shorten
from db.text.tokens import plainly_signed

_PLENTY = 200  # items that hold a phrase for sure, beyond which no text is read for more
_MOST_READ = 300  # texts that are read for a phrase; no more, however many hold its words
_LONGEST_WORD = 60  # letters, joined words too
_NAMED = {"axis": "محوری", "kind": "نوعی", "theme": "موضوعی"}
_UNKNOWN = "{name} به نام «{value}» نیست؛ {instead}."
_UNCLEAR = "«{name}:» تنها «دارد» یا «ندارد» می‌گیرد؛ «{value}» {instead}."
_ONE_OF = ("axis", "kind")  # of which an item has just one: two of them are alternatives


class ReaderMarks(Protocol):
    """What search needs to know of the reader's own data."""

    def bookmarked_items(self) -> frozenset[str]: ...

    def annotated_items(self) -> frozenset[str]: ...

    def tagged_items(self, tag: str) -> frozenset[str]: ...


class Restriction:
    """Decides by the index which items a parsed query allows, whatever its words say."""

    def __init__(
        self,
        reference: ReferenceStore,
        postings: Postings,
        morphology: Morphology,
        lexicon: Lexicon,
        ranker: Ranker,
        marks: ReaderMarks | None,
    ) -> None:
        self._reference = reference
        self._postings = postings
        self._morphology = morphology
        self._marks = marks
        self._stop_words = StopWords(lexicon.stop_words)
        self._ranker = ranker
        self._numbers = {item_id: number for number, item_id in enumerate(postings.ids)}

    def parsed(self, text: str) -> ParsedQuery:
        """A query as typed, filters of unknown axes, kinds and themes read as words and so said.

        What the reader named himself, tags, may be unknown.
        """
        text = plainly_signed(text[: 2 * LONGEST_QUERY])  # more than is read, so that a cut is said
        may_filter = ":" in text or "：" in text
        parsed = parse_query(spelt_out(text, self._is_name) if may_filter else text)
        if not (may_filter or parsed.is_grouped):
            return parsed
        remarks: list[str] = []
        parsed = changed_within(
            parsed, lambda group: self._known(content(group, self._stop_words), remarks)
        )
        whole = self._known(parsed, remarks)
        return replace(
            parsed,
            rows=whole.rows,
            excluded=whole.excluded,
            remarks=tuple(dict.fromkeys((*parsed.remarks, *remarks))),
        )

    def _known(self, group: Group, remarks: list[str]) -> Group:
        """A group with unknown filters as words, excluded ones gone; tells `remarks` of them."""
        filters = [one for row in group.rows for one in row if isinstance(one, Filter)]
        refused = [one for one in group.excluded if isinstance(one, Filter)]
        new = {one for one in (*filters, *refused) if not self._is_known(one)}
        remarks += [_remark(one, AS_WORD) for one in filters if one in new]
        remarks += [_remark(one, IGNORED) for one in refused if one in new]
        read = (tuple(_as_words(p, row) if p in new else p for p in row) for row in group.rows)
        return Group(_joined(read), tuple(one for one in group.excluded if one not in new))

    def _is_name(self, one: Filter) -> bool:
        return one.name in _NAMED and bool(self._of_filter(one))

    def _is_known(self, one: Filter) -> bool:
        if one.name in FEW:
            key = phrase_key(one.value)
            return any(value.is_called(key) for value in FEW[one.name])
        return one.name not in _NAMED or self._is_name(one)

    def bounds(
        self, parsed: ParsedQuery, axis: str | None = None, before: Rows | None = None
    ) -> Bounds:
        """The documents that pass everything but the words, and the rows of alternatives.

        What `before` has looked up for the same answer is not looked up again.
        """
        bitmap = before.of if before else self._of_leaf
        rows = Rows(parsed, bitmap, self._ranker.led_to, self._postings.everything)
        allowed = rows.allowed()
        if axis is not None:
            everything = self._postings.everything if allowed is None else allowed
            allowed = everything & self._by_axis.get(axis, 0)
        return Bounds(parsed, rows, allowed)

    def filtered(self, parsed: ParsedQuery) -> frozenset[str] | None:
        """Ids of the items that the filters allow, and of the axes of which they allow all."""
        allowed = self.bounds(parsed.of_items).allowed
        if allowed is None:
            return None
        axes = (axis for axis, items in self._by_axis.items() if not items & ~allowed)
        return frozenset((*(self._postings.ids[number] for number in members(allowed)), *axes))

    @cached_property
    def _by_axis(self) -> dict[str, int]:
        return self._grouped((item.axis, item.id) for item in self._reference.items())

    @cached_property
    def _by_kind(self) -> dict[ItemKind, int]:
        return self._grouped((item.kind, item.id) for item in self._reference.items())

    def _grouped[Key](self, pairs: Iterable[tuple[Key, str]]) -> dict[Key, int]:
        found: dict[Key, list[str]] = {}
        for key, item_id in pairs:
            found.setdefault(key, []).append(item_id)
        return {key: self._of_items(ids) for key, ids in found.items()}

    def _of_items(self, ids: Iterable[str]) -> int:
        numbers = (self._numbers[item_id] for item_id in ids if item_id in self._numbers)
        return self._postings.bitmap(numbers)

    def _of_filter(self, one: Filter) -> int:
        value = phrase_key(one.value)
        if one.name == "axis":
            axes = (axis.slug for axis in self._reference.axes() if _is_axis(axis, one.value))
            return union(self._by_axis.get(slug, 0) for slug in axes)
        if one.name == "kind":
            kinds = {kind for kind, known in KINDS.items() if known.is_called(value)}
            if ItemKind.DIRECTION in kinds:
                kinds.add(ItemKind.FUNDAMENTAL)
            return union(self._by_kind.get(kind, 0) for kind in kinds)
        if one.name == "theme":
            themes = (
                theme.slug
                for theme in self._reference.themes()
                if one.value == theme.slug or self._is_named(theme.title, value)
            )
            found = (item for slug in themes for item in self._reference.items_of_theme(slug))
            return self._of_items(item.id for item in found)
        return self._of_marks(one, value)

    def _is_named(self, title: str, key: str) -> bool:
        """Whether whole words of a title run together to the key, or inflect it."""
        stems = self._morphology.forms(key).stems
        words = (self._morphology.forms(token.key).stems for token in words_of(title))
        return bool(phrase_spans(title, key)) or any(not stems.isdisjoint(word) for word in words)

    def _of_marks(self, one: Filter, value: str) -> int:
        marked: frozenset[str] = frozenset()
        if self._marks is not None:
            if one.name == "tag":
                return self._of_items(self._marks.tagged_items(one.value))
            of_notes = one.name == "note"
            marked = self._marks.annotated_items() if of_notes else self._marks.bookmarked_items()
        found = self._of_items(marked)
        refused = NO.is_called(value) and one.name != "tag"
        return self._postings.everything & ~found if refused else found

    def _of_leaf(self, one: Leaf) -> int:
        if isinstance(one, Filter):
            return self._of_filter(one)
        if one.is_prefix:
            return self._of_prefix(phrase_key(one.text))
        return self._of_phrase(one.text) if one.is_phrase else self._of_word(one.text)

    def _of_word(self, word: str) -> int:
        """Documents that hold a word in any of its inflected forms."""
        stems = self._morphology.forms(phrase_key(word)).stems
        return union(self._postings.bits(f"{STEM}:{stem}") for stem in stems)

    def _of_prefix(self, prefix: str) -> int:
        return union(map(self._postings.bits, self._postings.beginning(f"{WORD}:{prefix}")))

    def _of_phrase(self, phrase: str) -> int:
        """Documents that hold a phrase word for word, spaces, half-spaces and ezafe aside."""
        key = phrase_key(phrase)
        sure = self._postings.bits(f"{WORD}:{key}")  # one word there, or up to three side by side
        unsure = self._spelling(key) & ~sure if sure.bit_count() < _PLENTY else 0
        read = islice(members(unsure), _MOST_READ)
        items = ((n, self._reference.item(self._postings.ids[n])) for n in read)
        return sure | self._postings.bitmap(n for n, item in items if holds_phrase(item, key))

    def _spelling(self, key: str) -> int:
        """Documents with words that make up the key in some division of it, in whatever order."""
        reached = [self._postings.everything] + [0] * len(key)
        for end in range(1, len(key) + 1):
            for start in range(max(0, end - _LONGEST_WORD), end):
                if reached[start]:
                    holding = self._postings.bits(f"{WORD}:{key[start:end]}")
                    reached[end] |= reached[start] & holding
        return reached[-1] if key else 0


def _remark(one: Filter, instead: str) -> str:
    """Why a filter is no filter, and what became of it."""
    value = shorten(one.value)
    if one.name in _NAMED:
        return _UNKNOWN.format(name=_NAMED[one.name], value=value, instead=instead)
    return _UNCLEAR.format(name=FILTER_NAMES[one.name], value=value, instead=instead)


def _as_words(one: Part, row: Row) -> Part:
    """The value of a filter that is none; several words stay together among alternatives."""
    if not isinstance(one, Filter):
        return one
    return Unit(one.value, is_phrase=len(row) > 1 and len(words_of(one.value)) > 1)


def holds_phrase(item: Item, key: str) -> bool:
    """Whether an item holds words that run together to a phrase's key."""
    return bool(phrase_spans(item.edited, key) or phrase_spans(item.verbatim, key))


def _is_axis(axis: Axis, value: str) -> bool:
    if latin_digits(value) == str(axis.number) or value.lower() == axis.slug:
        return True
    title, wanted = words_of(axis.title), phrase_key(value)
    rest = ("".join(word.key for word in title[first:]) for first in range(len(title)))
    return bool(wanted) and any(words.startswith(wanted) for words in rest)


def _joined(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows, those of filters last, joined where they ask for two axes or kinds: one is enough."""
    by_text, by_item = list[Row](), list[Row]()
    for row in rows:
        (by_text if texts_of(row) else by_item).append(row)
    found: list[Row] = []
    for row in sorted(by_item, key=lambda row: len(row) > 1):
        place = next((place for place, known in enumerate(found) if _are_alike(known, row)), None)
        if place is None:
            found.append(row)
        else:
            found[place] += row
    return (*by_text, *found)


def _are_alike(row: Row, other: Row) -> bool:
    """Whether one goes on with another value of the filter at the end of the other."""
    last, first = row[-1], other[0]
    if not (isinstance(last, Filter) and isinstance(first, Filter)):
        return False
    return first.name in _ONE_OF and last.name == first.name and last != first
