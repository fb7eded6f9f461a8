"""What goes on paper: titles and texts in order, whatever page they were chosen from."""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import groupby

from db.record import record
from db.reference.models import Item, ItemKind
from db.search.models import NEAR_TITLE
from db.user.models import REMARK_TITLES, RemarkKind
from desktop.common.context import Context
from desktop.common.note import Note
from desktop.common.persian import counted, digits, jalali


class PieceKind(Enum):
    """How a paragraph is set."""

    TITLE = "title"
    CAPTION = "caption"
    PART = "part"
    SECTION = "section"
    VISION = "vision"
    TEXT = "text"
    CHILD = "child"
    NOTE = "note"


@record
class Piece:
    """A paragraph; `label` leads it: a number, a letter, the name of a row."""

    kind: PieceKind
    text: str
    label: str = ""


@record
class PrintJob:
    """A choice the reader can print; `name` stands in the list of choices."""

    name: str
    title: str
    pieces: tuple[Piece, ...]


def axis_job(context: Context, slug: str, *, notes: bool = False) -> PrintJob:
    """One axis as on its page."""
    axis = context.reference.axis(slug)
    pieces = [
        Piece(PieceKind.TITLE, f"محور {axis.title}"),
        Piece(PieceKind.CAPTION, f"محور {digits(axis.number)} از {digits(_axis_count(context))}"),
        *(_notes(context, slug) if notes else ()),
    ]
    for item in context.reference.items_of_axis(slug):
        if item.kind is ItemKind.VISION:
            pieces += [Piece(PieceKind.VISION, item.edited, "چشم‌انداز:")]
            pieces += _notes(context, item.id) if notes else []
            count = f"{digits(axis.direction_count)} جهت‌گیری"
            pieces.append(Piece(PieceKind.SECTION, "جهت‌گیری‌های راهبردی", count))
            continue
        pieces.append(_row(context, item))
        pieces += _notes(context, item.id) if notes else []
    return PrintJob(f"محور {axis.title}", f"محور {axis.title}", tuple(pieces))


def items_job(
    context: Context, name: str, title: str, items: Iterable[Item], *, notes: bool = False
) -> PrintJob:
    """Chosen items under the names of their axes, in the order given within each."""
    chosen = tuple(items)
    pieces = [
        Piece(PieceKind.TITLE, title),
        Piece(PieceKind.CAPTION, f"{digits(len(chosen))} بند"),
        *_by_axis(context, chosen, notes=notes),
    ]
    return PrintJob(name, title, tuple(pieces))


def results_job(
    context: Context, title: str, direct: Sequence[Item], near: Sequence[Item], *, notes: bool
) -> PrintJob:
    """What a search found; what is only near stands apart, as on its page."""
    found = counted((len(direct), "نتیجه"), (len(near), "نتیجه‌ی نزدیک"))
    pieces = [Piece(PieceKind.TITLE, title), Piece(PieceKind.CAPTION, found)]
    pieces += _by_axis(context, direct, notes=notes)
    if near:
        pieces.append(Piece(PieceKind.PART, NEAR_TITLE))
        pieces += _by_axis(context, near, notes=notes)
    return PrintJob(title, title, tuple(pieces))


def _by_axis(context: Context, items: Iterable[Item], *, notes: bool) -> list[Piece]:
    pieces: list[Piece] = []
    for slug, group in groupby(items, key=lambda item: item.axis):
        pieces.append(Piece(PieceKind.SECTION, f"محور {context.axis_title(slug)}"))
        for item in group:
            pieces.append(Piece(PieceKind.TEXT, item.edited, f"{context.row_title(item)}:"))
            pieces += _notes(context, item.id) if notes else []
    return pieces


def _axis_count(context: Context) -> int:
    return len(context.reference.axes())


def _row(context: Context, item: Item) -> Piece:
    if item.kind is ItemKind.CHILD:
        return Piece(PieceKind.CHILD, item.edited, f"{context.letter(item)}.")
    if item.kind is ItemKind.FUNDAMENTAL:
        return Piece(PieceKind.TEXT, item.edited, "جهت‌گیری اساسی:")
    return Piece(PieceKind.TEXT, item.edited, f"{digits(item.number)}.")


def _notes(context: Context, item_id: str) -> list[Piece]:
    """What is noted on an item, or on an axis, and is not private; the oldest first."""
    return [
        Piece(PieceKind.NOTE, note.text, f"{_whose(note)}، {jalali(note.changed, 'd MMMM yyyy')}:")
        for note in reversed(context.reader.notes(item_id))
        if note.text and not note.stored.private
    ]


def _whose(note: Note) -> str:
    """The reader's own note, or the remark of somebody."""
    kind, speaker = note.stored.kind, note.stored.speaker
    own = kind is RemarkKind.COMMENT and not speaker
    title = "یادداشت من" if own else REMARK_TITLES[kind]
    return f"{title}، گوینده: {speaker}" if speaker else title
