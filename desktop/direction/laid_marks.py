"""Marks laid over the text of an edit of Qt's, by code points."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.common.persian import qt_offset
from desktop.common.text_block import Mark

LINE_HEIGHT = 116  # per cent of the font's own


def cursor_over(edit: QTextEdit, text: str, start: int, end: int) -> QTextCursor:
    """A selection of code points of the `text` that an edit shows."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(qt_offset(text, start))
    cursor.setPosition(qt_offset(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def lay_marks(edit: QTextEdit, text: str, marks: Iterable[Mark]) -> None:
    """Show these marks over the `text` of an edit, and no others."""
    laid = []
    for mark in marks:
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor_over(edit, text, mark.start, mark.end)
        made.format = mark.look()
        laid.append(made)
    edit.setExtraSelections(laid)
