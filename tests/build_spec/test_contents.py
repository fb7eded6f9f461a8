"""What no line of the reviewed list covers is named."""

from build_spec.contents import Piece, complaints


def _pieces(*names: str) -> list[Piece]:
    return [Piece(name, 1, "") for name in names]


def test_what_nobody_reviewed_is_named() -> None:
    pieces = _pieces("libxcb-xkb.so.1", "libcurl.so.4", "python:db", "python:socket")
    assert complaints("tehran1404", pieces) == ["libcurl.so.4", "python:socket"]


def test_each_system_has_its_own_list() -> None:
    pieces = _pieces("libX11.so.6", "python312.dll")
    assert complaints("tehran1404", pieces) == ["python312.dll"]
    assert complaints("tehran1404.exe", pieces) == ["libX11.so.6"]


def test_a_remark_beside_a_line_is_no_part_of_it() -> None:
    assert complaints("tehran1404", _pieces("libuuid.so.1")) == []
