"""Files that come to their place whole or not at all."""

from pathlib import Path

import pytest

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
