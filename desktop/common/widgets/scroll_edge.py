"""The line under which a list goes on above what is in sight."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

HEIGHT = 1
_WIDEST = 10_000  # pixels; the area cuts off what is over


class ScrollEdge(QFrame):
    """Stands over an area, in a pixel of its own, while that is scrolled."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setObjectName("scrollEdge")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(0, 0, _WIDEST, HEIGHT)
        self.keep_room()
        self._bar = area.verticalScrollBar()
        self._bar.valueChanged.connect(self._follow)
        self.hide()

    def keep_room(self) -> None:
        """Take the pixel from the viewport: a line over that would slow scrolling."""
        self._area.setViewportMargins(0, HEIGHT, 0, 0)

    @Slot()
    def _follow(self) -> None:
        scrolled = self._bar.value() > self._bar.minimum()
        if scrolled == self.isHidden():
            self.setVisible(scrolled)
