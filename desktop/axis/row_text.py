"""The text of a row with its marks: the reader's colours, hits, corrections, doubtful places."""

from functools import cache

from PySide6.QtCore import QPointF

from db.reference.models import Item
from db.reference.source_places import Places, in_source, source_places
from desktop.axis.model import AxisModel, Row, RowKind
from desktop.common.context import Context
from desktop.common.source_marks import explained_at
from desktop.common.text_block import Mark, Style, TextBlock, beginning, layer_mark, text_block

FOLDED_LINES = 2
_SIZES = {
    RowKind.VISION: (17.0, 1.18),
    RowKind.DIRECTION: (16.5, 1.12),
    RowKind.CHILD: (15.0, 1.12),
}


class RowText:
    """Builds laid-out blocks for rows."""

    def __init__(self, context: Context, model: AxisModel) -> None:
        self._context, self._model = context, model
        self.fold_visions = False
        self._places = cache(self._find_places)

    def is_folded(self, row: Row) -> bool:
        if row.item is None or row.kind is not RowKind.VISION or not self.fold_visions:
            return False
        return row.item.id not in self._model.expanded

    def block(self, row: Row, width: float) -> TextBlock:
        """The block of a row's text for this width."""
        assert row.item is not None
        text, style = self._plain(row, width)
        marks = tuple(mark for mark in self._marks(row.item) if mark.end <= len(text))
        return text_block(text, style, int(width), marks)

    def height(self, row: Row, width: float) -> float:
        """The height of that block; marks colour letters and move none."""
        return text_block(*self._plain(row, width), int(width)).height

    def noted_ends(self, row: Row, width: float) -> list[int]:
        """Where spans that a note is about end in the row's text, in code points."""
        if row.item is None or self._model.verbatim:
            return []
        lights = self._context.reader.highlights(row.item.id)
        length = len(self._plain(row, width)[0])
        return [light.end for light in lights if light.noted and light.end <= length]

    def _plain(self, row: Row, width: float) -> tuple[str, Style]:
        assert row.item is not None
        text = self._model.text(row.item)
        size, line = _SIZES[row.kind]
        style = Style(size * self._context.theme.zoom, 400, line)
        if self.is_folded(row):
            text = beginning(text, style, int(width), FOLDED_LINES)
        return text, style

    def explained_at(self, row: Row, width: float, spot: QPointF) -> str:
        """Why the letter under a spot of the row's text is marked, "" when it is not."""
        at = self.block(row, width).letter_at(spot)
        return explained_at(self._model.source_marks(row.item), at) if row.item else ""

    def _find_places(self, item_id: str) -> Places:
        reference = self._context.reference
        return source_places(reference.item(item_id), reference.errata(item_id))

    def _marks(self, item: Item) -> list[Mark]:
        tokens, verbatim = self._context.theme.tokens, self._model.verbatim
        marks = [mark.look(tokens) for mark in self._model.source_marks(item)]
        if not verbatim:
            marks += [layer_mark(layer, tokens) for layer in self._context.reader.layers(item.id)]
        now = item.id == self._model.current_hit
        back, ink = (tokens.hit_now, tokens.on_hit_now) if now else (tokens.hit, tokens.on_hit)
        return marks + [Mark(*span, back, ink) for span in self._hits(item.id)]

    def _hits(self, item_id: str) -> list[tuple[int, int]]:
        """What a search found, in the text that the page shows just now."""
        spans = [(span.start, span.end) for span in self._model.hits.get(item_id, ())]
        if self._model.verbatim:
            places = self._places(item_id) if spans else {}
            spans = [in_source(places, *span) for span in spans]
        return spans
