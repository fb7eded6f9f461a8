"""What groups find, and what is said of them."""

import pytest

from tests.db.search.answers import ids
from tests.db.search.conftest import Ask


def test_brackets_around_alternatives_narrow_by_what_stands_beside(ask: Ask) -> None:
    found = ids(ask("(زباله یا دوچرخه) محور:حمل‌ونقل"))
    assert found == ["transport-11"]


def test_stop_words_in_a_group_are_not_demanded(ask: Ask) -> None:
    assert ids(ask("(آب و انرژی) یا دوچرخه")) == ids(ask("(آب انرژی) یا دوچرخه"))


@pytest.mark.parametrize("text", ["(آب «از») یا دوچرخه", "(آب از*) یا دوچرخه"])
def test_a_stop_word_that_is_quoted_or_begins_others_is_demanded(ask: Ask, text: str) -> None:
    assert set(ids(ask(text))) < set(ids(ask("(آب از) یا دوچرخه")))


def test_an_excluded_group_leaves_what_holds_a_part_of_it(ask: Ask) -> None:
    kept = set(ids(ask("انرژی -(آب زلزله)")))
    assert set(ids(ask("انرژی -آب -زلزله"))) < kept < set(ids(ask("انرژی -ژژژ")))


def test_all_words_of_the_group_are_marked(ask: Ask) -> None:
    hit = next(hit for hit in ask("(آب برق) یا دوچرخه").hits if hit.item_id == "infrastructure-12")
    assert [hit.text[span.start : span.end] for span in hit.spans] == ["آب", "آب", "برق"]


def test_a_group_asked_for_its_subject_keeps_its_filters(ask: Ask) -> None:
    found = ask("(مترو محور:حمل‌ونقل) یا برچسب:فوری")
    assert "از راهِ موضوع" in (found.understood or "")
    direct = {hit.item_id for hit in found.hits if hit.match == "direct"}
    assert {"transport-1", "economy-3"} <= direct
    assert all(one == "economy-3" or one.startswith("transport") for one in direct)


def test_a_group_asked_for_its_subject_is_still_met_in_full(ask: Ask) -> None:
    found = ask("(مترو زلزله) یا تاکسی")
    assert "از راهِ موضوع" in (found.understood or "")
    assert "transport-1" in ids(found)
    alone = {hit.item_id for hit in ask("زلزله").hits if hit.spans}
    assert alone
    assert not alone & set(ids(found))


def test_an_unknown_value_in_a_group_is_a_word_of_it(ask: Ask) -> None:
    found = ask("(آب محور:انرژی) یا دوچرخه")
    assert ids(found) == ids(ask("(آب انرژی) یا دوچرخه"))
    assert "به‌صورت واژه جست‌وجو شد" in (found.understood or "")


def test_of_two_axes_in_a_group_one_is_enough(ask: Ask) -> None:
    found = ids(ask("(شهروندان محور:امنیت محور:فرهنگ) یا برچسب:فوری"))
    assert {one.partition("-")[0] for one in found} == {"security", "culture", "economy"}


def test_a_group_of_filters_stands_in_for_words(ask: Ask) -> None:
    hit = ask("دوچرخه یا (نشان:دارد محور:فرهنگ)").hits[-1]
    assert (hit.item_id, hit.why) == ("culture-6", "از راهِ صافی: نشان:دارد و محور:فرهنگ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(آب یا برق) محور:امنیت", "(آب یا برق) و محور:امنیت"),
        ("(آب برق) یا گاز", "(آب و برق) یا گاز"),
        ("شهر -(آب یا برق)", "شهر، نه آب، نه برق"),
        ("شهر -(آب «منابع آب»)", "شهر، نه (آب و «منابع آب»)"),
        ("(آب یا گاز)-برق", "(آب یا گاز) و برق"),
        ("برچسب:«فاز دو» یا (آب گاز)", "برچسب:«فاز دو» یا (آب و گاز)"),
        ("گاز یا (آب (برق یا شهر*) -انرژی)", "گاز یا (آب و (برق یا شهر*)، نه انرژی)"),
    ],
)
def test_the_answer_says_how_brackets_were_read(ask: Ask, text: str, said: str) -> None:
    assert f"پرانتزها چنین خوانده شد: {said}." in (ask(text).understood or "")


@pytest.mark.parametrize("text", ["فناوری اطلاعات (ICT)", "(آب) یا (برق)", "آب (-گاز)", "((آب))"])
def test_brackets_that_group_nothing_are_not_spoken_of(ask: Ask, text: str) -> None:
    assert "پرانتز" not in (ask(text).understood or "")


@pytest.mark.parametrize(
    ("text", "plain"), [("آب -محور:خیال", "آب"), ("(آب -محور:خیال) یا دوچرخه", "آب یا دوچرخه")]
)
def test_an_unknown_value_that_is_excluded_is_passed_over(ask: Ask, text: str, plain: str) -> None:
    found = ask(text)
    assert ids(found) == ids(ask(plain))
    assert "«خیال» نیست؛ نادیده گرفته شد." in (found.understood or "")
    assert "نه " not in (found.understood or "")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("محور:(حمل و نقل) ترافیک", "محور:«حمل و نقل» ترافیک"),
        ("-محور:(محیط زیست) زباله", "-محور:«محیط زیست» زباله"),
        ("شهر -محور:(محیط زیست یا امنیت)", "شهر -محور:«محیط زیست» -محور:امنیت"),
    ],
)
def test_a_value_in_brackets_goes_on_as_far_as_a_name_does(ask: Ask, text: str, plain: str) -> None:
    assert ids(ask(text)) == ids(ask(plain))
