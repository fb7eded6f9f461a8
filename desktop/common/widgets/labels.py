"""Labels whose lines end flush at the right, whatever they begin with."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.common.fonts import font
from desktop.common.icons import pixmap
from desktop.common.persian import ltr, rich, rtl
from desktop.common.text_block import Mark, Style, TextBlock, text_block
from desktop.common.text_roles import give_role
from desktop.common.theme import Theme
from desktop.common.widgets.heights import Heights

_LOW_WINDOW = 430
_UNBROKEN = 20  # letters; an address is longer, and breaks anywhere


class RichLabel(QLabel):
    """Wrapped text; `role` picks size and colour in the style sheet.

    Plain text is laid out by cached blocks: a document for each label costs ten times as much.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks, self.centred = True, False
        self._said: tuple[str, bool] | None = None
        self.wraps_late = False  # asks for one line, however wide
        self._marks: tuple[Mark, ...] = ()
        self._heights = Heights()
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if role:
            give_role(self, role)
        self.say(text)

    def say(self, text: str) -> None:
        """Show plain text."""
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        said = text, not selectable
        if said == self._said:
            return  # or all round it would be laid out again
        self._said = said
        self.plain, self._blocks = said
        self._heights.forget()
        self.setAccessibleName(text)
        super().setText(text if self._blocks else rich(text))
        self.updateGeometry()

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Colour spans of the plain text."""
        self._marks = marks
        self.update()

    def setText(self, text: str) -> None:
        """Show marked-up text."""
        self._blocks, self._said = False, None
        super().setText(text)

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        """Text that can be selected is QLabel's own affair."""
        super().setTextInteractionFlags(flags)
        self.say(self.plain)

    def _style(self) -> Style:
        chosen = self.font()
        pixels: float = chosen.pixelSize()
        if pixels < 0:
            pixels = chosen.pointSizeF() * self.logicalDpiY() / 72
        return Style(pixels, max(400, chosen.weight()), 1.0, self.centred)

    def _block(self, width: int) -> TextBlock:
        return text_block(self.plain, self._style(), width, self._marks)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._blocks:
            return super().heightForWidth(width)
        return self._heights.at(width, self._height)

    def _height(self, width: int) -> int:
        return ceil(self._block(width).height) if self.plain else 0

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other heights; other colours make none."""
        if event.type() == QEvent.Type.FontChange:
            self._heights.forget()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as three lines or fewer look well; QLabel counts the same way."""
        if not self._blocks:
            return super().sizeHint()
        self.ensurePolished()
        if self.wraps_late:
            block = self._block(self.maximumWidth())
            return QSize(ceil(block.widest) + 1, ceil(block.height))
        width = most = min(self.fontMetrics().averageCharWidth() * 80, self.maximumWidth())
        for share, lines in ((2, 4), (4, 2)):
            block = self._block(width)
            if block.line_count < lines and block.widest > most // share:
                width = most // share
        return QSize(min(width, ceil(self._block(width).widest) + 1), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self._blocks:
            return super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * _UNBROKEN
        return QSize(min(_longest_word(self.plain, self._style()), least), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._blocks:
            super().paintEvent(event)
            return
        colour = self.palette().color(self.foregroundRole())
        with QPainter(self) as painter:
            self._block(self.width()).paint(painter, 0, self._top(), colour.name())

    def _top(self) -> float:
        return max(0.0, (self.height() - self._block(self.width()).height) / 2)


class Explanation(RichLabel):
    """A caption that leaves its room to what it explains in low windows."""

    def __init__(self, theme: Theme, text: str, role: str = "caption") -> None:
        super().__init__(text, role)
        self._theme = theme
        self._window: QWidget | None = None
        theme.resized.connect(self._give_way)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._window is None:
            self._window = self.window()
            self._window.installEventFilter(self)
            self._give_way()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._give_way()
        return False

    def _give_way(self) -> None:
        if self._window is not None:
            self.setVisible(self._window.height() >= self._theme.px(_LOW_WINDOW))


@lru_cache(maxsize=1024)
def _longest_word(text: str, style: Style) -> int:
    metrics = QFontMetricsF(font(style.pixels, style.weight))
    return ceil(max((metrics.horizontalAdvance(word) for word in text.split()), default=0)) + 1


class LineLabel(QLabel):
    """One line, never wrapped."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            give_role(self, role)
        self.plain = ""
        self.say(text)

    def say(self, text: str) -> None:
        if text == self.plain:
            return
        self.plain = text
        self.setAccessibleName(text)
        self.setText(rtl(text))


class Keycap(QLabel):
    """The name of a key as it is printed on it."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(ltr(keys), parent)
        give_role(self, "keycap")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def changeEvent(self, event: QEvent) -> None:
        """The size follows the style sheet, which comes after the layout of who shows it."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.adjustSize()


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

    def show_icon(self, name: str, token: str) -> None:
        """Another picture, in the colour of another token."""
        self._name, self._token = name, token
        self._paint()

    def _paint(self) -> None:
        theme = self._theme
        colour = theme.axis_colour(self._axis) if self._axis else getattr(theme.tokens, self._token)
        side = theme.px(self._size)
        self.setPixmap(pixmap(self._name, colour, side, self.devicePixelRatioF()))
        self.setFixedSize(side, side)
