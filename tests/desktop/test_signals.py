"""Every signal of the window is emitted by what it is named for.

Each has a test that waits for it: a scene, or a test in the file named below.
"""

import ast
import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desktop
from desktop.main_window import MainWindow
from tests.desktop.scenes import SCENES
from tests.desktop.stage import Stage

ELSEWHERE = {
    "backup/test_backup_page.py": (
        "BackupKeeper.kept BackupKeeper.purged BackupPage.moved BackupPage.failed"
    ),
    "bookmarks/test_bookmarks_page.py": (
        "BookmarkTree.opened BookmarkTree.current_changed BookmarkTree.delete_wanted "
        "Page.place_wanted Page.item_chosen"
    ),
    "bookmarks/test_row_menu.py": "BookmarkTree.menu_wanted",
    "bookmarks/test_tags_page.py": "TwoLists.note_edit_wanted Page.refused",
    "common/test_saving.py": "Saving.told",
    "home/test_home.py": "HomePage.unfinished_wanted",
    "direction/test_marks.py": "ReaderView.note_chosen",
    "direction/test_panel.py": "Panel.item_wanted",
    "health/test_health.py": (
        "HealthPage.examined FaultReportPage.gathered FaultReportPage.failed"
    ),
    "meeting/test_capture.py": "CaptureBar.captured CaptureBar.left",
    "meeting/test_dialog.py": "DraftedDialog.saved DraftedDialog.set_aside MeetingPage.set_aside",
    "meeting/test_meeting.py": "MeetingStrip.meeting_wanted MeetingStrip.capture_wanted",
    "notes/test_coverage.py": "CoverageMap.item_wanted NotesPage.rearranged",
    "notes/test_editor.py": (
        "DraftedDialog.saved DraftedDialog.set_aside NotesPage.set_aside NoteFields.changed "
        "CompletedEdit.name_taken"
    ),
    "notes/test_filters.py": "Filters.changed",
    "notes/test_marked_items.py": "NotesPage.line_wanted",
    "notes/test_notes_page.py": "EntryList.edit_wanted EntryList.delete_wanted",
    "printing/test_printing.py": "PrintDialog.said PrintDialog.written",
    "quote/test_quote.py": "QuoteDialog.checked",
    "search/test_completions.py": (
        "SearchBox.query_changed SearchBox.results_wanted SearchBox.left"
    ),
    "search/test_finds.py": "Finds.more_wanted Finds.said",
    "search/test_foreseen.py": "SearchBox.foreseen",
    "search/test_menus.py": "ResultsList.note_edit_wanted ResultsList.note_delete_wanted",
    "search/test_notes.py": "Finder.followed Finder.learnt ResultsList.more_wanted",
    "search/searching.py": "SearchPage.results_shown",
    "shell/test_elsewhere.py": "Elsewhere.noticed",
    "shell/test_first_paint.py": "FirstPaint.painted",
    "shell/test_one_window.py": "OneWindow.forward_wanted OneWindow.file_brought",
    "trash/test_trash_page.py": "EntryList.opened Page.said",
}


def declared() -> set[str]:
    """«Class.signal» of every signal in the sources."""
    classes = (
        node
        for path in Path(desktop.__path__[0]).rglob("*.py")
        for text in [path.read_text("utf-8")]
        if "Signal(" in text
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef)
    )
    return {
        f"{node.name}.{ast.unparse(line.targets[0])}"
        for node in classes
        for line in node.body
        if isinstance(line, ast.Assign) and ast.unparse(line.value).startswith("Signal(")
    }


def waited_for(path: Path) -> set[str]:
    """Names of the signals that a test file waits for."""
    calls = (
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and "waitSignal" in ast.unparse(node.func)
    )
    return {name for call in calls for name in re.findall(r"\.(\w+)[],)]", call)}


def test_every_signal_has_a_scene_or_a_test_of_its_own() -> None:
    elsewhere = {name for names in ELSEWHERE.values() for name in names.split()}
    in_scenes = [name for names in SCENES for name in names.split()]
    assert declared() == {*in_scenes} | elsewhere
    assert len(in_scenes) == len({*in_scenes} - elsewhere)


@pytest.mark.parametrize("file", ELSEWHERE)
def test_the_tests_elsewhere_wait_for_them(file: str) -> None:
    wanted = {name.split(".")[1] for name in ELSEWHERE[file].split()}
    assert wanted <= waited_for(Path(__file__).parent / file)


@pytest.mark.parametrize("names", SCENES)
def test_the_signals_follow_the_act(
    qtbot: QtBot, window: MainWindow, in_front: None, monkeypatch: pytest.MonkeyPatch, names: str
) -> None:
    signals, act = SCENES[names](Stage(qtbot, window, monkeypatch))
    wanted = [*signals] if isinstance(signals, tuple) else [signals]
    assert len(wanted) == len(names.split())
    with qtbot.waitSignals(wanted):
        act()
