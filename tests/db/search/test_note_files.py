"""The files of the index of notes: damaged, shared, unwritable, and made anew."""

import gc
import logging
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.note_storage import IndexUnusableError
from db.search.note_words import NoteWords
from db.search.notes import NoteIndex
from tests.db.search.note_feed import Feed, Text, found


# Whoosh leaves files it could not read to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pattern", ["*.toc", "*.seg", "*.txt", "*"])
@pytest.mark.parametrize("damage", [b"", b"\x00damage", None])
def test_a_damaged_index_is_made_anew(
    notes: NoteIndex,
    feed: Feed,
    tmp_path: Path,
    lexicon: Lexicon,
    pattern: str,
    damage: bytes | None,
) -> None:
    notes.close()
    for path in list((tmp_path / "note-index").glob(pattern)):
        path.unlink()
        if damage is not None:
            path.write_bytes(damage)
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.follow(feed)
    again.learn()
    assert found(again, "مترو") == found(again, "رصولی") == ["metro"]
    gc.collect()


def test_other_rules_make_it_anew(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search.note_storage.RULES", "0.0")
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.since(feed.data_version) == 0


def test_before_the_first_sync_nothing_is_found(tmp_path: Path, lexicon: Lexicon) -> None:
    assert NoteIndex(tmp_path / "none", lexicon).search("مترو") == ()


def test_a_failing_read_finds_nothing_and_asks_for_everything(
    notes: NoteIndex, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search.note_segments.of_numbers", lambda *_: 1 / 0)
    assert notes.search("مترو") == ()
    assert notes.since(feed.data_version) == 0


def test_another_writer_puts_the_update_off(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    other = NoteIndex(tmp_path / "note-index", lexicon)
    writer = other._storage._index.writer()  # noqa: SLF001  (the lock another program would hold)
    feed.save(Text("late", "دوچرخه"))
    assert not notes.follow(feed)
    writer.cancel()
    assert notes.follow(feed)


def test_two_programs_in_turn_leave_each_text_once(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    other = NoteIndex(tmp_path / "note-index", lexicon)
    feed.save(Text("water", "باغ‌های شمال"))
    assert other.follow(feed)
    feed.save(Text("metro", "دوچرخه"))
    assert notes.follow(feed)
    assert (found(notes, "باغ"), found(notes, "دوچرخه")) == (["water"], ["metro"])
    assert (found(notes, "زیرزمینی"), found(notes, "رسولی")) == ([], [])
    other.close()


@pytest.fixture
def homeless(tmp_path: Path, lexicon: Lexicon) -> NoteIndex:
    """An index whose folder cannot be made."""
    (tmp_path / "file").write_text("in the way", "utf-8")
    return NoteIndex(tmp_path / "file" / "index", lexicon)


def test_where_nothing_can_be_written_the_index_is_in_memory(
    homeless: NoteIndex, feed: Feed, tmp_path: Path
) -> None:
    assert homeless.follow(feed)
    feed.save(Text("late", "دوچرخه"))
    assert homeless.follow(feed)
    assert (found(homeless, "بودجه مترو"), found(homeless, "دوچرخه")) == (["metro"], ["late"])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_slips_are_corrected_from_memory_too(homeless: NoteIndex, feed: Feed) -> None:
    assert homeless.follow(feed)
    assert homeless.learn()
    assert found(homeless, "بودجهی متروو") == ["metro"]


@pytest.mark.skipif(os.name != "posix", reason="the system has no modes")
def test_only_the_owner_can_read_the_index(notes: NoteIndex, tmp_path: Path) -> None:
    assert notes.since(("one", 1)) == 1
    assert (tmp_path / "note-index").stat().st_mode & 0o077 == 0


def test_an_index_that_cannot_be_written_says_no_note_text(
    tmp_path: Path,
    lexicon: Lexicon,
    feed: Feed,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(NoteWords, "add", lambda *_: 1 / 0)
    with caplog.at_level(logging.INFO):
        assert not NoteIndex(tmp_path / "index", lexicon).follow(feed)
    assert "could not be written" in caplog.text
    assert "مترو" not in caplog.text


def test_a_failing_update_is_made_anew_at_once(
    notes: NoteIndex, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(entries: Iterable[Text], version: tuple[str, int]) -> None:
        raise IndexUnusableError

    monkeypatch.setattr(notes._storage, "update", fail)  # noqa: SLF001  (what only a disk does)
    feed.save(Text("late", "دوچرخه"))
    assert notes.follow(feed)
    assert found(notes, "دوچرخه") == ["late"]


def test_many_saves_leave_few_files(
    tmp_path: Path, lexicon: Lexicon, reference: ReferenceStore
) -> None:
    texts = [item.edited for item in reference.items()]
    feed, notes = Feed(), NoteIndex(tmp_path / "many", lexicon)
    feed.save(*(Text(str(number), text) for number, text in enumerate(texts)))
    notes.follow(feed)
    for number in range(30):
        feed.save(Text(f"new{number}", "بودجه‌ی مترو در جلسه‌ی فردا"))
        assert notes.follow(feed)
    assert len(notes.search("بودجه مترو", limit=50)) == 30
    assert len(list((tmp_path / "many").glob("*.seg"))) < 12
