"""Menus that are made for one use."""

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def show_menu(menu: QMenu, spot: QPoint) -> None:
    """Open it at a spot of the screen; it goes when something was chosen or it was left."""
    menu.exec(spot)
    if shiboken6.isValid(menu):  # what was chosen may have taken away what it was the menu of
        menu.deleteLater()
