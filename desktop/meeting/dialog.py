"""Title, day and attendees of a meeting, for a new one or to correct one."""

from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from db.user.meetings import NO_TITLE
from db.user.models import Draft, Meeting
from desktop.common.context import Context
from desktop.common.draft_line import DraftLine
from desktop.common.drafted_dialog import DraftedDialog
from desktop.common.saving import MEETING
from desktop.common.widgets.buttons import yes_and_no
from desktop.common.widgets.completed_edit import CompletedEdit
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.dialogs import fit_into
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.line_edit import LineEdit


class MeetingDialog(DraftedDialog):
    """Stores and closes, or says what is missing."""

    def __init__(
        self, context: Context, parent: QWidget, meeting: Meeting | None = None, slot: str = MEETING
    ) -> None:
        super().__init__(context, parent, slot)
        self._meeting = meeting
        self.setWindowTitle("ویرایش جلسه" if meeting else "جلسه‌ی تازه")
        self.title = LineEdit()
        self.title.setAccessibleName("عنوان جلسه")
        self.title.setPlaceholderText("برای نمونه: کمیسیون برنامه و بودجه، نشست سوم")
        self.day = DateField(context.theme, "تاریخ جلسه")
        self.attendees = CompletedEdit("حاضران", context.reader.store.people, several=True)
        self.attendees.setPlaceholderText("نام‌ها را با «،» از هم جدا کنید")
        if meeting:
            self.title.setText(meeting.title)
            self.day.set_iso(meeting.date)
            self.attendees.set_names(meeting.attendees)
        self.draft = DraftLine(context.saving, self, Draft(slot, "", None, "", ""))
        self._lay()
        fit_into(self, parent, context.theme.px(480))
        for changed in (self.title.textChanged, self.day.dateChanged, self.attendees.textChanged):
            changed.connect(self.draft.take)

    def _lay(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        for label, field in (
            ("عنوان", self.title),
            ("تاریخ", self.day),
            ("حاضران", self.attendees),
        ):
            form.addRow(LineLabel(label, "caption"), field)
        buttons = yes_and_no("ثبت" if self._meeting else "آغاز جلسه")
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.draft)
        layout.addWidget(buttons)

    def state(self) -> dict[str, Any]:
        """What stands in the fields, as JSON can carry it."""
        names = list(self.attendees.names())
        return {"note": self.title.text(), "day": self.day.iso(), "attendees": names}

    def set_state(self, state: dict[str, Any]) -> None:
        """The inverse of `state`; what is missing stays as it is."""
        self.title.setText(str(state.get("note", self.title.text())))
        self.day.set_iso(str(state.get("day", self.day.iso())))
        self.attendees.set_names(state.get("attendees", self.attendees.names()))

    @Slot()
    def save(self) -> None:
        """Start the meeting, or store the corrections; nothing typed is lost when that fails."""
        if self.title.text().strip():
            self._context.saving.do(self.slot, self._store)
        else:
            self.draft.say(NO_TITLE)

    def _store(self) -> None:
        store, title, names = self._context.reader.store, self.title.text(), self.attendees.names()
        day = date.fromisoformat(self.day.iso())
        if self._meeting is None:
            made = store.start_meeting(title, day, names, draft=self.slot)
        else:
            uuid = self._meeting.uuid
            made = store.edit_meeting(uuid, title=title, on=day, attendees=names, draft=self.slot)
        self._context.reader.tell(made.change)
        self.saved.emit(made.value.uuid)
        self.accept()
