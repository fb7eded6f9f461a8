"""What the lists of all pages draw alike: row boxes, focus rings, small chips."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from db.record import record
from desktop.common.fonts import font
from desktop.common.icons import paint_icon
from desktop.common.text_block import Style, draw_line
from desktop.common.theme import Theme


@record
class RowState:
    """How a row stands just now."""

    selected: bool
    hovered: bool
    focused: bool

    @classmethod
    def of(cls, option: QStyleOptionViewItem) -> "RowState":
        state: QStyle.StateFlag = option.state
        flag = QStyle.StateFlag
        return cls(
            selected=bool(state & flag.State_Selected),
            hovered=bool(state & flag.State_MouseOver),
            focused=bool(state & flag.State_HasFocus),
        )


def fill_round(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


def stroke_round(
    painter: QPainter, rect: QRectF, radius: float, colour: str, width: float = 1
) -> None:
    """A line inside the edge, filled as a ring: Qt takes ten times as long to stroke it."""
    ring, half = QPainterPath(), width / 2
    ring.addRoundedRect(rect, radius + half, radius + half)
    inner = rect.adjusted(width, width, -width, -width)
    ring.addRoundedRect(inner, radius - half, radius - half)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(ring, QColor(colour))


def paint_row_box(
    painter: QPainter, rect: QRectF, theme: Theme, state: RowState, radius: float = 10
) -> None:
    """Selection fill with a bar at the right edge, which a focus ring replaces; hover fill."""
    tokens = theme.tokens
    if state.selected:
        fill_round(painter, rect, radius, tokens.sel)
        if not state.focused:
            bar = QRectF(rect.right() - 4, rect.top() + 8, 4, rect.height() - 16)
            fill_round(painter, bar, 2, tokens.accent)
        if tokens.strong_borders:
            stroke_round(painter, rect, radius, tokens.text, tokens.selection_border)
    elif state.hovered:
        fill_round(painter, rect, radius, tokens.hover)
    if state.focused:
        stroke_round(painter, rect, radius, tokens.focus, tokens.selection_border)


@record
class ChipLook:
    """A small label in a row."""

    text: str
    colour: str
    background: str
    icon: str = ""


def chip_width(theme: Theme, chip: ChipLook) -> float:
    """Width a chip needs, limited so that a long tag cannot push the others away."""
    metrics = QFontMetricsF(font(12 * theme.zoom, 500))
    picture = theme.px(18) if chip.icon else 0
    return min(metrics.horizontalAdvance(chip.text) + theme.px(18) + picture + 2, theme.px(240))


def paint_chip(painter: QPainter, theme: Theme, right: float, top: float, chip: ChipLook) -> float:
    """Draw a chip that ends at `right`; returns its left edge."""
    width, height = chip_width(theme, chip), theme.px(22)
    rect = QRectF(right - width, top, width, height)
    fill_round(painter, rect, height / 2, chip.background)
    inner = rect.adjusted(theme.px(8), 0, -theme.px(9), 0)
    if chip.icon:
        side = theme.px(14)
        spot = QRectF(inner.right() - side, rect.center().y() - side / 2, side, side)
        paint_icon(painter, spot, chip.icon, chip.colour)
        inner.setRight(spot.left() - 4)
    draw_line(painter, inner, chip.text, Style(12 * theme.zoom, 500), chip.colour)
    return rect.left()
