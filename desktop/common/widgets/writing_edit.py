"""The box for several lines of the reader's own words."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.common.persian import accept_half_space, make_document_right_to_left


class WritingEdit(QTextEdit):
    """Plain text, right to left; Tab leaves it."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setObjectName("composer")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        accept_half_space(self)
        make_document_right_to_left(self)

    def fill(self, text: str) -> None:
        """Show what was written before; who goes on writing does so behind it."""
        self.setPlainText(text)
        make_document_right_to_left(self)
        self.moveCursor(QTextCursor.MoveOperation.End)
