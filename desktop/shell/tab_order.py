"""Where Tab goes: from part to part as they are read, whenever they were built."""

from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QSplitter, QWidget

from desktop.common.page import Page
from desktop.common.widgets.layouts import parts_of

_ROOM = 12  # pixels that stay between a stop and the edge of what scrolls


def step_focus(parts: Iterable[QWidget], *, forwards: bool) -> bool:
    """Move the keyboard to the next or previous stop of the parts; False where none has it."""
    stops = list(dict.fromkeys(stop for part in parts for stop in _stops(part)))
    at = [place for place, stop in enumerate(stops) if stop.hasFocus()]
    if not at:
        return False
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    stop = stops[(at[0] + (1 if forwards else -1)) % len(stops)]
    stop.setFocus(reason)
    _bring_into_sight(stop)
    return True


def _bring_into_sight(stop: QWidget) -> None:
    """Scroll to what has the keyboard now; Qt itself would show no more of an editor than its
    caret."""
    above = stop.parentWidget()
    while above is not None:
        body = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and body is not None:
            middle = stop.mapTo(body, stop.rect().center())
            around = min(stop.height() // 2 + _ROOM, above.viewport().height() // 2)
            above.ensureVisible(middle.x(), middle.y(), 0, around)
        above = above.parentWidget()


def enter(page: QWidget, entrance: QWidget | None) -> None:
    """Put the keyboard on a page's entrance; where that cannot take it, on what comes first; where
    nothing can, on what says so."""
    inside = list(_stops(page))
    told = (one for one in page.findChildren(QWidget, "emptyState") if one.isVisible())
    # Nothing is visible before the window is; it will then have the keyboard where it is put now.
    ready = entrance is not None and entrance.isVisibleTo(page) and not page.isVisible()
    target = (
        entrance if entrance and (ready or entrance in inside) else next(chain(inside, told), page)
    )
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    _bring_into_sight(target)


def is_done(page: Page | None) -> bool:
    """Whether the keyboard is in a page, and nothing is being written there."""
    focus = page.window().focusWidget() if page is not None else None
    if page is None or focus is None or not page.isAncestorOf(focus):
        return focus is None or focus is page
    writing = focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    return not writing or focus is page.entrance()


def _stops(part: QWidget) -> Iterator[QWidget]:
    for one in (part, *_inside(part)):
        if _is_reached(one) and one.isVisible() and one.isEnabled() and one.focusProxy() is None:
            yield one


def _is_reached(one: QWidget) -> bool:
    """The chosen one stands for its group: Qt lets the one do so that had the keyboard last."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    if one.hasFocus() or (chosen is not None and chosen.isVisible()):
        return one.hasFocus() or one is chosen
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _inside(part: QWidget) -> Iterator[QWidget]:
    """Everything in a part, as its layout has it: showing a child may move it among the others."""
    layout = part.layout()
    laid_out = _in_layout(layout) if layout is not None else ()
    if isinstance(part, QSplitter):
        laid_out = filter(None, (part.widget(place) for place in range(part.count())))
    children = (one for one in part.children() if isinstance(one, QWidget))
    for one in dict.fromkeys((*laid_out, *children)):
        yield one
        yield from _inside(one)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for part in parts_of(layout):
        if isinstance(part, QLayout):
            yield from _in_layout(part)
        else:
            yield part
