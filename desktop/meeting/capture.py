"""Writing while others speak: a person by two letters, a kind by one digit, words, Enter."""

import json
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from db.user.models import REMARK_TITLES, RemarkKind
from desktop.common.context import Context
from desktop.common.note_entries import place_text
from desktop.common.persian import digits
from desktop.common.saving import CAPTURE, state_of
from desktop.common.text_roles import BASE
from desktop.common.typed_undo import pass_undo
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.completed_edit import CompletedEdit
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.line_edit import LineEdit

RESTORED = "نوشته‌ی ناتمام شما برگشت"
_EDGES = 28  # pixels of a field beside its words
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureBar(QWidget):
    """Enter goes from field to field and stores at the last; Escape closes, what is typed stays.

    After the person a digit chooses the kind and anything else begins the words.
    """

    captured = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._item_id = context, ""
        self.person = CompletedEdit("گوینده", context.reader.store.people)
        self.person.setPlaceholderText("گوینده (دو حرف نام کافی است)")
        numbered = enumerate(REMARK_TITLES.items(), start=1)
        self.kind = ChoiceBox("نوع", ((f"{digits(n)}. {t}", kind) for n, (kind, t) in numbered))
        self.text = LineEdit()
        self.text.setAccessibleName("آنچه گفته شد")
        self.text.setPlaceholderText("آنچه گفته شد، سپس Enter")
        self.about = LineLabel("", "caption")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.person, 2)
        row.addWidget(self.kind, 1)
        row.addWidget(self.text, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.about)
        layout.addLayout(row)
        for field in (self.person, self.kind, self.text):
            field.installEventFilter(self)
        context.theme.resized.connect(self._give_room)
        self._give_room()
        self.person.name_taken.connect(self._enter_kind)
        for changed in (
            self.person.textChanged,
            self.kind.currentIndexChanged,
            self.text.textChanged,
        ):
            changed.connect(self._typed)

    @Slot()
    def _give_room(self) -> None:
        """The first field tells in full how little of a name is enough."""
        metrics = QFontMetrics(self._context.theme.font(BASE))
        words = metrics.horizontalAdvance(self.person.placeholderText())
        self.person.setMinimumWidth(words + _EDGES)

    @property
    def slot(self) -> str:
        return f"{CAPTURE}{self._item_id}"

    def begin(self, item_id: str) -> None:
        """Write about an item, or go on with what was begun about it."""
        about = f"درباره‌ی {place_text(self._context, item_id)}"
        if item_id != self._item_id:
            self._item_id = ""
            draft = self._context.saving.draft(f"{CAPTURE}{item_id}")
            self._fill(state_of(draft) if draft else {})
            self._item_id = item_id
            about += f" · {RESTORED}" if draft else ""
        self.about.say(about)
        if self.text.text():
            self._enter_text()
        else:
            self.person.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, state: dict[str, Any]) -> None:
        """Show these words, of which none can be taken back by a key."""
        # Versions before 4 of the file knew no speaker and kept the name with the owners.
        self.person.setText(str(state.get("speaker", state.get("owner", ""))))
        self.kind.choose(state.get("kind"))
        self.text.setText(str(state.get("note", "")))

    @Slot()
    def _typed(self) -> None:
        if self._item_id:
            words, person = self.text.text(), self.person.text()
            state = {"note": words, "kind": str(self.kind.value()), "speaker": person}
            content = json.dumps(state, ensure_ascii=False) if words.strip() else ""
            self._context.saving.typed(self.slot, self._item_id, content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return isinstance(watched, QLineEdit) and pass_undo(
                event, undo=watched.isUndoAvailable(), redo=watched.isRedoAvailable()
            )
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in _ENTER:
            self._advance(watched)
            return True
        return watched is self.kind and self._typed_at_kind(event.text())

    def _typed_at_kind(self, typed: str) -> bool:
        """Choose a kind by its digit, or let a letter be the first of the words."""
        if not typed.strip() or not typed.isprintable():
            return False
        if typed.isdecimal() and 1 <= int(typed) <= len(REMARK_TITLES):
            self.kind.setCurrentIndex(int(typed) - 1)
        else:
            self.text.insert(typed)
        self._enter_text()
        return True

    @Slot()
    def _enter_kind(self) -> None:
        self.kind.setFocus(Qt.FocusReason.TabFocusReason)

    def _enter_text(self) -> None:
        """Coming in by keys selects what is there; it is gone on with, not typed over."""
        self.text.setFocus(Qt.FocusReason.TabFocusReason)
        self.text.end(False)

    def _advance(self, field: QObject) -> None:
        if field is self.person:
            # A name known by what is typed; a new name stays as it is typed.
            self.person.setText(self.person.best() or self.person.text().strip())
            self._enter_kind()
        elif field is self.kind:
            self._enter_text()
        else:
            self.store()

    @Slot()
    def store(self) -> None:
        """Store the remark and begin the next; what is refused stays in the line."""
        words = self.text.text().strip()
        if not words:
            return
        speaker, kind = self.person.text().strip(), RemarkKind(self.kind.value())
        item_id, slot, reader = self._item_id, self.slot, self._context.reader

        def act() -> None:
            made = reader.store.add_annotation(
                item_id, draft=slot, note=words, speaker=speaker, kind=kind
            )
            if self.slot == slot:
                self._fill({})
                self.person.setFocus(Qt.FocusReason.TabFocusReason)
            reader.tell(made.change)
            self.captured.emit(made.value.uuid)

        self._context.saving.do(slot, act)
