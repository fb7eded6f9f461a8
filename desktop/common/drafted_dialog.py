"""A dialog to write in, whose draft outlives crash and Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.common.context import Context
from desktop.common.draft_line import DraftLine


class DraftedDialog(QDialog):
    """`saved` names what was stored, `set_aside` the draft of what was left unfinished."""

    saved = Signal(str)
    set_aside = Signal(str)

    draft: DraftLine

    def __init__(self, context: Context, parent: QWidget, slot: str) -> None:
        super().__init__(parent)
        self._context, self.slot = context, slot
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def reject(self) -> None:
        """Close; what was typed is kept."""
        left = self.draft.left_open()
        super().reject()
        if left:
            self.set_aside.emit(self.slot)
