"""The title says where the reader is, whatever the window has no room for."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.common.place import Place
from desktop.main_window import MainWindow


def titles(window: MainWindow, pages: Iterable[str]) -> dict[str, str]:
    """What the title says on each of some pages."""
    found = {}
    for page in pages:
        window.navigator.go(Place(page))
        found[page] = window.windowTitle()
    return found


def test_the_title_is_the_way_to_the_item(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    assert window.windowTitle() == "زیرساخت‌های شهری › جهت‌گیری ۲"


def test_the_title_follows_the_arrows(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    QTest.keyClick(window.axis.list, Qt.Key.Key_Down)
    assert window.windowTitle() == "زیرساخت‌های شهری › جهت‌گیری ۳"


def test_a_page_about_no_item_bears_the_programs_name(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    window.navigator.go(Place("home"))
    assert window.windowTitle() == "چشم‌انداز تهران ۱۴۰۴"


def test_a_page_of_the_readers_own_bears_its_name(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    window.panel.toggle_bookmark()
    window.context.reader.add_note("infrastructure-2", "یادداشت")
    names = {
        "tags": "برچسب‌ها",
        "meetings": "جلسه‌ها",
        "notes": "یادداشت‌های من",
        "bookmarks": "نشان‌شده‌ها",
    }
    assert titles(window, names) == names


def test_a_page_of_the_program_bears_its_name(window: MainWindow) -> None:
    names = {
        "themes": "موضوع‌ها",
        "compare": "مقایسه",
        "source": "سند و منبع",
        "settings": "تنظیمات",
        "help": "راهنما",
        "trash": "حذف‌شده‌ها",
        "backups": "پشتیبان‌ها",
        "health": "بررسی سلامت",
    }
    assert titles(window, names) == names
