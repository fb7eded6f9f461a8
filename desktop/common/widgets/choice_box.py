"""A drop-down of titles that stand for values of the program."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.common.icons import paint_icon


def paint_drop_arrow(box: QWidget) -> None:
    """The arrow at the left end, which a style sheet can only take from a file of one colour."""
    spot = QRectF(6, (box.height() - 16) / 2, 16, 16)
    colour = box.palette().placeholderText().color().name()
    painter = QPainter(box)
    paint_icon(painter, spot, "chevron-down", colour)
    painter.end()


class ChoiceBox(QComboBox):
    """Keeps the chosen value when its choices are read anew."""

    chosen = Signal()

    def __init__(self, name: str, choices: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMinimumHeight(34)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(lambda _: self.chosen.emit())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_drop_arrow(self)

    def set_choices(self, choices: Iterable[tuple[str, Any]]) -> None:
        wanted = self.currentData()
        self.clear()
        for title, value in choices:
            self.addItem(title, value)
        self.choose(wanted)

    def value(self) -> Any:
        return self.currentData()

    def choose(self, value: object) -> None:
        """Show a value; the first one when it is not among the choices."""
        found = [i for i in range(self.count()) if self.itemData(i) == value]
        self.setCurrentIndex(found[0] if found else 0)
