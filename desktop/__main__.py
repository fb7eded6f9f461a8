"""The one entry: a command goes to the command line without Qt, anything else opens the window."""

import argparse
import builtins
import gc
import sys
from pathlib import Path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tehran1404", add_help=False)
    parser.add_argument("--user-data", type=Path)
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--self-check", action="store_true")
    parser.add_argument("--tour", type=Path)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("command", nargs="?")
    return parser


def import_plainly() -> None:
    """PySide looks for the source of every module that is imported, to find optional features of
    its own that this program does not use."""
    import PySide6.QtCore  # noqa: F401  # sets its `__import__`

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def main(argv: list[str] | None = None) -> int:
    """Exit code of whatever was asked for."""
    arguments = sys.argv[1:] if argv is None else argv
    flags, _ = _parser().parse_known_args(arguments)
    if flags.self_check:
        arguments = [one for one in arguments if one != "--self-check"] + ["self-check"]
    if flags.command or flags.help or flags.version or flags.self_check:
        from db import cli

        return cli.main(arguments)
    if flags.tour:
        from desktop.tour import run_tour

        return run_tour(flags.tour, flags.user_data)
    # Until the first paint: what is imported and built stays, so looking for waste is waste.
    gc.disable()
    import_plainly()
    from desktop.app import run

    return run(flags.user_data)


if __name__ == "__main__":
    sys.exit(main())
