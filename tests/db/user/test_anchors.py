"""Notes on a span follow their words into another edition, or are kept and listed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.user.anchors import Reanchored, find_again, selector_at
from db.user.backup import Backups
from db.user.edition import follow_edition
from db.user.models import Annotation, Colour
from db.user.note_filter import NoteFilter
from db.user.opening import open_store
from db.user.store import UserStore

TEXT = "تقویت مراکز گردشگری شهر و تقویت پیوند مراکز پژوهش با صنعت"
QUOTE = "مراکز پژوهش"
START = TEXT.index(QUOTE)


def after(text: str) -> str | None:
    """The words that the note on the second «مراکز» stands on in another text."""
    found = find_again(selector_at(TEXT, START, START + len(QUOTE)), text)
    return None if found is None else text[found.start : found.end]


@pytest.fixture
def note(store: UserStore) -> Annotation:
    """A note on a span, written on the first edition."""
    selector = selector_at(TEXT, START, START + len(QUOTE))
    return store.add_annotation(
        "economy-1", note="بررسی شود", selector=selector, colour=Colour.GREEN
    ).value


@pytest.fixture
def second(store: UserStore, note: Annotation, path: Path) -> UserStore:
    """The same file opened by a program with the second edition."""
    store.close()
    return open_store(path, edition="2").store


def test_the_words_are_found_where_they_moved() -> None:
    assert after(f"در آغاز، {TEXT}") == QUOTE


def test_of_two_places_the_one_in_the_same_surroundings_is_taken() -> None:
    found = find_again(selector_at("الف شهر ب شهر", 10, 13), "پ شهر ت الف شهر ب شهر")
    assert found is not None
    assert found.start == 18


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXT.replace("مراکز پژوهش", "مرکز پژوهش"), "مرکز پژوهش"),
        (TEXT.replace("مراکز پژوهش", "مرکزهای پژوهش"), "مرکزهای پژوهش"),
        (TEXT.replace("مراکز پژوهش", "مراکز علم و پژوهش"), "مراکز علم و پژوهش"),
        ("توسعه‌ی حمل‌ونقل همگانی پاک در همه‌ی پهنه‌های شهر", None),
        ("", None),
    ],
)
def test_words_that_differ_a_little_are_known_again(text: str, words: str | None) -> None:
    assert after(text) == words


@given(st.text(), st.text(min_size=1), st.text(), st.text())
def test_a_quote_that_is_there_is_always_found(
    before: str, quote: str, tail: str, new: str
) -> None:
    known = selector_at(before + quote + tail, len(before), len(before) + len(quote))
    found = find_again(known, new + before + quote + tail)
    assert found is not None
    assert found.exact == quote


def test_a_note_stands_on_its_words_in_the_new_text(second: UserStore, note: Annotation) -> None:
    text = f"در آغاز، {TEXT}"
    assert second.reanchor({"economy-1": text}) == Reanchored(moved=1, lost=0)
    (moved,) = second.annotations_of("economy-1")
    assert moved.selector
    assert (moved.selector.fits(text), moved.edition) == (True, "2")


def test_the_reader_did_not_change_the_note(second: UserStore, note: Annotation) -> None:
    second.reanchor({"economy-1": f"در آغاز، {TEXT}"})
    (moved,) = second.annotations_of("economy-1")
    assert (moved.modified, second.undo()) == (note.modified, None)
    assert moved.revision > note.revision


def test_what_is_not_found_is_kept_and_listed(second: UserStore, note: Annotation) -> None:
    assert second.reanchor({"economy-1": "سخنی دیگر"}) == Reanchored(moved=0, lost=1)
    assert second.notes(NoteFilter(not_on="2")) == [note]


def test_what_was_lost_is_found_in_a_later_edition(second: UserStore, path: Path) -> None:
    second.reanchor({"economy-1": "سخنی دیگر"})
    second.close()
    third = open_store(path, edition="3").store
    assert third.reanchor({"economy-1": TEXT}) == Reanchored(moved=0, lost=0)
    assert third.count_notes(NoteFilter(not_on="3")) == 0
    third.close()


def test_long_words_are_followed_into_the_one_item_that_has_them(
    store: UserStore, path: Path
) -> None:
    store.add_annotation("economy-1", selector=selector_at(TEXT, 0, 40), colour=Colour.PINK)
    store.close()
    second = open_store(path, edition="2").store
    two = {"economy-1": "سخنی دیگر", "economy-2": TEXT, "economy-3": TEXT}
    assert second.reanchor(two) == Reanchored(moved=0, lost=1)
    second.reanchor({"economy-1": "سخنی دیگر", "economy-2": TEXT})
    assert [note.item_id for note in second.notes()] == ["economy-2"]
    second.close()


def test_a_deleted_note_comes_back_at_its_new_place(
    store: UserStore, note: Annotation, path: Path
) -> None:
    store.delete_annotation(note.uuid)
    store.close()
    second = open_store(path, edition="2").store
    assert second.reanchor({"economy-1": f"در آغاز، {TEXT}"}) == Reanchored(moved=0, lost=0)
    second.restore(note.uuid)
    (back,) = second.annotations_of("economy-1")
    second.close()
    assert back.selector
    assert back.selector.start == START + len("در آغاز، ")


def test_the_state_before_is_backed_up_and_the_reader_is_told(
    second: UserStore, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    told = follow_edition(second, backups, {"economy-1": f"در آغاز، {TEXT}"})
    assert told
    assert "۱ یادداشت با عبارت خود جابه‌جا شد" in told
    assert [one.reason for one in backups.kept()] == ["edition"]


def test_an_edition_is_followed_once(second: UserStore, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    told = [follow_edition(second, backups, {"economy-1": "سخنی دیگر"}) for _ in range(2)]
    assert told[0]
    assert "عبارت ۱ یادداشت پیدا نشد" in told[0]
    assert told[1] is None


@pytest.mark.parametrize("text", [TEXT, None], ids=["same words", "no span at all"])
def test_nothing_is_said_when_no_note_had_to_move(
    text: str | None, reopened: Callable[[], UserStore], store: UserStore, tmp_path: Path
) -> None:
    if text:
        store.add_annotation("economy-1", selector=selector_at(text, 0, 5), colour=Colour.PINK)
    store.close()
    second = open_store(tmp_path / "notes.db", edition="2").store
    assert follow_edition(second, Backups(tmp_path / "backups"), {"economy-1": TEXT}) is None
    second.close()
