"""What stands beside text grows with it."""

from math import ceil

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyle, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.toggles import CheckBox, RadioButton
from desktop.main_window import MainWindow

LONG = "بر پایه‌ی روز ثبت"
METRICS = QStyle.PixelMetric


def side(widget: QWidget, metric: QStyle.PixelMetric) -> int:
    return widget.style().pixelMetric(metric, None, widget)


@pytest.mark.parametrize(
    ("kind", "metric"),
    [
        (RadioButton, METRICS.PM_ExclusiveIndicatorWidth),
        (CheckBox, METRICS.PM_IndicatorWidth),
    ],
)
@pytest.mark.parametrize("page_first", [True, False])
def test_marks_grow_with_their_text(
    window: MainWindow,
    kind: type[RadioButton | CheckBox],
    metric: QStyle.PixelMetric,
    page_first: bool,
) -> None:
    if not page_first:
        window.context.theme.set_zoom(2.0)
    window.actions_["tools.settings"].trigger()
    page = window.navigator.page
    assert page is not None
    mark = next(iter(page.findChildren(kind)))
    window.context.theme.set_zoom(2.0)
    assert side(mark, metric) == 28 + 2 * 1  # with its line


def test_a_choice_is_not_cut(qtbot: QtBot, window: MainWindow) -> None:
    for zoom in (1.0, 2.0):
        window.context.theme.set_zoom(zoom)
        box = ChoiceBox("گروه‌بندی", [(LONG, 1), ("بر پایه‌ی بند", 2)])
        box.setParent(window)
        box.show()
        box.resize(box.sizeHint())
        room = box.width() - box.fontMetrics().horizontalAdvance(LONG)
        assert room >= 16 * zoom + 16  # the arrow, and the edges of the text


@pytest.mark.parametrize("size", [(1366, 768), (911, 480)])
def test_the_reader_shows_whole_lines(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.open_item("economy-8")
    window.panel_place.enter()
    reader = window.panel.reader
    for zoom in (1.0, 1.5, 2.0):
        window.context.theme.set_zoom(zoom)
        QApplication.processEvents()
        layout = reader.document().firstBlock().layout()
        shown = reader.viewport().height()
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        cut = [line for line in lines if line.y() + 2 < shown < line.y() + line.height() - 2]
        assert (zoom, cut) == (zoom, [])
        assert ceil(QFontMetricsF(reader.font()).height()) * 2 <= shown
