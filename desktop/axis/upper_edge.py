"""The upper edge of an axis's list: no line of a text is cut there."""

from math import ceil

from PySide6.QtCore import QPoint, QRectF

from desktop.axis.delegate import AxisDelegate
from desktop.common.measured_list import MeasuredList
from desktop.common.row_delegate import ROW
from desktop.common.row_model import AnyIndex


class UpperEdge:
    """Finds the line that the edge would cut, and scrolls it into sight or out of it."""

    def __init__(self, view: MeasuredList, painter: AxisDelegate) -> None:
        self._view, self._painter = view, painter

    def cut_at(self, height: int) -> tuple[int, int]:
        """How far a line stands above and below a height of the viewport; zeros for none."""
        row = self._view.indexAt(QPoint(self._view.viewport().width() // 2, height))
        lines = self._painter.lines(row.data(ROW), QRectF(self._view.visualRect(row)))
        cut = ((height - top, foot - height) for top, foot in lines if top < height < foot)
        above, below = next(cut, (0, 0))
        return ceil(above), ceil(below)

    def leave_no_shard(self, wanted: AnyIndex) -> None:
        """Cut no line, where the row that is wanted in sight allows it."""
        above, below = self.cut_at(0)
        box, bar = self._view.visualRect(wanted), self._view.verticalScrollBar()
        if 0 < below <= box.top() - self._view.air:
            bar.setValue(bar.value() + below)
        elif box.bottom() + above < self._view.viewport().height():
            bar.setValue(bar.value() - above)
