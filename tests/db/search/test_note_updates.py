"""The index of notes is kept up to date, and forgets what is gone."""

from dataclasses import replace
from pathlib import Path

from db.search.lexicon import Lexicon
from db.search.notes import NoteIndex
from tests.db.search.note_feed import LINEAGE, TEXTS, Feed, Text, found


def test_a_changed_text_is_found_by_its_new_words_only(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("water", "باغ‌های شمال"))
    notes.follow(feed)
    assert found(notes, "باغ") == ["water"]
    assert found(notes, "زیرزمینی") == []


def test_a_deleted_text_is_forgotten(notes: NoteIndex, feed: Feed) -> None:
    feed.save(replace(TEXTS[0], gone=True))
    notes.follow(feed)
    assert found(notes, "منابع") == []


def test_a_text_deleted_for_ever_leaves_no_word_in_the_files(
    notes: NoteIndex, feed: Feed, tmp_path: Path
) -> None:
    feed.save(replace(TEXTS[1], gone=True))
    assert notes.follow(feed)
    feed.save(replace(TEXTS[1], text="", kind="purged", gone=True))
    assert notes.follow(feed)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in files if "رسولی".encode() in file.read_bytes()] == []


def test_after_a_text_is_deleted_for_ever_the_others_are_found(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    feed.save(replace(TEXTS[1], text="", kind="purged", gone=True))
    assert notes.follow(feed)
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.since(feed.data_version) == feed.revision
    assert (found(again, "آب زیرزمینی"), found(again, "رسولی")) == (["water"], [])


def test_an_act_without_texts_writes_nothing(notes: NoteIndex, feed: Feed) -> None:
    feed.save()
    assert notes.follow(feed)
    assert notes.since(feed.data_version) == 1


def test_a_second_start_reads_what_the_first_wrote(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.since(feed.data_version) == feed.revision
    assert found(again, "مترو") == ["metro"]


def test_another_lineage_is_indexed_anew(notes: NoteIndex) -> None:
    other = Feed(lineage="other")
    other.save(Text("new", "دوچرخه"))
    assert notes.follow(other)
    assert (found(notes, "دوچرخه"), found(notes, "مترو")) == (["new"], [])


def test_a_file_from_the_past_is_indexed_anew(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("late", "دوچرخه"))
    notes.follow(feed)
    assert notes.since((LINEAGE, 1)) == 0


def test_entries_that_do_not_connect_are_refused(notes: NoteIndex) -> None:
    assert not notes.sync([Text("x", "دوچرخه")], (LINEAGE, 9), since=5)
    assert found(notes, "دوچرخه") == []


def test_a_question_never_waits_for_the_words_of_corrections(
    tmp_path: Path, lexicon: Lexicon, feed: Feed
) -> None:
    index = NoteIndex(tmp_path / "unlearnt", lexicon)
    assert index.follow(feed)
    assert found(index, "رصولی") == []
    assert index.learn()
    assert found(index, "رصولی") == ["metro"]


def test_until_new_words_are_learnt_the_former_ones_correct(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("late", "پیمانکار قنبرزاده"))
    assert notes.follow(feed)
    assert (found(notes, "رصولی"), found(notes, "غنبرزاده")) == (["metro"], [])
    assert notes.learn()
    assert (found(notes, "رصولی"), found(notes, "غنبرزاده")) == (["metro"], ["late"])


def test_what_is_known_is_not_learnt_again(notes: NoteIndex, feed: Feed) -> None:
    feed.save(replace(TEXTS[0], uuid="same"))
    assert notes.follow(feed)
    assert not notes.learn()


def test_corrections_outlive_the_program(
    notes: NoteIndex, tmp_path: Path, lexicon: Lexicon
) -> None:
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.learn()
    assert found(again, "رصولی") == ["metro"]
