"""A list whose rows keep their heights under every style sheet."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QWidget

from desktop.common.viewport import viewport_of


class PatientList(QListView):
    """Qt would lay all rows out twice for each sheet; what another zoom moves hears of that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport_of(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            return QAbstractScrollArea.event(self, event)
        return super().event(event)
