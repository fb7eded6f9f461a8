"""Nothing that can be operated is without a name, and everything is right to left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.direction.panel_head import PanelHead
from desktop.main_window import MainWindow
from desktop.meeting.page import MeetingPage
from tests.desktop.pages import shown_page

INTERACTIVE = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)
PLACES = (Place("home"), Place("axis", "transport", "transport-1"), Place("search", "شهر"))


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def unnamed(window: QWidget) -> list[str]:
    widgets = [w for w in window.findChildren(QWidget) if w.isVisibleTo(window)]
    focusable = [w for w in widgets if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    wanted = {w for w in [*focusable, *widgets] if isinstance(w, INTERACTIVE) or w in focusable}
    return [f"{type(w).__name__} {w.objectName()}" for w in wanted if not name_of(w)]


def test_every_interactive_widget_has_a_name(window: MainWindow) -> None:
    for place in PLACES:
        window.navigator.go(place)
        assert (place, unnamed(window)) == (place, [])


def test_every_panel_tab_is_named(window: MainWindow) -> None:
    window.open_item("economy-8")
    for tab in window.panel.tab_names():
        window.panel.show_tab(tab)
        assert unnamed(window) == []


def test_rows_speak_their_number_and_marks(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    window.panel.toggle_bookmark()
    index = window.axis.list.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("جهت‌گیری ۲ از ۱۶: ")
    assert "نشان‌شده." in spoken


def test_tab_moves_the_focus_out_of_the_text(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("economy-1")
    window.panel_place.enter()
    QTest.keyClick(window.panel.reader, Qt.Key.Key_Tab)
    assert not window.panel.reader.hasFocus()


def test_of_what_one_is_chosen_each_is_told_as_a_choice(window: MainWindow) -> None:
    window.open_item("economy-1")
    for tab in window.panel.tab_names():
        window.panel.show_tab(tab)
    groups = [group for group in window.findChildren(QButtonGroup) if group.exclusive()]
    buttons = [button for group in groups for button in group.buttons()]
    roles = {QAccessible.queryAccessibleInterface(button).role() for button in buttons}
    assert roles == {QAccessible.Role.RadioButton}


def test_a_way_to_an_axis_names_the_axis(window: MainWindow) -> None:
    window.open_item("economy-1")
    head = window.panel.findChild(PanelHead)
    assert head is not None
    assert name_of(head.axis_link) == "رفتن به محور اقتصاد شهری"


def test_enter_presses_the_button_it_is_on(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("meetings"))
    page = shown_page(window, MeetingPage)
    button = page.start_button
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
