"""What stands on an item is read once, and anew when an act may have changed it."""

import pytest

from db.user.anchors import selector_at
from db.user.models import Colour
from db.user.store import UserStore
from desktop.common.context import Context
from desktop.common.known_marks import Highlight, KnownMarks, Marks

ITEM, TEXT = "economy-8", "اصلاح نظام مالیه‌ی شهری"


@pytest.fixture
def store(context: Context) -> UserStore:
    return context.reader.store


@pytest.fixture
def known(store: UserStore) -> KnownMarks:
    return KnownMarks(store, {ITEM: TEXT})


def test_marks_are_those_of_the_item(store: UserStore, known: KnownMarks) -> None:
    store.add_bookmark(ITEM)
    store.add_annotation(ITEM, note="روشن نیست")
    assert known.marks(ITEM) == Marks(bookmarked=True, notes=1)
    assert known.marks("economy-1") == Marks()


def test_nothing_is_read_twice(store: UserStore, known: KnownMarks) -> None:
    before = known.layers(ITEM), known.marks(ITEM), known.tags(ITEM)
    store.add_annotation(ITEM, selector=selector_at(TEXT, 0, 5), colour=Colour.YELLOW)
    assert (known.layers(ITEM), known.marks(ITEM), known.tags(ITEM)) == before


def test_a_change_is_read(store: UserStore, known: KnownMarks) -> None:
    assert known.highlights(ITEM) == ()
    selector = selector_at(TEXT, 0, 5)
    made = store.add_annotation(ITEM, selector=selector, colour=Colour.YELLOW)
    assert known.forget(made.change) == {ITEM}
    assert known.highlights(ITEM) == (Highlight(0, 5, "yellow", uuid=made.value.uuid),)


def test_a_note_on_the_whole_item_leaves_its_colours_known(
    store: UserStore, known: KnownMarks
) -> None:
    before = known.highlights(ITEM)
    known.forget(store.add_annotation(ITEM, note="همه").change)
    assert known.highlights(ITEM) is before
    assert known.marks(ITEM).notes == 1


def test_words_that_this_edition_lacks_are_not_coloured(
    store: UserStore, known: KnownMarks
) -> None:
    store.add_annotation(ITEM, selector=selector_at("واژه‌ای دیگر", 0, 4), colour=Colour.PINK)
    assert known.highlights(ITEM) == ()


def test_a_renamed_tag_is_read_where_it_stands(store: UserStore, known: KnownMarks) -> None:
    store.set_item_tags(ITEM, ["بودجه"])
    assert known.tags(ITEM) == ("بودجه",)
    [tag] = store.tags()
    known.forget(store.rename_tag(tag.tag.uuid, "درآمد").change)
    assert known.tags(ITEM) == ("درآمد",)


def test_a_tag_that_goes_is_gone_from_items_that_the_act_does_not_name(
    store: UserStore, known: KnownMarks
) -> None:
    store.set_item_tags(ITEM, ["الف", "ب"])
    store.set_item_tags("economy-1", ["ب"])
    assert known.tags(ITEM) == ("الف", "ب")
    former, kept = (store.tag_named(name) for name in ("ب", "الف"))
    assert former is not None
    assert kept is not None
    assert ITEM in known.forget(store.merge_tags(former.uuid, kept.uuid).change)
    assert known.tags(ITEM) == ("الف",)
