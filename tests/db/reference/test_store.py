"""The bundled document as its readers get it."""

import shutil
import sqlite3
import threading
from collections import Counter
from pathlib import Path

import pytest

from db.errors import KnownError
from db.paths import REFERENCE_DATABASE
from db.reference.models import Item, ItemKind
from db.reference.store import ReferenceStore

GOLDEN_IDS = Path(__file__).parents[2] / "golden" / "item_ids.txt"
DIRECTIONS = {
    "economy": 11,
    "infrastructure": 16,
    "management": 13,
    "security": 7,
    "transport": 15,
    "environment": 20,
    "architecture": 13,
    "culture": 11,
}


def test_permanent_ids_and_codes_never_change(reference: ReferenceStore) -> None:
    now = [f"{item.id} {item.code or '-'} {item.kind}" for item in reference.items()]
    assert now == GOLDEN_IDS.read_text("utf-8").splitlines()


def test_the_document_has_its_items(reference: ReferenceStore) -> None:
    kinds = Counter(item.kind for item in reference.items())
    assert kinds[ItemKind.DIRECTION] + kinds[ItemKind.FUNDAMENTAL] == 106
    assert (kinds[ItemKind.CHILD], kinds[ItemKind.VISION]) == (11, 8)


def test_each_axis_has_its_directions(reference: ReferenceStore) -> None:
    assert {axis.slug: axis.direction_count for axis in reference.axes()} == DIRECTIONS


def test_the_direction_entered_twice_is_marked(reference: ReferenceStore) -> None:
    twice = [item for item in reference.items() if item.duplicate_of]
    assert [item.axis for item in twice] == ["infrastructure"]


def test_the_fundamental_directions(reference: ReferenceStore) -> None:
    found = [item.id for item in reference.items() if item.kind is ItemKind.FUNDAMENTAL]
    assert found == ["transport-0", "architecture-0"]


def test_an_axis_lists_its_vision_first_and_children_after_their_parent(
    reference: ReferenceStore,
) -> None:
    ids = [item.id for item in reference.items_of_axis("environment")]
    assert ids[0] == "environment-vision"
    assert ids[ids.index("environment-8") + 1] == "environment-8.1"


@pytest.mark.parametrize("code", ["214", "۲۱۴", " ٢١٤ "])
def test_a_code_is_read_in_three_scripts(reference: ReferenceStore, code: str) -> None:
    item = reference.item_by_code(code)
    assert item is not None
    assert item.id == "infrastructure-14"


def test_an_unknown_code_is_none(reference: ReferenceStore) -> None:
    assert reference.item_by_code("999") is None


def test_an_unknown_id_names_the_nearest(reference: ReferenceStore) -> None:
    with pytest.raises(KnownError, match=r"«transport-3»"):
        reference.item("transprt-3")


def test_an_unknown_axis_names_the_nearest(reference: ReferenceStore) -> None:
    with pytest.raises(KnownError, match="«culture»"):
        reference.axis("culutre")


def test_an_axis_like_no_other_names_them_all(reference: ReferenceStore) -> None:
    with pytest.raises(KnownError, match="یکی از این‌ها را بنویسید: economy، infrastructure"):
        reference.axis("foo")


def test_errata_lie_in_both_texts(reference: ReferenceStore) -> None:
    for item in reference.items():
        for one in reference.errata(item.id):
            assert item.verbatim[one.verbatim_start : one.verbatim_end] == one.source
            assert 0 <= one.edited_start <= one.edited_end <= len(item.edited)


def test_doubtful_places_lie_in_the_edited_text(reference: ReferenceStore) -> None:
    doubts = [(item, one) for item in reference.items() for one in reference.doubtful(item.id)]
    assert len(doubts) >= 25
    assert all(item.edited[one.start : one.end] == one.fragment for item, one in doubts)


def test_themes_and_items_know_each_other(reference: ReferenceStore) -> None:
    assert len(reference.themes()) >= 40
    for theme in reference.themes():
        items = reference.items_of_theme(theme.slug)
        assert len(items) == theme.item_count > 0
        assert all(theme in reference.themes_of(item.id) for item in items)


def test_related_items_exist_and_say_why(reference: ReferenceStore) -> None:
    related = [one for item in reference.items() for one in reference.related(item.id)]
    assert related
    assert all(reference.item(one.item_id) and one.reason for one in related)


def test_children_of_a_direction(reference: ReferenceStore) -> None:
    children = reference.children("economy-1")
    assert [child.parent_id for child in children] == ["economy-1"] * len(children) != []


def test_title_creator_and_contact_block(reference: ReferenceStore) -> None:
    kinds = Counter(part.kind for part in reference.document_parts())
    assert (kinds["title"], kinds["creator"]) == (1, 1)
    assert kinds["contact"] > 10


def test_the_store_answers_from_another_thread(reference: ReferenceStore) -> None:
    answers: list[Item] = []
    thread = threading.Thread(target=lambda: answers.append(reference.item("culture-1")))
    thread.start()
    thread.join()
    assert answers == [reference.item("culture-1")]


def test_the_bundled_content_is_intact(reference: ReferenceStore) -> None:
    assert reference.content_is_intact()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE item SET edited = edited || '.' WHERE id = 'culture-1'",
        "DELETE FROM related WHERE item_id = 'culture-1'",
        "DROP TABLE doubtful",
    ],
)
def test_a_changed_content_is_noticed(tmp_path: Path, change: str) -> None:
    copy = Path(shutil.copy(REFERENCE_DATABASE, tmp_path))
    with sqlite3.connect(copy) as connection:
        connection.execute(change)
    connection.close()
    assert not ReferenceStore(copy).content_is_intact()


@pytest.mark.parametrize("content", [b"", b"no database at all, but some text" * 100])
def test_a_strange_file_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "reference.db"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="دوباره نصب کنید"):
        ReferenceStore(path)
