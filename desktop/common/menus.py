"""Menus that are made for one use."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def show_menu(menu: QMenu, spot: QPoint) -> None:
    """Open it at a spot of the screen; it goes when something was chosen or it was left."""
    menu.exec(spot)
    menu.deleteLater()
