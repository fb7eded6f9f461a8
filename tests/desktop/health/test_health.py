"""Health and fault report in the window: reached from the menu, shown, copied, saved."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.health.page import HealthPage
from desktop.health.report_page import FaultReportPage
from desktop.main_window import MainWindow
from tests.desktop.pages import shown_page
from tests.desktop.test_accessibility import unnamed


@pytest.fixture
def health(qtbot: QtBot, window: MainWindow) -> HealthPage:
    window.actions_["help.health"].trigger()
    page = shown_page(window, HealthPage)
    qtbot.waitUntil(lambda: bool(page.findings))
    return page


@pytest.fixture
def report(qtbot: QtBot, window: MainWindow) -> FaultReportPage:
    window.context.paths.log.write_text("line of the log\n", "utf-8")
    window.actions_["help.fault"].trigger()
    page = shown_page(window, FaultReportPage)
    qtbot.waitUntil(lambda: bool(page.pieces))
    return page


def test_every_finding_is_a_row(health: HealthPage) -> None:
    rows = health.list.rows.entries()
    assert [row.title for row in rows] == [one.name for one in health.findings]
    left = [row for row in rows if row.side != "درست"]
    assert [row.title for row in left] == ["پرونده‌ها", "شبکه"]
    assert {(row.side, row.tone) for row in left} == {("بررسی نشد", "muted")}


def test_the_table_is_copied(health: HealthPage) -> None:
    health.copy_button.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith("✓ نسخه‌ها: برنامه ۰")
    assert copied.endswith("همه‌ی آزمون‌های انجام‌شده درست است؛ ۲ آزمون انجام نشد.")


def test_the_check_can_be_repeated(qtbot: QtBot, health: HealthPage) -> None:
    with qtbot.waitSignal(health.examined):
        health.again_button.click()


def test_the_report_is_one_step_from_the_table(window: MainWindow, health: HealthPage) -> None:
    health.report_button.click()
    assert window.navigator.place == Place("fault-report")


def test_everything_that_will_be_saved_can_be_read_first(report: FaultReportPage) -> None:
    shown = []
    for name in report.pieces:
        report.list.choose(name)
        shown.append(report.text.toPlainText())
    assert shown == [piece.text for piece in report.pieces.values()]
    assert "line of the log\n" in shown


def test_no_note_is_in_the_report(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.add_note("economy-8", "رازی که از آن من است")
    page = window.navigator.page_named("fault-report")
    assert isinstance(page, FaultReportPage)
    with qtbot.waitSignal(page.gathered):
        window.navigator.go(Place("fault-report"))
    assert "رازی" not in "".join(piece.text for piece in page.pieces.values())


def test_the_report_is_saved(qtbot: QtBot, report: FaultReportPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(report.said):
        report.write_to(tmp_path / "report.zip")
    assert len(zipfile.ZipFile(tmp_path / "report.zip").namelist()) == len(report.pieces)


def test_a_failure_is_said(qtbot: QtBot, report: FaultReportPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(report.failed):
        report.write_to(tmp_path / "nowhere" / "report.zip")


@pytest.mark.parametrize("page", ["health", "fault-report"])
def test_everything_has_a_name(window: MainWindow, page: str) -> None:
    window.navigator.go(Place(page))
    assert unnamed(window) == []
