"""The citation of an item as the reader has chosen to cite."""

from db.reference.citation import Citation, CitationStyle, cite
from db.reference.models import Item, ItemKind
from desktop.common.context import Context


def own_template(context: Context, style: CitationStyle | None = None) -> str | None:
    """The reader's own template for a format, the chosen one unless named, if there is one."""
    style = style or CitationStyle(context.settings["citation_style"])
    return context.settings[f"template_{style.value}"] or None


def chosen_citation(context: Context, item: Item, style: CitationStyle | None = None) -> Citation:
    """The citation of an item in a format, the chosen one unless named."""
    style = style or CitationStyle(context.settings["citation_style"])
    return cite(
        item,
        context.axis_title(item.axis),
        style,
        with_number=context.settings["citation_number"] and item.kind is ItemKind.DIRECTION,
        template=own_template(context, style),
        edition=context.reference.meta().edition_version,
    )


def quoting_citation(context: Context, item: Item) -> Citation:
    """As chosen where that quotes the item, else in the format that is made for quoting."""
    made = chosen_citation(context, item)
    return made if made.quotes else chosen_citation(context, item, CitationStyle.FULL)
