"""Every number above the results counts what is shown under it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.common.persian import digits
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.column import LEAST_SIDE
from desktop.main_window import MainWindow
from desktop.search.rows import ALL, HitRow, NoteRow
from tests.desktop.search.searching import rows, search


def shown(window: MainWindow) -> tuple[int, int]:
    """How many rows answer, and how many only come near."""
    found = [row for row in rows(window) if isinstance(row, HitRow | NoteRow)]
    near = [row for row in found if isinstance(row, HitRow) and row.hit.match == "near"]
    return len(found) - len(near), len(near)


def pressed(window: MainWindow, chip: Chip) -> int:
    """What a chip counts; its rows are shown."""
    chip.click()
    return int(chip.text().split()[-1])


def test_a_chip_counts_the_results_it_leads_to(qtbot: QtBot, window: MainWindow) -> None:
    window.context.engine.result(20)
    with qtbot.waitSignal(window.context.finder.followed):
        window.context.reader.add_note("culture-3", "پسماند شهر و زیرساخت فناوری")
    window.open_item("economy-2")
    for query in ("زیرساخت فناوری", "پسماند", "شهر"):
        search(qtbot, window, query)
        shown_chips = window.search.header.chips.findChildren(Chip)
        chips = [chip for chip in shown_chips if chip.isVisible()]
        assert len(chips) > 2
        wrong = [chip.text() for chip in chips if pressed(window, chip) != shown(window)[0]]
        assert (query, wrong) == (query, [])


def test_the_title_tells_near_results_apart_as_the_chips_do(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "زیرساخت فناوری")
    direct, near = map(digits, shown(window))
    assert window.search.header.title.startswith(f"{direct} نتیجه و {near} نتیجه‌ی نزدیک")
    window.search.show_scope(ALL)
    assert window.search.header.first_chip().accessibleName() == f"دامنه: همه، {direct} نتیجه"


def test_where_all_only_comes_near_the_chips_count_that(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "مدرسه بیمارستان کتابخانه استخر")
    direct, near = shown(window)
    assert (direct, near > 0) == (0, True)
    assert window.search.header.title.startswith(f"{digits(near)} نتیجه‌ی نزدیک")


def text_edge(picture: QImage, card: QRect, gap: int) -> int:
    """The pixel at which the text of a card begins, left of a column that is free."""
    ground = picture.pixel(gap, card.center().y())
    lines = range(card.top() + 8, card.bottom() - 8)
    return next(
        x for x in range(gap, card.left(), -1) if any(picture.pixel(x, y) != ground for y in lines)
    )


def test_texts_of_results_begin_at_one_edge(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "زیرساخت فناوری")
    shown_list, model = window.search.list, window.search.list.rows
    picture = shown_list.viewport().grab().toImage()
    cards = [shown_list.visualRect(model.index(row)) for row in model.hit_rows()]
    whole = [card for card in cards if card.isValid() and card.bottom() < picture.height()]
    gap = min(picture.width(), shown_list.viewport().width()) - LEAST_SIDE - 88
    edges = [text_edge(picture, card, gap) for card in whole]
    assert len(edges) > 3
    assert max(edges) - min(edges) <= 2
