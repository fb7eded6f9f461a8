"""A broken part is named, and one broken part does not hide the others."""

from pathlib import Path
from shutil import copytree

import pytest

from db.health import checks
from db.health.checks import FAILED, Finding, Subject, examine, table, verdict
from db.paths import SEARCH_INDEX
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.fields import IDS


@pytest.fixture
def subject() -> Subject:
    reference = ReferenceStore()
    return Subject(reference, lambda: SearchEngine(reference))


def named(findings: list[Finding], name: str) -> Finding:
    return next(finding for finding in findings if finding.name == name)


def test_a_whole_program_passes_everything(subject: Subject) -> None:
    assert [finding for finding in examine(subject) if finding.passed is False] == []


def test_what_only_the_built_program_can_prove_is_left_open(subject: Subject) -> None:
    findings = examine(subject)
    assert [one.name for one in findings if one.passed is None] == ["شبکه"]
    assert table(findings).splitlines()[-2].startswith("– شبکه")
    assert verdict(findings) == "همه‌ی آزمون‌های انجام‌شده درست است؛ ۱ آزمون انجام نشد."


def test_a_built_program_without_network_passes(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr(checks, "_NETWORK", ("no.such.module",))
    assert verdict(examine(subject)) == "همه درست است."


def test_a_missing_translation_is_named(
    subject: Subject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(checks, "QT_TRANSLATIONS", tmp_path)
    assert not named(examine(subject), "ترجمه").passed


def test_a_list_of_items_that_lost_one_is_named(
    subject: Subject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    index = Path(copytree(SEARCH_INDEX, tmp_path / "index"))
    ids = (index / IDS).read_text("utf-8").split("\n")
    (index / IDS).write_text("\n".join(ids[1:]), "utf-8")
    monkeypatch.setattr(checks, "SEARCH_INDEX", index)
    assert named(examine(subject), "نمایه‌ی جست‌وجو") == Finding(
        "نمایه‌ی جست‌وجو", False, "۱۲۴ از ۱۲۵ بند در نمایه"
    )


def test_a_network_module_in_the_built_program_is_named(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr(checks, "_NETWORK", ("json", "no.such.module"))
    assert named(examine(subject), "شبکه") == Finding("شبکه", False, "json")


def test_a_search_that_breaks_leaves_the_rest_examined(subject: Subject) -> None:
    def broken() -> SearchEngine:
        raise OSError("index")

    findings = examine(Subject(subject.reference, broken))
    assert [one for one in findings if one.passed is False] == [Finding("جست‌وجو", False, FAILED)]
