"""The small labels below a direction: its kind, what it repeats, notes and tags."""

from db.reference.models import Item, ItemKind
from desktop.axis.model import AxisModel
from desktop.common.context import Context
from desktop.common.painting import ChipLook
from desktop.common.persian import digits


class RowChips:
    """Asks the reader's marks whenever a row is measured or painted."""

    def __init__(self, context: Context, model: AxisModel) -> None:
        self._context, self._model = context, model

    def stand_below(self, item: Item) -> bool:
        """Whether a row of chips stands below a text; asked for every row of the page."""
        reader = self._context.reader
        own = item.kind is ItemKind.FUNDAMENTAL or bool(item.duplicate_of)
        return own or bool(reader.marks(item.id).notes or reader.tags(item.id))

    def of(self, item: Item) -> list[ChipLook]:
        """From the right to the left."""
        tokens, marks = self._context.theme.tokens, self._context.reader.marks(item.id)
        chips = []
        if item.kind is ItemKind.FUNDAMENTAL:
            chips.append(ChipLook("جهت‌گیری اساسی", tokens.accent, tokens.sunken))
        if item.duplicate_of:
            twin = self._model.repeats(item)
            chips.append(ChipLook(twin, tokens.warn, tokens.warn_soft, "copy"))
        if marks.notes:
            text = f"{digits(marks.notes)} یادداشت"
            chips.append(ChipLook(text, tokens.warn, tokens.warn_soft, "sticky-note"))
        chips += [
            ChipLook(f"#{tag}", tokens.muted, tokens.sunken)
            for tag in self._context.reader.tags(item.id)
        ]
        return chips
