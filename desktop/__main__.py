"""The one entry: a command goes to the command line without Qt, the rest to the window."""

import builtins
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_FOLDER = "--user-data"


def _parser() -> "argparse.ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument(_FOLDER, type=Path)
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--self-check", action="store_true")
    parser.add_argument("--tour", type=Path)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("command", nargs="?")
    return parser


def import_plainly() -> None:
    """Load what PySide's own start need not slow down.

    It looks for the source of every module that is imported, to find optional features of its own
    that this program does not use.
    """
    from desktop.common.quick_enums import make_enums_quickly

    make_enums_quickly()
    import PySide6.QtCore  # noqa: F401  # sets its `__import__`

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def main(argv: list[str] | None = None) -> int:
    """Exit code of whatever was asked for."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments or (len(arguments) == 2 and arguments[0] == _FOLDER):
        return open_window(Path(arguments[1]) if arguments else None)
    flags, unknown = _read(arguments)
    if flags.self_check:
        arguments = [one for one in arguments if one != "--self-check"] + ["self-check"]
    informs = flags.help or flags.version or flags.self_check
    if flags.command and not informs and not unknown and (file := _as_file(flags.command)):
        return open_window(flags.user_data, file)
    if flags.command or informs or unknown:
        return _run_command(arguments)
    if flags.tour:
        from desktop.tour import run_tour

        return run_tour(flags.tour, flags.user_data)
    return open_window(flags.user_data)


def _read(arguments: list[str]) -> "tuple[argparse.Namespace, list[str]]":
    """The flags, and what is none of them; what cannot be read is left to the commands' parser."""
    import argparse

    parser = _parser()
    try:
        return parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return parser.parse_args([]), arguments


def _run_command(arguments: list[str]) -> int:
    from desktop.common.unpacked import clear_up, wait_for_files

    wait_for_files("db.cli")
    from db import cli

    try:
        return cli.main(arguments)
    finally:
        clear_up()


def _as_file(word: str) -> Path | None:
    """Where the file lies that stands in a command's place; None for a command."""
    from db.exchange.kind import names_a_file

    if not names_a_file(word):
        return None
    try:
        return Path(word).absolute()
    except FileNotFoundError:  # the folder it was to lie in was removed
        return Path(word)


def open_window(folder: Path | None, file: Path | None = None) -> int:
    """The window over a reader's folder, or that of the system's account; its exit code."""
    # Until the first paint: what is imported and built stays, so looking for waste is waste.
    gc.disable()
    import_plainly()
    from desktop.app import run

    return run(folder, file)


if __name__ == "__main__":
    sys.exit(main())
