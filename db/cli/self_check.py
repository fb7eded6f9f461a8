"""`self-check`: the table of the program's health on a terminal; exit code 1 when a check fails."""

import argparse

from db.cli.command import Command, Context
from db.cli.output import write_line
from db.health.checks import Subject, examine, table


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every command takes."""


def _run(_: argparse.Namespace, context: Context) -> int:
    findings = examine(Subject(context.reference, lambda: context.engine))
    for line in table(findings).splitlines():
        write_line(line)
    return int(any(finding.passed is False for finding in findings))


COMMAND = Command("self-check", "آزمودن درستی برنامه روی همین رایانه", _add_arguments, _run)
