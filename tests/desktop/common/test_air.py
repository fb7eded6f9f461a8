"""Rows keep off what stands around the list, and a line tells that it goes on above."""

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QListView

from desktop.common.headed_list import AIR
from desktop.common.place import Place
from desktop.main_window import MainWindow


def edge(shown: QListView) -> QFrame:
    found = shown.findChild(QFrame, "scrollEdge")
    assert isinstance(found, QFrame)
    return found


@pytest.mark.parametrize("item", ["economy-8", "economy-11"])
def test_below_a_row_that_is_gone_to_there_is_air(window: MainWindow, item: str) -> None:
    window.resize(1366, 768)
    window.open_item(item)
    QApplication.processEvents()
    shown = window.axis.list
    row = shown.visualRect(shown.currentIndex())
    assert shown.viewport().height() - (row.bottom() + 1) >= AIR


def test_above_a_row_that_is_gone_back_to_there_is_air(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.open_item("economy-11")
    window.open_item("economy-5")
    shown = window.axis.list
    assert shown.visualRect(shown.currentIndex()).top() >= AIR


def test_the_air_below_the_last_row_stays_when_rows_are_laid_out_anew(window: MainWindow) -> None:
    window.open_item("economy-11")
    shown = window.axis.list
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    shown.updateGeometries()
    assert bar.value() == before == bar.maximum()


def test_a_line_stands_above_rows_only_while_they_go_on_there(window: MainWindow) -> None:
    window.navigator.go(Place("themes"))
    shown = window.navigator.page_named("themes").index.list  # type: ignore[attr-defined]
    assert not edge(shown).isVisible()
    shown.verticalScrollBar().setValue(40)
    assert edge(shown).isVisible()
    assert edge(shown).height() <= shown.viewport().y()
    shown.scrollToTop()
    assert not edge(shown).isVisible()
