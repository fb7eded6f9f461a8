"""Menus: as large as their text, and those that are made for one use."""

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from desktop.common.icons import icon
from desktop.common.persian import verbatim
from desktop.common.text_roles import zoom

_ICON, MENU_WIDTH = 16, 160  # pixels at zoom 100 %
_LONGEST = 60  # letters


def menu_icon(name: str, colour: str, *, filled: bool = False) -> QIcon:
    """An icon as large as a menu shows it at the present zoom."""
    return icon(name, colour, _side(), filled=filled)


def _side() -> int:
    return round(_ICON * zoom())


def menu_sizes() -> str:
    """What a menu needs besides the sheet of its part, which is the same at every zoom."""
    if _side() == _ICON:
        return ""
    width = round(MENU_WIDTH * zoom())
    return f"QMenu {{ icon-size: {_side()}px }} QMenu::item {{ min-width: {width}px }}"


def named_in_menu(name: str, after: str = "") -> str:
    """A name that the reader gave, as long as a line of a menu may be; its ends tell it apart."""
    if len(name) > _LONGEST:
        name = f"{name[: _LONGEST // 2].rstrip()}…{name[-_LONGEST // 2 :].lstrip()}"
    return verbatim(name + after)


def fit_menu(menu: QMenu) -> None:
    """Let a menu, and those within it, have the sizes of the zoom; the window fits its own."""
    over, sizes = menu.parentWidget(), menu_sizes()
    if not (over and over.isWindow()) and menu.styleSheet() != sizes:
        menu.setStyleSheet(sizes)


def show_menu(menu: QMenu, spot: QPoint) -> None:
    """Open it at a spot of the screen; it goes when something was chosen or it was left."""
    fit_menu(menu)
    menu.exec(spot)
    if shiboken6.isValid(menu):  # what was chosen may have taken away what it was the menu of
        menu.deleteLater()
