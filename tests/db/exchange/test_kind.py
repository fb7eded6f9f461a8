"""A file is told by its mark; what is no ordinary file is not even opened."""

import os
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from db.exchange.kind import MEDIA_TYPE, Kind, kind_of, names_a_file
from tests.db.exchange.files import exchange_file

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="such files are Linux's")


def test_the_mark_tells_an_exchange_file_whatever_its_name(tmp_path: Path) -> None:
    for name in ("one.tehran1404", "یادداشت‌های من", "x" * 200):
        assert kind_of(exchange_file(tmp_path / name)) is Kind.EXCHANGE


@pytest.mark.parametrize("text", [b"", b"PK", b"PK\x03\x04", b"\x00" * 300, b"{}"])
def test_the_name_alone_makes_none(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "one.tehran1404"
    path.write_bytes(text)
    assert kind_of(path) is Kind.OTHER


def test_another_zip_is_none(tmp_path: Path) -> None:
    for media_type in ("application/epub+zip", MEDIA_TYPE + "s"):
        path = exchange_file(tmp_path / "book.zip", media_type)
        assert kind_of(path) is Kind.OTHER


def test_a_compressed_mark_is_none(tmp_path: Path) -> None:
    path = tmp_path / "one.tehran1404"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIA_TYPE * 20)
    assert kind_of(path) is Kind.OTHER


def test_the_size_does_not_matter(tmp_path: Path) -> None:
    path = exchange_file(tmp_path / "huge.tehran1404")
    with path.open("r+b") as file:
        file.truncate(1 << 40)
    assert kind_of(path) is Kind.EXCHANGE


def test_what_is_nowhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = ("gone", "file/inside", "x" * 300, "zero\0byte", "y/" * 5000)
    assert {kind_of(tmp_path / name) for name in nowhere} == {Kind.MISSING}


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert kind_of(tmp_path) is Kind.FOLDER


@needs_posix
def test_devices_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        special = (tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero"), Path("/dev/tty"))
        assert {kind_of(path) for path in special} == {Kind.DEVICE}


class Swapped(type(Path())):  # type: ignore[misc]  # the class of paths of this system
    """A path that was an ordinary file when it was looked at."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        return Path(__file__).stat()


@needs_posix
def test_a_pipe_that_takes_the_place_of_a_file_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert kind_of(Swapped(tmp_path / "pipe")) is Kind.OTHER


@needs_posix
def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert kind_of(tmp_path / "loop") is Kind.UNREADABLE
    assert kind_of(Path("/proc/self/mem")) is Kind.UNREADABLE


def test_a_file_and_a_command_are_told_apart() -> None:
    assert names_a_file("یادداشت.TEHRAN1404")
    assert names_a_file(str(Path("folder").absolute()))
    assert not any(map(names_a_file, ("search", "self-check", "پسماند", "")))
