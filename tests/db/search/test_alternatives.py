"""What «یا» joins, words, phrases, beginnings and filters: one of them is enough."""

import pytest

from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.models import SearchQuery
from tests.db.search.answers import ids, marked
from tests.db.search.conftest import Ask


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
