"""What stands side by side, as data and as a table that office programs paste."""

import html
from collections import Counter

from db.record import record
from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.item_entries import item_place

_CELL = "border:1px solid #888;padding:4pt;vertical-align:top;text-align:right"
_NONE = "—"


@record
class Line:
    """One aspect of every compared item; `shared` are texts that more than one has."""

    title: str
    cells: tuple[tuple[str, ...], ...]
    shared: frozenset[str] = frozenset()
    is_reading: bool = False


def compare(context: Context, items: tuple[Item, ...]) -> tuple[Line, ...]:
    """Text, sub-directions and themes of 2–4 items; a line that none has is left out."""
    reference = context.reference
    themes = [tuple(theme.title for theme in reference.themes_of(item.id)) for item in items]
    counts = Counter(title for one in themes for title in one)
    shared = frozenset(title for title, count in counts.items() if count > 1)
    children = tuple(
        tuple(f"{context.letter(child)}. {child.edited}" for child in reference.children(item.id))
        for item in items
    )
    # What they have in common comes first in every column.
    ordered = tuple(tuple(sorted(one, key=lambda title: title not in shared)) for one in themes)
    lines = (
        Line("متن", tuple((item.edited,) for item in items), is_reading=True),
        Line("بندهای زیرین", children),
        Line("موضوع‌ها", ordered, shared),
    )
    return tuple(line for line in lines if any(line.cells))


def as_plain(context: Context, items: tuple[Item, ...]) -> str:
    """Tab-separated rows, one column for each item, for spreadsheets and plain fields."""
    rows = [["", *(item_place(context, item) for item in items)]]
    rows += [
        [line.title, *("؛ ".join(cell) or _NONE for cell in line.cells)]
        for line in compare(context, items)
    ]
    return "\n".join("\t".join(row) for row in rows)


def as_html(context: Context, items: tuple[Item, ...]) -> str:
    """A right-to-left table with a heading row and a heading column."""
    head = [_cell("th", "")]
    head += [_cell("th", html.escape(item_place(context, item))) for item in items]
    rows = [head]
    for line in compare(context, items):
        cells = [_cell("td", "<br>".join(map(html.escape, cell)) or _NONE) for cell in line.cells]
        rows.append([_cell("th", html.escape(line.title)), *cells])
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    look = "direction:rtl;border-collapse:collapse;font-family:'B Nazanin',Vazirmatn,Tahoma"
    return f'<table dir="rtl" lang="fa" style="{look};font-size:12pt">{body}</table>'


def _cell(tag: str, content: str) -> str:
    return f'<{tag} dir="rtl" style="{_CELL}">{content}</{tag}>'
