"""The line at the bottom: progress, what is kept, and whether everything is saved."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.persian import digits, percent
from desktop.common.widgets.labels import IconLabel, LineLabel
from desktop.common.widgets.toast import SAID_MS

NOT_SAVED = "تغییرها ذخیره نشده است"
ONLY_READ = "یادداشت‌ها فقط خوانده می‌شوند"
ALL_SAVED = "همه‌ی تغییرات ذخیره شد"


class StatusBar(QWidget):
    """`say` and `warn` show a message for four seconds in place of whether all is saved.

    `unseen` carries a message and its icon while the bar stands in no window, which is too low.
    """

    unseen = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._facts = [LineLabel("", "caption") for _ in range(3)]
        self.message = LineLabel("", "caption")
        self._zoom = LineLabel("", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(10)
        for fact in self._facts:
            layout.addWidget(fact)
            layout.addSpacing(8)
        layout.addStretch()
        self.tone = "ok"  # the token of the icon's colour
        self._icon = IconLabel(context.theme, "circle-check", 16, self.tone)
        layout.addWidget(self._icon)
        layout.addWidget(self.message)
        layout.addSpacing(10)
        layout.addWidget(self._zoom)
        self._timer = QTimer(self, singleShot=True, interval=SAID_MS)
        self._timer.timeout.connect(self.rest)
        context.saving.told.connect(self._saving_told)
        context.reader.changed.connect(lambda _: self.refresh())
        context.theme.changed.connect(self._show_zoom)
        self.rest()
        self.refresh()

    def say(self, text: str) -> None:
        self._tell(text, "info", "muted")

    @Slot(str)
    def warn(self, text: str) -> None:
        """Say what could not be done."""
        self._tell(text, "triangle-alert", "danger")

    def _tell(self, text: str, icon: str, tone: str) -> None:
        self._say(text, icon, tone)
        self._timer.start()
        if self.isHidden():
            self.unseen.emit(text, icon)
        else:
            announce(self, text)

    def _say(self, text: str, icon: str, tone: str) -> None:
        self.tone = tone
        self._icon.show_icon(icon, tone)
        self.message.say(text)

    @Slot()
    def rest(self) -> None:
        """Say whether all is saved."""
        if self._context.saving.trouble:
            self._say(NOT_SAVED, "triangle-alert", "danger")
        elif self._context.read_only:
            self._say(ONLY_READ, "info", "muted")
        else:
            self._say(ALL_SAVED, "circle-check", "ok")

    @Slot()
    def _saving_told(self) -> None:
        if not self._timer.isActive():
            self.rest()

    @Slot()
    def refresh(self) -> None:
        """Read the counts again."""
        counts = self._context.reader.counts()
        total = sum(axis.direction_count for axis in self._context.reference.axes())
        facts = (
            f"خوانده‌شده: {digits(counts.read)} از {digits(total)}",
            f"{digits(counts.bookmarks)} نشان",
            f"{digits(counts.notes)} یادداشت",
        )
        for label, fact in zip(self._facts, facts, strict=True):
            label.say(fact)
        self._show_zoom()

    @Slot()
    def _show_zoom(self) -> None:
        self._zoom.say(f"بزرگ‌نمایی {percent(self._context.theme.chosen_zoom)}")
        self.setFixedHeight(self._context.theme.px(30))
