"""The strip below the command bar that says which meeting is open, and takes down remarks."""

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.user.models import Meeting
from db.user.note_filter import NoteFilter
from desktop.common.context import Context
from desktop.common.note_entries import day_text
from desktop.common.persian import digits, shorten, verbatim
from desktop.common.text_roles import wear_fonts
from desktop.common.widgets.buttons import IconButton, LinkButton
from desktop.common.widgets.labels import IconLabel, LineLabel

if TYPE_CHECKING:
    from desktop.meeting.capture import CaptureBar

_LONGEST_TITLE, _ROOMY_TITLE = 36, 90  # letters
_EDGE = 1  # the line beneath
_STATE_FROM = 640  # width below which only the meeting is named
_ROOMY_FROM = 1180  # width from which on it is named at length


class MeetingStrip(QFrame):
    """Shown while a meeting is running or paused; what is marked belongs to the running one."""

    meeting_wanted = Signal(str)
    capture_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("meetingStrip")
        self._context = context
        self.meeting: Meeting | None = None
        self._capture: CaptureBar | None = None
        self._former: QWidget | None = None
        self.title = LinkButton("")
        self.title.setMinimumWidth(1)  # or no window would grow narrower than a long name
        self.state = LineLabel("", "caption")
        self.capture_button = QPushButton("ثبت سریع")
        self.capture_button.setToolTip("ثبت سریع (Ctrl+J)")
        self.capture_button.setCheckable(True)  # pressed while its line is there
        self.pause_button = IconButton(context.theme, "pause", "توقف جلسه")
        self.end_button = IconButton(context.theme, "circle-stop", "پایان جلسه")
        row = QHBoxLayout()
        row.setSpacing(8)  # and 2 of the link's own: as far as in the other lines above the page
        row.addWidget(IconLabel(context.theme, "messages-square", 20, "accent"))
        for widget in (self.title, self.state):
            row.addWidget(widget)
        row.addStretch()
        for button in (self.capture_button, self.pause_button, self.end_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(row)
        self.set_low(low=False)
        self._connect()
        self.refresh()

    def set_low(self, *, low: bool) -> None:
        """Leave less room above and below in a low window."""
        beside = 3 if low else 6
        cast("QVBoxLayout", self.layout()).setContentsMargins(14, beside, 14, beside + _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.state.setVisible(event.size().width() >= self._context.theme.px(_STATE_FROM))
        self._name()

    def _name(self) -> None:
        if self.meeting is None:
            return
        roomy = self.width() >= self._context.theme.px(_ROOMY_FROM)
        longest = _ROOMY_TITLE if roomy else _LONGEST_TITLE
        self.title.setText(verbatim(f"جلسه: {shorten(self.meeting.title, longest)}"))

    def _connect(self) -> None:
        self.title.clicked.connect(self._ask_for_meeting)
        self.capture_button.clicked.connect(self._open_or_close)
        self.pause_button.clicked.connect(self.pause_or_resume)
        self.end_button.clicked.connect(self.end)
        self._context.reader.changed.connect(lambda _: self.refresh())

    @property
    def capture(self) -> "CaptureBar":
        """Built for the first remark: most windows see no meeting."""
        if self._capture is None:
            self._capture = self._build_capture()
        return self._capture

    def _build_capture(self) -> "CaptureBar":
        from desktop.meeting.capture import CaptureBar

        made = CaptureBar(self._context)
        made.hide()
        made.left.connect(self.close_capture)
        cast("QVBoxLayout", self.layout()).addWidget(made)
        wear_fonts(made)
        return made

    @Slot()
    def refresh(self) -> None:
        """Show the running meeting, else the one paused last; nothing when all have ended."""
        store = self._context.reader.store
        paused = (one for one in store.meetings() if one.ended is None)
        last = max(paused, key=lambda one: one.paused or "", default=None)
        self.meeting = store.running_meeting() or last
        self.setVisible(self.meeting is not None)
        if self.meeting is None:
            self._hide_capture()
            return
        running = self.meeting.is_running
        count = store.count_marks(NoteFilter(meeting=self.meeting.uuid))
        self._name()
        parts = (day_text(self.meeting.date), f"{digits(count)} مورد")
        self.state.say(" · ".join((*parts, "در جریان" if running else "متوقف")))
        self.pause_button.set_icon_name("pause" if running else "play")
        self.pause_button.set_title("توقف جلسه" if running else "ادامه‌ی جلسه")
        self.capture_button.setEnabled(running)
        if not running:
            self._leave_capture()

    @property
    def takes_remarks(self) -> bool:
        """Whether a meeting is running."""
        return self.meeting is not None and self.meeting.is_running

    def _ask_for_meeting(self) -> None:
        if self.meeting is not None:
            self.meeting_wanted.emit(self.meeting.uuid)

    @Slot()
    def pause_or_resume(self) -> None:
        """Stop taking marks into the meeting, or go on."""
        if self.meeting is not None:
            store, uuid = self._context.reader.store, self.meeting.uuid
            act = store.resume_meeting if self.meeting.paused else store.pause_meeting
            self._context.reader.tell(act(uuid).change)

    @Slot()
    def end(self) -> None:
        if self.meeting is not None:
            ended = self._context.reader.store.end_meeting(self.meeting.uuid)
            self._context.reader.tell(ended.change)

    def open_capture(self, item_id: str) -> None:
        """Take down remarks about an item, from the keyboard alone."""
        focus = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._former = focus
        self.capture.show()
        self.capture.begin(item_id)
        self._show_pressed()

    @Slot(bool)
    def _open_or_close(self, wanted: bool) -> None:
        if wanted:
            self.capture_wanted.emit()
        else:
            self.close_capture()
        self._show_pressed()

    def _show_pressed(self) -> None:
        shown = self._capture is not None and not self._capture.isHidden()
        self.capture_button.setChecked(shown)

    @Slot()
    def close_capture(self) -> None:
        """The keyboard goes back to where it was."""
        former = self._former
        stands = former is not None and shiboken6.isValid(former) and former.isVisible()
        back = former if former is not None and stands else self.capture_button
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hide_capture()

    def _leave_capture(self) -> None:
        """Close the line, with the keyboard if it is in it."""
        focus = self.window().focusWidget()
        if self._capture is not None and self._capture.isAncestorOf(focus):
            self.close_capture()
        else:
            self._hide_capture()

    def _hide_capture(self) -> None:
        self._former = None
        if self._capture is not None:
            self._capture.hide()
        self._show_pressed()
