"""Libraries of the system are told by the packages they come from."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_spec.linux.packages import Package, packages_of
from tests.build_spec.stubs import tool

LIBRARY = Path("/usr/lib/nowhere/libwindow.so.1")
FOUND = "libwindow1:amd64: /lib/nowhere/libwindow.so.1"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no packages")


@pytest.fixture
def dpkg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lays a dpkg-query that knows one package."""

    def lay(found: str = FOUND, source: str = "libxcb") -> None:
        shown = f"libwindow1\\t{source}\\t1:2.0-1\\tamd64\\n"
        known = f"[ $one = libwindow1:amd64 ] && printf '{shown}'"
        show = f"shift 2; for one; do {known}; done"
        script = f"#!/bin/sh\nif [ $1 = --search ]; then echo '{found}'; else {show}; fi\n"
        tool(tmp_path / "dpkg-query", script)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    return lay


def test_a_library_is_told_by_its_package_and_the_licence_that_was_reviewed(
    dpkg: Callable[..., None],
) -> None:
    dpkg()
    assert packages_of([LIBRARY]) == [Package("libxcb", "libwindow1", "1:2.0-1", "amd64", "X11")]


def test_a_version_in_the_name_of_a_source_is_passed_over(dpkg: Callable[..., None]) -> None:
    dpkg(source="gcc-14")
    assert packages_of([LIBRARY])[0].licence == "GPL-3.0-or-later WITH GCC-exception-3.1"


@pytest.mark.parametrize(
    "found",
    [
        FOUND.replace(":amd64", ":amd64, libframe1:amd64"),
        f"{FOUND}\ndiversion by libframe1 to: /lib/nowhere/libwindow.so.1",
    ],
)
def test_a_library_that_others_share_or_divert_is_told_by_its_own_package(
    dpkg: Callable[..., None], found: str
) -> None:
    dpkg(found)
    assert [one.name for one in packages_of([LIBRARY])] == ["libwindow1"]


def test_a_library_of_no_package_ends_the_build(dpkg: Callable[..., None]) -> None:
    dpkg(found="")
    with pytest.raises(SystemExit, match=r"libwindow\.so\.1"):
        packages_of([LIBRARY])


def test_a_package_whose_licence_nobody_reviewed_ends_the_build(dpkg: Callable[..., None]) -> None:
    dpkg(source="unheard-of")
    with pytest.raises(SystemExit, match="unheard-of"):
        packages_of([LIBRARY])


def test_what_is_not_of_the_system_has_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("dpkg-query") is None
    assert packages_of([tmp_path / "libQt6Core.so.6"]) == []
