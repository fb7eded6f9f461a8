"""Tags: one name however it is typed."""

import pytest

from db.errors import KnownError
from db.user.store import UserStore
from db.user.tags import NO_NAME, SEPARATED, TAKEN


def _tags_of(store: UserStore, item_id: str = "economy-1") -> list[tuple[str, ...]]:
    return [note.tags for note in store.annotations_of(item_id)]


def test_a_tag_typed_differently_is_the_same(store: UserStore) -> None:
    first = store.add_tag("پيك‌موتوري").value
    assert store.add_tag("#پیک موتوری").value == first


@pytest.mark.parametrize("name", [" # ", "\u200c", "#\u200f"])
def test_a_tag_needs_a_name_that_is_seen(store: UserStore, name: str) -> None:
    with pytest.raises(KnownError, match=NO_NAME):
        store.add_tag(name)


def test_tags_are_counted(store: UserStore) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف"])
    store.set_item_tags("economy-2", ["الف", "ب"])
    uses = {use.tag.name: (use.notes, use.items) for use in store.tags()}
    assert uses == {"الف": (1, 1), "ب": (0, 1)}


def test_completion_prefers_beginnings_then_use(store: UserStore) -> None:
    store.set_item_tags("economy-1", ["بودجه‌ی شهر", "بازسازی", "کمیسیون بودجه"])
    store.set_item_tags("economy-2", ["کمیسیون بودجه"])
    assert store.complete_tag("بود") == ["بودجه‌ی شهر", "کمیسیون بودجه"]
    assert store.complete_tag("", limit=1) == ["کمیسیون بودجه"]


def test_completion_has_the_whole_name_first(store: UserStore) -> None:
    store.set_item_tags("economy-1", ["آب", "آبخیز"])
    store.set_item_tags("economy-2", ["آبخیز"])
    assert store.complete_tag("اب") == store.complete_tag("#اب") == ["آب", "آبخیز"]


@pytest.mark.parametrize("name", ["آب، خاک", "آب,خاک"])
def test_no_name_of_a_tag_holds_what_parts_names_in_a_line(store: UserStore, name: str) -> None:
    tag = store.add_tag("آب").value
    with pytest.raises(KnownError, match=SEPARATED):
        store.rename_tag(tag.uuid, name)
    with pytest.raises(KnownError, match=SEPARATED):
        store.add_tag(name)
    assert [use.tag.name for use in store.tags()] == ["آب"]


def test_a_renamed_tag_is_renamed_everywhere(store: UserStore) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف"])
    store.rename_tag(store.add_tag("الف").value.uuid, "ب")
    assert _tags_of(store) == [("ب",)]


def test_a_tag_does_not_take_the_name_of_another(store: UserStore) -> None:
    store.add_tag("الف")
    other = store.add_tag("ب").value
    with pytest.raises(KnownError, match=TAKEN):
        store.rename_tag(other.uuid, "الف")
    assert store.rename_tag(other.uuid, "ب").change.rows == ()


def test_merged_tags_are_one_on_notes_and_items(store: UserStore) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف", "ب"])
    store.set_item_tags("economy-1", ["الف"])
    store.set_item_tags("economy-2", ["الف", "ب"])
    store.merge_tags(store.add_tag("الف").value.uuid, store.add_tag("ب").value.uuid)
    assert _tags_of(store) == [("ب",)]
    assert store.item_tags() == {"economy-1": ("ب",), "economy-2": ("ب",)}


def test_a_tag_merged_into_itself_stays(store: UserStore) -> None:
    tag = store.add_tag("الف").value
    assert store.merge_tags(tag.uuid, tag.uuid).value == tag
    assert len(store.tags()) == 1


def test_a_deleted_tag_comes_back_on_all_that_carried_it(store: UserStore) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف"])
    tag = store.add_tag("الف").value.uuid
    store.delete_tag(tag)
    assert _tags_of(store) == [()]
    store.restore(tag)
    assert _tags_of(store) == [("الف",)]


def test_tags_of_an_item_are_replaced(store: UserStore) -> None:
    assert store.set_item_tags("economy-1", ["الف", "ب"]).value == ("الف", "ب")
    assert store.set_item_tags("economy-1", ["پ", "ب"]).value == ("ب", "پ")
    assert store.set_item_tags("economy-1", []).value == ()


def test_tags_stand_in_the_order_of_the_alphabet(store: UserStore) -> None:
    for name in ("یاد", "پسماند", "گزارش", "بودجه"):
        store.add_tag(name)
    assert [use.tag.name for use in store.tags()] == ["بودجه", "پسماند", "گزارش", "یاد"]


@pytest.mark.parametrize("typed", ["بودجه‌ریزی", "#بودجه ریزی", " بودجه‌ريزی"])
def test_a_tag_is_found_by_any_spelling_of_its_name(store: UserStore, typed: str) -> None:
    made = store.add_tag("بودجه‌ریزی").value
    assert store.tag_named(typed) == made


def test_no_tag_bears_another_name(store: UserStore) -> None:
    store.add_tag("بودجه")
    assert store.tag_named("بودجه‌ریزی") is None


def test_a_tag_that_comes_back_is_one_with_the_tag_of_its_name_made_since(store: UserStore) -> None:
    store.add_annotation("economy-1", note="متن", tags=["بودجه"])
    former = store.tags()[0].tag.uuid
    store.delete_tag(former)
    store.add_annotation("economy-2", note="متن", tags=["بودجه"])
    store.set_item_tags("economy-3", ["بودجه"])
    store.restore(former)
    (use,) = store.tags()
    assert (use.tag.uuid, use.notes, use.items) == (former, 2, 1)


def test_a_tag_that_was_not_deleted_stays_when_it_is_brought_back(store: UserStore) -> None:
    tag = store.add_tag("بودجه").value
    store.restore(tag.uuid)
    assert [use.tag for use in store.tags()] == [tag]


def test_an_item_that_loses_a_tag_keeps_its_others_and_its_notes(store: UserStore) -> None:
    store.set_item_tags("economy-1", ["بودجه", "مالیات"])
    store.add_annotation("economy-1", note="سهم", tags=["بودجه"])
    (budget,) = (use.tag for use in store.tags() if use.tag.name == "بودجه")
    store.untag_items(budget.uuid, ["economy-1"])
    assert store.item_tags() == {"economy-1": ("مالیات",)}
    assert [note.tags for note in store.notes()] == [("بودجه",)]
