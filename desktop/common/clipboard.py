"""What is copied lies on the clipboard twice: as plain text and as right-to-left HTML."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy(plain: str, html: str) -> None:
    """Word takes the HTML, Notepad the plain text."""
    data = QMimeData()
    data.setText(plain)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
