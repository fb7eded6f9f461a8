"""A scroll bar that always has its room: nothing beside it moves when it comes or goes."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QScrollBar

SCROLL_BAR = 12  # pixels the style sheet gives a bar


class SteadyBar(QScrollBar):
    """Shows its handle only where there is something to scroll."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.rangeChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """The style sheet paints no handle while the bar is disabled."""
        self.setEnabled(self.maximum() > self.minimum())


def keep_steady(area: QAbstractScrollArea) -> None:
    """Leave the bar's room free where all is in sight."""
    bar = SteadyBar()
    area.setVerticalScrollBar(bar)
    if isinstance(area, QAbstractItemView):
        # Qt joins a view to its first bar alone; at the end of it a list asks for more rows.
        bar.valueChanged.connect(area.verticalScrollbarValueChanged)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
