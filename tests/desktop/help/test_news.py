"""The page of news begins with the version that is running."""

from PySide6.QtWidgets import QLabel

from db.version import VERSION
from desktop.common.persian import digits
from desktop.help.news import NEWS
from desktop.help.page import HelpPage
from desktop.main_window import MainWindow
from tests.desktop.pages import shown_page


def test_the_running_version_heads_the_news() -> None:
    assert next(iter(NEWS)) == VERSION
    assert all(NEWS.values())


def test_the_menu_shows_the_news_of_this_version(window: MainWindow) -> None:
    window.actions_["help.news"].trigger()
    page = shown_page(window, HelpPage)
    shown = " ".join(label.text() for label in page.parts["news"].findChildren(QLabel))
    assert digits(VERSION) in shown
    assert NEWS[VERSION][0] in shown
