"""Gets what is typed and done onto the disk: soon, and again when the disk refused it."""

import json
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from db.errors import KnownError
from db.user.models import Draft
from db.user.store import UserStore

DRAFT_AFTER_MS = 400  # from the first letter not yet kept; half of what may be lost
AGAIN_AFTER_MS = 2_000
PATIENCE_MS = 1_500  # for a file that another program holds; the window stands still meanwhile
# Which editor a draft is of stands before what it is about; the composer's is the item alone.
BOOKMARK, CAPTURE, EDIT, NEW = "bookmark:", "capture:", "note:", "note-new:"
MEETING = "meeting:"  # with the uuid of the one that is corrected, if any
type Act = Callable[[], object]


class Saving(QObject):
    """The door to the disk for every editor; an editor's text is known by its slot.

    Text is stored soon after it is typed and when the keyboard goes elsewhere. What is refused
    waits here, whatever the editor shows next, and is tried again until it is done or changed.
    `told` says that something was stored or refused, with True when the reader is to hear of it;
    `trouble` is then the sentence, "" when nothing waits.
    """

    told = Signal(bool)

    def __init__(self, store: UserStore) -> None:
        super().__init__()
        self._store = store
        self.trouble = ""
        self._typed: dict[str, Draft] = {}
        self._refused: dict[str, Act] = {}
        self._quiet = self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._soon.timeout.connect(self.keep)
        self._again = QTimer(self, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self._try_quietly)
        store.wait_at_most(PATIENCE_MS)
        self._application = cast(QApplication, QApplication.instance())
        self._application.focusChanged.connect(self.keep)
        self._application.commitDataRequest.connect(self.keep)

    def draft(self, slot: str) -> Draft | None:
        """What was being typed into an editor, stored or not."""
        found = self._typed.get(slot) or self._store.draft(slot)
        return found if found and found.content else None

    def drafts(self) -> list[Draft]:
        """What was left unfinished in any editor, the latest first."""
        stored = [one for one in self._store.drafts() if one.slot not in self._typed]
        return [one for one in self._typed.values() if one.content] + stored

    @property
    def unsaved(self) -> list[Draft]:
        """Text that is nowhere but in this window."""
        return [one for one in self._typed.values() if one.content]

    def is_waiting(self, slot: str) -> bool:
        return slot in self._typed

    def is_refused(self, slot: str) -> bool:
        """Whether a text, or the act that was to make something of it, could not be stored."""
        return slot in self._refused or bool(self.trouble and slot in self._typed)

    def typed(self, slot: str, item_id: str, content: str, note: str | None = None) -> None:
        """Take what an editor holds now, "" for nothing; `note` is the uuid of what it edits."""
        if self._ended:
            return
        self._refused.pop(slot, None)
        self._typed[slot] = Draft(slot, item_id, note, content if content.strip() else "", "")
        # Not begun again by each key: who types without a pause is to lose no more than others.
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def keep(self, *_: object) -> None:
        """Store what is typed now."""
        self._soon.stop()
        if not self._typed:
            return
        first = not self.trouble
        try:
            for draft in list(self._typed.values()):
                self._write(draft)
                del self._typed[draft.slot]
        except KnownError as error:
            self._settle(error.sentence, loud=first)
        else:
            self._settle()

    def _write(self, draft: Draft) -> None:
        if draft.content:
            self._store.save_draft(
                draft.slot, draft.item_id, draft.content, annotation=draft.annotation
            )
        elif self._store.draft(draft.slot):
            self._store.discard_draft(draft.slot)

    def do(self, slot: str, act: Act) -> bool:
        """Do what stores the text of a slot for good; False when it has to wait.

        Meanwhile the text is no draft: an editor that closes gives the keyboard away.
        """
        typed = self._typed.pop(slot, None)
        try:
            act()
        except Exception as error:
            if typed is not None:
                self._typed[slot] = typed
            if not isinstance(error, KnownError):
                raise
            self._refused[slot] = act
            self._settle(error.sentence, loud=not self._quiet)
            return False
        self._refused.pop(slot, None)
        self._typed.pop(slot, None)
        self._settle()
        return True

    def refuse(self, sentence: str) -> None:
        """An act without an editor was refused; say when acts are taken again."""
        self._settle(sentence, loud=True)

    @Slot()
    def try_again(self) -> None:
        """Do what was refused, or find out whether anything can be stored."""
        for slot, act in list(self._refused.items()):
            self.do(slot, act)
        if self._typed:
            self.keep()
        elif self.trouble and not self._refused:
            self.do("tried", lambda: self._store.remember("tried", ""))

    @Slot()
    def _try_quietly(self) -> None:
        self._quiet = True
        try:
            with self._store.waiting_briefly():
                self.try_again()
        finally:
            self._quiet = False

    def _settle(self, refused: str = "", *, loud: bool = False) -> None:
        if refused:
            self.trouble = refused
            self._again.start()
        elif not self._refused and not self._typed:
            self.trouble = ""
            self._again.stop()
        self.told.emit(loud)

    def end(self) -> None:
        """The window is closed: nothing is taken any more, and nothing that waits is done."""
        if self._ended:
            return
        self._ended = True
        self._application.focusChanged.disconnect(self.keep)
        self._application.commitDataRequest.disconnect(self.keep)
        self._soon.stop()
        self._again.stop()
        self._typed.clear()
        self._refused.clear()


def span_of(draft: Draft) -> tuple[int, int] | None:
    """The words of an item that a new note is about."""
    match state_of(draft).get("span"):
        case [int(start), int(end)]:
            return start, end
    return None


def state_of(draft: Draft) -> dict[str, Any]:
    """The fields that a draft was made from; plain text is the note itself."""
    try:
        state = json.loads(draft.content)
    except ValueError:
        state = None
    return state if isinstance(state, dict) and "note" in state else {"note": draft.content}
