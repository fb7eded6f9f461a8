"""`cite`: an item ready to stand in a letter."""

import argparse

from db.cli.command import Command, Context
from db.cli.output import write_line
from db.reference.citation import CitationStyle, cite

_STYLES = {
    "full": CitationStyle.FULL,
    "short": CitationStyle.ONLY,
    "footnote": CitationStyle.FOOTNOTE,
}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="شناسه یا کد سه‌رقمی")
    parser.add_argument(
        "--style",
        choices=tuple(_STYLES),
        default="full",
        help="full متن و ارجاع، short فقط ارجاع، footnote پانویس",
    )
    parser.add_argument(
        "--with-number", action="store_true", help="شماره‌ای که این برنامه داده است هم بیاید"
    )


def _run(arguments: argparse.Namespace, context: Context) -> int:
    item = context.item(arguments.id)
    title = context.reference.axis(item.axis).title
    edition = context.reference.meta().edition_version
    style, numbered = _STYLES[arguments.style], arguments.with_number
    write_line(cite(item, title, style, edition=edition, with_number=numbered).plain)
    return 0


COMMAND = Command("cite", "ارجاع به یک بند", _add_arguments, _run)
