"""What the tests of the page of all marks put there and read off it."""

from collections.abc import Iterable, Iterator

from db.user.models import Annotation
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.widgets.buttons import Chip
from desktop.notes.groups import GROUPS
from desktop.notes.page import NotesPage


def add(context: Context, item_id: str, **fields: object) -> Annotation:
    made = context.reader.store.add_annotation(item_id, **fields)  # type: ignore[arg-type]  # any of them
    context.reader.tell(made.change)
    return made.value


def titles(shown: EntryList) -> list[str]:
    return [entry.title for entry in shown.rows.entries()]


def each_group(page: NotesPage, groups: Iterable[str] = GROUPS) -> Iterator[str]:
    """Ways of grouping, each of them chosen in its turn."""
    for group in groups:
        page.group.choose(group)
        page.group.chosen.emit()
        yield group


def headings(page: NotesPage) -> list[str]:
    return [heading.title for heading in page.list.rows.headings()]


def chips(page: NotesPage) -> list[str]:
    return [chip.text() for chip in page.filters.findChildren(Chip) if chip.isVisible()]
