"""A damaged file is set aside as it is, and what can be read of it is there again."""

from collections.abc import Callable
from pathlib import Path

import pytest

import db.user.opening
from db.user.backup import Backups
from db.user.condition import Condition
from db.user.opening import Opening, open_store
from db.user.store import UserStore
from db.whole_file import put_in_place
from tests.db.user.conftest import ticking
from tests.db.user.damage import Written, flipped, lay, truncated, write_notes

type Damage = Callable[[bytes, int], bytes]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("whole")
    return write_notes(open_store(folder / "notes.db", clock=ticking()).store)


def headless(written: Written) -> bytes:
    """The file without the header that says what it is."""
    return bytes(PAGE_OF_HEADER) + written.data[PAGE_OF_HEADER:]


def check_damage(written: Written, path: Path, damaged: bytes) -> None:
    """Open a damaged copy: kept as it was, told about, nothing lost that lay in whole pages."""
    opening = open_store(lay(path, damaged))
    found = {note.uuid for note in opening.store.notes(limit=1000)}
    assert written.intact_in(damaged) <= found
    if opening.set_aside:
        assert opening.set_aside.read_bytes() == damaged
        assert opening.sentence is not None
        assert opening.set_aside.name in opening.sentence
    opening.store.add_annotation("economy-1", note="پس از آسیب")
    opening.store.close()
    assert open_store(path).condition is Condition.GOOD


@pytest.mark.parametrize("damage", [flipped, truncated])
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_costs_only_its_damaged_pages(
    written: Written, tmp_path: Path, damage: Damage, seed: int
) -> None:
    check_damage(written, tmp_path / "place" / "notes.db", damage(written.data, seed))


@pytest.mark.parametrize("moves", range(3))
def test_what_was_put_together_is_there_however_its_last_steps_were_cut_off(
    written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    path = lay(tmp_path / "place" / "notes.db", headless(written))
    path.with_name("notes.db-wal").write_bytes(b"a log of nothing")
    left = iter(range(moves))

    def move(source: Path, target: Path) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        put_in_place(source, target)

    with monkeypatch.context() as cut:
        cut.setattr(db.user.opening, "put_in_place", move)
        with pytest.raises(KeyboardInterrupt):
            open_store(path)
    opening = open_store(path)
    assert opening.sentence
    assert {note.uuid: note.note for note in opening.store.notes(limit=1000)} == written.notes
    opening.store.close()
    assert open_store(path).condition is Condition.GOOD


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_two_hundred_flipped_files(written: Written, tmp_path: Path, seed: int) -> None:
    check_damage(written, tmp_path / "place" / "notes.db", flipped(written.data, seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2000, 2050))
def test_fifty_truncated_files(written: Written, tmp_path: Path, seed: int) -> None:
    check_damage(written, tmp_path / "place" / "notes.db", truncated(written.data, seed))


def _opened(path: Path, data: bytes) -> Opening:
    opening = open_store(lay(path, data))
    opening.store.close()
    return opening


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path) -> None:
    text = "این پایگاه داده نیست. ".encode() * 500
    opening = _opened(tmp_path / "place" / "notes.db", text)
    assert opening.condition is Condition.DAMAGED
    assert opening.set_aside is not None
    assert opening.set_aside.read_bytes() == text


def test_a_file_without_its_header_is_read(written: Written, tmp_path: Path) -> None:
    path = tmp_path / "place" / "notes.db"
    store = open_store(lay(path, headless(written))).store
    assert {note.uuid: note.note for note in store.notes(limit=1000)} == written.notes
    assert sorted(use.tag.name for use in store.tags()) == ["t0", "t1", "t2", "t3", "t4"]
    assert store.read_items() == {"economy-1", "economy-2"}
    store.close()


PAGE_OF_HEADER = 4096


def test_two_damaged_files_get_two_names(written: Written, tmp_path: Path) -> None:
    path = tmp_path / "place" / "notes.db"
    clock = ticking()
    lay(path, b"\xff" * 9000)
    open_store(path, clock=lambda: clock().replace(second=0, minute=0)).store.close()
    path.write_bytes(b"\xfe" * 9000)
    open_store(path, clock=lambda: clock().replace(second=0, minute=0)).store.close()
    assert len(list(path.parent.glob("notes-damaged-*.db"))) == 2


