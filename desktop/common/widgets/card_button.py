"""A card that is a button: icon, text in a few lines, caption; Enter and Space press it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.common.icons import paint_icon
from desktop.common.painting import fill_round, stroke_round
from desktop.common.persian import phrase
from desktop.common.text_block import Style, TextBlock, draw_line, text_block
from desktop.common.theme import Theme
from desktop.common.widgets.heights import Heights


class CardButton(QAbstractButton):
    """Paints itself from tokens; grows in height with its text."""

    def __init__(self, theme: Theme, text: str, caption: str = "", weight: int = 400) -> None:
        super().__init__()
        self._theme, self._caption, self._top = theme, caption, ""
        self._icon, self._axis, self._weight = "", "", weight
        self._progress: float | None = None
        self._corner = ""
        self._heights = Heights()
        self.prominent = False
        self.setText(text)
        self.setAccessibleName(phrase(text, caption))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.resized.connect(self._measure_anew)

    def _measure_anew(self) -> None:
        self._heights.forget()
        self.updateGeometry()

    def set_icon(self, name: str, axis: str = "") -> None:
        """An icon at the right, in the accent or an axis colour."""
        self._icon, self._axis = name, axis
        self._measure_anew()

    def set_caption(self, top: str) -> None:
        """A muted line above the text."""
        self._top = top
        self._measure_anew()
        self.setAccessibleName(f"{top}: {phrase(self.text(), self._caption)}")

    def set_progress(self, share: float, corner: str) -> None:
        """A bar below, in the axis colour, and a number in the far corner."""
        self._progress, self._corner = share, corner
        self._measure_anew()
        self.update()

    def say(self, text: str, caption: str) -> None:
        """Replace what the card says."""
        self._caption = caption
        self.setText(text)
        self.setAccessibleName(phrase(text, caption))
        self._measure_anew()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights.at(width, self._height)

    def _height(self, width: int) -> int:
        px = self._theme.px
        parts = [block.height for block in self._blocks(width)]
        bar = px(20) if self._progress is not None else 0
        return round(sum(parts) + 2 * px(12) + bar + (len(parts) - 1) * 2)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(44))

    def _blocks(self, width: int) -> list[TextBlock]:
        zoom, px = self._theme.zoom, self._theme.px
        inner = width - px(32) - (px(34) if self._icon else 0) - (px(24) if self._corner else 0)
        size = 15.0 if self._weight > 400 else 14.0
        wanted = [
            (self._top, Style(12.0 * zoom, 500, 1.0)),
            (self.text(), Style(size * zoom, self._weight)),
            (self._caption, Style(13.0 * zoom)),
        ]
        return [text_block(text, style, inner) for text, style in wanted if text]

    def _colours(self) -> list[str]:
        tokens = self._theme.tokens
        top = self._theme.axis_colour(self._axis) if self._axis else tokens.muted
        wanted = [(self._top, top), (self.text(), tokens.text), (self._caption, tokens.muted)]
        return [colour for text, colour in wanted if text]

    def paintEvent(self, event: QPaintEvent) -> None:
        px, painter = self._theme.px, QPainter(self)
        box = QRectF(self.rect())
        self._paint_box(painter, box)
        if self._icon:
            side = px(22)
            colour = (
                self._theme.axis_colour(self._axis) if self._axis else self._theme.tokens.accent
            )
            spot = QRectF(box.right() - px(16) - side, px(14), side, side)
            paint_icon(painter, spot, self._icon, colour)
        left, top = px(16) + (px(24) if self._corner else 0), float(px(12))
        for block, colour in zip(self._blocks(self.width()), self._colours(), strict=True):
            block.paint(painter, left, top, colour)
            top += block.height + 2
        if self._progress is not None:
            self._paint_progress(painter, box)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._theme.tokens
        fill = tokens.accent_soft if self.prominent else tokens.surface
        fill_round(painter, box, 12, tokens.hover if self._is_pointed_at() else fill)
        if self.hasFocus():
            stroke_round(painter, box, 12, tokens.focus, tokens.selection_border)
        elif not self.prominent or tokens.strong_borders:
            stroke_round(painter, box, 12, tokens.border)

    def _is_pointed_at(self) -> bool:
        return self.underMouse() or self.isDown()

    def _paint_progress(self, painter: QPainter, box: QRectF) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        track = QRectF(px(16), box.bottom() - px(20), box.width() - px(32), px(8))
        if tokens.strong_borders:
            fill_round(painter, track, px(4), tokens.surface)
            stroke_round(painter, track, px(4), tokens.border)
        else:
            rest = tokens.border if self._is_pointed_at() else tokens.sunken
            fill_round(painter, track, px(4), rest)
        done = track.width() * (self._progress or 0)
        if done > 0:
            bar = QRectF(track.right() - max(done, px(8)), track.top(), max(done, px(8)), px(8))
            fill_round(painter, bar, px(4), self._theme.axis_colour(self._axis))
        spot = QRectF(px(16), px(14), px(24), px(20))
        draw_line(
            painter, spot, self._corner, Style(13 * self._theme.zoom), tokens.muted, left=True
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
