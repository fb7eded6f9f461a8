"""The line under which a list goes on above what is in sight."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

_WIDEST = 10_000  # pixels; the area cuts off what is over


class ScrollEdge(QFrame):
    """Stands over an area, in a pixel of its own, while that is scrolled."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self.setObjectName("scrollEdge")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(0, 0, _WIDEST, 1)
        area.setViewportMargins(0, 1, 0, 0)  # over the viewport itself it would slow scrolling
        self._bar = area.verticalScrollBar()
        self._bar.valueChanged.connect(self._follow)
        self.hide()

    @Slot()
    def _follow(self) -> None:
        scrolled = self._bar.value() > self._bar.minimum()
        if scrolled == self.isHidden():
            self.setVisible(scrolled)
