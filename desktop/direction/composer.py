"""Where a note is written: its draft is stored while typing and comes back after a crash."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.errors import KnownError
from desktop.common.context import Context
from desktop.common.persian import jalali, make_document_right_to_left
from desktop.common.reader import DRAFT_AFTER_MS
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.writing_edit import WritingEdit

_AUTOSAVED = "خودکار ذخیره می‌شود"


class _Editor(WritingEdit):
    """Ctrl+Enter saves; with nothing typed to take back, undo and redo are of the notes."""

    save_wanted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            typed, standard = self.document(), QKeySequence.StandardKey
            undo = event.matches(standard.Undo) and not typed.isUndoAvailable()
            if undo or (event.matches(standard.Redo) and not typed.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Composer(QWidget):
    """Emits the finished text; keeps drafts per item."""

    note_written = Signal(str)
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._item_id = ""
        self._low = False
        self.note: str | None = None  # the note that the text is to replace
        self.edit = _Editor("یادداشت تازه", "یادداشت تازه…")
        self.status = LineLabel(_AUTOSAVED, "caption")
        self.save = QPushButton("ثبت یادداشت")
        self.save.setToolTip("ثبت یادداشت (Ctrl+Enter)")
        bottom = QHBoxLayout()
        bottom.addWidget(self.status)
        bottom.addStretch()
        bottom.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self.edit)
        layout.addLayout(bottom)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._connect()
        self._resize()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.keep_draft)
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self.keep_draft)
        self.edit.save_wanted.connect(self.finish)
        self.save.clicked.connect(self.finish)
        self._context.theme.changed.connect(self._resize)

    @Slot()
    def _resize(self) -> None:
        self.edit.setFixedHeight(self._context.theme.px(44 if self._low else 64))

    def set_low(self, low: bool) -> None:
        """Less high in low windows."""
        self._low = low
        self._resize()

    def show_item(self, item_id: str) -> None:
        """Put this item's draft into the editor, after storing the former one's."""
        self.keep_draft()
        self._item_id = item_id
        drafted = self._context.reader.drafted_note(item_id)
        self.note = drafted.uuid if drafted else None
        self._fill(self._context.reader.draft(item_id))
        self._timer.stop()
        self.save.setEnabled(bool(self.text()))

    def _fill(self, draft: str) -> None:
        if draft == self.edit.toPlainText():
            return
        blocked = self.edit.blockSignals(True)
        self.edit.setPlainText(draft)
        make_document_right_to_left(self.edit)
        self.edit.blockSignals(blocked)

    def text(self) -> str:
        return self.edit.toPlainText().strip()

    @Slot()
    def _typed(self) -> None:
        self.save.setEnabled(bool(self.text()))
        self.status.say("در حال ذخیره…")
        # Not begun again by each key: who types without a pause is to lose no more than others.
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep_draft(self) -> None:
        """Store what is typed now; text stays in the editor when the disk refuses."""
        if not self._item_id or (not self._timer.isActive() and self._stored()):
            return
        self._timer.stop()
        try:
            self._context.reader.keep_draft(self._item_id, self.edit.toPlainText(), self.note)
        except KnownError:
            self.failed.emit("ذخیره نشد؛ متن در حافظه نگه داشته شده است.")
            self.status.say("ذخیره نشد")
            return
        saved = f"ذخیره شد، {jalali(datetime.now(UTC), 'HH:mm')}"
        self.status.say(saved if self.text() else _AUTOSAVED)

    def _stored(self) -> bool:
        return self._context.reader.draft(self._item_id) == self.edit.toPlainText()

    @Slot()
    def finish(self) -> None:
        """Hand the text over as a note."""
        if self.text():
            self._timer.stop()
            self.note_written.emit(self.text())

    def clear(self) -> None:
        """After the note is stored: an empty editor and no draft."""
        self.note = None
        self.edit.clear()
        self._timer.stop()
        self.status.say(_AUTOSAVED)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keep_draft()
