"""`quote`: whether a sentence quotes the document word for word."""

import argparse
from typing import Any

from db.cli.command import Command, Context
from db.cli.output import input_text, write_json, write_line
from db.errors import KnownError
from db.reference.citation import place_label
from db.reference.quote_check import ELSEWHERE, QuoteCheck, QuoteChecker


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sentence", nargs="*", metavar="SENTENCE", help="جمله؛ بی آن از ورودی خوانده می‌شود"
    )
    parser.add_argument("--json", action="store_true", help="خروجی JSON")


def _run(arguments: argparse.Namespace, context: Context) -> int:
    sentence = " ".join(arguments.sentence) if arguments.sentence else input_text()
    if not sentence.strip():
        raise KnownError("جمله‌ای را که می‌خواهید بسنجید بنویسید.")
    result = QuoteChecker(context.reference).check(sentence)
    if arguments.json:
        write_json(_as_json(result))
    else:
        _write(result, context)
    return 0


def _as_json(result: QuoteCheck) -> dict[str, Any]:
    return {
        **vars(result),
        "sentence": result.sentence,
        "segments": [vars(segment) for segment in result.segments],
    }


def _write(result: QuoteCheck, context: Context) -> None:
    write_line(result.sentence)
    if result.item_id is None:
        return
    item = context.reference.item(result.item_id)
    axis = context.reference.axis(item.axis)
    write_line(f"محور {axis.title}، {place_label(item)} [{item.id}]")
    write_line(result.text)
    for difference in result.differences:
        write_line(f"  {difference}")
    for remark in result.remarks:
        write_line(remark)
    if result.also_in:
        write_line(f"همین واژه‌ها در: {'، '.join(result.also_in)}")
    if result.beside:
        write_line(f"{ELSEWHERE} {'، '.join(result.beside)}")


COMMAND = Command("quote", "آزمودن نقل قول از سند", _add_arguments, _run)
