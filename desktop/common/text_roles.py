"""The sizes of text by role, worn as fonts and not in the style sheet.

A sheet that knows no size serves every zoom: Qt needs twenty times as long to dress a part anew as
to give its widgets other fonts.
"""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from desktop.common.fonts import font

BASE = 14
_PLAIN = QFont()
# Pixels at zoom 100 % and weight; colours of a role are the sheet's.
_ROLES = {
    "title": (24, 700),
    "section": (18, 600),
    "h3": (15, 600),
    "caption": (13, 400),
    "warning": (13, 400),
    "shared": (14, 600),
    "appTitle": (15, 600),
    "keycap": (12, 400),
    "chip": (13, 400),
    "quiet": (13, 400),
    "reading": (15, 400),
    "reader": (18, 400),
}


def zoom() -> float:
    """What the application's own font has grown to."""
    return QApplication.font().pointSizeF() / font(BASE).pointSizeF()


def _font_of(role: str) -> QFont:
    size, weight = _ROLES[role]
    return font(size * zoom(), weight)


def give_role(widget: QWidget, role: str) -> None:
    """Let a widget's text have the size of a role, and the colours the sheet has for it."""
    widget.setProperty("role", role)
    widget.setFont(_font_of(role))


def wear_fonts(part: QWidget) -> None:
    """Give a part and all in it the fonts of the application's zoom."""
    fonts = {role: _font_of(role) for role in _ROLES}
    for widget in (part, *part.findChildren(QWidget)):
        widget.setFont(fonts.get(widget.property("role"), _PLAIN))
