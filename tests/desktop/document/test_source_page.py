"""The source page: who wrote it, that it is intact, and every correction and doubt."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.record import replace
from db.reference.citation import DOCUMENT_CREATOR, DOCUMENT_NAME
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.buttons import Chip, IconButton
from desktop.common.widgets.labels import RichLabel
from desktop.document.facts import Fact
from desktop.document.page import SourcePage
from desktop.document.places import KINDS, all_doubtful, all_errata
from desktop.document.sheet import BROKEN, INTACT
from desktop.main_window import MainWindow
from tests.desktop.pages import shown_page
from tests.desktop.stage import choose, menu_key


@pytest.fixture
def page(window: MainWindow) -> SourcePage:
    window.actions_["go.source"].trigger()
    return shown_page(window, SourcePage)


def test_the_text_is_checked_while_the_page_is_open(qtbot: QtBot, page: SourcePage) -> None:
    qtbot.waitUntil(lambda: page.sheet.verdict.plain == INTACT)


def test_a_changed_text_is_told(
    qtbot: QtBot, page: SourcePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = page.context.reference
    changed = replace(reference.meta(), content_hash="0" * 64)
    monkeypatch.setattr(reference, "meta", lambda: changed)
    page.sheet.check()
    qtbot.waitUntil(lambda: page.sheet.verdict.plain == BROKEN)


def test_every_line_of_the_contact_block_is_there(page: SourcePage) -> None:
    shown = {fact.value.plain.strip("\u2066\u2069") for fact in page.sheet.findChildren(Fact)}
    parts = page.context.reference.document_parts()
    wanted = {part.edited for part in parts if part.role in ("value", "link", "title")}
    assert wanted <= shown


def test_the_creator_is_named_without_the_words_of_the_colophon(page: SourcePage) -> None:
    shown = {fact.value.plain for fact in page.sheet.findChildren(Fact)}
    (colophon,) = (
        part.edited for part in page.context.reference.document_parts() if part.kind == "creator"
    )
    assert DOCUMENT_CREATOR in shown
    assert colophon.endswith(f" {DOCUMENT_CREATOR}")


def test_the_name_in_citations_stands_beside_the_title(page: SourcePage) -> None:
    shown = [fact.value.plain for fact in page.sheet.findChildren(Fact)]
    assert "استراتژیک" in shown[0]
    assert shown[1] == DOCUMENT_NAME


def test_all_errata_and_doubts_of_items_are_listed(page: SourcePage) -> None:
    reference = page.context.reference
    owners = [item.id for item in reference.items()]
    owners += [part.id for part in reference.document_parts()]
    assert len(all_errata(page.context)) >= sum(len(reference.errata(one)) for one in owners)
    assert len(all_doubtful(page.context)) >= sum(len(reference.doubtful(one)) for one in owners)


def test_a_kind_narrows_the_errata(window: MainWindow, page: SourcePage) -> None:
    window.navigator.go(Place("source", "errata"))
    page.errata.set_kind("punctuation")
    assert {spot.kind for spot in page.errata.shown()} == {"punctuation"}


def test_a_word_narrows_the_doubts(window: MainWindow, page: SourcePage) -> None:
    window.navigator.go(Place("source", "doubtful"))
    page.doubtful.filter.setText("هفت رقم")
    assert [spot.owner for spot in page.doubtful.shown()] == ["contact-12"]


def test_an_erratum_opens_marked_in_its_text(window: MainWindow, page: SourcePage) -> None:
    window.navigator.go(Place("source", "errata"))
    spot = next(s for s in all_errata(page.context) if s.owner == "economy-8")
    page.errata.list.opened.emit(spot.entry.key)
    assert window.axis.current_item() == "economy-8"
    assert window.axis.list.rows.hits["economy-8"] == (spot.span,)


def test_the_item_of_a_correction_has_its_menu(window: MainWindow, page: SourcePage) -> None:
    window.navigator.go(Place("source", "errata"))
    spot = next(s for s in all_errata(page.context) if s.owner == "economy-8")
    page.errata.list.choose(spot.entry.key)
    choose("نشان کردن", lambda: menu_key(page.errata.list))
    assert page.context.reader.marks("economy-8").bookmarked


def test_a_doubt_of_the_contact_block_opens_the_sheet(window: MainWindow, page: SourcePage) -> None:
    window.navigator.go(Place("source", "doubtful"))
    spot = next(s for s in all_doubtful(page.context) if s.owner == "contact-12")
    page.doubtful.list.opened.emit(spot.entry.key)
    assert page.sheet.isVisible()


def test_the_keyboard_goes_along_to_another_part(
    window: MainWindow, in_front: None, page: SourcePage
) -> None:
    page.segments.current().setFocus()
    window.navigator.go(Place("source", "errata"))
    assert page.segments.current().hasFocus()
    window.navigator.back()
    assert page.segments.current().hasFocus()


def test_kinds_of_one_number_always_stand_in_the_order_of_the_text(page: SourcePage) -> None:
    kinds = [spot.kind for spot in all_errata(page.context)]
    wanted = sorted(dict.fromkeys(kinds), key=kinds.count, reverse=True)
    page.place_wanted.emit(Place("source", "errata"))
    chips = [chip.text() for chip in page.errata.findChildren(Chip)]
    assert chips[1:] == [f"{KINDS[kind]} {digits(kinds.count(kind))}" for kind in wanted]


@pytest.mark.parametrize("width", [1366, 900])
def test_names_stand_on_the_first_line_of_their_values(window: MainWindow, width: int) -> None:
    window.resize(width, 768)
    window.navigator.go(Place("source"))
    QApplication.processEvents()
    facts = [fact for fact in window.findChildren(Fact) if fact.isVisible()]
    heights = {fact.value.height() for fact in facts}
    assert len(heights) > 1  # some take two lines
    for fact in facts:
        name, button = fact.findChildren(RichLabel)[0], fact.findChild(IconButton)
        assert isinstance(button, IconButton)
        middles = [
            part.mapTo(fact, QPoint(0, 0)).y() + part.fontMetrics().height() / 2
            for part in (name, fact.value)
            if name.plain or part is fact.value
        ]
        assert all(abs(middle - button.geometry().center().y()) <= 2 for middle in middles)
