"""Hits, corrections and doubtful places in both texts of the axis page."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from db.search.models import Span
from desktop.axis.list_view import AxisList
from desktop.axis.model import Row
from desktop.common.place import Hits, Place
from desktop.common.row_delegate import ROW
from desktop.common.source_marks import MarkKind
from desktop.common.widgets.labels import LineLabel
from desktop.main_window import MainWindow

DOUBTFUL, MISPRINTED = "infrastructure-4", "infrastructure-5"


def current(view: AxisList) -> tuple[Row, QRectF]:
    return view.currentIndex().data(ROW), QRectF(view.visualRect(view.currentIndex()))


def has_colour(picture: QImage, colour: str) -> bool:
    spots = ((x, y) for y in range(picture.height()) for x in range(picture.width()))
    return any(picture.pixelColor(*spot).name().upper() == colour.upper() for spot in spots)


def hover(view: AxisList, letter: int) -> str:
    """What hovering over a letter of the chosen row shows."""
    row, outer = current(view)
    painter = view.painter
    block = painter.texts.block(row, painter.text_width(row))
    inside = block.spot(letter + 1) + QPointF(2, 12)
    spot = (painter.text_corner(row, outer) + inside).toPoint()
    where = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, where))
    return QToolTip.text()


def test_a_chip_says_that_the_source_is_shown_and_leads_back(window: MainWindow) -> None:
    window.navigator.go(Place("axis", "economy"))
    chip = window.axis.filters.source
    assert not chip.isVisible()
    window.actions_["view.verbatim"].trigger()
    assert chip.isVisible()
    chip.click()
    assert (window.axis.list.rows.verbatim, chip.isVisible()) == (False, False)


@pytest.mark.parametrize("verbatim", [False, True])
def test_hits_stay_marked_in_both_texts(window: MainWindow, verbatim: bool) -> None:
    start = window.context.reference.item("transport-2").edited.index(" ") + 1
    hits: Hits = {"transport-2": (Span(start, start + 6),)}
    window.navigator.go(Place("axis", "transport", "transport-2", hits))
    window.axis.set_verbatim(verbatim)
    view = window.axis.list
    picture = view.viewport().grab(current(view)[1].toRect()).toImage()
    assert has_colour(picture, window.context.theme.tokens.hit_now)


@pytest.mark.parametrize(
    ("item_id", "kind", "sign"),
    [(DOUBTFUL, MarkKind.DOUBTFUL, "wave"), (MISPRINTED, MarkKind.MISPRINT, "line")],
)
def test_source_marks_bear_signs_of_their_own(
    window: MainWindow, item_id: str, kind: MarkKind, sign: str
) -> None:
    window.open_item(item_id)
    window.axis.set_verbatim(True)
    (mark,) = window.axis.list.rows.source_marks(window.context.reference.item(item_id))
    look = mark.look(window.context.theme.tokens)
    assert mark.kind is kind
    assert [name for name in ("wave", "line", "dots") if getattr(look, name)] == [sign]


@pytest.mark.parametrize("verbatim", [False, True])
def test_hovering_over_a_source_mark_tells_why(window: MainWindow, verbatim: bool) -> None:
    view = window.axis.list
    for item_id in (DOUBTFUL, MISPRINTED, "infrastructure-vision"):
        window.open_item(item_id)
        window.axis.set_verbatim(verbatim)
        mark = view.rows.source_marks(window.context.reference.item(item_id))[0]
        assert mark.reason in hover(view, mark.start)


def test_what_bears_no_mark_tells_nothing(window: MainWindow) -> None:
    window.open_item(DOUBTFUL)
    view = window.axis.list
    row, outer = current(view)
    corner = view.painter.text_corner(row, outer)
    beside = (QPointF(-5, 10), QPointF(2, 10))  # left of the text, and after its last letter
    assert [view.painter.explained_at(row, outer, corner + spot) for spot in beside] == ["", ""]


def test_the_keyboard_shows_why_beside_the_source(window: MainWindow) -> None:
    window.open_item(DOUBTFUL)
    window.axis.set_verbatim(True)
    QTest.keyClick(window.axis.list, Qt.Key.Key_Down)
    reason = window.context.reference.errata(MISPRINTED)[0].reason
    assert reason in QToolTip.text()


def test_a_screen_reader_is_told_of_source_marks(window: MainWindow) -> None:
    window.open_item(DOUBTFUL)
    roles = Qt.ItemDataRole
    index = window.axis.list.currentIndex()
    (place,) = window.context.reference.doubtful(DOUBTFUL)
    assert "۱ جای تردید." in index.data(roles.AccessibleTextRole)
    assert place.question in index.data(roles.AccessibleDescriptionRole)


def test_beside_the_source_the_panel_and_copies_are_named_as_edited(window: MainWindow) -> None:
    window.open_item(MISPRINTED)
    window.actions_["view.verbatim"].trigger()
    assert "متن ویراسته" in window.status.message.plain
    assert [label.isVisible() for label in window.panel.findChildren(LineLabel)
            if label.plain.strip() == "· متن ویراسته"] == [True]  # fmt: skip
    window.panel.copier.copy_with_citation()
    assert window.status.message.plain == "کپی شد: متن ویراسته و ارجاع"


def test_beside_the_edition_a_copy_needs_no_other_name(window: MainWindow) -> None:
    window.open_item(MISPRINTED)
    window.panel.copier.copy_with_citation()
    assert window.status.message.plain == "کپی شد: متن و ارجاع"
