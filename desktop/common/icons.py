"""Lucide icons in any colour, sharp at every scale, mirrored where the direction matters."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from db.errors import BugError
from db.paths import ICONS

_MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2"}
    | {"quote", "list", "log-out"}
)
_RATIOS = (1.0, 1.25, 1.5, 2.0)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, filled: bool, stroke: float) -> QSvgRenderer:
    try:
        source = (ICONS / f"{name}.svg").read_text("utf-8")
    except OSError as error:
        raise BugError(f"no icon named {name}") from error
    source = source.replace("currentColor", colour)
    source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    if filled:
        source = source.replace('fill="none"', f'fill="{colour}"', 1)
    return QSvgRenderer(QByteArray(source.encode()))


def paint_icon(
    painter: QPainter,
    rect: QRectF,
    name: str,
    colour: str,
    *,
    filled: bool = False,
    stroke: float = 1.75,
) -> None:
    """Draw an icon into `rect`, at the painter's own resolution."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in _MIRRORED:
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
    _renderer(name, colour, filled, stroke).render(painter, rect)
    painter.restore()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float, filled: bool = False) -> QPixmap:
    """A square picture of `size` logical pixels for a screen of this pixel ratio."""
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, QRectF(0, 0, side, side), name, colour, filled=filled)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = 20, *, filled: bool = False) -> QIcon:
    """An icon that holds a picture for each common pixel ratio."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio, filled))
    return made
