"""Corrections and doubtful places as they are marked in a text and explained."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from db.record import record
from db.reference.models import Doubtful, Erratum, Item
from db.reference.source_places import in_source, source_places
from db.reference.store import ReferenceStore
from desktop.common.persian import rich
from desktop.common.text_block import Mark
from desktop.common.tokens import Tokens

EDITED = "متن ویراسته"


class MarkKind(Enum):
    """What is marked; each has a sign of its own beneath the letters, besides its colour."""

    MISPRINT = "misprint"  # in the verbatim text: letters that the edition corrects
    MENDED = "mended"  # in the edited text: what stands in their stead
    DOUBTFUL = "doubtful"


@record
class SourceMark:
    """A span of code points with its title and the editor's reason or question, in Persian."""

    start: int
    end: int
    kind: MarkKind
    title: str
    reason: str
    name: str  # the title as it is said

    @property
    def explained(self) -> str:
        """What hovering shows."""
        return f"{self.title}: {self.reason}"

    @property
    def said(self) -> str:
        """What a screen reader says of it."""
        return f"{self.name}: {self.reason}"

    def look(self, tokens: Tokens) -> Mark:
        """Shade and line, dots, or a wave."""
        start, end, ink = self.start, self.end, tokens.warn
        if self.kind is MarkKind.MISPRINT:
            return Mark(start, end, tokens.warn_soft, ink, line=ink)
        if self.kind is MarkKind.MENDED:
            return Mark(start, end, dots=tokens.muted)
        return Mark(start, end, wave=ink)


def explained_at(marks: Iterable[SourceMark], at: int) -> str:
    """Why the letter at a code point is marked, "" when it is not."""
    return "\n".join(mark.explained for mark in marks if mark.start <= at < mark.end)


def show_reason(spot: QPoint, why: str, part: QWidget) -> None:
    """Beside a spot of the screen; "" takes a former one away."""
    QToolTip.showText(spot, rich(why) if why else "", part)


def correction_title(erratum: Erratum) -> str:
    """«اطلاعاتت» ← «اطلاعات»."""
    return f"«{erratum.source}» ← " + (f"«{erratum.corrected}»" if erratum.corrected else "حذف شد")


def doubt_body(place: Doubtful) -> str:
    """The editor's question with the readings thought of."""
    choices = " یا ".join(f"«{other}»" for other in place.alternatives)
    return place.question + (f" پیشنهاد: {choices}" if choices else "")


def source_marks(reference: ReferenceStore, item: Item, *, verbatim: bool) -> list[SourceMark]:
    """The marks of one of an item's two texts: corrections, then doubtful places above them."""
    errata, doubtful = reference.errata(item.id), reference.doubtful(item.id)
    places = source_places(item, errata) if verbatim and doubtful else {}
    marks = [_correction(one, verbatim=verbatim) for one in errata]
    for one in doubtful:
        start, end = in_source(places, one.start, one.end) if verbatim else (one.start, one.end)
        title = f"«{one.fragment}»"
        name = f"جای تردید {title}"
        marks.append(SourceMark(start, end, MarkKind.DOUBTFUL, title, doubt_body(one), name))
    return marks


def _correction(one: Erratum, *, verbatim: bool) -> SourceMark:
    name = f"اصلاح «{one.source}» به «{one.corrected}»" if one.corrected else f"حذف «{one.source}»"
    if verbatim:
        start, end, kind = one.verbatim_start, one.verbatim_end, MarkKind.MISPRINT
    else:
        start, end, kind = one.edited_start, one.edited_end, MarkKind.MENDED
    return SourceMark(start, end, kind, correction_title(one), one.reason, name)
