"""Tell a screen reader what changed without moving the focus."""

from PySide6.QtWidgets import QWidget

_just_told: set[str] = set()


def announce(widget: QWidget, text: str) -> None:
    """Read `text` aloud where a screen reader listens; once, though several places say it now."""
    # These classes take milliseconds to load, and the first announcement comes after the window.
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive() and text not in _just_told:
        _just_told.add(text)
        QTimer.singleShot(0, _just_told.clear)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
