"""The order made by hand: a position between two neighbours, so that one move writes one row."""

from collections.abc import Sequence

from db.user.acts import Act
from db.user.models import Row


def place(act: Act, table: str, siblings: Sequence[Row], before: str | None) -> float:
    """A position ahead of the sibling named `before`, or after all; renumbers when none is free."""
    uuids = [row["uuid"] for row in siblings]
    index = uuids.index(before) if before in uuids else len(uuids)
    left = float(siblings[index - 1]["position"] or 0) if index else None
    if index == len(siblings):
        return 1.0 if left is None else left + 1
    right = float(siblings[index]["position"] or 0)
    middle = right - 1 if left is None else (left + right) / 2
    if middle < right and (left is None or left < middle):
        return middle
    for number, row in enumerate(siblings):
        act.update(table, str(row["uuid"]), position=float(number + (number >= index)))
    return float(index)
