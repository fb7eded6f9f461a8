"""Notes whose words this edition of the document does not have."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from db.paths import user_paths
from db.user.models import Colour, TextSelector
from db.user.opening import open_store
from desktop.app import close_context, open_context
from desktop.common.persian import RLM
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from tests.desktop.notes.shown import titles

LOST = TextSelector(0, 9, "سخنی دیگر", "", "")


def lose(window: MainWindow) -> None:
    """A note whose words this edition of the document does not have."""
    other = open_store(window.context.paths.database, edition="0").store
    other.add_annotation("economy-8", note="پیشین", selector=LOST, colour=Colour.PINK)
    other.close()
    window.context.reader.renew()


def test_notes_that_lost_their_words_are_listed(window: MainWindow, page: NotesPage) -> None:
    assert not page.filters.lost.isVisible()
    lose(window)
    page.refresh()
    assert (page.filters.lost.isVisible(), page.filters.lost.text()) == (True, "جای گم‌شده ۱")
    page.filters.choose_kind("lost")
    assert titles(page.list) == ["پیشین"]


def test_the_card_in_the_panel_says_so(window: MainWindow) -> None:
    window.open_item("economy-8")
    lose(window)
    (card,) = window.panel.notes.cards()
    assert "جای گم‌شده" in [label.text().strip(RLM) for label in card.findChildren(QLabel)]
    assert card.accessibleName().endswith("جای گم‌شده.")


def test_words_that_are_not_there_are_not_coloured(window: MainWindow, page: NotesPage) -> None:
    lose(window)
    assert window.context.reader.highlights("economy-8") == ()
    page.refresh()
    (entry,) = (one for one in page.list.rows.entries() if one.title == "پیشین")
    assert "جای گم‌شده" in [pill.text for pill in entry.pills]


def test_a_note_of_another_edition_is_taken_along_at_the_start(
    qapp: QApplication, data: None, tmp_path: Path
) -> None:
    paths = user_paths(tmp_path / "earlier")
    earlier = open_store(paths.database, edition="0").store
    earlier.add_annotation("economy-8", selector=LOST, colour=Colour.PINK)
    earlier.close()
    context = open_context(paths)
    assert "عبارت ۱ یادداشت پیدا نشد" in " ".join(context.notices)
    close_context(context)
