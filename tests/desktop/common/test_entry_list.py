"""The rows of what the reader keeps use the room there is."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry
from desktop.common.text_block import Style, line_width

WHERE, DAY = "محیط‌زیست · جهت‌گیری ۱۵", "۳ آذر ۱۴۰۵"
MARGIN, INSET, APART = 20, 14, 12  # pixels beside a row and, at zoom 100 %, within it


def where(qtbot: QtBot, context: Context, room: int) -> QImage:
    """What a row with so much room for its first line shows of the place it is about."""
    theme = context.theme
    shown = EntryList(theme, "یادداشت‌ها", margin=MARGIN)
    qtbot.addWidget(shown)
    shown.feed([Entry("1", "نوشته", above=WHERE, side=DAY)])
    edge = MARGIN + theme.px(INSET)
    shown.resize(room + 2 * edge + shown.verticalScrollBar().sizeHint().width(), 300)
    shown.show()
    width = line_width(WHERE, Style(13 * theme.zoom))
    picture = shown.viewport().grab().toImage()
    return picture.copy(picture.width() - edge - width, theme.px(10), width, theme.px(24))


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_line_is_whole_that_has_room_beside_what_stands_at_its_far_end(
    qtbot: QtBot, context: Context, zoom: float
) -> None:
    context.theme.set_zoom(zoom)
    style = Style(13 * zoom)
    needed = line_width(WHERE, style) + line_width(DAY, style) + context.theme.px(APART)
    assert where(qtbot, context, needed + 4) == where(qtbot, context, 2 * needed)
