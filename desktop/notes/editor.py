"""The dialog that says everything of a note: text, kind, colour, people, due date, tags."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.user.anchors import selector_at
from db.user.models import Annotation, Draft, TextSelector
from desktop.common.context import Context
from desktop.common.draft_line import DraftLine
from desktop.common.drafted_dialog import DraftedDialog
from desktop.common.note_entries import item_words, place_text
from desktop.common.saving import EDIT, NEW, span_of
from desktop.common.widgets.buttons import PrimaryButton
from desktop.common.widgets.dialogs import button_row, fit_into
from desktop.common.widgets.labels import RichLabel
from desktop.common.widgets.layouts import scrolling
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.notes.fields import NoteFields


class NoteEditor(DraftedDialog):
    """Edits a note, or writes a new one on an item or an axis.

    `slot` names a draft that another editor began, to go on with it here; `span` is what of the
    item's text a new note is about, in code points.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        item_id: str,
        note: Annotation | None = None,
        slot: str = "",
        span: tuple[int, int] | None = None,
    ) -> None:
        begun = f"{EDIT}{note.uuid}" if note else f"{NEW}{item_id}"
        super().__init__(context, parent, slot or begun)
        self._item_id, self._note = item_id, note
        self.setWindowTitle("ویرایش یادداشت" if note else "یادداشت تازه")
        self._span = self._drafted_span() or span
        self.fields = NoteFields(context, note, self._selector())
        draft = Draft(self.slot, item_id, note.uuid if note else None, "", "")
        besides = {"span": self._span} if self._span else {}
        self.draft = DraftLine(context.saving, self.fields, draft, besides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20 - SCROLL_BAR, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(RichLabel(place_text(context, item_id), "caption"))
        layout.addWidget(scrolling(self.fields, "page"), 1)
        layout.addWidget(self.draft)
        layout.addLayout(self._buttons())
        self.fields.changed.connect(self.draft.take)
        fit_into(self, parent, context.theme.px(560), context.theme.px(520))

    def _drafted_span(self) -> tuple[int, int] | None:
        """What a new note taken up again is about."""
        draft = self._context.saving.draft(self.slot)
        return span_of(draft) if draft and not self._note else None

    def _selector(self) -> TextSelector | None:
        """The words of the item that a new note is about; None for the whole item."""
        words = item_words(self._context, self._item_id)
        if self._span is None or not 0 <= self._span[0] < self._span[1] <= len(words):
            return None
        return selector_at(words, *self._span)

    def _buttons(self) -> QHBoxLayout:
        self.save_button = PrimaryButton(self._context.theme, "check", "ثبت یادداشت")
        self.save_button.setToolTip("ثبت یادداشت (Ctrl+Enter)")
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton("انصراف")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = button_row(self.save_button, cancel)
        row.addSpacing(SCROLL_BAR)
        return row

    @Slot()
    def save(self) -> None:
        """Store the note and close; nothing typed is lost when that fails."""
        self._context.saving.do(self.slot, self._store)

    def _store(self) -> None:
        reader, fields = self._context.reader, self.fields.values()
        if self._note is None:
            fields["selector"] = self._selector()
            made = reader.store.add_annotation(self._item_id, draft=self.slot, **fields)
        else:
            made = reader.store.edit_annotation(self._note.uuid, draft=self.slot, **fields)
        self._note = made.value
        reader.tell(made.change)
        self.saved.emit(made.value.uuid)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.save()
            return
        super().keyPressEvent(event)
