"""Filters, phrases, prefixes, alternatives and exclusions keep exactly what they say."""

from pathlib import Path

import pytest

from db.errors import KnownError
from db.reference.models import ItemKind
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.models import SearchQuery
from tests.db.search.answers import ids, marked
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


def test_filters_of_different_names_may_be_alternatives(ask: Ask) -> None:
    either = set(ids(ask("برچسب:فوری یا یادداشت:دارد")))
    assert either == {"economy-2", "economy-3"}


@pytest.mark.parametrize("text", ["زباله یا محور:امنیت", "axis:security OR زباله"])
def test_a_word_or_a_filter_is_enough(ask: Ask, reference: ReferenceStore, text: str) -> None:
    by_axis = [item.id for item in reference.items_of_axis("security")]
    found = ask(text)
    assert ids(found) == [*ids(ask("زباله -گاز")), *by_axis]
    assert {hit.match for hit in found.hits} == {"direct"}


def test_what_a_filter_alone_brings_says_so(ask: Ask) -> None:
    by_word, *by_filter = ask("دوچرخه یا نشان:دارد").hits
    assert (by_word.item_id, by_word.why) == ("transport-11", None)
    assert [(hit.item_id, hit.why, hit.parts) for hit in by_filter] == [
        ("economy-1", "از راهِ صافی: نشان:دارد", ()),
        ("culture-6", "از راهِ صافی: نشان:دارد", ()),
    ]


class _Passing:
    """A reader whose marks are gone when they are asked for again."""

    def __init__(self) -> None:
        self.asked = 0

    def bookmarked_items(self) -> frozenset[str]:
        self.asked += 1
        return frozenset({"economy-1", "culture-6"} if self.asked == 1 else ())

    def annotated_items(self) -> frozenset[str]:
        return frozenset()

    def tagged_items(self, tag: str) -> frozenset[str]:
        return frozenset()


@pytest.mark.parametrize("text", ["دوچرخه یا نشان:دارد", "ناهید یا نشان:دارد"])
def test_one_answer_looks_at_the_readers_marks_once(reference: ReferenceStore, text: str) -> None:
    marks = _Passing()
    hits = SearchEngine(reference, marks=marks).search(SearchQuery(text)).hits
    assert [hit.why for hit in hits if hit.item_id in ("economy-1", "culture-6")] == [
        "از راهِ صافی: نشان:دارد"
    ] * 2
    assert marks.asked == 1


def test_a_filter_in_place_of_one_word_leaves_the_other_demanded(ask: Ask) -> None:
    found = ask("شهروندان زباله یا محور:امنیت")
    wanted = {item_id for item_id in ids(ask("شهروندان -گاز")) if item_id.startswith("security")}
    assert set(ids(found)) == wanted
    assert found.understood is None


def test_a_stop_word_is_not_demanded(ask: Ask) -> None:
    assert ids(ask("زباله را -گاز")) == ids(ask("زباله -گاز"))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("دوچرخ* یا برچسب:فوری", {"transport-11", "economy-3"}),
        ("برچسب:فوری یا «سیستم حمل و نقل عمومی»", {"economy-3"}),
        ("زباله یا دوچرخ*", {"environment-15", "environment-18", "transport-11"}),
        ("دوچرخ* یا زباله", {"environment-15", "environment-18", "transport-11"}),
    ],
)
def test_alternatives_may_be_of_every_kind(ask: Ask, text: str, items: set[str]) -> None:
    assert items <= set(ids(ask(text)))


def test_a_long_phrase_among_alternatives_is_found_and_marked(ask: Ask) -> None:
    phrase = "دیده‌بان علوم و فناوری‌های نو"
    hit = ask(f"دوچرخه یا «{phrase}»").hits[-1]
    assert (hit.item_id, marked(hit)) == ("economy-3", [phrase])


def test_a_word_of_no_text_beside_a_filter_is_asked_for_its_subject(ask: Ask) -> None:
    found = ask("مترو یا برچسب:فوری")
    direct = [hit for hit in found.hits if hit.match == "direct"]
    by_subject = [hit.item_id for hit in ask("مترو").hits if hit.match == "direct"]
    assert [hit.item_id for hit in direct] == [*by_subject, "economy-3"]
    assert direct[-1].why == "از راهِ صافی: برچسب:فوری"
    assert "از راهِ موضوع" in (found.understood or "")


