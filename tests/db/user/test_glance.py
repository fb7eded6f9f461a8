"""The reader's file as search threads see it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from db.user.glance import Glance
from db.user.models import Colour, TextSelector
from db.user.store import UserStore
from db.writable import can_write


def test_other_threads_see_what_was_committed(store: UserStore, path: Path) -> None:
    glance = Glance(path)
    store.add_annotation("economy-1", note="یادداشت")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(glance.annotated_items).result() == {"economy-1"}
        assert pool.submit(lambda: glance.data_version).result() == store.data_version


def test_a_tag_is_one_however_it_is_spelt(store: UserStore, path: Path) -> None:
    store.add_annotation("economy-1", note="متن", tags=["دولت الکترونیک"])
    store.set_item_tags("economy-2", ["دولت الکترونیک"])
    assert Glance(path).tagged_items("دولت الكترونيك") == {"economy-1", "economy-2"}
    assert Glance(path).tag_names() == ("دولت الکترونیک",)


def test_a_mark_without_words_is_no_note(store: UserStore, path: Path) -> None:
    selector = TextSelector(0, 5, "توسعه", "", "")
    store.add_annotation("economy-1", selector=selector, colour=Colour.YELLOW)
    store.add_bookmark("economy-2")
    assert Glance(path).annotated_items() == frozenset()
    assert Glance(path).bookmarked_items() == {"economy-2"}


def test_a_deleted_note_is_not_fed(store: UserStore, path: Path) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    assert Glance(path).has_words()
    store.delete_annotation(note.uuid)
    assert not Glance(path).has_words()
    assert Glance(path).searchable() == []


def test_a_place_that_can_be_written_is_tried_once(
    store: UserStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    tried: list[Path] = []

    def trial(place: Path) -> bool:
        tried.append(place)
        return can_write(place)

    monkeypatch.setattr("db.user.verify.can_write", trial)
    glance = Glance(path)
    for _ in range(3):
        assert glance.bookmarked_items() == frozenset()
    assert sorted(tried) == [path.parent, path]
