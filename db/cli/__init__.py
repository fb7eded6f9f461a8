"""The reader's commands on a terminal; needs no display and never imports Qt."""

from db.cli.main import COMMANDS, main

__all__ = ["COMMANDS", "main"]
