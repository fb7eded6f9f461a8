"""Ctrl+Z where words are typed: it is of the words, and of the acts when there are none."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def pass_undo(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Leave undo and redo to the window unless the editor has something to take back; True when
    it is left."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    standard = QKeySequence.StandardKey
    left = (event.matches(standard.Undo) and not undo) or (
        event.matches(standard.Redo) and not redo
    )
    if left:
        event.ignore()
    return left
