"""Bitmaps of common terms beside a large index of notes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from db.search.lexicon import Lexicon
from db.search.note_terms import NoteTerms
from db.search.notes import NoteIndex
from tests.db.search.note_feed import Feed, Text, found


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.search.note_segments.LARGE", 3)
    monkeypatch.setattr("db.search.note_segments.COMMON", 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "large"


@pytest.fixture
def large(folder: Path, feed: Feed, lexicon: Lexicon) -> NoteIndex:
    feed.save(Text("first", "بودجه‌ی مترو"), Text("second", "بودجه‌ی آب"))
    index = NoteIndex(folder, lexicon)
    index.follow(feed)
    index.learn()
    return index


def _written(folder: Path) -> list[Path]:
    return list(folder.glob("*.bits"))


def test_another_start_finds_by_them_what_the_lists_say(
    large: NoteIndex, folder: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = found(large, "بودجه")
    monkeypatch.setattr("db.search.note_segments.of_numbers", lambda numbers, _: len([*numbers]))
    assert found(NoteIndex(folder, lexicon), "بودجه") == expected
    assert len(expected) == 3


@pytest.mark.parametrize("damage", [b"", b"\x00damage\n", None])
def test_damaged_ones_are_not_read(
    large: NoteIndex, folder: Path, lexicon: Lexicon, damage: bytes | None
) -> None:
    (path,) = _written(folder)
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    again = NoteIndex(folder, lexicon)
    assert len(found(again, "بودجه")) == 3
    again.learn()
    assert path.stat().st_size > 20


def test_a_save_leaves_them_and_is_found(large: NoteIndex, folder: Path, feed: Feed) -> None:
    written = _written(folder)
    feed.save(Text("third", "بودجه‌ی پارک"))
    large.follow(feed)
    assert "third" in found(large, "بودجه")
    assert _written(folder) == written


def test_they_go_with_what_is_deleted_for_ever(large: NoteIndex, folder: Path, feed: Feed) -> None:
    feed.save(Text("second", "", kind="purged", gone=True))
    (before,) = _written(folder)
    large.follow(feed)
    assert not before.exists()
    assert "second" not in found(large, "بودجه")


def test_a_search_does_without_what_another_program_removed(large: NoteIndex, folder: Path) -> None:
    (path,) = _written(folder)
    path.unlink()
    assert len(found(large, "بودجه")) == 3


def test_none_are_written_for_a_segment_that_went_meanwhile(
    folder: Path, feed: Feed, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = NoteIndex(folder, lexicon)
    terms = NoteTerms.of_words  # asked between the last list and the write
    index.follow(feed)

    def then_purge(maker: NoteTerms, keys: Iterable[str]) -> Iterator[str]:
        yield from terms(maker, keys)
        feed.save(Text("tag", "", kind="purged", gone=True))
        index.follow(feed)

    monkeypatch.setattr(NoteTerms, "of_words", then_purge)
    index.learn()
    assert _written(folder) == []


def test_a_disk_that_refuses_them_is_not_asked_again(
    folder: Path, feed: Feed, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(*of: object) -> None:
        asked.append(of)
        raise OSError

    monkeypatch.setattr("db.search.note_segments.write_bitmaps", refuse)
    index = NoteIndex(folder, lexicon)
    index.follow(feed)
    for _ in range(2):
        index.learn()
    assert len(asked) == 1
    assert found(index, "مترو") == ["metro"]
