"""The reader's own data on the terminal, each command as text and as JSON."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from db.cli.main import main
from db.lock import FolderLock
from db.paths import user_paths
from db.user.opening import open_store

type Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `notes …` on a store of its own and read its JSON."""

    def call(*words: str) -> Any:
        code = main(["--user-data", str(tmp_path / "reader"), "notes", *words, "--json"])
        assert code == 0
        return json.loads(capsys.readouterr().out)

    return call


def test_what_was_added_is_listed(run: Run) -> None:
    run("add", "transport-3", "روشن", "نیست", "--kind", "ambiguity", "--tag", "فاوا")
    (note,) = run("list", "--axis", "transport")
    assert (note["note"], note["kind"], note["tags"]) == ("روشن نیست", "ambiguity", ["فاوا"])
    assert run("list", "--axis", "economy") == []


def test_a_note_may_stand_on_a_whole_axis(run: Run) -> None:
    (note,) = run("add", "culture", "همه‌ی محور")
    assert note["item"] == "culture"


def test_open_remarks_of_an_owner(run: Run) -> None:
    run("add", "economy-8", "گزارش", "--owner", "دبیر کارگروه", "--due", "2026-03-21")
    run("add", "economy-8", "نظر ساده")
    (note,) = run("list", "--open", "--owner", "دبير كارگروه")
    assert note["due"] == "2026-03-21"


def test_a_date_may_have_the_digits_of_any_script(run: Run) -> None:
    (note,) = run("add", "economy-8", "گزارش", "--due", "۲۰۲۶-۰۳-۲۱")
    assert note["due"] == "2026-03-21"


def test_who_said_it_is_known_beside_who_settles_it(run: Run) -> None:
    run("add", "economy-8", "باید گزارش شود", "--speaker", "مشاور", "--owner", "معاونت مالی")
    run("add", "economy-8", "دیگر")
    (note,) = run("list", "--speaker", "مشاور")
    assert (note["speaker"], note["owner"]) == ("مشاور", "معاونت مالی")


@pytest.fixture
def marked(tmp_path: Path) -> None:
    """A bookmark with a line among notes, each written a second after the last."""
    seconds = count()

    def clock() -> datetime:
        return datetime(2026, 3, 21, tzinfo=UTC) + timedelta(seconds=next(seconds))

    path = user_paths(tmp_path / "reader").database
    with closing(open_store(path, clock=clock).store) as store:
        store.add_annotation("economy-8", note="پیش")
        store.add_bookmark("transport-3", note="برای نامه")
        store.set_item_tags("transport-3", ["فاوا"])


def test_bookmarks_are_listed_with_the_notes(run: Run, marked: None) -> None:
    bookmark, note = run("list")
    assert (bookmark["type"], bookmark["item"], bookmark["note"]) == (
        "bookmark",
        "transport-3",
        "برای نامه",
    )
    assert (note["type"], bookmark["tags"]) == ("annotation", ["فاوا"])
    assert run("list", "--kind", "bookmark") == run("list", "--axis", "transport") == [bookmark]


