"""A drop-down of titles that stand for values of the program."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from desktop.common.icons import paint_icon
from desktop.common.text_roles import zoom

_ARROW = 16  # pixels at zoom 100 %
_AROUND = 6 + 2 * 10 + 4  # beside the arrow and around the text
_WIDEST = 260
_MOST_SHOWN = 14


def paint_drop_arrow(box: QWidget) -> None:
    """The arrow at the left end, which a style sheet can only take from a file of one colour."""
    side = round(_ARROW * zoom())
    spot = QRectF(6, (box.height() - side) / 2, side, side)
    colour = box.palette().placeholderText().color().name()
    painter = QPainter(box)
    paint_icon(painter, spot, "chevron-down", colour)
    painter.end()


def room_for_arrow() -> str:
    """A sheet that keeps text off the arrow, which grows with it."""
    return f"::drop-down {{ width: {round(_ARROW * zoom()) + 6}px }}"


class ChoiceBox(QComboBox):
    """Keeps the chosen value when its choices are read anew."""

    chosen = Signal()

    def __init__(self, name: str, choices: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMinimumHeight(34)
        self.setStyleSheet(room_for_arrow())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setItemDelegate(QStyledItemDelegate(self))  # the sheet sets its rows apart
        self.view().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(lambda _: self.chosen.emit())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setStyleSheet(room_for_arrow())

    def sizeHint(self) -> QSize:
        """Wide enough for the longest choice, within reason."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        widths = (metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count()))
        room = round(_ARROW * zoom()) + _AROUND
        longest = min(max(widths, default=0) + room, round(_WIDEST * zoom()))
        return QSize(max(hint.width(), longest), hint.height())

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
