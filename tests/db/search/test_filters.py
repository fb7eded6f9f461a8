"""Filters are named in either language and let in exactly what they say."""

import pytest

from db.reference.models import ItemKind
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.models import SearchQuery
from tests.db.search.answers import ids
from tests.db.search.conftest import Ask


@pytest.mark.parametrize(
    "text",
    ["محور:حمل‌ونقل", "محور:«حمل و نقل»", "محور:۵", "axis:5", "axis:transport", "AXIS:Transport"],
)
def test_an_axis_is_named_by_title_number_or_slug(
    ask: Ask, reference: ReferenceStore, text: str
) -> None:
    assert ids(ask(text)) == [item.id for item in reference.items_of_axis("transport")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("نوع:چشم‌انداز", {ItemKind.VISION}),
        ("kind:vision", {ItemKind.VISION}),
        ("نوع:اساسی", {ItemKind.FUNDAMENTAL}),
        ("نوع:جهت‌گیری", {ItemKind.DIRECTION, ItemKind.FUNDAMENTAL}),
        ("type:child", {ItemKind.CHILD}),
    ],
)
def test_a_kind_has_persian_and_english_names(
    ask: Ask, reference: ReferenceStore, text: str, kinds: set[ItemKind]
) -> None:
    assert ids(ask(text)) == [item.id for item in reference.items() if item.kind in kinds]


def test_a_theme_is_named_by_title_or_slug(ask: Ask, reference: ReferenceStore) -> None:
    theme = reference.themes()[0]
    wanted = [item.id for item in reference.items_of_theme(theme.slug)]
    assert ids(ask(f"theme:{theme.slug}")) == wanted
    assert set(wanted) <= set(ids(ask(f"موضوع:«{theme.title}»")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("نشان:دارد", ["economy-1", "culture-6"]),
        ("bookmark:yes", ["economy-1", "culture-6"]),
        ("یادداشت:دارد", ["economy-2"]),
        ("برچسب:فوری", ["economy-3"]),
        ("tag:هیچ", []),
    ],
)
def test_the_readers_own_marks_filter(ask: Ask, text: str, wanted: list[str]) -> None:
    assert ids(ask(text)) == wanted


@pytest.mark.parametrize(
    "text", ["محور:بازیافت", "kind:بازیافت", "موضوع:بازیافتن", "theme:بازیافتی"]
)
def test_an_unknown_value_is_searched_as_a_word_and_said_so(ask: Ask, text: str) -> None:
    results = ask(text)
    assert ids(results)[:1] == ids(ask(text.partition(":")[2]))[:1]
    assert "به‌صورت واژه جست‌وجو شد" in (results.understood or "")


@pytest.mark.parametrize("text", ["نشان:شاید", "یادداشت:گاهی"])
def test_marks_are_there_or_not(ask: Ask, text: str) -> None:
    assert "تنها «دارد» یا «ندارد» می‌گیرد" in (ask(text).understood or "")


@pytest.mark.parametrize(
    ("open_value", "quoted"),
    [
        ("محور:حمل و نقل ترافیک", "محور:«حمل و نقل» ترافیک"),
        ("محور:محیط زیست", "محور:«محیط زیست»"),
        ("-محور:محیط زیست زباله", "-محور:«محیط زیست» زباله"),
        ("(محور:محیط زیست) زباله", "محور:«محیط زیست» زباله"),
        ("زباله|محور:محیط زیست", "زباله|محور:«محیط زیست»"),
        ("نوع:جهت گیری آب", "نوع:«جهت گیری» آب"),
        ("موضوع:حمل و نقل عمومی مترو", "موضوع:«حمل و نقل عمومی» مترو"),
    ],
)
def test_a_value_goes_on_as_far_as_a_name_does(ask: Ask, open_value: str, quoted: str) -> None:
    assert ids(ask(open_value)) == ids(ask(quoted))


def test_a_theme_is_named_by_whole_words(ask: Ask, reference: ReferenceStore) -> None:
    theme = next(theme for theme in reference.themes() if theme.title == "آب")
    wanted = [item.id for item in reference.items_of_theme(theme.slug)]
    assert ids(ask("موضوع:آب")) == wanted


@pytest.mark.parametrize(
    "text", ["محور:امنیت محور:فرهنگ", "محور:امنیت یا محور:فرهنگ", "axis:security OR axis:culture"]
)
def test_of_two_axes_one_is_enough(ask: Ask, text: str) -> None:
    assert {item_id.partition("-")[0] for item_id in ids(ask(text))} == {"security", "culture"}


@pytest.mark.parametrize("text", ["نشان:ندارد", "-نشان:دارد", "bookmark:no"])
def test_marks_can_be_asked_not_to_be(ask: Ask, reference: ReferenceStore, text: str) -> None:
    found = ids(ask(text))
    assert not {"economy-1", "culture-6"} & set(found)
    assert len(found) == len(reference.items()) - 2


def test_without_a_reader_nothing_is_marked(reference: ReferenceStore) -> None:
    engine = SearchEngine(reference)
    assert engine.search(SearchQuery("نشان:دارد")).hits == ()
    assert len(engine.search(SearchQuery("note:no axis:security")).hits) == 8


def test_a_filter_narrows_words(ask: Ask) -> None:
    found = ids(ask("محور:اقتصاد جهان‌شهر"))
    assert found
    assert all(item_id.startswith("economy") for item_id in found)


@pytest.mark.parametrize("text", ["محور:{}", "{}:آب", "نشان:{}"])
def test_a_long_name_is_told_shortened(ask: Ask, text: str) -> None:
    told = ask(text.format("ژ" * 500)).understood or ""
    assert "ژ…»" in told
    assert len(told) < 200
