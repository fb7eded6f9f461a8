"""Flags, errors and streams that all commands share."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from db.cli import COMMANDS
from db.paths import RESOURCES
from db.version import VERSION
from tests.db.cli.conftest import Run

ROOT = RESOURCES.parent
PROGRAM = [sys.executable, "-c", "import sys; from db.cli import main; sys.exit(main())"]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, as a terminal starts it."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "یکی از فرمان‌ها را بنویسید"),
        (("serch", "شهر"), "منظورتان «search» بود؟"),
        (("هیچ",), "شناخته نیست. یکی از این‌ها"),
        (("search",), "پرسشی برای جست‌وجو"),
        (("search", "شهر", "--limit", "0"), "عددی مثبت"),
        (("search", "شهر", "--limit"), "پس از --limit"),
        (("search", "شهر", "--axis", "cultur"), "«culture»"),
        (("search", "شهر", "--colour"), "«--colour» در این فرمان جایی ندارد"),
        (("show",), "این فرمان ID می‌خواهد"),
        (("show", "economi-1"), "«economy-1»"),
        (("cite", "economy-1", "--style", "shrot"), "منظورتان «short» بود؟"),
        (("self-check", "--json=1"), "جایی ندارد"),
        (("notes",), "پس از notes یکی از کارها را بنویسید"),
        (("notes", "serch"), "کار «serch» شناخته نیست. منظورتان «search» بود؟"),
        (("notes", "add"), "این فرمان ID و TEXT می‌خواهد"),
        (("search", "شهر", "--batch"), "پرسش‌ها از ورودی خوانده می‌شود"),
    ],
)
def test_a_mistake_is_one_persian_sentence_and_code_2(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    code, out, error = run(*arguments)
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert said in error


@pytest.mark.parametrize(
    "arguments",
    [("LONG",), ("show", "LONG"), ("search", "شهر", "--LONG"), ("search", "شهر", "--axis", "LONG")],
)
def test_a_long_mistake_is_told_in_a_line(run: Run, arguments: tuple[str, ...]) -> None:
    code, _, error = run(*(word.replace("LONG", "ژ" * 100_000) for word in arguments))
    assert (code, len(error) < 300) == (2, True)


@pytest.mark.parametrize("place", [0, 1])
def test_version_stands_before_or_after_a_command(run: Run, place: int) -> None:
    arguments = ["search"]
    arguments.insert(place, "--version")
    assert run(*arguments) == (0, f"tehran1404 {VERSION}\n", "")


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


@pytest.mark.parametrize("place", [0, 2])
def test_user_data_stands_before_or_after_a_command(run: Run, place: int, tmp_path: Path) -> None:
    arguments = ["cite", "economy-1"]
    arguments[place:place] = ["--user-data", str(tmp_path)]
    assert run(*arguments)[0] == 0


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_persian(run: Run, command: str) -> None:
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert out.startswith("شیوه‌ی کاربرد: tehran1404")
    assert "usage" not in out


def test_output_is_utf_8_in_the_c_locale() -> None:
    done = start("show", "transport-0", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "جهت‌گیری اساسی" in done.stdout.decode()


def test_a_query_is_read_as_utf_8_in_another_locale() -> None:
    done = start("search", "زباله", "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert '"query": "زباله"' in done.stdout.decode()


def test_a_closed_pipe_is_one_sentence() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, "edition", "--json"], cwd=ROOT, stdout=writing, stderr=-1, check=False
    )
    os.close(writing)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["خروجی پیش از پایان کار بسته شد."]


def test_the_command_line_never_imports_qt() -> None:
    script = "import sys; from db.cli import main; main(['search', 'شهر']);"
    script += "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, stdout=-1, check=False)
    assert done.returncode == 0


def test_self_check_passes_and_names_every_part() -> None:
    done = start("self-check")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, lines[-1]) == (
        0,
        "همه‌ی آزمون‌های انجام‌شده درست است؛ ۲ آزمون انجام نشد.",
    )
    assert all(re.match("✓ |– (پرونده‌ها|شبکه)", line) for line in lines[:-1])
