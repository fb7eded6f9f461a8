"""Printing: what goes on paper, its pages, and that every word can be found in the PDF."""

import re
import unicodedata
from collections import Counter
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.document_pages import DocumentPages
from desktop.main_window import MainWindow
from desktop.printing.content import PieceKind, axis_job, items_job, results_job
from desktop.printing.dialog import PrintDialog
from desktop.printing.output import write_pdf
from desktop.printing.pagination import Unit, pages_of
from desktop.printing.paper import PAGE, Paper


@pytest.fixture
def pages(window: MainWindow) -> DocumentPages:
    found = window.findChild(DocumentPages)
    assert found is not None
    return found


def paper_of(context: Context, slug: str = "infrastructure") -> Paper:
    return Paper(axis_job(context, slug), "عنوان سند", "ویراست ۱٫۰٫۰")


def words(text: str) -> Counter[str]:
    """Words without half-spaces, which a PDF does not keep; bidi marks stand beside spaces."""
    plain = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", text.replace("\u200c", ""))
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", plain)))


def text_of(path: Path) -> str:
    """What a reader program finds in a PDF, all pages."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("slug", ["economy", "infrastructure", "environment"])
def test_every_word_can_be_found_in_the_pdf(context: Context, tmp_path: Path, slug: str) -> None:
    path = tmp_path / "axis.pdf"
    write_pdf(paper_of(context, slug), path)
    printed = words(text_of(path))
    wanted = sum((words(item.edited) for item in context.reference.items_of_axis(slug)), Counter())
    assert wanted - printed == Counter()


def test_header_edition_and_persian_page_numbers(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "axis.pdf"
    write_pdf(paper_of(context), path)
    printed = words(text_of(path))
    assert printed["ویراست"] == printed["صفحهی"] == 2
    assert printed["۲"] >= 2


def test_no_page_ends_under_a_heading() -> None:
    units = [Unit(0, 60), Unit(60, 80, leads=True), Unit(80, 130)]
    assert pages_of(units, 100) == [(0, 60), (60, 130)]


def test_nothing_is_lost_between_pages() -> None:
    units = [Unit(10 * n, 10 * n + 9) for n in range(50)]
    pages = pages_of(units, 100)
    assert all(bottom - top <= 100 for top, bottom in pages)
    assert sum((bottom - top + 1) / 10 for top, bottom in pages) == 50


def test_an_axis_is_printed_in_the_order_of_its_page(context: Context) -> None:
    texts = [piece.text for piece in axis_job(context, "economy").pieces]
    items = [item.edited for item in context.reference.items_of_axis("economy")]
    assert [text for text in texts if text in items] == items


def test_notes_come_only_when_wanted(context: Context) -> None:
    context.reader.add_note("economy-2", "در جلسه بیاید")
    kinds = [piece.kind for piece in axis_job(context, "economy").pieces]
    noted = [piece.kind for piece in axis_job(context, "economy", notes=True).pieces]
    assert PieceKind.NOTE not in kinds
    assert noted.count(PieceKind.NOTE) == 1


def test_chosen_items_stand_under_their_axes(context: Context) -> None:
    items = map(context.reference.item, ("economy-1", "security-1"))
    job = items_job(context, "نتیجه", "نتیجه", items)
    sections = [piece.text for piece in job.pieces if piece.kind is PieceKind.SECTION]
    assert sections == ["محور اقتصاد شهری", "محور امنیت شهری"]


def test_a_very_long_note_runs_over_pages(context: Context) -> None:
    context.reader.add_note("economy-2", "بسیار " * 4_000)
    paper = Paper(axis_job(context, "economy", notes=True), "", "")
    assert paper.page_count > 4


def test_the_key_opens_the_preview(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(PrintDialog, "exec", lambda self: shown.append(self.paper.job.title))
    window.navigator.go(Place("axis", "culture"))
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert shown == [f"محور {window.context.axis_title('culture')}"]


def test_search_results_can_be_printed(
    qtbot: QtBot, window: MainWindow, pages: DocumentPages
) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("پسماند")
    names = [scope(False).name for scope in pages.printing.scopes()]
    assert names[0] == "نتیجه‌های جست‌وجوی «پسماند»"
    assert names[1].startswith("بند برگزیده: ")


def test_printed_results_are_named_by_the_words_they_answer(
    qtbot: QtBot, window: MainWindow, pages: DocumentPages
) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("jvhtd;")
    assert pages.printing.scopes()[0](False).name == "نتیجه‌های جست‌وجوی «ترافیک»"


def test_results_narrowed_to_an_axis_are_printed_as_they_are_shown(
    qtbot: QtBot, window: MainWindow, pages: DocumentPages
) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("آب")
    window.search.show_scope("environment")
    narrowed, whole = (scope(False) for scope in pages.printing.scopes()[:2])
    assert narrowed.name == "نتیجه‌های جست‌وجوی «آب»، محور محیط‌زیست"
    sections = {piece.text for piece in narrowed.pieces if piece.kind is PieceKind.SECTION}
    assert sections == {"محور محیط‌زیست"}
    assert whole.name == "نتیجه‌های جست‌وجوی «آب»"


def test_home_offers_every_axis(window: MainWindow, pages: DocumentPages) -> None:
    assert len(pages.printing.scopes()) == len(window.context.reference.axes())


def test_the_preview_shows_every_page(
    qtbot: QtBot, window: MainWindow, pages: DocumentPages
) -> None:
    window.navigator.go(Place("axis", "environment"))
    dialog = PrintDialog(window.context, pages.printing.scopes(), window)
    qtbot.addWidget(dialog)
    assert len(dialog.preview.views()) == dialog.paper.page_count
    assert dialog.preview.views()[0].accessibleName().startswith("صفحه‌ی ۱ از")


def test_a_saved_pdf_is_told(
    qtbot: QtBot, window: MainWindow, pages: DocumentPages, tmp_path: Path
) -> None:
    dialog = PrintDialog(window.context, pages.printing.scopes(), window)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.written) as told:
        dialog.save_pdf(tmp_path / "محور.pdf")
    assert told.args == [str(tmp_path / "محور.pdf")]
    assert (tmp_path / "محور.pdf").read_bytes().startswith(b"%PDF")


def test_a_pdf_is_not_written_over_another_unasked(
    window: MainWindow, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = tmp_path / "نامه.pdf"
    former.write_text("نوشته‌ی پیشین", "utf-8")
    named = iter([str(former.with_suffix("")), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(named), ""))
    monkeypatch.setattr("desktop.common.ask.confirm", lambda *_: False)
    scope = partial(axis_job, context, "economy")
    PrintDialog(context, [lambda notes: scope(notes=notes)], window).ask_for_pdf()
    assert former.read_text("utf-8") == "نوشته‌ی پیشین"


def test_the_name_offered_for_a_pdf_is_one_that_every_system_takes(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def refuse(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refuse)
    title = 'نتیجه‌های «محور:شهر "a/b" ؟*?» ' + "و" * 300
    items = [context.reference.item("economy-1")]
    scope = partial(items_job, context, title, title, items)
    PrintDialog(context, [lambda notes: scope(notes=notes)], window).ask_for_pdf()
    assert offered[0].startswith("نتیجه‌های «محور شهر a b ؟ » و")
    assert len(offered[0]) <= 104


def test_what_goes_to_a_printer_is_told(
    qtbot: QtBot, window: MainWindow, pages: DocumentPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PrintDialog(window.context, pages.printing.scopes(), window)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["دفتر"])
    monkeypatch.setattr("desktop.printing.dialog.QPrintDialog.exec", lambda _: True)
    monkeypatch.setattr("desktop.printing.dialog.send_to_printer", lambda *_: None)
    with qtbot.waitSignal(dialog.said):
        dialog.print_button.click()


def test_the_folder_of_a_saved_pdf_can_be_opened(
    window: MainWindow, pages: DocumentPages, tmp_path: Path, opened_outside: list[Path]
) -> None:
    def save() -> None:
        (dialog,) = window.findChildren(PrintDialog)
        dialog.save_pdf(tmp_path / "محور.pdf")

    QTimer.singleShot(0, save)
    pages.printing.print_shown()
    next(b for b in window.toast.findChildren(QPushButton) if b.text() == "باز کردن پوشه").click()
    assert opened_outside == [tmp_path]


def test_a_place_that_cannot_be_written_is_known(context: Context, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="نوشته نشد"):
        write_pdf(paper_of(context), tmp_path / "no-folder" / "axis.pdf")


def test_what_is_only_near_is_printed_under_its_own_heading(context: Context) -> None:
    items = context.reference.items()
    job = results_job(context, "نتیجه‌ها", items[:2], items[30:31], notes=False)
    kinds = [piece.kind for piece in job.pieces]
    at = kinds.index(PieceKind.PART)
    assert job.pieces[1].text == "۲ نتیجه و ۱ نتیجه‌ی نزدیک"
    assert [piece.text for piece in job.pieces[at:] if piece.kind is PieceKind.TEXT] == [
        items[30].edited
    ]
    assert job.pieces[at].text == "نتیجه‌های نزدیک"


def test_a_note_over_pages_repeats_no_line(context: Context, tmp_path: Path) -> None:
    numbers = [f"شماره{number}" for number in range(2_000)]
    context.reader.add_note("culture-1", " ".join(numbers))
    paper = Paper(axis_job(context, "culture", notes=True), "عنوان سند", "ویراست ۱٫۰٫۰")
    write_pdf(paper, tmp_path / "notes.pdf")
    found = words(text_of(tmp_path / "notes.pdf"))
    assert {found[number] for number in numbers} == {1}


def test_the_first_line_of_every_page_stands_clear_of_the_header(context: Context) -> None:
    context.reader.add_note("culture-1", "یادداشتی بلند بر این جهت‌گیری. " * 500)
    paper = Paper(axis_job(context, "culture", notes=True), "عنوان سند", "ویراست ۱٫۰٫۰")
    for number in range(1, paper.page_count + 1):
        picture = QImage(PAGE.toSize(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paper.paint(painter, number)
        painter.end()
        below = picture.copy(0, 82, picture.width(), 16)  # between the rule and the text
        empty = QImage(below.size(), below.format())
        empty.fill(Qt.GlobalColor.white)
        assert below == empty


def test_the_preview_shows_that_it_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    dialog = PrintDialog(
        window.context, [lambda notes: axis_job(window.context, "security", notes=notes)], window
    )
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    area = dialog.preview.findChild(QScrollArea)
    assert area is not None
    area.setFocus()
    focused = area.grab().toImage()
    dialog.choice.setFocus()
    assert area.grab().toImage() != focused
    dialog.close()
