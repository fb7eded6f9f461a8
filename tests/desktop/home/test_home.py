"""Home leads on: to the last place, an axis, a picked direction."""

from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.common.widgets.card_button import CardButton
from desktop.main_window import MainWindow


def shown(window: MainWindow) -> list[CardButton]:
    return [card for card in window.home.findChildren(CardButton) if card.isVisible()]


def card(window: MainWindow, text: str) -> CardButton:
    return next(card for card in shown(window) if card.text() == text)


def test_a_card_opens_its_axis(window: MainWindow) -> None:
    card(window, "محیط‌زیست").click()
    assert window.axis.axis_slug() == "environment"


def test_reading_goes_on_where_it_was_left(window: MainWindow) -> None:
    window.open_item("security-4")
    window.navigator.go(Place("home"))
    card(window, "ادامه‌ی مطالعه").click()
    assert window.axis.current_item() == "security-4"


def test_a_bookmark_appears_among_the_picked(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.toggle_bookmark("culture-1")
    text = window.context.reference.item("culture-1").edited
    # A new card is shown when its layout is next activated.
    qtbot.waitUntil(lambda: any(c.text() == text for c in shown(window)))
    card(window, text).click()
    assert window.axis.current_item() == "culture-1"


def test_progress_is_told_in_words(window: MainWindow) -> None:
    window.context.reader.mark_read(("security-1", "security-2"), True)
    assert "۲ خوانده‌شده" in card(window, "امنیت شهری").accessibleName()


def test_home_needs_no_panel(window: MainWindow) -> None:
    assert not window.panel.isVisible()
