"""Rows of a fact sheet: a name, its value, and a button that copies the value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.common.persian import ltr
from desktop.common.text_roles import BASE
from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.card import Card
from desktop.common.widgets.labels import RichLabel

_NAME_WIDTH, _NAME_SIZE = 190, 13
_FINGERPRINT = 64


class Fact(QWidget):
    """`copied` carries the sentence for the status bar."""

    copied = Signal(str)

    def __init__(
        self, theme: Theme, name: str, value: str, *, latin: bool = False, warning: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._name, self._value = theme, name, value
        self._label = RichLabel(name, "caption")
        self.value = RichLabel(_isolated(value) if latin else value)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = IconButton(theme, "copy", f"کپی {value}")
        self._button.clicked.connect(self._copy)
        self._names, self._values = QVBoxLayout(), QVBoxLayout()
        self._names.addWidget(self._label)
        self._values.setSpacing(0)
        self._values.addWidget(self.value)
        if warning:
            self._values.addWidget(RichLabel(f"جای تردید: {warning}", "warning"))
        for column in (self._names, self._values):
            column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addLayout(self._names)
        row.addLayout(self._values, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        theme.resized.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Name, value and button stand on the first line, however many follow."""
        self._label.setFixedWidth(self._theme.px(_NAME_WIDTH) if self._name else 0)
        for column, size in ((self._names, _NAME_SIZE), (self._values, BASE)):
            line = QFontMetricsF(self._theme.font(size)).height()
            column.setContentsMargins(0, round((self._button.height() - line) / 2), 0, 0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self.copied.emit(f"کپی شد: {self._value}")


def _isolated(value: str) -> str:
    """Left to right; a fingerprint in groups, so that it may be read aloud and broken in lines."""
    if len(value) < _FINGERPRINT:
        return ltr(value)
    return ltr(" ".join(value[start : start + 8] for start in range(0, len(value), 8)))


class FactCard(Card):
    """A framed group of facts under a heading."""

    copied = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__(4)
        self.rows.addWidget(RichLabel(title, "h3"))

    def add(self, fact: Fact) -> None:
        fact.copied.connect(self.copied)
        self.rows.addWidget(fact)
