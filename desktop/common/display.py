"""Starts Qt, which would abort in English where no display answers."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

NO_DISPLAY = (
    "پنجره باز نشد، چون صفحه‌نمایشی در دسترس نیست. برنامه را در محیط گرافیکی اجرا کنید؛ "
    "فرمان‌ها پنجره نمی‌خواهند و با ‎--help‎ دیده می‌شوند."
)


def start_qt(arguments: list[str]) -> QApplication:
    """The application object; exit code 2 after a sentence where no window can be shown."""
    qInstallMessageHandler(_end_without_display)
    try:
        return QApplication(arguments)
    finally:
        qInstallMessageHandler(None)


def _end_without_display(kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
    """What Qt says of its plug-ins stays; only the last word is ours."""
    fatal = kind is QtMsgType.QtFatalMsg
    if sys.stderr is not None:
        sys.stderr.write(f"{NO_DISPLAY if fatal else message}\n")
        sys.stderr.flush()
    if fatal:
        os._exit(2)
