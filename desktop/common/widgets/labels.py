"""Labels whose lines end flush at the right, whatever they begin with."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.common.icons import pixmap
from desktop.common.persian import ltr, rich
from desktop.common.theme import Theme


class RichLabel(QLabel):
    """Wrapped text; `role` picks size and colour in the style sheet."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if role:
            self.setProperty("role", role)
        self.say(text)

    def say(self, text: str) -> None:
        """Show plain text."""
        self.plain = text
        self.setAccessibleName(text)
        self.setText(rich(text))

    def hasHeightForWidth(self) -> bool:
        return True


class LineLabel(QLabel):
    """One line, never wrapped."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        if role:
            self.setProperty("role", role)
        self.say(text)

    def say(self, text: str) -> None:
        self.plain = text
        self.setAccessibleName(text)
        self.setText(rich(text))


class Keycap(QLabel):
    """The name of a key as it is printed on it."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(ltr(keys), parent)
        self.setProperty("role", "keycap")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class IconLabel(QLabel):
    """A decorative icon in a colour named by a token or given by a function of the theme."""

    def __init__(
        self, theme: Theme, name: str, size: int = 20, token: str = "muted", colour: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._name, self._size = theme, name, size
        self._token, self._axis = token, colour
        theme.changed.connect(self._paint)
        self._paint()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    def _paint(self) -> None:
        theme = self._theme
        colour = theme.axis_colour(self._axis) if self._axis else getattr(theme.tokens, self._token)
        side = theme.px(self._size)
        self.setPixmap(pixmap(self._name, colour, side, self.devicePixelRatioF()))
        self.setFixedSize(side, side)
