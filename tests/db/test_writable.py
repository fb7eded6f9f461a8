"""Whether a place can be written is told without a trace."""

from pathlib import Path

from db.writable import can_write


def test_a_folder_that_was_asked_stays_empty(tmp_path: Path) -> None:
    assert can_write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_asked_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(b"whole")
    assert can_write(file)
    assert file.read_bytes() == b"whole"


def test_what_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    assert not can_write(tmp_path / "none")
