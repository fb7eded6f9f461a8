"""A scroll bar that always has its room: nothing beside it moves when it comes or goes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

SCROLL_BAR = 12  # pixels the style sheet gives a bar


def keep_steady(area: QAbstractScrollArea) -> None:
    """Leave the bar's room free where all is in sight; a handle shows where there is more.

    The bar stays Qt's own: a list reads on when that one comes to its end.
    """
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(partial(_follow, bar))
    _follow(bar, bar.minimum(), bar.maximum())
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


def _follow(bar: QScrollBar, least: int, most: int) -> None:
    """The style sheet paints no handle while the bar is disabled."""
    bar.setEnabled(most > least)
