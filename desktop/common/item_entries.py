"""How items of the document look in a list, alone or grouped by axis."""

from collections.abc import Iterable
from itertools import groupby

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.entry_rows import Entry, Heading, Row
from desktop.common.persian import digits
from desktop.common.tokens import AXIS_ICONS


def item_place(context: Context, item: Item) -> str:
    """«زیرساخت‌های شهری · جهت‌گیری ۲»."""
    return f"{context.axis_title(item.axis)} · {context.row_title(item)}"


def item_entry(context: Context, item: Item, *, with_axis: bool = True) -> Entry:
    """An item with its place above its words."""
    return Entry(
        key=item.id,
        title=item.edited,
        above=item_place(context, item) if with_axis else context.row_title(item),
        icon=AXIS_ICONS[item.axis],
        axis=item.axis,
        item_id=item.id,
    )


def rows_by_axis(context: Context, items: Iterable[Item]) -> list[Row]:
    """A line for each axis with its count, then its items; `items` in document order."""
    rows: list[Row] = []
    for slug, group in groupby(items, key=lambda item: item.axis):
        entries = [item_entry(context, item, with_axis=False) for item in group]
        count = f"{digits(len(entries))} بند"
        rows += [Heading(f"محور {context.axis_title(slug)}", count), *entries]
    return rows
