"""`show`: everything the edition says of one item."""

import argparse

from db.cli.command import Command, Context
from db.cli.output import write_line
from db.reference.citation import place_label
from db.reference.models import Item
from db.text.normalize import persian_digits


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="شناسه یا کد سه‌رقمی، مانند transport-3 یا ۵۰۳")


def _run(arguments: argparse.Namespace, context: Context) -> int:
    item = context.item(arguments.id)
    axis = context.reference.axis(item.axis)
    code = f"، کد {item.code}" if item.code else ""
    write_line(persian_digits(f"محور {axis.title}، {place_label(item)}{code} [{item.id}]"))
    write_line(item.edited)
    for child in context.reference.children(item.id):
        write_line(f"  • {child.edited} [{child.id}]")
    write_line(f"\nمتن منبع (سطر {persian_digits(str(item.source_line))}):\n{item.verbatim}")
    if item.duplicate_of:
        write_line(f"\nتکرار {item.duplicate_of} است.")
    _write_review(item, context)
    _write_neighbours(item, context)
    return 0


def _write_review(item: Item, context: Context) -> None:
    errata = context.reference.errata(item.id)
    if errata:
        write_line("\nاصلاح‌ها:")
    for erratum in errata:
        write_line(f"  «{erratum.source}» ← «{erratum.corrected}»: {erratum.reason}")
    doubtful = context.reference.doubtful(item.id)
    if doubtful:
        write_line("\nجاهای مشکوک:")
    for doubt in doubtful:
        write_line(f"  «{doubt.fragment}»: {doubt.question}")
        write_line(f"    شاید: {'؛ '.join(doubt.alternatives)}")


def _write_neighbours(item: Item, context: Context) -> None:
    themes = context.reference.themes_of(item.id)
    if themes:
        write_line(f"\nموضوع‌ها: {'، '.join(theme.title for theme in themes)}")
    related = context.reference.related(item.id)
    if related:
        write_line("\nمرتبط‌ها:")
    for other in related:
        write_line(f"  {context.reference.item(other.item_id).edited} [{other.item_id}]")


COMMAND = Command("show", "متن یک بند، منبع آن و هر چه درباره‌ی آن هست", _add_arguments, _run)
