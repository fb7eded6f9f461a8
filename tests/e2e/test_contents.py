"""What the one file carries is what was reviewed."""

import json
import subprocess
from pathlib import Path

import pytest

from build_spec.attribution import linked_libdeflate
from build_spec.build import BILL
from build_spec.contents import complaints, read_contents, read_modules, read_piece
from build_spec.trim import EXCLUDED_MODULES
from db.paths import BILL_OF_MATERIALS, NOTICES

NEVER = ("hazm", "nltk", "sqlite_utils", "click", "socket", "ssl", "http", "asyncio", "QtNetwork")
MEGABYTES = 42
OF_QT = ("libQt6", "libicu", "libpyside6", "libshiboken6", "libpython")


def test_nothing_is_in_it_that_was_not_reviewed(program: Path) -> None:
    assert complaints(program.name, read_contents(program)) == []


def test_nothing_in_it_can_speak_to_a_network(program: Path) -> None:
    names = [piece.name for piece in read_contents(program)]
    assert [name for name in names if any(word in name for word in NEVER)] == []


def test_no_module_that_is_left_out_came_in_another_way(program: Path) -> None:
    names = read_modules(program).keys()
    left_out = tuple(f"{one}." for one in EXCLUDED_MODULES)
    assert "db.search.engine" in names
    assert [name for name in names if f"{name}.".startswith(left_out)] == []


def test_it_stays_small(program: Path) -> None:
    assert program.stat().st_size < MEGABYTES * 1_000_000


@pytest.fixture
def named(program: Path) -> dict[str, str]:
    """Versions by the names of the bill that the program carries."""
    bill = read_piece(program, f"resources/notices/{BILL_OF_MATERIALS.name}")
    return {one["name"]: one["version"] for one in json.loads(bill)["components"]}


@pytest.fixture
def owners(program: Path) -> set[str]:
    """The packages of this system that libraries of these names come from."""
    carried = [
        one.name
        for one in read_contents(program)
        if one.name.startswith("lib") and "/" not in one.name and not one.name.startswith(OF_QT)
    ]
    places = [Path("/usr/lib/x86_64-linux-gnu", name).resolve() for name in carried]
    asked = [f"*{place.as_posix().removeprefix('/usr')}" for place in places if place.exists()]
    command = ["dpkg-query", "--search", *asked]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.partition(":")[0] for line in told.splitlines()}


def test_its_bill_of_materials_names_what_it_is_linked_with(named: dict[str, str]) -> None:
    assert named["libdeflate"] == linked_libdeflate()
    assert {"Python", "SQLite", "ICU", "pyinstaller"} <= named.keys()


def test_bill_and_notices_name_each_package_of_the_system_in_it(
    program: Path, named: dict[str, str], owners: set[str]
) -> None:
    notices = read_piece(program, f"resources/notices/{NOTICES.name}").decode()
    assert len(owners) > 30
    assert owners <= named.keys()
    assert [one for one in owners if f"{one} {named[one]}" not in notices] == []


def test_the_bill_beside_it_is_the_one_in_it(program: Path) -> None:
    carried = read_piece(program, f"resources/notices/{BILL_OF_MATERIALS.name}")
    assert BILL.read_bytes() == carried
