"""The feed of texts for the search engine."""

import sqlite3
from datetime import date

import pytest

from db.errors import StoreError
from db.user.store import UserStore


def _texts(store: UserStore, since: int = 0) -> dict[str, tuple[str, bool]]:
    return {one.text: (one.kind, one.gone) for one in store.searchable(since)}


def test_every_text_of_the_reader_is_there(store: UserStore) -> None:
    store.start_meeting("شورا", date(2026, 1, 2))
    store.create_collection("نامه‌ها")
    store.add_bookmark("economy-1", note="نشان")
    store.add_annotation("economy-1", note="یادداشت", tags=["برچسب"])
    kinds = {text: kind for text, (kind, _) in _texts(store).items()}
    assert kinds == {
        "شورا": "meeting",
        "نامه‌ها": "collection",
        "نشان": "bookmark",
        "یادداشت": "annotation",
        "برچسب": "tag",
    }


def test_only_what_is_newer_is_fed_again(store: UserStore) -> None:
    store.add_annotation("economy-1", note="کهنه")
    revision = store.data_version.revision
    store.add_annotation("economy-1", note="تازه")
    assert _texts(store, revision) == {"تازه": ("annotation", False)}


def test_what_is_gone_is_said(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    revision = store.data_version.revision
    store.delete_annotation(note.uuid)
    assert _texts(store, revision) == {"متن": ("annotation", True)}
    assert _texts(store) == {}


def test_what_is_deleted_for_ever_is_said(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    store.delete_annotation(note.uuid)
    revision = store.data_version.revision
    store.empty_trash()
    assert [(one.uuid, one.gone) for one in store.searchable(revision)] == [(note.uuid, True)]


class Unreadable:
    """A connection to a disk that has gone bad."""

    def execute(self, *_: object) -> None:
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error


def test_a_bad_disk_is_told_in_a_sentence(
    store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_connection", Unreadable())
    with pytest.raises(StoreError, match="دیسک"):
        list(store.searchable())
