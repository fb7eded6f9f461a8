"""A broken part is named, and one broken part does not hide the others."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from shutil import copy, copytree

import pytest

from db.health import checks
from db.health.carried_files import DIGESTS
from db.health.checks import FAILED, Finding, Subject, examine, table, verdict
from db.paths import REFERENCE_DATABASE, SEARCH_INDEX
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
    assert [one.name for one in findings if one.passed is None] == ["پرونده‌ها", "شبکه"]
    assert table(findings).splitlines()[-2].startswith("– شبکه")
    assert verdict(findings) == "همه‌ی آزمون‌های انجام‌شده درست است؛ ۲ آزمون انجام نشد."


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the data files of a built program lie."""
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr(checks, "BUNDLE", tmp_path)
    font = tmp_path / "resources" / "font.ttf"
    font.parent.mkdir()
    font.write_bytes(b"letters")
    digest = sha256(b"letters").hexdigest()
    (tmp_path / DIGESTS).write_text(f"{digest}  resources/font.ttf\n", "utf-8")
    return tmp_path


def test_a_built_program_without_network_passes(
    subject: Subject, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_NETWORK", ("no.such.module",))
    assert verdict(examine(subject)) == "همه درست است."


@pytest.mark.parametrize("changed", [b"lettres", b"", None])
def test_a_file_that_is_not_as_it_was_built_is_named(
    subject: Subject, bundle: Path, changed: bytes | None
) -> None:
    font = bundle / "resources" / "font.ttf"
    font.unlink() if changed is None else font.write_bytes(changed)
    found = named(examine(subject), "پرونده‌ها")
    assert (found.passed, "resources/font.ttf" in found.detail) == (False, True)


def test_without_its_list_of_files_a_built_program_fails(subject: Subject, bundle: Path) -> None:
    (bundle / DIGESTS).unlink()
    assert named(examine(subject), "پرونده‌ها").passed is False


def test_a_text_that_was_changed_is_named(subject: Subject, tmp_path: Path) -> None:
    changed = Path(copy(REFERENCE_DATABASE, tmp_path))
    with closing(sqlite3.connect(changed)) as connection, connection:
        connection.execute("UPDATE item SET edited = edited || '.' WHERE id = 'culture-1'")
    findings = examine(Subject(ReferenceStore(changed), subject.engine))
    assert named(findings, "متن سند").passed is False
    assert "دست خورده است" in named(findings, "متن سند").detail


def test_a_text_made_by_other_rules_than_the_programs_is_named(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "TEXT_RULES_VERSION", "0")
    assert [one.name for one in examine(subject) if one.passed is False] == ["نسخه‌ها"]


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


@pytest.mark.usefixtures("bundle")
def test_a_network_module_in_the_built_program_is_named(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_NETWORK", ("json", "no.such.module"))
    assert named(examine(subject), "شبکه") == Finding("شبکه", False, "json")


def test_a_search_that_breaks_leaves_the_rest_examined(subject: Subject) -> None:
    def broken() -> SearchEngine:
        raise OSError("index")

    findings = examine(Subject(subject.reference, broken))
    assert [one for one in findings if one.passed is False] == [Finding("جست‌وجو", False, FAILED)]
