"""Emptying a layout that is filled anew, laying out once, and scrolling what may not fit."""

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from desktop.common.widgets.scroll_edge import ScrollEdge
from desktop.common.widgets.steady_bar import keep_steady


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """Its widgets and inner layouts in their order, without asking for its entries.

    PySide goes on knowing an entry that was asked for after Qt has destroyed it, and takes for it
    what comes to lie at its place in memory: some minutes later the program falls.
    """
    owner = layout.parentWidget()
    around = (*(owner.children() if owner is not None else ()), *layout.children())
    places = {layout.indexOf(one): one for one in around if isinstance(one, QWidget | QLayout)}
    return [places[place] for place in sorted(places) if place >= 0]


def widgets_in(layout: QLayout) -> list[QWidget]:
    """Its own widgets in their order."""
    return [one for one in parts_of(layout) if isinstance(one, QWidget)]


def clear(layout: QLayout, keep: int = 0) -> None:
    """Take everything out after the first `keep` entries; widgets vanish at once."""
    for widget in widgets_in(layout):
        if layout.indexOf(widget) >= keep:
            layout.removeWidget(widget)
            discard(widget)
    while (entry := layout.takeAt(keep)) is not None:
        shiboken6.delete(entry)  # nobody owns what was taken out


def discard(widget: QWidget) -> None:
    """Take a widget out of sight at once; it goes when nothing is at work in it."""
    widget.hide()
    widget.deleteLater()


@contextmanager
def laid_out_once(*parts: QWidget) -> Iterator[None]:
    """Lay parts out when all in them has changed; the outermost comes first.

    Qt lays out everything above a widget at each that it shows, and what follows from a layout
    only after the next paint, which then is the first of two.
    """
    layouts = [layout for part in parts if (layout := part.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for part in reversed(parts):
            part.updateGeometry()
        for layout in layouts:
            layout.activate()


def scrolling(body: QWidget, name: str = "panel", *, edge: bool = True) -> QScrollArea:
    """A scroll area without a frame; `name` ("panel" or "page") picks the background.

    What stands directly below a bar needs no `edge` of its own.
    At the left its bar's room belongs to the margin: see `SCROLL_BAR`.
    """
    area = QScrollArea()
    area.setObjectName(f"{name}Scroll")
    body.setObjectName(f"{name}Body")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    keep_steady(area)
    if edge:
        ScrollEdge(area)
    area.setWidget(body)
    return area


def make_stop(area: QScrollArea, name: str) -> None:
    """Let the keyboard scroll an area that holds nothing to press, and show that it is there."""
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setProperty("stop", True)
    area.setAccessibleName(name)
