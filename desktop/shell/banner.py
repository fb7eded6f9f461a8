"""The line above the page that stays until what failed has been done, or what happened was read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import IconLabel, RichLabel


class Banner(QFrame):
    """Red for what went wrong; what could not be saved goes by itself when it is saved.

    Meanwhile it offers another try, and other ways to keep the text.
    """

    retry = Signal()
    copy_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._text = RichLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # names of files stand in it
        self._waits = False
        self._again = QPushButton("تلاش دوباره")
        self._again.clicked.connect(self._try_again)
        self.copy, self.file = QPushButton("کپی متن"), QPushButton("ذخیره در جای دیگر…")
        self.copy.clicked.connect(self.copy_wanted)
        self.file.clicked.connect(self.file_wanted)
        close = IconButton(theme, "x", "بستن پیام")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(10)
        self._icon = IconLabel(theme, "triangle-alert", 20, "danger")
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        for button in (self._again, self.copy, self.file):
            layout.addWidget(button)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.plain

    def say(self, text: str) -> None:
        """What went wrong, with nothing to try again."""
        self._show(text, good=False)

    def reassure(self, text: str) -> None:
        """Good news that has to be read."""
        self._show(text, good=True)

    def say_unsaved(self, text: str) -> None:
        """What could not be saved, with another try."""
        self._show(text, good=False)
        self._waits = True
        self._again.show()

    def set_unsaved(self, unsaved: bool) -> None:
        """Offer what can be done with text that is nowhere but in the editor."""
        for button in (self.copy, self.file):
            button.setVisible(self._waits and unsaved)

    def all_saved(self) -> None:
        """Go, if what is said has come to its end."""
        if self._waits:
            self.hide()

    def _show(self, text: str, *, good: bool) -> None:
        self._waits = False
        self._text.say(text)
        self._again.hide()
        self.set_unsaved(False)
        self._icon.show_icon(*(("circle-check", "ok") if good else ("triangle-alert", "danger")))
        if self.property("good") != good:
            self.setProperty("good", good)
            for part in (self, self._text):
                part.style().polish(part)
        self.show()

    def _try_again(self) -> None:
        self.hide()
        self.retry.emit()
