"""What a reader would notice of a file, read past the store."""

from contextlib import closing
from pathlib import Path

from db.user import rows
from db.user.models import Row
from db.user.schema import KEYS
from db.user.verify import open_for_reading

# An act that takes another back is itself later than it.
_OF_THE_ACT = ("modified", "revision", "deleted")
_NOT_SHOWN = ("state", "purged")


def everything_in(path: Path) -> dict[str, list[Row]]:
    """Every row of every table, sorted."""
    with closing(open_for_reading(path)) as connection:
        return {table: sorted(rows.everything(connection, table), key=repr) for table in KEYS}


def visible_in(path: Path) -> dict[str, list[Row]]:
    """Every row that is not deleted, without the stamps of the act that wrote it last."""
    return {
        table: [_shown(row) for row in found if row.get("deleted") is None]
        for table, found in everything_in(path).items()
        if table not in _NOT_SHOWN
    }


def _shown(row: Row) -> Row:
    return {column: value for column, value in row.items() if column not in _OF_THE_ACT}
