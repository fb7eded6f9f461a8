"""What the reader has asked of the whole system: larger text, less movement."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication

# Points of the text of menus as systems come; desktops of Linux differ between 9 and 11.
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_ON_LINUX = 11.0
_LARGEST = 2.25  # what Windows offers


def text_scale() -> float:
    """How many times larger than usual the system writes; never less than 1."""
    size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    usual = _USUAL_POINTS.get(sys.platform, _USUAL_ON_LINUX)
    return min(max(round(size / usual, 2), 1.0), _LARGEST)


def less_motion() -> bool:
    """Whether what moves by itself is to stand still."""
    hints = QGuiApplication.styleHints()  # the wishes live only as long as this does
    return hints.accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion
