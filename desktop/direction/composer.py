"""Where a note is written: its draft is stored while typing and comes back with its item."""

import json

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.user.clock import moment
from desktop.common.context import Context
from desktop.common.note import Note
from desktop.common.note_entries import CLOCK, item_words
from desktop.common.persian import jalali
from desktop.common.saving import span_of, state_of
from desktop.common.typed_undo import pass_undo
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.writing_edit import WritingEdit
from desktop.direction.target_line import TargetLine

_AUTOSAVED = "خودکار ذخیره می‌شود"
_CARET = 1  # pixels: the least margin that shows the caret at the edge of a text
_AIR, _ONE_LINE = 3, -2  # pixels more than the sheet leaves; one line fills a short editor


class _Editor(WritingEdit):
    """Ctrl+Enter saves; with nothing typed to take back, undo and redo are of the notes."""

    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("یادداشت تازه", "یادداشت تازه…")
        self.document().setDocumentMargin(_CARET)

    def set_short(self, short: bool) -> None:
        """Show one line and nothing of the next, or have air all around the text."""
        above = _ONE_LINE if short else _AIR
        self.setViewportMargins(_AIR, above, _AIR, above)
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if short else bars.ScrollBarAsNeeded
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        typed = self.document()
        undo, redo = typed.isUndoAvailable(), typed.isRedoAvailable()
        return pass_undo(event, undo=undo, redo=redo) or super().event(event)


class Composer(QWidget):
    """Emits the finished text; what is typed is kept for each item."""

    note_written = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.item_id = ""
        self._low, self._open = False, True
        self.note: Note | None = None  # the note that the text is to replace
        self.span: tuple[int, int] | None = None  # of the item's text, that a new note is about
        self.target = TargetLine(context.theme)
        self.edit = _Editor()
        self.status = LineLabel(_AUTOSAVED, "caption")
        self.save = QPushButton("ثبت یادداشت")
        self.save.setToolTip("ثبت یادداشت (Ctrl+Enter)")
        self._bottom = QWidget()
        bottom = QHBoxLayout(self._bottom)
        bottom.setContentsMargins(0, 0, 0, 0)
        bottom.addWidget(self.status)
        bottom.addStretch()
        bottom.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self.target)
        layout.addWidget(self.edit)
        layout.addWidget(self._bottom)
        self._connect()
        self._resize()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.save_wanted.connect(self.finish)
        self.save.clicked.connect(self.finish)
        self.target.let_go.connect(self.let_go)
        self._context.saving.told.connect(self._say_state)
        self._context.theme.changed.connect(self._resize)

    @Slot()
    def _resize(self) -> None:
        theme = self._context.theme
        height = theme.px(44 if self._low else 64) if self._open else theme.control()
        self.edit.setFixedHeight(height)
        self.edit.set_short(not self._open)
        self._bottom.setVisible(self._open)

    def set_low(self, low: bool) -> None:
        """Less high in low windows."""
        self._low = low
        self._resize()

    def set_open(self, on: bool) -> None:
        """One line while nobody writes, where there is little room."""
        self._open = on
        self._resize()

    def begin(self) -> None:
        """Take the keyboard, wherever the editor was out of sight."""
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_item(self, item_id: str) -> None:
        """Put this item's draft into the editor, after storing the former one's."""
        saving = self._context.saving
        saving.keep()
        self.item_id = item_id
        draft = saving.draft(item_id)
        edited = draft.annotation if draft else None
        self.note = self._context.reader.note(edited) if edited else None
        self.span = span_of(draft) if draft and not self.note else None
        self._fill(str(state_of(draft)["note"]) if draft else "")

    def aim(self, span: tuple[int, int] | None) -> None:
        """Let a new note be about a span of the item's text, or about all of it."""
        self.span = span
        self._name_target()
        if self.holds_draft:
            self._typed()

    @Slot()
    def let_go(self) -> None:
        """Go on with what is typed as a new note on the whole item."""
        if self.note is not None and not self.holds_draft:
            self._fill("")
        self.note = None
        self.aim(None)

    def _name_target(self) -> None:
        if self.note is not None:
            self.target.name("ویرایش یادداشت", self.note.text or self.note.quote)
        else:
            start, end = self.span or (0, 0)
            self.target.name("یادداشت بر", item_words(self._context, self.item_id)[start:end])

    def change(self, note: Note) -> None:
        """Put a note's text into the editor, which is to replace it."""
        self.note = note
        self._fill(note.text)
        self.begin()

    def clear(self) -> None:
        """After the note is stored."""
        self.note = None
        self.span = None
        self._fill("")

    def _fill(self, text: str) -> None:
        """Show what is stored, which is not typing."""
        if text != self.edit.toPlainText():
            blocked = self.edit.blockSignals(True)
            self.edit.fill(text)
            self.edit.blockSignals(blocked)
        self.save.setEnabled(bool(self.text()))
        self._name_target()
        self._say_state()

    def text(self) -> str:
        return self.edit.toPlainText().strip()

    @property
    def holds_draft(self) -> bool:
        """Whether there are words that are not those of a stored note."""
        return self.text() not in ("", self.note.text if self.note else "")

    @Slot()
    def _typed(self) -> None:
        self.save.setEnabled(bool(self.text()))
        if self.item_id:
            uuid = self.note.uuid if self.note else None
            self._context.saving.typed(self.item_id, self.item_id, self._content(), uuid)
            self.status.say("در حال ذخیره…")

    def _content(self) -> str:
        """What a draft holds: the words, and those of the item that they are about."""
        if not self.holds_draft:
            return ""
        state = {"note": self.edit.toPlainText(), "span": self.span}
        return json.dumps(state, ensure_ascii=False)

    @Slot()
    def _say_state(self) -> None:
        saving = self._context.saving
        if saving.is_refused(self.item_id):
            self.status.say("ذخیره نشد؛ همین‌جا نگه داشته می‌شود")
        elif saving.is_waiting(self.item_id):
            self.status.say("در حال ذخیره…")
        else:
            draft = saving.draft(self.item_id)
            saved = f"ذخیره شد، {jalali(moment(draft.saved), CLOCK)}" if draft else _AUTOSAVED
            self.status.say(saved)

    @Slot()
    def finish(self) -> None:
        """Hand the text over as a note."""
        if self.text():
            self.note_written.emit(self.text())