def test_a_bookmark_is_told_to_people(
    tmp_path: Path, marked: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--user-data", str(tmp_path / "reader"), "notes", "list", "--limit", "1"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["محور حمل‌ونقل، جهت‌گیری ۳، نشان", "  برای نامه"]
    assert told[2].startswith("  برچسب: فاوا؛ شناسه: ")


def test_search_reads_letters_as_the_document_does(run: Run) -> None:
    run("add", "economy-8", "هم‌پوشانی با ضوابط كمیسیون")
    assert [note["item"] for note in run("search", "همپوشانی", "کميسيون")] == ["economy-8"]
    assert run("search", "نیست‌درجهان") == []


def test_a_word_after_a_minus_excludes(run: Run) -> None:
    run("add", "economy-8", "گزارش بودجه")
    run("add", "economy-3", "گزارش کار")
    assert [note["item"] for note in run("search", "گزارش", "-بودجه")] == ["economy-3"]


def test_a_name_that_is_no_unicode_is_asked_for_as_it_was_kept(run: Run) -> None:
    run("add", "economy-8", "گزارش", "--owner", "دبیر\udcff")
    assert len(run("list", "--owner", "دبیر\udcff")) == 1
    assert run("list", "--speaker", "\udcff") == []


def test_search_finds_the_names_of_tags_too(run: Run) -> None:
    run("add", "economy-8", "گزارش", "--tag", "هم‌اندیشی")
    (tag,) = run("search", "هم‌اندیشی")
    assert (tag["type"], tag["text"]) == ("tag", "هم‌اندیشی")


def test_a_damaged_file_is_verified_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user_paths(tmp_path).database.write_bytes(b"no database" * 500)
    assert main(["--user-data", str(tmp_path), "notes", "verify", "--json"]) == 1
    assert "آسیب دیده" in json.loads(capsys.readouterr().out)["problems"][0]


def test_a_newer_file_is_not_said_to_be_in_a_read_only_folder(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", "economy-8", "نخست")
    with closing(sqlite3.connect(user_paths(tmp_path / "reader").database)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert main(["--user-data", str(tmp_path / "reader"), "notes", "add", "economy-8", "دوم"]) == 2
    assert "نسخه‌ی تازه‌تری" in capsys.readouterr().err


def test_text_for_people_says_all_that_is_known_of_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["economy-8", "گزارش", "--owner", "معاونت مالی", "--due", "2026-03-21", "--tag", "فاوا"]
    assert main(["--user-data", str(tmp_path), "notes", "add", *words, "--private"]) == 0
    known = capsys.readouterr().out.splitlines()[-1]
    assert (
        "مسئول: معاونت مالی؛ موعد: \u20662026-03-21\u2069؛ برچسب: فاوا؛ خصوصی: بله؛ شناسه: "
        in known
    )


def test_backups_are_listed_for_people_with_time_and_reason(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", "economy-8", "نخست")
    run("backup")
    assert main(["--user-data", str(tmp_path / "reader"), "notes", "restore"]) == 0
    assert capsys.readouterr().out.endswith("دستی\t۱ یادداشت، ۰ نشان\n")


def test_a_backup_is_restored_by_name(run: Run) -> None:
    run("add", "economy-8", "نخست")
    (made,) = run("backup")
    run("add", "economy-8", "دوم")
    answer = run("restore", made["name"])
    assert [note["note"] for note in run("list")] == ["نخست"]
    assert answer["present_state"] in [one["name"] for one in run("restore")]


def test_verify_counts_what_the_file_holds(run: Run) -> None:
    run("add", "economy-8", "نخست")
    found = run("verify")
    assert found["good"]
    assert found["counts"]["annotation"] == 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["add", "economy-8", "x", "--due", "1404/8/14"], "موعد را"),
        (["add", "economy-8", "x", "--due", "20260321"], "به شکل 2026-03-21"),
        (["add", "economy-8", "x", "--due", "1405-01-01"], "موعد را به تاریخ میلادی"),
        (["restore", "notes-x.db"], "پشتیبانی با این نام نیست"),
        (["verify"], "هنوز یادداشتی"),
        (["lst"], "شناخته نیست"),
    ],
)
def test_mistakes_are_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], wanted: str
) -> None:
    assert main(["notes", *words, "--user-data", str(tmp_path)]) == 2
    assert wanted in capsys.readouterr().err


def test_text_for_people_names_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--user-data", str(tmp_path), "notes", "add", "503", "پیگیری شود"])
    assert capsys.readouterr().out.splitlines()[0].startswith("محور حمل‌ونقل، جهت‌گیری ۳")


def test_nothing_is_restored_below_an_open_window(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("add", "economy-8", "نخست")
    run("backup")
    with closing(FolderLock(user_paths(tmp_path / "reader").window_lock)) as window:
        assert window.take()
        assert main(["--user-data", str(tmp_path / "reader"), "notes", "restore", "latest"]) == 2
    assert "پنجره‌ی برنامه باز است" in capsys.readouterr().err


def test_a_note_on_what_is_not_in_the_document_is_listed_with_the_others(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_store(user_paths(tmp_path / "reader").database).store) as store:
        store.add_annotation("economy-70", note="پیشین")
    assert main(["--user-data", str(tmp_path / "reader"), "notes", "list"]) == 0
    assert "بندی که در این سند نیست (economy-70)" in capsys.readouterr().out


def test_what_was_found_at_the_opening_is_said_beside_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user_paths(tmp_path / "reader").database.write_bytes(b"no database" * 500)
    assert main(["--user-data", str(tmp_path / "reader"), "notes", "list", "--json"]) == 0
    answer = capsys.readouterr()
    assert json.loads(answer.out) == []
    assert "آسیب دیده بود" in answer.err
