"""Title, day and attendees of a meeting, for a new one or to correct one."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from db.errors import KnownError
from db.user.models import Meeting
from desktop.common.context import Context
from desktop.common.persian import force_right_to_left
from desktop.common.widgets.buttons import yes_and_no
from desktop.common.widgets.completed_edit import CompletedEdit
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.labels import RichLabel


class MeetingDialog(QDialog):
    """Stores and closes, or says what is missing."""

    saved = Signal(str)

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting | None = None) -> None:
        super().__init__(parent)
        self._context, self._meeting = context, meeting
        self.setWindowTitle("ویرایش جلسه" if meeting else "جلسه‌ی تازه")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = QLineEdit()
        self.title.setAccessibleName("عنوان جلسه")
        self.title.setPlaceholderText("برای نمونه: کمیسیون برنامه‌وبودجه، نشست سوم")
        self.title.setMinimumHeight(34)
        force_right_to_left(self.title)
        self.day = DateField(context.theme, "تاریخ جلسه")
        self.attendees = CompletedEdit("حاضران", context.reader.store.people, several=True)
        self.attendees.setPlaceholderText("نام‌ها، با «،» از هم جدا")
        self.message = RichLabel("", "warning")
        self.message.hide()
        if meeting:
            self.title.setText(meeting.title)
            self.day.set_iso(meeting.date)
            self.attendees.set_names(meeting.attendees)
        self._lay()

    def _lay(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow("عنوان", self.title)
        form.addRow("تاریخ", self.day)
        form.addRow("حاضران", self.attendees)
        buttons = yes_and_no("ثبت" if self._meeting else "آغاز جلسه")
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addWidget(buttons)
        self.resize(self._context.theme.px(480), self.sizeHint().height())

    @Slot()
    def save(self) -> None:
        """Start the meeting, or store the corrections."""
        store, title, names = self._context.reader.store, self.title.text(), self.attendees.names()
        day = date.fromisoformat(self.day.iso())
        try:
            if self._meeting is None:
                made = store.start_meeting(title, day, names)
            else:
                uuid = self._meeting.uuid
                made = store.edit_meeting(uuid, title=title, on=day, attendees=names)
        except KnownError as error:
            self.message.say(error.sentence)
            self.message.show()
            return
        self._context.reader.tell(made.change)
        self.saved.emit(made.value.uuid)
        self.accept()
