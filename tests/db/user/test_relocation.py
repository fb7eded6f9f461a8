"""Moving the folder: everything is there before anything points there."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import KnownError, PlaceError
from db.paths import MOVED, UserPaths, user_paths
from db.user import relocation
from db.user.backup import Backups
from db.user.models import Annotation
from db.user.opening import open_store
from db.user.relocation import FAILED, TAKEN, move_data
from db.user.store import UserStore
from tests.db.user.systems import needs_modes


@pytest.fixture
def paths(path: Path) -> UserPaths:
    return UserPaths(path.parent)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "جای تازه" / "داده‌ها"


@pytest.fixture
def note(store: UserStore, paths: UserPaths) -> Annotation:
    """A note, a backup of it, and a setting."""
    made = store.add_annotation("economy-1", note="متن", tags=["الف"]).value
    Backups(paths.backups).make(store.path)
    paths.settings.write_text("zoom = 110\n", "utf-8")
    return made


def test_notes_backups_and_settings_are_at_the_new_place(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path
) -> None:
    new = move_data(store, paths, target)
    opening = open_store(new.database)
    assert (opening.sentence, opening.store.annotation(note.uuid)) == (None, note)
    assert len(Backups(new.backups).kept()) == 1
    assert new.settings.read_bytes() == paths.settings.read_bytes()
    opening.store.close()


def test_a_folder_without_settings_and_backups_is_moved(
    store: UserStore, paths: UserPaths, target: Path
) -> None:
    store.add_bookmark("economy-1")
    new = move_data(store, paths, target)
    assert [path.name for path in new.folder.iterdir()] == ["notes.db"]


def test_the_next_start_opens_the_new_place(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path
) -> None:
    move_data(store, paths, target)
    assert user_paths(paths.folder).folder == target


def test_a_second_move_is_followed_as_well(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path, tmp_path: Path
) -> None:
    first = move_data(store, paths, target)
    with closing(open_store(first.database).store) as moved:
        move_data(moved, first, tmp_path / "second")
    assert user_paths(paths.folder).folder == tmp_path / "second"


def test_data_moved_back_are_found_where_they_were_first(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path
) -> None:
    away = move_data(store, paths, target)
    store.close()
    paths.database.rename(paths.folder / "former.db")
    with closing(open_store(away.database).store) as moved:
        move_data(moved, away, paths.folder)
    assert user_paths(paths.folder) == paths
    assert user_paths(away.folder) == paths


def test_two_lines_that_point_at_each_other_lead_nowhere(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        (tmp_path / name / MOVED).write_bytes(os.fsencode(tmp_path / other))
    with pytest.raises(PlaceError, match="نمی‌گوید"):
        user_paths(tmp_path / "a")


@pytest.mark.skipif(os.name == "nt", reason="names of Windows are Unicode")
def test_a_place_whose_name_is_no_text_is_found_again(
    store: UserStore, note: Annotation, paths: UserPaths, tmp_path: Path
) -> None:
    target = tmp_path / os.fsdecode(b"not UTF-8: \xe4")
    move_data(store, paths, target)
    assert user_paths(paths.folder).folder == target


def test_the_old_files_stay_as_they_are(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path
) -> None:
    move_data(store, paths, target)
    assert store.annotation(note.uuid) == note
    assert len(Backups(paths.backups).kept()) == 1


@needs_modes
def test_only_the_owner_may_look_into_the_new_place(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path
) -> None:
    new = move_data(store, paths, target)
    modes = (new.folder.stat().st_mode & 0o777, new.database.stat().st_mode & 0o777)
    assert modes == (0o700, 0o600)


def test_notes_at_the_new_place_are_not_written_over(
    store: UserStore, note: Annotation, paths: UserPaths, target: Path
) -> None:
    target.mkdir(parents=True)
    (target / "notes.db").write_bytes(b"\xff" * 100)
    with pytest.raises(KnownError, match=TAKEN):
        move_data(store, paths, target)
    assert (target / "notes.db").read_bytes() == b"\xff" * 100
    assert not (paths.folder / MOVED).exists()


def test_a_place_that_cannot_be_made_changes_nothing(
    store: UserStore, note: Annotation, paths: UserPaths, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match=FAILED):
        move_data(store, paths, tmp_path / "file" / "place")
    assert user_paths(paths.folder) == paths


def test_a_copy_that_fails_half_way_moves_nobody(
    store: UserStore,
    note: Annotation,
    paths: UserPaths,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(os.strerror(28))

    monkeypatch.setattr(relocation, "save_copy", full)
    with pytest.raises(KnownError, match=FAILED):
        move_data(store, paths, target)
    assert user_paths(paths.folder) == paths
