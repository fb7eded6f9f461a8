"""The quote check dialog: verdict, marks with signs, and the two ways on."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.reference.quote_check import QuoteCheck, QuoteChecker, Verdict
from desktop.common.tokens import LIGHT
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.document_pages import DocumentPages
from desktop.main_window import MainWindow
from desktop.quote.dialog import QuoteDialog
from desktop.quote.diff import LEGEND, diff_html, diff_spoken
from desktop.quote.result import CHECKING

ITEM = "infrastructure-2"


@pytest.fixture
def dialog(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> QuoteDialog:
    """The dialog, to be waited for only shortly after each text."""
    monkeypatch.setattr("desktop.quote.dialog.DEBOUNCE_MS", 10)
    pages = window.findChild(DocumentPages)
    assert pages is not None
    return pages.quote


@pytest.fixture
def check(qtbot: QtBot, dialog: QuoteDialog) -> Callable[[str], QuoteCheck]:
    def run(text: str) -> QuoteCheck:
        with qtbot.waitSignal(dialog.checked) as told:
            dialog.set_text(text)
        found: QuoteCheck = told.args[0]
        return found

    return run


def test_the_key_opens_it_with_the_clipboard(
    qtbot: QtBot, window: MainWindow, dialog: QuoteDialog
) -> None:
    QGuiApplication.clipboard().setText("تدوین طرح جامع فناوری اطلاعات و ارتباطات تهران")
    window.activateWindow()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(dialog.checked):
        QTest.keyClick(window, Qt.Key.Key_V, control_shift)
    assert dialog.outcome.verdict.plain == "عین متن"


def test_a_verdict_does_not_outlive_the_words_it_was_on(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    check("تدوین طرح جامع فناوری اطلاعات و ارتباطات تهران")
    assert dialog.outcome.verdict.plain == "عین متن"
    dialog.set_text("تدوین طرح جامع فناوری اطلاعات و ارتباطات ری")
    assert dialog.outcome.verdict.plain == CHECKING


def test_what_was_found_for_former_words_can_be_neither_copied_nor_opened(
    window: MainWindow, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    outcome, text = dialog.outcome, window.context.reference.item(ITEM).edited
    check(text)
    dialog.set_text("ری")
    assert (outcome.copy_button.isEnabled(), outcome.open_button.isEnabled()) == (False, False)
    check(text)
    assert (outcome.copy_button.isEnabled(), outcome.open_button.isEnabled()) == (True, True)


def test_an_answer_on_former_words_is_not_shown(qtbot: QtBot, dialog: QuoteDialog) -> None:
    dialog.set_text("تدوین طرح جامع فناوری اطلاعات و ارتباطات تهران")
    dialog.check()
    with qtbot.waitSignal(dialog.checked) as told:
        dialog.set_text("سلام بر همه‌ی خوانندگان")
    assert told.args is not None
    assert told.args[0].verdict is Verdict.NOT_FOUND


def test_a_changed_word_is_never_the_exact_text(
    window: MainWindow, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    text = window.context.reference.item(ITEM).edited
    check(text.replace("شتاب", "سرعت"))
    assert dialog.outcome.verdict.plain == "با تفاوت (۱ واژه)"
    assert "جهت‌گیری ۲" in dialog.outcome.where.plain


def test_spelling_alone_leaves_the_text_exact(
    window: MainWindow, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    text = window.context.reference.item(ITEM).edited
    found = check(text.replace("\u200c", " ").replace("ی", "ي"))
    assert found.verdict is Verdict.EXACT
    assert "تفاوت‌های رسم‌الخط" in dialog.outcome.notes.plain


def test_nothing_found_offers_nothing(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    check("سلام بر همه‌ی خوانندگان")
    assert dialog.outcome.verdict.plain == "یافت نشد"
    assert dialog.outcome.copy_button.isHidden()


def test_it_opens_the_item(
    window: MainWindow, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    check(window.context.reference.item(ITEM).edited)
    dialog.outcome.open_button.click()
    assert window.axis.current_item() == ITEM


def test_it_copies_the_right_text_with_its_source(
    window: MainWindow, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    text = window.context.reference.item(ITEM).edited
    check(text.replace("شتاب", "سرعت"))
    dialog.outcome.copy_button.click()
    copied = QGuiApplication.clipboard().mimeData()
    assert text in copied.text()
    assert "شورای اسلامی شهر تهران" in copied.html()


def test_every_difference_bears_a_sign_and_is_spoken(window: MainWindow) -> None:
    reference = window.context.reference
    text = reference.item(ITEM).edited.replace("شتاب بخشیدن", "سرعت بخشیدن تازه")
    found = QuoteChecker(reference).check(text)
    marked = re.sub("<[^>]+>", "", diff_html(found, LIGHT))
    assert "−سرعت" in marked
    assert "+شتاب" in marked
    assert diff_spoken(found) == "به‌جای «شتاب» نوشته‌اید «سرعت»؛ «تازه» در سند نیست"


def test_a_sign_of_the_document_stays_with_its_word(window: MainWindow) -> None:
    found = QuoteChecker(window.context.reference).check(
        "توسعه‌ی اقتصادی شهر مبتنی بر فناوری‌های نوظهور و نرم"
    )
    shown = re.sub("<[^>]+>", "", diff_html(found, LIGHT))
    assert "نوظهور، −و نرم" in " ".join(shown.split())


def test_a_quote_of_the_edited_text_is_compared_with_it(window: MainWindow) -> None:
    found = QuoteChecker(window.context.reference).check(
        "شهری است با زیرساخت‌های اطلاعاتی و ارتباطاتی"
    )
    assert (found.compared, found.spelling) == ("edited", ())


def test_too_long_a_text_is_told(qtbot: QtBot, dialog: QuoteDialog) -> None:
    dialog.begin()
    dialog.set_text("واژه " * 3_000)
    qtbot.waitUntil(lambda: dialog.problem.isVisible())
    assert not dialog.outcome.isVisible()


def test_of_a_copied_citation_only_the_quotation_is_checked(
    qtbot: QtBot, window: MainWindow, dialog: QuoteDialog
) -> None:
    window.panel.copier.cite(ITEM)
    with qtbot.waitSignal(dialog.checked) as told:
        dialog.begin()
    assert dialog.edit.toPlainText() == window.context.reference.item(ITEM).edited
    assert told.args is not None
    assert told.args[0].verdict is Verdict.EXACT


def test_the_correct_text_is_copied_also_where_references_alone_were_chosen(
    window: MainWindow, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    window.context.settings["citation_style"] = "only"
    text = window.context.reference.item(ITEM).edited
    check(text)
    dialog.outcome.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith(f"«{text}» (سند چشم‌انداز")


def test_where_there_is_room_the_differences_need_no_bars(
    qtbot: QtBot, window: MainWindow, dialog: QuoteDialog
) -> None:
    text = window.context.reference.item(ITEM).edited
    with qtbot.waitSignal(dialog.checked):
        dialog.begin()
        dialog.set_text(f"{text} و این واژه‌ها که در سند نیست و به چند سطر می‌رسد")
    diff = dialog.outcome.diff
    qtbot.waitUntil(lambda: diff.verticalScrollBar().maximum() == 0)
    assert not diff.horizontalScrollBar().isVisible()


def test_before_anything_is_checked_the_verdicts_are_told(dialog: QuoteDialog) -> None:
    QGuiApplication.clipboard().clear()
    dialog.begin()
    assert dialog.empty.isVisible()
    assert not dialog.outcome.isVisible()


def test_an_answer_does_not_make_it_higher_than_a_low_window(
    qtbot: QtBot, window: MainWindow, dialog: QuoteDialog
) -> None:
    window.resize(911, 480)
    QGuiApplication.clipboard().setText("تدوین طرح جامع فناوری اطلاعات و ارتباطات تهران")
    with qtbot.waitSignal(dialog.checked):
        dialog.begin()
    assert dialog.height() <= window.height()


def test_the_legend_names_every_sign_used_and_no_other(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    def told() -> set[str]:
        signs = dialog.outcome.legend.findChildren(LineLabel)
        return {sign.plain for sign in signs if not sign.isHidden()}

    check("توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم")
    assert "[و پاک]" in dialog.outcome.diff.toPlainText()
    assert told() == {"−", "+", "~", "[ ]"}
    check("توسعه‌ی اقتصادی شهر مبتنی بر فناوری‌های نوظهور، نرم و پاک")
    assert dialog.outcome.legend.isHidden()


def test_the_meanings_of_the_signs_begin_below_each_other(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    check("توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم")
    meanings = dialog.outcome.legend.findChildren(RichLabel)
    assert len({meaning.geometry().right() for meaning in meanings}) == 1
    assert {meaning.plain for meaning in meanings} == set(LEGEND.values())


def test_a_word_of_other_spaces_is_marked_whole(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    check("توسعه‌ی اقتصادی شهر مبتنی بر فناوری های نوظهور، نرم و پاک")
    assert "بر ~فناوری‌های نوظهور، نرم" in dialog.outcome.diff.toPlainText()


def test_all_its_lines_begin_at_one_edge(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    QGuiApplication.clipboard().clear()
    dialog.begin()
    check("توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم")
    diff, where = dialog.outcome.diff, dialog.outcome.where
    text = diff.viewport().mapTo(dialog, diff.viewport().rect().topRight())
    assert text.x() == where.mapTo(dialog, where.rect().topRight()).x()


def test_it_grows_with_its_answer_and_leaves_none_in_a_void(
    qtbot: QtBot, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    QGuiApplication.clipboard().clear()
    dialog.begin()
    before = dialog.height()
    bar = dialog.outcome.area.verticalScrollBar()
    check("توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم")
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert dialog.height() < before + 120


def test_closed_it_holds_no_window_of_the_system_and_opens_again_with_its_words(
    qtbot: QtBot, dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    QGuiApplication.clipboard().clear()
    dialog.begin()
    check("تدوین طرح جامع فناوری اطلاعات و ارتباطات تهران")
    stood = dialog.windowHandle().position()
    dialog.close()
    qtbot.waitUntil(lambda: dialog.windowHandle() is None)
    dialog.begin()
    assert dialog.isVisible()
    assert dialog.windowHandle().position() == stood
    assert dialog.outcome.verdict.plain == "عین متن"


def test_no_line_runs_through_the_sign_of_what_is_not_in_the_document(
    dialog: QuoteDialog, check: Callable[[str], QuoteCheck]
) -> None:
    check("توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم")
    sign = dialog.outcome.diff.document().find("−")
    word = dialog.outcome.diff.document().find("کشور")
    assert (sign.charFormat().fontStrikeOut(), word.charFormat().fontStrikeOut()) == (False, True)
