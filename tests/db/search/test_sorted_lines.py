"""Sorted lines are found in a file as in memory."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from db.search.sorted_lines import SortedLines, mapped

LINES = st.lists(st.binary(max_size=4).filter(lambda one: b"\n" not in one and one), unique=True)


@given(LINES, st.binary(max_size=4), st.booleans())
def test_the_first_line_with_a_head_is_found(lines: list[bytes], head: bytes, ended: bool) -> None:
    found = SortedLines(b"\n".join(sorted(lines)) + b"\n" * (ended and bool(lines)))
    assert found.starting(head) == min((o for o in lines if o.startswith(head)), default=b"")
    assert list(found) == sorted(lines)


def test_a_line_is_found_far_within_a_file() -> None:
    lines = [b"%05d" % number + b"a" * 70 for number in range(2_000)]
    lines[1_000] = b"0" * 5_000
    found = SortedLines(b"\n".join(sorted(lines)))
    assert all(found.starting(line) == line for line in lines)


def test_a_file_is_searched_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "words").write_bytes(b"a\nbc\nd")
    assert SortedLines(mapped(tmp_path / "words")).starting(b"b") == b"bc"


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "words").touch()
    assert list(SortedLines(mapped(tmp_path / "words"))) == []
