"""What the tests of the search page share."""

from pytestqt.qtbot import QtBot

from desktop.common.row_delegate import ROW
from desktop.main_window import MainWindow
from desktop.search.rows import NoteRow, Row, Section


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Ask, and wait for the answer."""
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for(text)


def rows(window: MainWindow) -> list[Row]:
    """Every row of the answer, reached by scrolling or not."""
    model = window.search.list.rows
    model.reach(1_000)
    return [model.index(number).data(ROW) for number in range(model.rowCount())]


def note_rows(window: MainWindow) -> list[NoteRow]:
    return [row for row in rows(window) if isinstance(row, NoteRow)]


def sections(window: MainWindow) -> list[str]:
    return [row.title for row in rows(window) if isinstance(row, Section)]
