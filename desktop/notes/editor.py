"""The dialog that says everything of a note: text, kind, colour, owner, due date, tags."""

import json

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.errors import KnownError
from db.user.models import Annotation, Draft
from desktop.common.context import Context
from desktop.common.note_entries import place_text
from desktop.common.reader import DRAFT_AFTER_MS
from desktop.common.widgets.buttons import PrimaryButton
from desktop.common.widgets.labels import RichLabel
from desktop.notes.fields import NoteFields

RESTORED = "نوشته‌ی ناتمام شما برگشت؛ هنوز ثبت نشده است."


class NoteEditor(QDialog):
    """Edits a note, or writes a new one on an item or an axis; its draft survives a crash."""

    saved = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget, item_id: str, note: Annotation | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._item_id, self._note = context, item_id, note
        self._slot = f"note:{note.uuid}" if note else f"note-new:{item_id}"
        self.setWindowTitle("ویرایش یادداشت" if note else "یادداشت تازه")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = NoteFields(context, note)
        self.message = RichLabel("", "warning")
        self.message.hide()
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._timer.timeout.connect(self.keep_draft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(RichLabel(place_text(context, item_id), "caption"))
        layout.addWidget(self.fields, 1)
        layout.addWidget(self.message)
        layout.addLayout(self._buttons())
        self._take_up_draft()
        self.fields.changed.connect(self._keep_soon)
        self.resize(context.theme.px(560), min(context.theme.px(520), parent.height() - 40))

    def _buttons(self) -> QHBoxLayout:
        self.save_button = PrimaryButton(self._context.theme, "check", "ثبت یادداشت")
        self.save_button.setToolTip("ثبت یادداشت (Ctrl+Enter)")
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton("انصراف")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(cancel)
        row.addStretch()
        return row

    def _take_up_draft(self) -> None:
        kept = self._context.reader.store.draft(self._slot)
        if kept is not None:
            self.fields.set_state(_state_of(kept))
            self._say(RESTORED)

    def _say(self, text: str) -> None:
        self.message.say(text)
        self.message.show()

    @Slot()
    def _keep_soon(self) -> None:
        # Not begun again by each key: who types without a pause is to lose no more than others.
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep_draft(self) -> None:
        """Store what is typed; the dialog keeps it when the disk refuses."""
        uuid = self._note.uuid if self._note else None
        state = json.dumps(self.fields.state(), ensure_ascii=False)
        try:
            self._context.reader.store.save_draft(self._slot, self._item_id, state, annotation=uuid)
        except KnownError as error:
            self._say(error.sentence)

    @Slot()
    def save(self) -> None:
        """Store the note and close; nothing typed is lost when that fails."""
        self._timer.stop()
        store, fields = self._context.reader.store, self.fields.values()
        try:
            if self._note is None:
                made = store.add_annotation(self._item_id, draft=self._slot, **fields)
            else:
                made = store.edit_annotation(self._note.uuid, draft=self._slot, **fields)
            self._context.reader.tell(made.change)
            if self.fields.closed != (made.value.closed is not None):
                closed = store.close_remark(made.value.uuid, closed=self.fields.closed)
                self._context.reader.tell(closed.change)
        except KnownError as error:
            self._say(error.sentence)
            return
        self.saved.emit(made.value.uuid)
        self.accept()

    def reject(self) -> None:
        """Cancelling gives the draft up: the reader has said so."""
        self._timer.stop()
        if self._context.reader.store.draft(self._slot):
            self._context.reader.store.discard_draft(self._slot)
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._timer.isActive():
            self.keep_draft()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.save()
            return
        super().keyPressEvent(event)


def _state_of(draft: Draft) -> dict[str, object]:
    try:
        state = json.loads(draft.content)
    except ValueError:
        state = None
    return state if isinstance(state, dict) else {"note": draft.content}
