"""A list that lays its rows out when it is about to be painted, and not at once."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QListView


class PatientList(QListView):
    """Qt lays all rows out twice while another style sheet is put on, and once more after it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
            return QAbstractScrollArea.event(self, event)
        return super().event(event)
