"""What the lists of all pages draw alike: row boxes, focus rings, small chips."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from db.record import record
from desktop.common.fonts import font
from desktop.common.icons import paint_icon
from desktop.common.persian import digits
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
    """Selection fill with a bar at the right edge or a strong line; hover fill; a focus ring."""
    tokens = theme.tokens
    if state.selected:
        fill_round(painter, rect, radius, tokens.sel)
        if tokens.strong_borders:
            stroke_round(painter, rect, radius, tokens.text, tokens.selection_border)
        else:
            bar = QRectF(rect.right() - 4, rect.top() + 8, 4, rect.height() - 16)
            fill_round(painter, bar, 2, tokens.accent)
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


def paint_chips(
    painter: QPainter, theme: Theme, line: QRectF, chips: Sequence[ChipLook], *, selected: bool
) -> None:
    """From the right end of a line; where not all find room there, the last says how many more."""
    right, gap = line.right(), theme.px(6)
    for chip, width in _fitting(theme, chips, line.width(), gap):
        box = QRectF(right - width, line.top(), width, theme.px(22))
        _paint_chip(painter, theme, box, chip, selected=selected)
        right = box.left() - gap


def _fitting(
    theme: Theme, chips: Sequence[ChipLook], room: float, gap: float
) -> list[tuple[ChipLook, float]]:
    """What of the chips is shown, with its width."""
    for count in range(len(chips), 0, -1):
        shown = [*chips[:count]]
        if rest := len(chips) - count:
            more = f"و {digits(rest)} مورد دیگر"
            shown.append(ChipLook(more, theme.tokens.muted, theme.tokens.sunken))
        # Before a chip is left out, those that stay grow shorter still.
        widths = _chip_widths(theme, shown, room, gap, theme.px(120 if rest else 240))
        if sum(widths) + gap * (len(widths) - 1) <= room:
            return list(zip(shown, widths, strict=True))
    return []


def _chip_widths(
    theme: Theme, chips: Iterable[ChipLook], room: float, gap: float, least: int
) -> list[float]:
    """As wide as their texts; where that is too much, long ones give way, but not for ever."""
    metrics = QFontMetricsF(font(12 * theme.zoom, 500))
    widths = [
        metrics.horizontalAdvance(chip.text) + theme.px(36 if chip.icon else 18) + 2
        for chip in chips
    ]
    over = sum(widths) + gap * (len(widths) - 1) - room
    for place in sorted(range(len(widths)), key=lambda place: -widths[place]):
        cut = max(0.0, min(over, widths[place] - least))
        widths[place] -= cut
        over -= cut
    return widths


def _paint_chip(
    painter: QPainter, theme: Theme, box: QRectF, chip: ChipLook, *, selected: bool
) -> None:
    tokens, radius = theme.tokens, box.height() / 2
    if selected and chip.background in (tokens.sunken, tokens.accent_soft):
        # Neither stands out from the ground of a selection.
        stroke_round(painter, box, radius, tokens.border2)
    else:
        fill_round(painter, box, radius, chip.background)
    inner = box.adjusted(theme.px(8), 0, -theme.px(9), 0)
    if chip.icon:
        side = theme.px(14)
        spot = QRectF(inner.right() - side, box.center().y() - side / 2, side, side)
        paint_icon(painter, spot, chip.icon, chip.colour)
        inner.setRight(spot.left() - 4)
    draw_line(painter, inner, chip.text, Style(12 * theme.zoom, 500), chip.colour)
