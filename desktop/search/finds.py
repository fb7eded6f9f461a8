"""What an answer leads to: the walk through its finds, and the find opened last."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.search.models import NoteHit
from desktop.common.context import Context
from desktop.common.place import Hits, Place
from desktop.common.walk import Walk
from desktop.search.answer import Answer
from desktop.search.results_list import ResultsList

NO_MORE_HERE = "یادداشت بیشتری در این دامنه پیدا نشد."


class Finds(QObject):
    """Opens finds, and keeps the list at the last one, also when F3 went on out of its sight.

    `note_wanted` carries the walk that is at a text of the reader's, `query_kept` a query that led
    somewhere; `more_wanted` says that F3 went beyond the notes looked for so far, `said` that
    there were none.
    """

    place_wanted = Signal(object)
    note_wanted = Signal(object)
    query_kept = Signal(str)
    more_wanted = Signal()
    said = Signal(str)

    def __init__(self, context: Context, shown: ResultsList) -> None:
        super().__init__(shown)
        self._context, self._list = context, shown
        self.answer: Answer | None = None
        self._passed: Walk | None = None
        self._going_on = False
        shown.item_entered.connect(self.open_item)
        shown.note_entered.connect(self._open_note)

    def walk(self, at: str = "") -> Walk | None:
        """The finds in the order shown; None where there are none."""
        keys = self._list.rows.found_keys()
        if self.answer is None or not keys:
            return None
        return Walk.through(self.answer.results, self.answer.meant, keys, at)

    def hits(self) -> Hits:
        """The spans found in each item."""
        return self.answer.hits if self.answer else {}

    @Slot(str)
    def open_item(self, item_id: str) -> None:
        """Go to an item in its axis, all that was found still marked there."""
        if walk := self.walk(item_id):
            self._open_item(item_id, walk)
        else:
            self.place_wanted.emit(
                Place("axis", self._context.reference.item(item_id).axis, item_id)
            )

    def _open_item(self, item_id: str, walk: Walk) -> None:
        self.query_kept.emit(walk.asked)
        axis = self._context.reference.item(item_id).axis
        self.place_wanted.emit(Place("axis", axis, item_id, walk.hits, walk))

    def open(self, walk: Walk) -> None:
        """Open what a walk is at."""
        self._pass_by(walk)
        if walk.note is None:
            self._open_item(walk.at, walk)
            return
        self.query_kept.emit(walk.asked)
        self.note_wanted.emit(walk)

    @Slot(object)
    def _open_note(self, note: NoteHit) -> None:
        if walk := self.walk(note.uuid):
            self.open(walk)

    def open_more(self) -> None:
        """Have more notes looked for, and open the first of them."""
        self._going_on = True
        self.more_wanted.emit()

    def go_on(self, above: str) -> None:
        """An answer came: it may hold what F3 waits for, below the find `above`."""
        going_on, self._going_on = self._going_on, False
        key = self._list.current_key()
        if not going_on:
            return
        if key != above and (walk := self.walk(key)) and key in walk.keys:
            self.open(walk)
        else:
            self.said.emit(NO_MORE_HERE)

    def stay(self) -> None:
        """Nothing that comes is what F3 waited for."""
        self._going_on = False

    def _pass_by(self, walk: Walk) -> None:
        if not self._list.isVisible():
            self._passed = walk
        elif self._list.current_key() != walk.at:
            self._list.choose_row(self._list.rows.row_of(walk.at))

    def leave(self) -> None:
        """The reader leaves the list where it stands."""
        self._passed = None
        self.stay()

    def come_back(self, state: dict[str, Any], query: str) -> dict[str, Any]:
        """Where the list is to stand again: at what was opened since it was left there."""
        passed = self._passed
        if passed is None or passed.asked != query:
            return state
        return state | {"item": passed.at, "selected": (), "seek": True}
