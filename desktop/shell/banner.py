"""The red line that stays until what failed has been done, or what happened was read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import IconLabel, RichLabel


class Banner(QFrame):
    """Says what could not be saved and offers another try, and other ways to keep the text.

    `failed` says that something could not be done, before it is shown; `set_unsaved` whether
    there is text to copy or to save elsewhere.
    """

    retry = Signal()
    failed = Signal()
    copy_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._text = RichLabel()
        self._again = QPushButton("تلاش دوباره")
        self._again.clicked.connect(self._try_again)
        self.copy, self.file = QPushButton("کپی متن"), QPushButton("ذخیره در جای دیگر…")
        self.copy.clicked.connect(self.copy_wanted)
        self.file.clicked.connect(self.file_wanted)
        close = IconButton(theme, "x", "بستن پیام")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(IconLabel(theme, "triangle-alert", 20, "danger"))
        layout.addWidget(self._text, 1)
        for button in (self._again, self.copy, self.file):
            layout.addWidget(button)
        layout.addWidget(close)
        self.hide()

    def say(self, text: str) -> None:
        """What could not be done, with another try."""
        self._text.say(text)
        self._again.show()
        self.failed.emit()
        self.show()

    def tell(self, text: str) -> None:
        """What the reader has to know, with nothing to try again."""
        self._text.say(text)
        self._again.hide()
        self.set_unsaved(False)
        self.show()

    def set_unsaved(self, unsaved: bool) -> None:
        """Offer what can be done with text that is nowhere but in the editor."""
        for button in (self.copy, self.file):
            button.setVisible(unsaved)

    def _try_again(self) -> None:
        self.hide()
        self.retry.emit()