def test_a_slip_beside_a_filter_is_corrected(ask: Ask) -> None:
    found = ask("فازلاب یا برچسب:فوری")
    assert found.suggestion == "فاضلاب یا برچسب:فوری"
    assert {"infrastructure-vision", "economy-3"} <= set(ids(found))


def test_an_unknown_value_among_alternatives_is_a_word_among_them(ask: Ask) -> None:
    found = ask("زباله یا محور:دوچرخه")
    assert set(ids(found)) == set(ids(ask("زباله یا دوچرخه")))
    assert "به‌صورت واژه جست‌وجو شد" in (found.understood or "")


@pytest.mark.parametrize("text", ["زباله یا -محور:امنیت", "آب یا -برق", "آب یا -«منابع آب»"])
def test_what_is_excluded_is_no_alternative_and_said_so(ask: Ask, text: str) -> None:
    found = ask(text)
    assert ids(found) == ids(ask(text.replace("یا ", "")))
    assert "حذف" in (found.understood or "")


def test_or_joins_a_filter_to_the_one_before_it(ask: Ask) -> None:
    found = ids(ask("محور:فرهنگ نوع:جهت‌گیری محور:امنیت یا برچسب:فوری"))
    assert "economy-3" in found
    assert "culture-vision" not in found


def test_an_excluded_beginning_takes_all_words_that_begin_so(ask: Ask) -> None:
    begun, others = ids(ask("شهر* محور:امنیت")), ids(ask("-شهر* محور:امنیت"))
    assert not set(begun) & set(others)
    assert len(begun) + len(others) == 8


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


@pytest.mark.parametrize("text", ["«منابع آب»", "«منابع‌آب»", '"منابع اب"'])
def test_a_phrase_finds_only_items_that_hold_it(ask: Ask, text: str) -> None:
    assert ids(ask(text)) == ["infrastructure-13"]


@pytest.mark.parametrize(
    ("text", "item_id", "marked"),
    [
        ("«زبالهي شهری»", "environment-15", "زباله\u200cی شهری"),
        ("«كسبكارهاي»", "economy-vision", "کسب\u200cوکارهای"),
        ("ظوابط", "architecture-11", "ضوابط"),
    ],
)
def test_what_only_the_print_has_is_marked_where_it_is_corrected(
    ask: Ask, text: str, item_id: str, marked: str
) -> None:
    hit = next(hit for hit in ask(text).hits if hit.item_id == item_id)
    assert [hit.text[span.start : span.end] for span in hit.spans] == [marked]


def test_a_phrase_nobody_wrote_finds_nothing(ask: Ask) -> None:
    assert ask("«آب منابع»").hits == ()


def test_an_excluded_word_takes_its_forms_with_it(ask: Ask) -> None:
    found = [hit.text for hit in ask("آب -انرژی").hits]
    assert found
    assert not any("انرژی" in text for text in found)


def test_an_excluded_phrase_leaves_its_words(ask: Ask) -> None:
    found = ids(ask("آب -«منابع آب»"))
    assert "infrastructure-12" in found
    assert "infrastructure-13" not in found


def test_or_finds_either(ask: Ask) -> None:
    either = set(ids(ask("زباله یا دوچرخه")))
    assert either == {"environment-15", "environment-18", "transport-11"}


def test_or_of_phrases_finds_either(ask: Ask) -> None:
    assert {"infrastructure-13", "transport-1"} <= set(ids(ask("«منابع آب» یا «حمل‌ونقل عمومی»")))


@pytest.mark.parametrize(
    ("text", "item"), [("جریمه یا جایزه", "environment-6"), ("مترو -اتوبوس", "transport-1")]
)
def test_operators_over_words_the_text_lacks_ask_for_the_subject(
    ask: Ask, text: str, item: str
) -> None:
    found = ask(text)
    assert item in ids(found)
    assert found.understood == "واژه‌ها به‌عین در متن نیست؛ از راهِ موضوع جست‌وجو شد."


def test_a_quoted_phrase_among_alternatives_stays_exact(ask: Ask) -> None:
    assert not ask("«جریمه» یا «جایزه»").hits


def test_a_prefix_finds_the_words_it_begins(ask: Ask) -> None:
    assert set(ids(ask("دوچرخ*"))) == {"transport-11"}


def test_a_missing_index_is_a_known_error(reference: ReferenceStore) -> None:
    with pytest.raises(KnownError, match="نمایه"):
        SearchEngine(reference, index=Path("nowhere"))
