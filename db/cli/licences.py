"""`licences`: whose work the program carries and under which licences, or the same as CycloneDX."""

import argparse

from db.cli.command import Command, Context
from db.cli.output import write_line
from db.errors import KnownError
from db.paths import BILL_OF_MATERIALS, NOTICES


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="فهرست اجزا به صورت CycloneDX")


def _run(arguments: argparse.Namespace, _: Context) -> int:
    path = BILL_OF_MATERIALS if arguments.json else NOTICES
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        sentence = f"پرونده‌ی «{path.name}» پیدا نشد. برنامه را دوباره نصب کنید."
        raise KnownError(sentence) from error
    write_line(text.rstrip("\n"))
    return 0


COMMAND = Command("licences", "پروانه‌های آنچه در برنامه است", _add_arguments, _run)
