"""Darkens a window under what lies over it, from the picture that is on the screen already."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_DARK = QColor(0, 0, 0, 110)


class Scrim(QWidget):
    """A still picture of the window costs a tenth of painting all of it again under a shade.

    Where there is none, or it is no longer true, the living window shows through.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._picture = QImage()

    def hold_still(self) -> None:
        """Take the picture; to be called before the scrim is shown."""
        QCoreApplication.sendPostedEvents(self._window, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendPostedEvents(self._window, QEvent.Type.UpdateRequest.value)
        store = self._window.backingStore()
        shown = store.paintDevice() if store is not None else None
        self._keep(shown.copy() if isinstance(shown, QImage) else QImage())
        if not self._picture.isNull():
            self._darken(QPainter(self._picture))

    def let_go(self) -> None:
        """Show the window itself again, when it has changed or the scrim is closed."""
        self._keep(QImage())
        self.update()

    def _keep(self, picture: QImage) -> None:
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not picture.isNull())

    def _darken(self, painter: QPainter) -> None:
        painter.fillRect(self._window.rect(), _DARK)
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            self._darken(painter)
        else:
            painter.drawImage(0, 0, self._picture)
