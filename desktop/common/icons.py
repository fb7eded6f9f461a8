"""Lucide icons in any colour, sharp at every scale, mirrored where the direction matters."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from db.errors import BugError
from db.paths import ICONS

_MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2"}
    | {"quote", "list", "log-out"}
)
_STROKE, _THIN = 1.75, 1.4
_PALER = 0.4
_PICTURES_KEPT, _ICONS_KEPT = 192, 96  # every page in one look asks for 118 and 54 of them
_SOURCES_KEPT = 8  # of 50 kB each; one that a picture was made of is soon asked for in another size
_LARGE = 36  # pixels from which a line of the usual width looks coarse
_DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" stroke-linecap="round"'
    ' stroke-linejoin="round"'
)


@lru_cache(maxsize=1)
def _shapes() -> dict[str, str]:
    """What each icon consists of, by name; one file, for each takes a start time to unpack."""
    symbols = (ICONS / "lucide.svg").read_text("utf-8").split('<symbol id="')[1:]
    parted = (symbol.partition('"') for symbol in symbols)
    return {name: rest.partition(">")[2].partition("</symbol>")[0] for name, _, rest in parted}


@lru_cache(maxsize=_SOURCES_KEPT)
def _renderer(name: str, colour: str, filled: bool, stroke: float) -> QSvgRenderer:
    shapes = _shapes().get(name)
    if shapes is None:
        raise BugError(f"no icon named {name}")
    fill = colour if filled else "none"
    shapes = shapes.replace("currentColor", colour)
    source = f'{_DRAWN} stroke-width="{stroke}" stroke="{colour}" fill="{fill}">{shapes}</svg>'
    return QSvgRenderer(QByteArray(source.encode()))


def paint_icon(
    painter: QPainter,
    rect: QRectF,
    name: str,
    colour: str,
    *,
    filled: bool = False,
) -> None:
    """Draw a square icon into `rect`, sharp at the painter's own resolution."""
    ratio = painter.device().devicePixelRatioF()
    picture = pixmap(name, colour, max(1, round(rect.width())), ratio, filled)
    spot = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
    painter.drawPixmap(spot, picture)


@lru_cache(maxsize=_PICTURES_KEPT)
def pixmap(name: str, colour: str, size: int, ratio: float, filled: bool = False) -> QPixmap:
    """A square picture of `size` logical pixels for a screen of this pixel ratio."""
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in _MIRRORED:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    stroke = _THIN if size >= _LARGE else _STROKE
    _renderer(name, colour, filled, stroke).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size: int = 20, *, filled: bool = False) -> QIcon:
    """An icon that holds a picture for the pixel ratio of every screen there is."""
    ratios = frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return _icon(name, colour, size, filled, ratios)


@lru_cache(maxsize=_ICONS_KEPT)
def _icon(name: str, colour: str, size: int, filled: bool, ratios: frozenset[float]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        picture = pixmap(name, colour, size, ratio, filled)
        made.addPixmap(picture)
        made.addPixmap(_paler(picture), QIcon.Mode.Disabled)
    return made


def _paler(picture: QPixmap) -> QPixmap:
    """What cannot be done: Qt's own grey is no paler than the icons of the dark theme."""
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setOpacity(_PALER)
        painter.drawPixmap(0, 0, picture)
    return made
