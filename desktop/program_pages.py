"""The pages about the program itself, added to the window with their acts."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.common.actions import Act
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.main_window import MainWindow


class ProgramPages(QObject):
    """Its health, and the report of a fault; built when first visited."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.add_page("health", self._health)
        window.add_page("fault-report", self._fault_report)
        add, go = window.actions_.add, window.visit
        health = Act("help.health", "بررسی سلامت", "help", 800, (), "shield-check")
        add(health, partial(go, Place("health")))
        fault = Act("help.fault", "گزارش خطا", "help", 801, (), "triangle-alert")
        add(fault, partial(go, Place("fault-report")))

    def _health(self) -> Page:
        from desktop.health.page import HealthPage

        return HealthPage(self._window.context)

    def _fault_report(self) -> Page:
        from desktop.health.report_page import FaultReportPage

        page = FaultReportPage(self._window.context)
        page.failed.connect(self._window.banner.say)
        return page
