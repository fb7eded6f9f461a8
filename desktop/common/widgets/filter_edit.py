"""A line that narrows the list below it while it is typed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.common.parted import holds
from desktop.common.theme import Theme
from desktop.common.widgets.pictured_edit import PicturedEdit

NOTHING = "چیزی پیدا نشد؛ واژه‌ی دیگری بیازمایید."


class FilterEdit(PicturedEdit):
    """Esc empties it; Down and Enter go to the list it narrows, if that holds anything."""

    narrowed = Signal(str)

    def __init__(self, theme: Theme, title: str, target: QAbstractItemView) -> None:
        super().__init__(theme, "list-filter")
        self._target = target
        self.setAccessibleName(title)
        self.setPlaceholderText(title)
        self.textChanged.connect(self.narrowed)

    def passes(self, *texts: str) -> bool:
        """Whether every typed word stands in one of the texts, spelling aside."""
        whole = " ".join(texts)
        return all(holds(whole, word) for word in self.text().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._target.model().rowCount():
                self._target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
