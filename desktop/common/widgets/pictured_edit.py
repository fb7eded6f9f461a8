"""A line to write in that begins with a picture."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent

from desktop.common.icons import paint_icon
from desktop.common.theme import Theme
from desktop.common.widgets.line_edit import LineEdit

_SIDE, _EDGE, _GAP = 16, 8, 10


class PicturedEdit(LineEdit):
    """Picture and height grow with the zoom; Qt's own icons in a line know one size only."""

    def __init__(self, theme: Theme, picture: str, height: int = 34) -> None:
        super().__init__()
        self._theme, self._picture, self._height = theme, picture, height
        theme.resized.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.control(self._height))
        self.setTextMargins(0, 0, self._theme.px(_SIDE) + _GAP, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """A style sheet, when it is put on, sets its least height instead of the fixed one."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def picture_rect(self) -> QRectF:
        """Where the picture stands: at the right edge, halfway up."""
        side = self._theme.px(_SIDE)
        return QRectF(self.width() - _EDGE - side, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint_icon(painter, self.picture_rect(), self._picture, self._theme.tokens.muted)
