"""What is looked up in a mapped file is what was written there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.places import Table, write_table

KEYS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\r"), max_size=4)


@given(st.dictionaries(KEYS, KEYS, min_size=1), KEYS)
def test_a_table_says_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, str], key: str
) -> None:
    path = tmp_path_factory.mktemp("table") / "rows.txt"
    write_table(path, [f"{key}\t{value}" for key, value in rows.items()])
    table = Table(path)
    assert dict(table) == rows
    assert (table.get(key), key in table, len(table)) == (rows.get(key), key in rows, len(rows))


def test_a_key_is_not_its_beginning(tmp_path: Path) -> None:
    write_table(tmp_path / "rows.txt", ["شهرها\tشهر"])
    assert "شهر" not in Table(tmp_path / "rows.txt")


def test_an_empty_table_holds_nothing(tmp_path: Path) -> None:
    write_table(tmp_path / "rows.txt", [])
    assert dict(Table(tmp_path / "rows.txt")) == {}


def test_what_no_file_can_hold_is_in_none(tmp_path: Path) -> None:
    write_table(tmp_path / "rows.txt", ["شهر\tآب"])
    assert Table(tmp_path / "rows.txt").get("\ud800") is None
