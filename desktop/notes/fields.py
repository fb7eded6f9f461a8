"""The fields of a note, with what is typed in them as one state to keep and take up again."""

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QWidget,
)

from db.user.annotations import AnnotationFields
from db.user.models import REMARK_TITLES, Annotation, Colour, RemarkKind, TextSelector
from desktop.common.context import Context
from desktop.common.icons import icon
from desktop.common.note_acts import COLOURS
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.completed_edit import CompletedEdit
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.one_of import OneOf
from desktop.common.widgets.toggles import CheckBox
from desktop.common.widgets.writing_edit import WritingEdit


class _Words(WritingEdit):
    """Asks for the least that is comfortable; what the dialog has over is its own."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class NoteFields(QWidget):
    """`changed` follows every keystroke and choice."""

    changed = Signal()

    def __init__(
        self, context: Context, note: Annotation | None, selector: TextSelector | None = None
    ) -> None:
        super().__init__()
        self._context, self._note = context, note
        self._selector = note.selector if note else selector
        store = context.reader.store
        self.text = _Words("متن یادداشت", "متن یادداشت…")
        self.text.setMinimumHeight(context.theme.px(44))
        self.kinds: dict[str, Chip] = {}
        self.colours: dict[str, Chip] = {}
        self.owner = CompletedEdit("مسئول", store.people)
        self.owner.setPlaceholderText("نام مسئول پیگیری")
        self.speaker = CompletedEdit("گوینده", store.people)
        self.speaker.setPlaceholderText("نام گوینده")
        self.tags = CompletedEdit("برچسب‌ها", store.complete_tag, several=True)
        self.tags.setPlaceholderText("برچسب‌ها را با «،» از هم جدا کنید")
        self.has_due = CheckBox("موعد")
        self.due = DateField(context.theme, "موعد")
        self.private = CheckBox("خصوصی (در خروجی و اشتراک نمی‌آید)")
        self.settled = CheckBox("پیگیری بسته شده است")
        self._lay()
        self._fill()
        self._connect()

    def _lay(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(1, 1)
        if self._selector:
            grid.addWidget(RichLabel(f"«{self._selector.exact}»"), 0, 0, 1, 2)
            colours = {str(colour): title for colour, title in COLOURS.items()} | {"": "بی‌رنگ"}
            self._add_row("رنگ", self._chips("رنگ", colours, self.colours))
            self._colour_patches()
        grid.addWidget(self.text, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount() - 1, 1)
        kinds = {str(kind): title for kind, title in REMARK_TITLES.items()}
        self._add_row("نوع", self._chips("نوع", kinds, self.kinds))
        self._add_row("گوینده", self.speaker)
        self._add_row("مسئول", self.owner)
        self._add_row("موعد", self._due_row())
        self._add_row("برچسب", self.tags)
        checks = Flow(16)
        checks.addWidget(self.private)
        checks.addWidget(self.settled)
        self._add_row("", checks)

    def _add_row(self, label: str, field: QWidget | QLayout) -> None:
        row = self._grid.rowCount()
        if label:
            self._grid.addWidget(LineLabel(label, "caption"), row, 0)
        if isinstance(field, QWidget):
            self._grid.addWidget(field, row, 1)
        else:
            self._grid.addLayout(field, row, 1)

    def _due_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.has_due.setText("دارد")
        self.has_due.setAccessibleName("موعد دارد")
        row.addWidget(self.has_due)
        row.addWidget(self.due, 1)
        return holder

    def _chips(self, label: str, titles: dict[str, str], chips: dict[str, Chip]) -> Flow:
        row, group = Flow(6), OneOf(self)
        for key, title in titles.items():
            chip = chips[key] = Chip(title)
            chip.setAccessibleName(f"{label}: {title}")
            chip.setAutoDefault(False)
            group.take(chip)
            row.addWidget(chip)
        group.buttonClicked.connect(lambda _: self.changed.emit())
        return row

    def _colour_patches(self) -> None:
        for key, chip in self.colours.items():
            if key:
                theme = self._context.theme
                side = theme.px(16)
                chip.setIcon(icon("square", theme.tokens.highlight(key), side, filled=True))
                chip.setIconSize(QSize(side, side))

    def _fill(self) -> None:
        note = self._note
        self.set_state(
            {
                "note": note.note if note else "",
                "kind": str(note.kind if note else RemarkKind.COMMENT),
                "colour": str(note.colour or "") if note else Colour.YELLOW.value,
                "speaker": note.speaker if note else "",
                "owner": note.owner if note else "",
                "due": note.due if note else None,
                "tags": list(note.tags) if note else [],
                "private": note.private if note else False,
                "closed": bool(note and note.closed),
            }
        )

    def _connect(self) -> None:
        self.text.textChanged.connect(self.changed)
        for edit in (self.speaker, self.owner, self.tags):
            edit.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.has_due, self.private, self.settled):
            box.toggled.connect(lambda _: self.changed.emit())
        self.due.dateChanged.connect(lambda _: self.changed.emit())
        self.has_due.toggled.connect(self.due.setEnabled)

    def state(self) -> dict[str, Any]:
        """What stands in the fields, as JSON can carry it."""
        return {
            "note": self.text.toPlainText(),
            "kind": _pressed(self.kinds) or RemarkKind.COMMENT.value,
            "colour": _pressed(self.colours),
            "speaker": " ".join(self.speaker.names()),
            "owner": " ".join(self.owner.names()),
            "due": self.due.iso() if self.has_due.isChecked() else None,
            "tags": list(self.tags.names()),
            "private": self.private.isChecked(),
            "closed": self.settled.isChecked(),
        }

    def set_state(self, state: dict[str, Any]) -> None:
        """The inverse of `state`; what is missing stays as it is."""
        self.text.fill(str(state.get("note", self.text.toPlainText())))
        for name, chips in (("kind", self.kinds), ("colour", self.colours)):
            if state.get(name) in chips:
                chips[state[name]].setChecked(True)
        for name, edit in (("speaker", self.speaker), ("owner", self.owner)):
            edit.setText(str(state.get(name, edit.text())))
        self.has_due.setChecked(bool(state.get("due")))
        self.due.setEnabled(bool(state.get("due")))
        if state.get("due"):
            self.due.set_iso(str(state["due"]))
        self.tags.set_names(state.get("tags", ()))
        self.private.setChecked(bool(state.get("private")))
        self.settled.setChecked(bool(state.get("closed")))

    def values(self) -> AnnotationFields:
        """What the store is to keep."""
        state = self.state()
        fields = AnnotationFields(
            note=state["note"].strip(),
            kind=RemarkKind(state["kind"]),
            speaker=state["speaker"],
            owner=state["owner"],
            due=state["due"],
            tags=tuple(state["tags"]),
            private=state["private"],
            closed=state["closed"],
        )
        if self.colours:
            fields["colour"] = Colour(state["colour"]) if state["colour"] else None
        return fields


def _pressed(chips: dict[str, Chip]) -> str:
    return next((key for key, chip in chips.items() if chip.isChecked()), "")
