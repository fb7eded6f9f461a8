"""The line right below the tools for a few words beside a bookmark, offered after starring."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.saving import BOOKMARK
from desktop.common.typed_undo import pass_undo
from desktop.common.widgets.line_edit import LineEdit

_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_ONWARDS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class BookmarkNote(QWidget):
    """Shown while the item is bookmarked; stored when the line is left, kept as a draft till then.

    `left` says that the keyboard belongs to the rows again: by a key, or because the bookmark is
    gone.
    """

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._item_id = context, ""
        self._roomy = True
        self.edit = LineEdit()
        self.edit.setAccessibleName("یادداشت کوتاه نشان")
        self.edit.setPlaceholderText("یادداشت کوتاه کنار نشان…")
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 2)
        row.addWidget(self.edit)
        self.hide()

    def show_item(self, item_id: str) -> None:
        """The line of this item's bookmark, or nothing."""
        if item_id != self._item_id:
            self.store()
        if item_id != self._item_id or self._is_stored():
            self.edit.setModified(False)
        self._item_id = item_id
        present = self._context.reader.store.bookmark_of(item_id)
        if present is None and self.edit.hasFocus():
            self.left.emit()  # before the line goes: else Qt leaves the keyboard anywhere
        self.setVisible(present is not None and (self._roomy or self.edit.hasFocus()))
        if present is not None and not self.edit.isModified():
            draft = self._context.saving.draft(self.slot)
            self.edit.setText(draft.content if draft else present.note)
            self.edit.setModified(draft is not None)
            if not self.edit.hasFocus():
                self.edit.home(False)  # a long line is read from its beginning

    def _is_stored(self) -> bool:
        """Whether another line of this bookmark took the text over and got it stored."""
        saving = self._context.saving
        waits = saving.draft(self.slot) is not None or saving.is_refused(self.slot)
        return not (waits or self.edit.hasFocus())

    def set_roomy(self, roomy: bool) -> None:
        """Very low panels show the line only while it is written."""
        self._roomy = roomy
        if self._item_id:
            self.show_item(self._item_id)

    def begin(self) -> None:
        """Put the keyboard into the line of a bookmark that was just set."""
        if self._context.reader.store.bookmark_of(self._item_id) is not None:
            self.show()
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit.end(False)  # gone on with, not typed over

    @property
    def slot(self) -> str:
        return f"{BOOKMARK}{self._item_id}"

    @Slot()
    def _typed(self) -> None:
        self._context.saving.typed(self.slot, self._item_id, self.edit.text())

    def store(self) -> None:
        """Keep what was typed; it stays with its item when the disk refuses."""
        reader, slot = self._context.reader, self.slot
        present = reader.store.bookmark_of(self._item_id)
        if present is None or not self.edit.isModified():
            return
        self._typed()
        uuid, text = present.uuid, self.edit.text().strip()

        def act() -> None:
            made = reader.store.set_bookmark_note(uuid, text, draft=slot)
            if self.slot == slot:
                self.edit.setModified(False)
            reader.tell(made.change)

        self._context.saving.do(slot, act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.store()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._leave(event)
        # With nothing typed, Ctrl+Z takes the star back that brought the keyboard here.
        return pass_undo(event, undo=self.edit.isUndoAvailable(), redo=self.edit.isRedoAvailable())

    def _leave(self, event: QKeyEvent) -> bool:
        """Enter or Escape is done here; an arrow moves on from the row that was starred."""
        if event.key() not in (*_DONE, *_ONWARDS):
            return False
        self.store()
        self.left.emit()
        rows = QApplication.focusWidget()
        if event.key() in _ONWARDS and rows is not None and rows is not self.edit:
            QApplication.sendEvent(rows, event)
        return True
