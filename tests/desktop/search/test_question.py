"""What the program understood: «منظورتان … بود؟», near results, scopes by axis, waiting."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.search.engine import SearchEngine
from db.search.models import NEAR_TITLE
from desktop.app import build_window
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.common.widgets.labels import Keycap, RichLabel
from desktop.main_window import MainWindow
from desktop.search.completions import Completions
from desktop.shell.session import Session
from tests.desktop.search.searching import search, sections
from tests.desktop.typing import type_text

SLIP = "پصماند"


def test_a_slip_is_asked_about(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, SLIP)
    assert window.search.header.question.isVisible()
    assert window.search.header.question.text == "منظورتان «پسماند» بود؟"


def test_how_brackets_were_read_is_told(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "انرژی -(آب یا گاز)")
    assert window.search.header.note == "پرانتزها چنین خوانده شد: انرژی، نه آب، نه گاز."


def test_each_key_stands_by_its_own_answer(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, SLIP)
    question = window.search.header.question
    accepting, insisting = question.findChildren(Keycap)
    spots = [
        QRect(one.mapTo(question, QPoint()), one.size())
        for one in (question.yes, accepting, question.no, insisting)
    ]
    own, others, last = (a.left() - b.right() for a, b in pairwise(spots))
    assert own == last
    assert others >= 2 * own


def test_one_key_accepts(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, SLIP)
    alt = Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(window.search.results_shown):
        QTest.keyClick(window, Qt.Key.Key_Return, alt)
    assert window.search_box.text() == "پسماند"
    assert not window.search.header.question.isVisible()


def test_one_key_insists_on_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, SLIP)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(window.search.results_shown):
        QTest.keyClick(window, Qt.Key.Key_Return, both)
    assert window.search_box.text() == SLIP
    assert window.search.inquiry.is_literal
    assert window.search.offers.suggestion == "پسماند"


def test_the_wrong_keyboard_is_asked_about_too(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "lahv;j aiv,knhk")
    assert window.search.offers.suggestion == "مشارکت شهروندان"


def test_near_results_stand_under_their_own_heading(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماند")
    results = window.search.results
    assert results is not None
    assert {hit.match for hit in results.hits} == {"direct", "near"}
    assert sections(window)[-1] == NEAR_TITLE


def test_a_long_query_does_not_stretch_the_window(qtbot: QtBot, window: MainWindow) -> None:
    width = window.width()
    search(qtbot, window, "پسماند " * 100)
    assert window.search.header.minimumSizeHint().width() < width // 2


def test_what_was_misread_is_said(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "رنگ:آبی زیرساخت")
    assert "رنگ" in window.search.header.note


def shown_window(context: Context) -> Iterator[MainWindow]:
    made = build_window(context)
    made.begin()
    made.show()
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def early_window(qapp: QApplication, context: Context) -> Iterator[MainWindow]:
    """The shown window before its engine stands."""
    yield from shown_window(context)


def test_escape_leaves_a_search_that_the_session_ended_in(
    qapp: QApplication, context: Context, shared_engine: SearchEngine
) -> None:
    first = QWidget()
    Session(context.reader).write({"page": "search", "key": "پسماند", "state": {}}, first)
    for made in shown_window(context):
        assert made.navigator.place == Place("search", "پسماند")
        made.escape()
        assert made.navigator.place == Place("home")
        # The question still waits for it, and the end of the context for the question.
        context.engine.set_result(shared_engine)


def test_the_first_question_waits_for_the_engine(
    qtbot: QtBot, early_window: MainWindow, shared_engine: SearchEngine
) -> None:
    early_window.search_for("پسماند")
    qtbot.waitUntil(early_window.search.header.busy.isVisible)
    with qtbot.waitSignal(early_window.search.results_shown):
        early_window.context.engine.set_result(shared_engine)
    assert not early_window.search.header.busy.isVisible()


def test_nothing_found_offers_what_does_find(qtbot: QtBot, window: MainWindow) -> None:
    offered = window.context.finder.instead_of("پسماند ژژژژ")
    assert offered[0] == "پسماند"
    assert len(offered) == 3


@pytest.mark.parametrize("named", ["محور:حمل و نقل", "محور:(فرهنگ یا حمل و نقل)"])
def test_the_value_of_a_filter_is_not_offered_for_a_word(window: MainWindow, named: str) -> None:
    finder = window.context.finder
    assert finder.instead_of(f"{named} ژژژژ قققق") == finder.instead_of("ژژژژ قققق")


def test_what_is_offered_instead_is_introduced_and_stands_apart(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "ژژژژ قققق")
    empty = window.search.empty
    qtbot.waitUntil(lambda: empty.way_out() is not None)
    QApplication.processEvents()
    *_, advice, lead = (one for one in empty.findChildren(RichLabel) if one.isVisible())
    assert lead.plain == "شاید این‌ها به کار آید:"
    assert lead.geometry().bottom() - advice.geometry().bottom() >= lead.fontMetrics().height() + 12


def completed(qtbot: QtBot, window: MainWindow) -> Completions:
    """The list of completions over a page that asks."""
    window.activateWindow()
    window.search_box.begin()
    with qtbot.waitSignal(window.search.results_shown):
        type_text(window.search_box, "ذباله")
    completions = window.search_box.completions
    qtbot.waitUntil(completions.isVisible)
    return completions


def test_completions_repeat_the_question_that_they_cover(qtbot: QtBot, window: MainWindow) -> None:
    completions = completed(qtbot, window)
    line = completions.asked.line
    assert line.plain == window.search.header.question.text
    assert completions.rect().contains(line.mapTo(completions, line.rect().center()))


def test_its_key_answers_over_open_completions(qtbot: QtBot, window: MainWindow) -> None:
    completed(qtbot, window)
    QTest.keyClick(window.search_box, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.search_box.text() == "زباله"


def test_what_found_something_asks_nothing(qtbot: QtBot, window: MainWindow) -> None:
    completed(qtbot, window)
    search(qtbot, window, "زباله")
    assert window.search_box.completions.asked.isHidden()
