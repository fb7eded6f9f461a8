"""Brings the keyboard back into the page when what had it goes out of sight."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.shell.navigator import Navigator


class LostFocus(QObject):
    """Qt hands it on to whatever comes next, anywhere in the window; whoever places it stays right.

    What goes in the panel may leave it there; `settle` puts it into the page.
    """

    def __init__(self, navigator: Navigator, panel: QWidget, settle: Callable[[], object]) -> None:
        super().__init__(navigator)
        self._navigator, self._panel, self._settle = navigator, panel, settle
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._changed)

    @Slot(QWidget, QWidget)
    def _changed(self, former: QWidget | None, now: QWidget | None) -> None:
        if former is None or now is None or former.isVisible():
            return
        window = self._panel.window()
        here = former.window() is window and now.window() is window
        if here and not self._is_at_home(former, now):
            QTimer.singleShot(0, self, partial(self._bring_back, now))

    def _is_at_home(self, former: QWidget, now: QWidget) -> bool:
        page, panel = self._navigator.page, self._panel
        in_page = page is not None and page.isAncestorOf(now)
        return in_page or (panel.isAncestorOf(former) and panel.isAncestorOf(now))

    def _bring_back(self, place: QWidget) -> None:
        if QApplication.focusWidget() is place:
            self._settle()
