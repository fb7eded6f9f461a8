"""The text of a row with its marks: the reader's colours, hits, corrections, doubtful places."""

from functools import cache

from db.reference.models import Item
from desktop.axis.model import AxisModel, Row, RowKind
from desktop.common.context import Context
from desktop.common.persian import shorten
from desktop.common.text_block import Mark, Style, TextBlock, layer_mark, text_block

FOLDED_LENGTH = 110
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
        # Marks are asked for at every measuring and painting; the edition does not change.
        self._errata = cache(context.reference.errata)
        self._doubtful = cache(context.reference.doubtful)

    def is_folded(self, row: Row) -> bool:
        if row.item is None or row.kind is not RowKind.VISION or not self.fold_visions:
            return False
        return row.item.id not in self._model.expanded

    def block(self, row: Row, width: float) -> TextBlock:
        """The block of a row's text for this width."""
        assert row.item is not None
        text, style = self._plain(row)
        marks = tuple(mark for mark in self._marks(row.item) if mark.end <= len(text))
        return text_block(text, style, int(width), marks)

    def height(self, row: Row, width: float) -> float:
        """The height of that block; marks colour letters and move none."""
        return text_block(*self._plain(row), int(width)).height

    def noted_ends(self, row: Row) -> list[int]:
        """Where spans that a note is about end in the row's text, in code points."""
        if row.item is None or self._model.verbatim:
            return []
        lights = self._context.reader.highlights(row.item.id)
        length = len(self._plain(row)[0])
        return [light.end for light in lights if light.noted and light.end <= length]

    def _plain(self, row: Row) -> tuple[str, Style]:
        assert row.item is not None
        text = self._model.text(row.item)
        if self.is_folded(row):
            text = shorten(text, FOLDED_LENGTH)
        size, line = _SIZES[row.kind]
        return text, Style(size * self._context.theme.zoom, 400, line)

    def _marks(self, item: Item) -> list[Mark]:
        tokens = self._context.theme.tokens
        if self._model.verbatim:
            return [
                Mark(e.verbatim_start, e.verbatim_end, tokens.warn_soft, tokens.warn, tokens.warn)
                for e in self._errata(item.id)
            ]
        marks = [
            Mark(place.start, place.end, wave=tokens.warn) for place in self._doubtful(item.id)
        ]
        marks += [layer_mark(layer, tokens) for layer in self._context.reader.layers(item.id)]
        now = item.id == self._model.current_hit
        back, ink = (tokens.hit_now, tokens.on_hit_now) if now else (tokens.hit, tokens.on_hit)
        return marks + [
            Mark(span.start, span.end, back, ink) for span in self._model.hits.get(item.id, ())
        ]
