"""A list whose rows keep their heights under every style sheet."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QListView


class PatientList(QListView):
    """Qt would lay all rows out twice for each sheet; what another zoom moves hears of that."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            return QAbstractScrollArea.event(self, event)
        return super().event(event)
