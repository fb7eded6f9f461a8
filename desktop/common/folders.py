"""Showing a folder in the system's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.common.persian import ltr


def open_folder(folder: Path) -> str:
    """Show it; the sentence for the reader where the system has nothing to show it with, or ""."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return ""
    return f"این رایانه برنامه‌ای برای باز کردن پوشه ندارد. نشانی پوشه: {ltr(str(folder))}"
