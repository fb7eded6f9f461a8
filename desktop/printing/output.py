"""Sends pages to a printer or into a PDF file, by one path."""

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from db.errors import KnownError
from desktop.common.persian import digits
from desktop.printing.paper import UNITS_PER_INCH, Paper

_PDF_RESOLUTION = 1200
_LONGEST_NAME = 100  # half of what Linux takes in Persian letters
_IN_NO_NAME = re.compile(r'[\\/:*?"<>|\s]+')  # on Windows


def file_name(title: str) -> str:
    """A title as the name of a file, without what some system does not take in one."""
    return _IN_NO_NAME.sub(" ", title)[:_LONGEST_NAME].strip(" .")


def page_layout() -> QPageLayout:
    """A4 upright; the pages bring their own margins."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
    )


def paint_pages(
    device: QPagedPaintDevice, resolution: int, paper: Paper, first: int, last: int
) -> None:
    """Paint pages `first` to `last`, counted from 1."""
    painter = QPainter()
    if not painter.begin(device):
        raise KnownError("چاپگر یا پرونده‌ی مقصد باز نشد. آن را بررسی و دوباره تلاش کنید.")
    scale = resolution / UNITS_PER_INCH
    painter.scale(scale, scale)
    for number in range(first, last + 1):
        if number > first:
            device.newPage()
        paper.paint(painter, number)
    painter.end()


def write_pdf(paper: Paper, path: Path) -> None:
    """A whole PDF file or none: KnownError when the place cannot be written."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise KnownError(
            f"پرونده‌ی «{path.name}» نوشته نشد. اگر در برنامه‌ی دیگری باز است، "
            "آن را ببندید و دوباره تلاش کنید."
        )
    writer = QPdfWriter(file)
    writer.setResolution(_PDF_RESOLUTION)
    writer.setPageLayout(page_layout())
    writer.setTitle(paper.job.title)
    writer.setCreator("چشم‌انداز تهران ۱۴۰۴")
    paint_pages(writer, _PDF_RESOLUTION, paper, 1, paper.page_count)
    if not file.commit():
        raise KnownError(f"پرونده‌ی «{path.name}» کامل نوشته نشد. جای خالی دیسک را بررسی کنید.")


def send_to_printer(paper: Paper, printer: QPrinter) -> None:
    """The pages the reader asked for in the system's dialog, all when they named none."""
    first = max(1, printer.fromPage())
    last = min(printer.toPage() or paper.page_count, paper.page_count)
    if first > paper.page_count:
        raise KnownError(f"این سند {digits(paper.page_count)} صفحه دارد.")
    paint_pages(printer, printer.resolution(), paper, first, last)
