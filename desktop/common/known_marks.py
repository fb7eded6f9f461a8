"""What the reader has put on each item, read from the store once until it changes."""

from collections.abc import Mapping

from db.record import record
from db.user.models import Change
from db.user.note_filter import NoteFilter
from db.user.store import UserStore
from desktop.common.colour_layers import Layer, layers


@record
class Highlight:
    """A marked span of an item's edited text, in code points; `noted` when words go with it.

    `colour` is "" when a note has its words but no colour.
    """

    start: int
    end: int
    colour: str
    noted: bool = False
    uuid: str = ""


@record
class Marks:
    """What the lists filter items by; what they paint of one is asked for when it is painted."""

    bookmarked: bool = False
    notes: int = 0
    read: bool = False


class KnownMarks:
    """Lists ask for every row they paint; `texts` are the edited texts by the items' ids."""

    def __init__(self, store: UserStore, texts: Mapping[str, str]) -> None:
        self._store, self._texts = store, texts
        self._marks: dict[str, Marks] = {}
        self._tags: dict[str, tuple[str, ...]] = {}
        self._highlights: dict[str, tuple[Highlight, ...]] = {}
        self._layers: dict[str, tuple[Layer, ...]] = {}
        self._known = (self._marks, self._tags, self._highlights, self._layers)

    def marks(self, item_id: str) -> Marks:
        if item_id not in self._marks:
            self._marks[item_id] = Marks(
                bookmarked=item_id in self._store.bookmarked_items(),
                notes=self._store.count_notes(NoteFilter(item_id=item_id, written=True)),
                read=item_id in self._store.read_items(),
            )
        return self._marks[item_id]

    def tags(self, item_id: str) -> tuple[str, ...]:
        """The names of an item's tags, then those of its notes."""
        if item_id not in self._tags:
            own = self._store.item_tags().get(item_id, ())
            self._tags[item_id] = tuple(dict.fromkeys((*own, *self._store.note_tags(item_id))))
        return self._tags[item_id]

    def highlights(self, item_id: str) -> tuple[Highlight, ...]:
        """The marked spans of one item, the oldest first."""
        if item_id not in self._highlights:
            text = self._texts.get(item_id, "")
            self._highlights[item_id] = tuple(
                Highlight(
                    span.selector.start, span.selector.end, span.colour, span.noted, span.uuid
                )
                for span in self._store.marked_spans(item_id)
                # Words that this edition does not have are nowhere to be coloured.
                if span.selector.fits(text)
            )
        return self._highlights[item_id]

    def layers(self, item_id: str) -> tuple[Layer, ...]:
        """What is seen of those spans."""
        if item_id not in self._layers:
            self._layers[item_id] = layers(self.highlights(item_id))
        return self._layers[item_id]

    def forget(self, change: Change) -> frozenset[str]:
        """Forget what an act of the store has changed; the ids of the items it may touch."""
        # A change of tags or collections may touch items that its rows do not name.
        everywhere = frozenset[str]() if _names_all(change) else frozenset().union(*self._known)
        touched = change.item_ids | everywhere
        voided = self._known if _touches_text(change) else (self._marks,)
        for item_id in touched:
            for marks in voided:
                marks.pop(item_id, None)
        return touched

    def forget_all(self) -> None:
        for known in self._known:
            known.clear()


def _names_all(change: Change) -> bool:
    """Whether an act touches no item but those of its rows: a tag made for one is on no other."""
    renamed = any(row.table == "tag" and row.before is not None for row in change.rows)
    return bool(change.item_ids) and not renamed


def _touches_text(change: Change) -> bool:
    """Whether an act may have changed colours or tags; a new note on a whole item cannot."""
    plain = (
        row.table == "annotation"
        and row.before is None
        and row.after
        and row.after["start"] is None
        for row in change.rows
    )
    return not all(plain)
