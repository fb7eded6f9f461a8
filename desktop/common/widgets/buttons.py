"""Buttons that know the theme and never lack an accessible name."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QToolButton, QWidget

from desktop.common.icons import icon
from desktop.common.text_roles import give_role, zoom
from desktop.common.theme import Theme
from desktop.common.widgets.sheet_by_zoom import SheetByZoom


class IconButton(QToolButton):
    """A square button with an icon; filled and in the accent colour while checked."""

    def __init__(
        self, theme: Theme, name: str, title: str, parent: QWidget | None = None, side: int = 34
    ) -> None:
        super().__init__(parent)
        self._theme, self.icon_name, self._side = theme, name, side
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_title(title)
        self.toggled.connect(self._paint)
        theme.changed.connect(self._paint)
        self._paint()

    def set_title(self, title: str) -> None:
        self.setAccessibleName(title)
        self.setToolTip(title)

    def set_icon_name(self, name: str) -> None:
        self.icon_name = name
        self._paint()

    def _paint(self) -> None:
        tokens, size = self._theme.tokens, self._theme.px(self._side - 14)
        on = self.isChecked()
        filled = on and self.icon_name == "bookmark"
        colour = tokens.accent if on else tokens.muted
        self.setIcon(icon(self.icon_name, colour, size, filled=filled))
        self.setIconSize(QSize(size, size))
        side = self._theme.control(self._side)
        self.setFixedSize(side, side)


class PicturedButton(QPushButton):
    """An icon beside words, as large as they."""

    def __init__(self, theme: Theme, name: str, text: str, parent: QWidget | None = None) -> None:
        # The en space keeps icon and text apart, which the style sheet cannot do.
        super().__init__("\u2002" + text, parent)
        self._theme, self._name = theme, name
        self.setAccessibleName(text)
        theme.changed.connect(self._paint)
        self._paint()

    def _colour(self) -> str:
        return self._theme.tokens.muted

    def _paint(self) -> None:
        size = self._theme.px(18)
        self.setIcon(icon(self._name, self._colour(), size))
        self.setIconSize(QSize(size, size))


class PrimaryButton(PicturedButton):
    """The one filled button of a place."""

    def __init__(self, theme: Theme, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, text, parent)
        self.setProperty("primary", True)

    def _colour(self) -> str:
        tokens = self._theme.tokens
        return tokens.on_accent if self.isEnabled() else tokens.idle

    def changeEvent(self, event: QEvent) -> None:
        """The ground of a button that can do nothing just now is pale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._paint()


class _YesAndNo(QDialogButtonBox):
    """A dialog makes the first button in it its default, be it hidden, until it is told another."""

    def __init__(self, yes: str, no: str) -> None:
        super().__init__()
        self._yes = self.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self._yes.setProperty("primary", True)
        self._yes.setDefault(True)
        self.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for told in (False, True):  # what was said before there was a dialog, it has not heard
            self._yes.setDefault(told)


def yes_and_no(yes: str, no: str = "انصراف") -> QDialogButtonBox:
    """The buttons below a dialog; Enter and the eye go to the one that does what it is for."""
    return _YesAndNo(yes, no)


class Chip(SheetByZoom, QPushButton):
    """A small choice that stays pressed."""

    def __init__(self, text: str, parent: QWidget | None = None, *, checkable: bool = True) -> None:
        super().__init__(text, parent)
        give_role(self, "chip")
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sheet(self) -> str:
        """Round ends: the one form in the sheet that follows the size of the text."""
        height = round(28 * zoom())
        return f"min-height: {height - 6}px; border-radius: {height // 2}px"

    def sizeHint(self) -> QSize:
        """Never narrower than high: Qt draws corners where round ends find no room."""
        hint = super().sizeHint()
        return hint.expandedTo(QSize(hint.height(), 0))


LINK_PAD = 2  # pixels the style sheet keeps beside a link, for the ring of the keyboard


class LinkButton(QPushButton):
    """A button that looks like a link; at an edge, `LINK_PAD` brings its words to it."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setProperty("link", True)
        if role:
            give_role(self, role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