def _damaged_with_backup(store: UserStore) -> Path:
    """An old note only in the backup's reach, then a newer one, then the header is lost."""
    store.add_annotation("economy-1", note="کهنه", tags=["الف"])
    Backups(store.path.parent / "backups").make(store.path)
    store.add_annotation("economy-2", note="تازه", tags=["ب"])
    store.close()
    return store.path


def test_what_the_file_has_lost_comes_from_the_backup(store: UserStore) -> None:
    path = _damaged_with_backup(store)
    path.write_bytes(b"")
    opening = open_store(path)
    assert opening.backup is not None
    assert [(note.note, note.tags) for note in opening.store.notes()] == [("کهنه", ("الف",))]
    assert opening.sentence is not None
    assert "۰ مورد از آن خوانده شد و ۲ مورد از پشتیبان برگشت" in opening.sentence
    opening.store.close()


def test_what_the_file_still_has_is_newer_than_the_backup(store: UserStore) -> None:
    path = _damaged_with_backup(store)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    opening = open_store(path)
    found = {(note.note, note.tags) for note in opening.store.notes()}
    assert found == {("کهنه", ("الف",)), ("تازه", ("ب",))}
    opening.store.close()


def test_what_was_purged_does_not_come_back_from_the_backup(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    Backups(store.path.parent / "backups").make(store.path)
    store.delete_annotation(note.uuid)
    store.empty_trash()
    store.close()
    store.path.write_bytes(bytes(100) + store.path.read_bytes()[100:])
    opening = open_store(store.path)
    assert opening.store.annotation(note.uuid) is None
    opening.store.close()


def test_a_damaged_file_with_a_log_is_read_with_it(store: UserStore, tmp_path: Path) -> None:
    note = store.add_annotation("economy-1", note="فقط در روزنگار").value
    path = lay(tmp_path / "place" / "notes.db", b"\xff" * 4096)
    log = store.path.with_name("notes.db-wal").read_bytes()
    path.with_name("notes.db-wal").write_bytes(log)
    opening = open_store(path)
    assert opening.store.annotation(note.uuid) == note
    assert opening.store.author == store.author
    opening.store.close()


def test_a_log_without_its_file_is_not_lost(store: UserStore, tmp_path: Path) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    path = lay(tmp_path / "place" / "notes.db", b"")
    path.with_name("notes.db-wal").write_bytes(store.path.with_name("notes.db-wal").read_bytes())
    path.unlink()
    opening = open_store(path)
    assert opening.store.annotation(note.uuid) == note
    opening.store.close()


def test_a_table_whose_making_is_no_text_any_more_is_damage(
    written: Written, tmp_path: Path
) -> None:
    damaged = written.data.replace(
        b"CREATE TABLE collection (\n    uuid", b"CREATE TABLE collection (\n    \xffuid"
    )
    assert damaged != written.data
    check_damage(written, tmp_path / "place" / "notes.db", damaged)


def test_a_complaint_that_quotes_a_spoiled_name_is_damage(written: Written, tmp_path: Path) -> None:
    damaged = written.data.replace(b"annotation_by_owner", b"annotation_by_\xff\xffner")
    damaged = damaged.replace(b"\xff\xffner ON", b"\xff\xffner NO")
    assert b"ner NO" in damaged
    check_damage(written, tmp_path / "place" / "notes.db", damaged)


@pytest.mark.parametrize("spoiled", [b"\x00", b"\xff", b"x"])
def test_a_note_whose_author_is_spoiled_is_still_there(
    written: Written, tmp_path: Path, spoiled: bytes
) -> None:
    whole = lay(tmp_path / "whole" / "notes.db", written.data)
    opening = open_store(whole)
    author = opening.store.author.uuid.encode()
    opening.store.close()
    at = written.data.index(author, written.data.index("یادداشت 003".encode()) - 400)
    damaged = bytearray(bytes(PAGE_OF_HEADER) + written.data[PAGE_OF_HEADER:])
    damaged[at + 20 : at + 21] = spoiled
    check_damage(written, tmp_path / "place" / "notes.db", bytes(damaged))
    store = open_store(tmp_path / "place" / "notes.db").store
    assert len(store.notes(limit=1000)) == len(written.notes) + 1
    store.close()
