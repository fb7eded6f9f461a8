"""Widgets with a sheet of their own that grows with their text."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.common.icons import paint_icon
from desktop.common.text_roles import zoom

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
else:
    QWidget = object  # two classes of Qt cannot both be bases of one widget

ARROW = 16  # pixels at zoom 100 %


class SheetByZoom(QWidget):
    """Comes before the class of Qt among the bases; `sheet` is asked for at every new font.

    A widget made at a zoom is told of no new font, so its sheet is worn from the start.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.setStyleSheet(self.sheet())

    def sheet(self) -> str:
        """The widget's own sheet at the present zoom."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The same sheet set again is parsed again; most new fonts are of the same size.
        if event.type() == QEvent.Type.FontChange and (sheet := self.sheet()) != self.styleSheet():
            self.setStyleSheet(sheet)


class DropArrow(SheetByZoom):
    """An arrow at the left end, which a style sheet can only take from a file of one colour."""

    def sheet(self) -> str:
        """Keeps text off the arrow, which grows with it."""
        return f"::drop-down {{ width: {round(ARROW * zoom()) + 6}px }}"

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = round(ARROW * zoom())
        spot = QRectF(6, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, spot, "chevron-down", self.palette().placeholderText().color().name())
        painter.end()
