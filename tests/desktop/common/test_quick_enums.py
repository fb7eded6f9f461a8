"""Every enumeration of Qt is the one that Python itself would have made."""

import json
import subprocess
import sys
from enum import EnumType, IntFlag
from pathlib import Path
from typing import Any

import pytest

from desktop.common.quick_enums import PROVED, make_enums_quickly

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != PROVED, reason="another Python makes them in its own way"
)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnumType, "_create_", vars(EnumType)["_create_"])
    make_enums_quickly()


def told(way: str, *count: str) -> dict[str, Any]:
    """All that can be asked of Qt's enumerations, or of so many of them, by their names."""
    command = [sys.executable, "-m", "tests.desktop.common.enums_told", way, *count]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_some_are_what_python_makes_of_them() -> None:
    assert told("quick", "60") == told("published", "60")


@pytest.mark.slow
def test_they_are_what_python_makes_of_them() -> None:
    published, quick = told("published"), told("quick")
    assert len(published) > 500
    assert list(quick) == list(published)
    assert {name for name in published if quick[name] != published[name]} == set()


def test_what_is_no_list_of_plain_names_is_left_to_python(quick: None) -> None:
    made = IntFlag("made", "A B")
    assert [one.value for one in made] == [1, 2]
    with pytest.raises(TypeError, match="already defined"):
        IntFlag("made", [("A", 1), ("A", 2)])


def test_a_name_that_means_something_in_a_class_keeps_its_meaning(quick: None) -> None:
    made = IntFlag("made", [("real", 1), ("other", 2)])
    assert made["real"].value == 1
    assert made(2).real.__class__ is int
