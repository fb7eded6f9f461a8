"""A broken part is named, and the exit code tells."""

from pathlib import Path

import pytest

from db.health import checks
from tests.db.cli.conftest import Run


def test_a_missing_font_fails_the_check(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(checks, "FONTS", tmp_path)
    code, out, _ = run("self-check")
    assert code == 1
    assert "✗ قلم‌ها: ۰ از ۴ قلم وزیرمتن" in out


def test_a_missing_index_is_said_in_its_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(checks, "SEARCH_INDEX", tmp_path)
    assert "✗ نمایه‌ی جست‌وجو: نمایه‌ی جست‌وجو باز نشد" in run("self-check")[1]


def test_an_unwritable_place_fails_the_notes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)
    assert "✗ یادداشت‌ها: یادداشت آزمون نوشته نشد" in run("self-check")[1]


def test_a_query_that_misses_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "SEARCHES", (("گونه‌ای", "زباله", "culture-vision"),))
    assert "✗ جست‌وجو: پاسخ نداد: گونه‌ای" in run("self-check")[1]
