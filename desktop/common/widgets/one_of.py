"""Buttons of which exactly one is pressed."""

from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """A screen reader calls each of them one choice among others, not a mark to be set."""

    def take(self, button: QAbstractButton) -> None:
        """Add a button."""
        button.setAutoExclusive(True)  # what Qt tells its kind by; the group rules it all the same
        self.addButton(button)
