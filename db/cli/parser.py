"""Reads the command line; what it cannot read it says in one Persian sentence."""

import argparse
import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from db.cli.command import Command
from db.cli.output import write_line
from db.errors import KnownError
from db.text.normalize import persian_digits, shorten
from db.version import VERSION

_WHAT = "چشم‌انداز تهران ۱۴۰۴ در خط فرمان؛ بی فرمان، پنجره‌ی برنامه باز می‌شود."
_WORDS = ("فرمان", "کار")  # what stands for a word of the command line itself
_TITLES = {"positional arguments": "آنچه نوشته می‌شود", "options": "گزینه‌ها"}


class PersianParser(argparse.ArgumentParser):
    """An argument parser whose errors and headings are Persian."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _PersianFormatter)
        super().__init__(**{**options, "add_help": False, "allow_abbrev": False})
        self.add_argument("-h", "--help", action="help", help="همین راهنما")

    def add_argument_group(self, *args: Any, **options: Any) -> Any:
        """A group with its heading in Persian."""
        title = args[0] if args else None
        return super().add_argument_group(_TITLES.get(str(title), title), *args[1:], **options)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help, to standard output like all else: argparse passes over what cannot be written."""
        write_line(message.removesuffix("\n"))

    def error(self, message: str) -> NoReturn:
        """Every mistake on the command line is the reader's, so a KnownError."""
        raise KnownError(_sentence(message))


class _PersianFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        heading = "شیوه‌ی کاربرد: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, heading)


def build_parser(commands: Iterable[Command]) -> PersianParser:
    """The whole command line; `--user-data` and `--version` stand before or after a command."""
    parser = PersianParser(prog="tehran1404", description=_WHAT)
    _add_common(parser)
    named = parser.add_subparsers(dest="command", metavar="فرمان", required=True)
    for command in commands:
        one = named.add_parser(command.name, help=command.summary, description=command.summary)
        _add_common(one)
        command.add_arguments(one)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS: a command's own default would hide what stood before the command.
    parser.add_argument(
        "--user-data", metavar="DIR", default=argparse.SUPPRESS, help="پوشه‌ی داده‌های خواننده"
    )
    parser.add_argument(
        "--version", action="version", version=f"tehran1404 {VERSION}", help="نسخه‌ی برنامه"
    )


def whole_number(text: str) -> int:
    """A number of results in any script's digits, at least one."""
    if not text.strip().isdecimal() or len(text) > 9 or int(text) < 1:
        raise argparse.ArgumentTypeError("whole number")
    return int(text)


def _unknown_choice(found: re.Match[str]) -> str:
    wanted, known = shorten(found["value"]), re.findall(r"[\w-]+", found["choices"])
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.5)
    hint = (
        f" منظورتان «{near[0]}» بود؟" if near else f" یکی از این‌ها را بنویسید: {'، '.join(known)}."
    )
    noun = found["name"] if found["name"] in _WORDS else f"مقدار {found['name']}،"
    return f"{noun} «{wanted}» شناخته نیست.{hint}"


_SENTENCES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"argument (?P<name>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
        _unknown_choice,
    ),
    (
        r"argument (\S+): whole number",
        lambda found: f"مقدار {found[1]} باید عددی مثبت باشد.",
    ),
    (r"argument (\S+): expected one argument", lambda found: f"پس از {found[1]} مقداری بنویسید."),
    (
        r"unrecognized arguments: (.*)",
        lambda found: f"«{shorten(found[1])}» در این فرمان جایی ندارد.",
    ),
    (
        r"the following arguments are required: فرمان",
        lambda _: "یکی از فرمان‌ها را بنویسید؛ ‎--help‎ فهرست آن‌ها را نشان می‌دهد.",
    ),
    (
        r"the following arguments are required: کار",
        lambda _: "پس از notes یکی از کارها را بنویسید؛ ‎notes --help‎ فهرست آن‌ها را نشان می‌دهد.",
    ),
    (
        r"the following arguments are required: (.*)",
        lambda found: f"این فرمان {found[1].replace(', ', ' و ')} می‌خواهد.",
    ),
)


def _sentence(message: str) -> str:
    for pattern, say in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return say(found)
    told = shorten(persian_digits(message))
    return f"فرمان خوانده نشد؛ ‎--help‎ شیوه‌ی کاربرد را نشان می‌دهد ({told})."
