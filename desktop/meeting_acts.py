"""What is done with meetings from anywhere in the window, and the strip that names the open one."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from desktop.common.actions import Act
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.strip import MeetingStrip

if TYPE_CHECKING:
    from desktop.meeting.page import MeetingPage


class MeetingActs(QObject):
    """Begins meetings, takes remarks down in the one that is running, ends it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        strip = self.strip = MeetingStrip(window.context)
        window.add_line(strip)
        window.arranged.connect(self._fit_strip)
        strip.meeting_wanted.connect(self._go)
        strip.capture_wanted.connect(self.capture)
        add = window.actions_.add
        add(Act("meeting.start", "جلسه‌ی تازه…", "tools", 300, (), "messages-square"), self.start)
        pause = Act("meeting.pause", "توقف یا ادامه‌ی جلسه", "tools", 301, (), "pause")
        add(pause, strip.pause_or_resume)
        add(Act("meeting.end", "پایان جلسه", "tools", 302, (), "circle-stop"), strip.end)
        quick = Act("meeting.capture", "ثبت سریع در جلسه", "tools", 303, ("Ctrl+J",), "gavel")
        add(quick, self.capture)
        window.context.reader.changed.connect(lambda _: self._keep_states())
        self._keep_states()

    def _keep_states(self) -> None:
        """Without a meeting there is none to pause or to end."""
        for key in ("meeting.pause", "meeting.end"):
            self._window.actions_[key].setEnabled(self.strip.meeting is not None)

    @Slot()
    def _fit_strip(self) -> None:
        self.strip.set_low(low=self._window.panel_place.form.short)

    @Slot(str)
    def _go(self, uuid: str) -> None:
        self._window.visit(Place("meetings", uuid))

    @Slot()
    def start(self) -> None:
        self.write("")

    def write(self, uuid: str) -> None:
        """The dialog of a meeting, or of a new one where there is none of that name any more."""
        self._go(uuid)
        cast("MeetingPage", self._window.navigator.page_named("meetings")).write(uuid)

    @Slot()
    def capture(self) -> None:
        """Take down a remark about the item in the panel, in the meeting that is running."""
        if self.strip.meeting is None:
            self.start()
        elif not self.strip.takes_remarks:
            self._window.status.say("جلسه متوقف است؛ برای ثبت سریع آن را ادامه دهید.")
        elif item := self._window.panel.wanted_item():
            self.strip.open_capture(item.id)
