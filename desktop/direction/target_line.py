"""Above the editor: what the note being written is about, with a way to let go of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.common.persian import shorten
from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import LineLabel

_LONGEST = 40


class TargetLine(QWidget):
    """Hidden while the note is a new one about the whole item."""

    let_go = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label = LineLabel("", "caption")
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.drop = IconButton(theme, "x", "رها کردن: یادداشت تازه بر همه‌ی این بند", side=24)
        self.drop.clicked.connect(self.let_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label, 1)
        row.addWidget(self.drop)
        self.hide()

    def name(self, what: str, words: str) -> None:
        """«یادداشت بر: «…»»; no words hide the line."""
        self.label.say(f"{what}: «{shorten(words, _LONGEST)}»" if words else "")
        self.setVisible(bool(words))
