"""Tell a screen reader what changed without moving the focus."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Read `text` aloud where a screen reader listens; nothing otherwise."""
    # These classes take milliseconds to load, and the first announcement comes after the window.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
