"""Files that come to their place whole or not at all."""

from pathlib import Path

import pytest

from db import whole_file
from db.whole_file import written_whole


def fail_half_way(target: Path) -> None:
    with written_whole(target) as partial:
        partial.write_text("ne")
        raise OSError("full")


def test_what_is_written_takes_the_place(tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("old")
    with written_whole(target) as partial:
        partial.write_text("new")
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_stood_there_stays_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("old")
    with pytest.raises(OSError, match="full"):
        fail_half_way(target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_scanner_that_holds_the_new_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, held = Path.replace, [True, True]

    def while_held(one: Path, target: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError(13, "held")
        return replace(one, target)

    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(Path, "replace", while_held)
    monkeypatch.setattr(whole_file, "PAUSE", 0)
    with written_whole(tmp_path / "letter.txt") as partial:
        partial.write_text("new")
    assert (tmp_path / "letter.txt").read_text() == "new"


def test_a_place_that_stays_held_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: Path) -> Path:
        raise PermissionError(13, "held")

    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(whole_file, "PAUSE", 0)
    with pytest.raises(PermissionError), written_whole(tmp_path / "letter.txt") as partial:
        partial.write_text("new")
    assert list(tmp_path.iterdir()) == []
