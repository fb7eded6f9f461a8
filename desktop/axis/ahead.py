"""Lays out the texts of the other axes while the reader rests, so that the next opens at once."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.axis.delegate import AxisDelegate
from desktop.axis.model import AxisModel, Row
from desktop.common.context import Context

REST_MS = 300
_PACE_MS = 15
_SLICE_S = 0.002


class Ahead(QObject):
    """Works in slices that no key has to wait for; `rest` begins anew."""

    def __init__(
        self, context: Context, rows: AxisModel, painter: AxisDelegate, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._rows, self._painter = context, rows, painter
        self._left: Iterator[Row] = iter(())
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be laid out."""
        return self._pause.isActive()

    def rest(self) -> None:
        """The list has just been laid out; the others follow if it stays so for a while."""
        self._left = (
            row for axis in self._context.reference.axes() for row in self._rows.rows_of(axis)
        )
        self._pause.start(REST_MS)

    @Slot()
    def _go_on(self) -> None:
        end = monotonic() + _SLICE_S
        for row in self._left:
            self._painter.prepare(row)  # the cache of texts keeps what this lays out
            if monotonic() > end:
                self._pause.start(_PACE_MS)
                return
