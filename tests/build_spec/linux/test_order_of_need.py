"""The archive brings first what a start needs first."""

from pathlib import Path

import PySide6
import shiboken6

from build_spec.linux.order_of_need import STAGE_END, Entry, in_order_of_need

QT, SHIBOKEN = Path(PySide6.__file__).parent, Path(shiboken6.__file__).parent
SCRIPT: Entry = ("__main__", str(Path(__file__)), True, "s")


def _library(name: str, source: Path) -> Entry:
    return (name, str(source), True, "b")


def _stages(*entries: Entry) -> list[list[str]]:
    """Names by stage; the last are not unpacked."""
    stages: list[list[str]] = [[]]
    for one in in_order_of_need(entries):
        stages.append([]) if one == STAGE_END else stages[-1].append(one[0])
    return stages


def test_each_stage_brings_what_it_is_for() -> None:
    stages = _stages(
        ("resources/data/index/whole.txt", __file__, True, "x"),
        ("resources/icons/check.svg", __file__, True, "x"),
        _library("PySide6/QtGui.abi3.so", QT / "QtGui.abi3.so"),
        _library("shiboken6/Shiboken.abi3.so", SHIBOKEN / "Shiboken.abi3.so"),
        ("base_library.zip", __file__, True, "x"),
        SCRIPT,
    )
    assert stages == [
        ["base_library.zip"],
        ["shiboken6/Shiboken.abi3.so"],
        ["PySide6/QtGui.abi3.so"],
        ["resources/icons/check.svg"],
        ["resources/data/index/whole.txt"],
        ["__main__"],
    ]


def test_a_library_and_the_link_to_it_come_with_the_first_that_needs_them() -> None:
    stages = _stages(
        _library("PySide6/Qt/lib/libQt6Widgets.so.6", QT / "Qt/lib/libQt6Widgets.so.6"),
        _library("PySide6/Qt/lib/libQt6Gui.so.6", QT / "Qt/lib/libQt6Gui.so.6"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", False, "n"),
        _library("PySide6/QtWidgets.abi3.so", QT / "QtWidgets.abi3.so"),
        _library("PySide6/QtGui.abi3.so", QT / "QtGui.abi3.so"),
    )
    assert stages[2] == ["PySide6/Qt/lib/libQt6Gui.so.6", "PySide6/QtGui.abi3.so", "libQt6Gui.so.6"]
    assert len(stages[3]) == 2


def test_a_folder_build_that_unpacks_nothing_has_no_stages() -> None:
    assert in_order_of_need([SCRIPT]) == [SCRIPT]
