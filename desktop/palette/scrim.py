"""Darkens a window under what lies over it, where its picture stands on the screen already."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_DARK = QColor(0, 0, 0, 110)


class Scrim(QWidget):
    """To darken the pixels that are there costs a tenth of painting the window under a shade.

    Only the first paint can do so: afterwards, and where the pixels are not kept in an image, the
    living window shows through.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def hold_still(self) -> None:
        """Take the window as it is painted now; to be called before the scrim is shown."""
        QCoreApplication.sendPostedEvents(self._window, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendPostedEvents(self._window, QEvent.Type.UpdateRequest.value)
        store = self._window.backingStore()
        kept = store is not None and isinstance(store.paintDevice(), QImage)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, kept)

    def let_go(self) -> None:
        """Show the window itself again, when it has changed or the scrim is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), _DARK)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
