"""What the reader has marked, noted and read, with one signal that tells every view."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import KnownError
from db.record import record
from db.reference.models import ItemKind
from db.reference.store import ReferenceStore
from db.user.anchors import selector_at
from db.user.backup import Backups
from db.user.edition import follow_edition
from db.user.models import Annotation, Change, Colour, TextSelector
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteGroup
from db.user.note_totals import NoteTotals
from db.user.notes_page import ALL_ROWS, Totals
from db.user.store import UserStore
from desktop.common.colour_layers import Layer
from desktop.common.known_marks import Highlight, KnownMarks, Marks
from desktop.common.note import Note, is_lost, note_of

NUMBERED = frozenset({ItemKind.DIRECTION, ItemKind.FUNDAMENTAL})
Span = tuple[int, int]


@record
class Counts:
    """Totals for the status bar; `read` counts directions."""

    bookmarks: int
    notes: int
    read: int


class Reader(QObject):
    """The window's door to the reader's store; every act is on disk when it returns.

    `changed` carries the ids of the items whose marks changed, `acted` the change itself.
    """

    changed = Signal(object)
    acted = Signal(object)

    def __init__(self, store: UserStore, reference: ReferenceStore) -> None:
        super().__init__()
        self.store = store
        self._reference = reference
        self._texts = {item.id: item.edited for item in reference.items()}
        self._known = KnownMarks(store, self._texts)
        self._totals = NoteTotals(store)

    def marks(self, item_id: str) -> Marks:
        return self._known.marks(item_id)

    def tags(self, item_id: str) -> tuple[str, ...]:
        """The names of an item's tags, then those of its notes."""
        return self._known.tags(item_id)

    def highlights(self, item_id: str) -> tuple[Highlight, ...]:
        """The marked spans of one item, the oldest first."""
        return self._known.highlights(item_id)

    def layers(self, item_id: str) -> tuple[Layer, ...]:
        """What is seen of those spans."""
        return self._known.layers(item_id)

    def tell(self, change: Change | None) -> bool:
        """Forget what an act of the store has changed and tell the views; False for no act."""
        if change is None:
            return False
        if change.whole:
            self.renew()
        else:
            self._take_in(change)
        self.acted.emit(change)
        return True

    def _take_in(self, change: Change) -> None:
        self._totals.follow(change)
        self.changed.emit(self._known.forget(change))

    def follow_edition(self, backups: Backups) -> str | None:
        """Take notes along to the document's edition; the sentence for the reader, if any."""
        try:
            return follow_edition(self.store, backups, self._texts)
        except KnownError as error:
            return error.sentence

    def renew(self) -> None:
        """The whole file was replaced or purged: forget everything and tell the views."""
        self._known.forget_all()
        self.changed.emit(frozenset(item.id for item in self._reference.items()))

    @Slot(str)
    def toggle_bookmark(self, item_id: str) -> None:
        present = self.store.bookmark_of(item_id)
        if present is None:
            self.tell(self.store.add_bookmark(item_id).change)
        else:
            self.tell(self.store.remove_bookmark(present.uuid).change)

    def bookmarks(self) -> tuple[str, ...]:
        """Ids of the bookmarked items, the newest first; what is not in the document left out."""
        known = {item.id for item in self._reference.items()}
        marked = (bookmark.item_id for bookmark in self.store.all_bookmarks())
        return tuple(item_id for item_id in marked if item_id in known)

    def notes(self, item_id: str, most: int | None = None) -> tuple[Note, ...]:
        """Notes and highlights of an item, the newest first; the first `most` of them, or all."""
        limit = ALL_ROWS if most is None else most
        found = self.store.notes(NoteFilter(item_id=item_id), order="changed", limit=limit)
        return tuple(map(self._note, found))

    def note_count(self, item_id: str) -> int:
        """How many notes and highlights an item has."""
        return self.store.count_notes(NoteFilter(item_id=item_id))

    def note(self, uuid: str) -> Note | None:
        """One note, unless it is deleted."""
        found = self.store.annotation(uuid)
        return self._note(found) if found and found.deleted is None else None

    def last_note(self) -> Note | None:
        """The note written last."""
        found = self.store.notes(NoteFilter(written=True), order="changed", limit=1)
        return self._note(found[0]) if found else None

    def add_note(self, item_id: str, text: str, span: Span | None = None) -> None:
        """Store a note, on a span of the text or on the whole item, and give up its draft."""
        selector = self._selector(item_id, span) if span else None
        colour = Colour.YELLOW if span else None
        made = self.store.add_annotation(
            item_id, draft=item_id, note=text, selector=selector, colour=colour
        )
        self.tell(made.change)

    def edit_note(self, note: Note, text: str) -> None:
        made = self.store.edit_annotation(note.uuid, draft=note.item_id, note=text)
        self.tell(made.change)

    def recolour(self, note: Note, colour: str) -> None:
        self.tell(self.store.edit_annotation(note.uuid, colour=Colour(colour)).change)

    def delete_note(self, note: Note) -> None:
        self.tell(self.store.delete_annotation(note.uuid).change)

    def highlight(self, item_id: str, span: Span, colour: str) -> None:
        """Colour a span of the text."""
        selector = self._selector(item_id, span)
        made = self.store.add_annotation(item_id, selector=selector, colour=Colour(colour))
        self.tell(made.change)

    def coloured(self, item_id: str) -> list[Annotation]:
        """What colours words of an item, the newest first."""
        text = self._texts.get(item_id, "")
        notes = self.store.notes(NoteFilter(item_id=item_id), order="newest", limit=ALL_ROWS)
        return [
            note for note in notes if note.colour and note.selector and note.selector.fits(text)
        ]

    def take_colours(self, uuids: Sequence[str]) -> None:
        """Take the colour from words; what is noted on them stays."""
        self.tell(self.store.take_colours(uuids).change)

    def mark_read(self, item_ids: Sequence[str], read: bool) -> bool:
        """Mark items as read or not; False when they were so already."""
        act = self.store.mark_read if read else self.store.mark_unread
        change = act(item_ids).change
        return self.tell(change) and bool(change.rows)

    def came_to_read(self, item_id: str) -> None:
        """The reader stayed on an item: seen by the views, but no act of theirs."""
        self._take_in(self.store.came_to_read(item_id))

    def undo(self) -> bool:
        """Take back the last act; False when there is none."""
        return self.tell(self.store.undo())

    def redo(self) -> bool:
        return self.tell(self.store.redo())

    def read_items(self) -> frozenset[str]:
        """Ids of what has been read."""
        return self.store.read_items()

    def counts(self) -> Counts:
        numbered = {item.id for item in self._reference.items() if item.kind in NUMBERED}
        return Counts(
            bookmarks=len(self.store.bookmarked_items()),
            notes=self._totals.read().written,
            read=len(self.store.read_items() & numbered),
        )

    def totals(self) -> Totals:
        """How much the reader keeps, by kind."""
        return self._totals.read()

    def marked_count(self, chosen: NoteFilter | None = None) -> int:
        """How many notes, highlights and bookmarks there are, or pass a filter."""
        return self._totals.count(chosen or NoteFilter())

    def marked_counts(self, by: NoteGroup, chosen: NoteFilter) -> dict[str, int]:
        """How many of those that pass a filter fall to each value of a column."""
        return self._totals.grouped(by, chosen)

    def remember(self, name: str, value: str) -> None:
        """Keep a value of the session."""
        self.store.remember(name, value)

    def recall(self, name: str) -> str:
        return self.store.recall(name)

    def close(self) -> None:
        with suppress(KnownError):
            self._totals.keep()
        self.store.close()

    def is_lost(self, annotation: Annotation) -> bool:
        """Whether this edition of the document does not have the words that a note is about."""
        return is_lost(annotation, self._texts.get(annotation.item_id, ""))

    def _note(self, annotation: Annotation) -> Note:
        return note_of(annotation, self._texts.get(annotation.item_id, ""))

    def _selector(self, item_id: str, span: Span) -> TextSelector:
        return selector_at(self._texts[item_id], *span)
