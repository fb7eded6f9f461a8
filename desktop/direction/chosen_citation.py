"""The citation of an item as the reader has chosen to cite."""

from db.reference.citation import Citation, CitationStyle, cite
from db.reference.models import Item, ItemKind
from desktop.common.context import Context


def own_template(context: Context) -> str | None:
    """The reader's own template for the chosen format, if there is one."""
    style = CitationStyle(context.settings["citation_style"])
    return context.settings[f"template_{style.value}"] or None


def chosen_citation(context: Context, item: Item) -> Citation:
    """The citation of an item in the chosen format."""
    return cite(
        item,
        context.axis_title(item.axis),
        CitationStyle(context.settings["citation_style"]),
        with_number=context.settings["citation_number"] and item.kind is ItemKind.DIRECTION,
        template=own_template(context),
        edition=context.reference.meta().edition_version,
    )
