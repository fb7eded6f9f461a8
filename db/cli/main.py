"""Runs one command: exit code 0, 1 for a failed check, 2 with one Persian sentence otherwise."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from db.cli import cite, edition, licences, notes, quote, search, self_check, show
from db.cli.command import Command, Context
from db.cli.output import flush, prepare_streams, write_mistake
from db.cli.parser import build_parser
from db.errors import KnownError

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        search.COMMAND,
        show.COMMAND,
        cite.COMMAND,
        quote.COMMAND,
        edition.COMMAND,
        notes.COMMAND,
        self_check.COMMAND,
        licences.COMMAND,
    )
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` names and return its exit code."""
    prepare_streams()
    try:
        code = _run(_as_typed(sys.argv[1:] if argv is None else argv))
        flush()
    except KnownError as error:
        write_mistake(error.sentence)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _run(words: list[str]) -> int:
    parser = build_parser(COMMANDS.values())
    try:
        arguments, left = parser.parse_known_args(words)
    except SystemExit as done:  # --help and --version have answered
        return int(done.code or 0)
    _keep_exclusions(arguments, left)
    if left:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    folder = getattr(arguments, "user_data", None)
    context = Context(Path(folder) if folder else None)
    return COMMANDS[arguments.command].run(arguments, context)


def _keep_exclusions(arguments: argparse.Namespace, left: list[str]) -> None:
    """Give «-واژه» back to the query, where it excludes something and is no option."""
    for word in filter(_excludes, list(left) if "query" in arguments else ()):
        arguments.query.append(word)
        left.remove(word)


def _excludes(word: str) -> bool:
    """Whether a minus stands before Persian letters, a bracket, a quote or a filter."""
    sign, first = word[:1], word[1:2]
    is_filter = ":" in word and first != "-"
    return sign == "-" and (not first.isascii() or first in ("(", '"') or is_filter)


def _as_typed(words: Sequence[str]) -> list[str]:
    """The arguments as UTF-8, also where the locale made Python read them otherwise."""
    if sys.platform == "win32":
        return list(words)
    return [_decoded(word) for word in words]


def _decoded(word: str) -> str:
    try:
        return os.fsencode(word).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, which no terminal but a program hands over
        return word
