"""What the one file carries is what was reviewed."""

import json
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from build_spec.contents import complaints, read_contents
from build_spec.sbom import linked_libdeflate
from db.paths import BILL_OF_MATERIALS

NEVER = ("hazm", "nltk", "sqlite_utils", "click", "socket", "ssl", "http", "asyncio", "QtNetwork")
MEGABYTES = 42


def test_nothing_is_in_it_that_was_not_reviewed(program: Path) -> None:
    assert complaints(program.name, read_contents(program)) == []


def test_nothing_in_it_can_speak_to_a_network(program: Path) -> None:
    names = [piece.name for piece in read_contents(program)]
    assert [name for name in names if any(word in name for word in NEVER)] == []


def test_it_stays_small(program: Path) -> None:
    assert program.stat().st_size < MEGABYTES * 1_000_000


def test_its_bill_of_materials_names_what_it_is_linked_with(program: Path) -> None:
    carried = CArchiveReader(str(program)).extract(f"resources/notices/{BILL_OF_MATERIALS.name}")
    named = {one["name"]: one["version"] for one in json.loads(carried)["components"]}
    assert named["libdeflate"] == linked_libdeflate()
