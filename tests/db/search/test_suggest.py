"""Completions: from two letters on, tolerant, of words, titles, codes, filters and the past."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.parsed_query import Filter, filters_of
from db.search.query import parse_query
from db.search.suggest import Completer


@pytest.fixture(scope="session")
def completer(reference: ReferenceStore, lexicon: Lexicon) -> Completer:
    made = Completer(reference, lexicon)
    made.complete("آب")
    return made


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("منا", "منابع"),
        ("حمل و ن", "حمل‌ونقل"),
        ("حمل‌و", "حمل‌ونقل"),
        ("محيط", "محیط‌زیست"),
        ("فازل", "فاضلاب"),
        ("ذل", "زلزله"),
        ("lkh", "منابع"),
        ("بهبود حمل", "بهبود حمل‌ونقل"),
        ("آب -زلز", "آب -زلزله"),
        ("۲۱", "۲۱۴"),
        ("21", "۲۱۴"),
        ("هيأ", "هیئت"),
        ("\u200fمنا", "منابع"),
        ("زباله|مح", "زباله|محیط‌زیست"),
        ("زباله |مح", "زباله |محیط‌زیست"),
        ("زباله یا (منا", "زباله یا (منابع"),
        ("زباله (-منا", "زباله (-منابع"),
        ("«مدیریت ش", "«مدیریت شهری»"),
        ('زباله -"منا', "زباله -«منابع»"),
        ("محور:امنیت پل", "محور:امنیت پلیس"),
        ("(زباله یا پسماند) منا", "(زباله یا پسماند) منابع"),
        ("شهر -(زباله یا منا", "شهر -(زباله یا منابع"),
        ("((آب برق) یا مدیریت ش", "((آب برق) یا (مدیریت شهری)"),
        ("زباله یا （منا", "زباله یا (منابع"),
    ],
)
def test_a_beginning_is_completed(completer: Completer, typed: str, completion: str) -> None:
    assert completion in completer.complete(typed)


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("مح", "محور:"),
        ("آب مو", "آب موضوع:"),
        ("-نو", "-نوع:"),
        ("ax", "axis:"),
        ("محور:", "محور:«اقتصاد شهری»"),
        ("محور:حم", "محور:حمل‌ونقل"),
        ("محور:شهری", "محور:«اقتصاد شهری»"),
        ("محور:«زیر", "محور:«زیرساخت‌های شهری»"),
        ("axis:tr", "axis:transport"),
        ("نوع:", "نوع:اساسی"),
        ("آب -نوع:بن", "آب -نوع:بند"),
        ("برچسب:فو", "برچسب:فوری"),
        ("نشان:", "نشان:ندارد"),
        ("note:", "note:yes"),
        ("TYPE:v", "TYPE:vision"),
        ("subject:هوا", "subject:«آلودگی هوا و آلاینده‌ها»"),
        ("marked:", "marked:yes"),
        ("نشانه:ند", "نشانه:ندارد"),
        ("زباله یا محور:ام", "زباله یا محور:«امنیت شهری»"),
        ("محور:حمل‌ونقل یا مح", "محور:حمل‌ونقل یا محور:"),
        ("محور:«حمل", "محور:حمل‌ونقل"),
        ("محور:(ام", "محور:(«امنیت شهری»"),
    ],
)
def test_filters_and_their_values_are_completed(
    completer: Completer, typed: str, completion: str
) -> None:
    assert completion in completer.complete(typed, tags=("فوری", "جلسه"))


@pytest.mark.parametrize(
    "before",
    ["", "زباله ", "-", "زباله|", "زباله|-", "(", "زباله یا (", "زباله (-", "زباله -(", "(("],
)
def test_a_filter_offered_is_read_as_one(completer: Completer, before: str) -> None:
    assert f"{before}محور:" in completer.complete(f"{before}محو")
    (completed,) = completer.complete(f"{before}محور:امن")
    parsed = parse_query(completed)
    read = parsed.excluded if "-" in before else parsed.rows[-1]
    assert filters_of(read) == (Filter("axis", "امنیت شهری"),)


@pytest.mark.parametrize("typed", ["(حمل) ون", "حمل|ون", "حمل (و) ن", "«حمل» ون", "آب (حمل)و"])
def test_a_completion_takes_no_sign_away(completer: Completer, typed: str) -> None:
    kept = [sign for sign in typed if sign in "()|«»"]
    for completion in completer.complete(typed, limit=50):
        assert [sign for sign in completion if sign in "()|«»"][: len(kept)] == kept


@pytest.mark.parametrize("typed", ["زباله(محور:امن", "(محور:امنیت)", "(محور:امنیت) ", "«محو"])
def test_no_filter_is_offered_where_none_is_read(completer: Completer, typed: str) -> None:
    assert not any("محور:" in one for one in completer.complete(typed))


@pytest.mark.parametrize(
    "typed", ["محور:«امنیت شهری» ", "«امنیت شهری»", "زباله|", "آب -", "آب (", "(آب) ", "زباله «"]
)
def test_nothing_goes_on_behind_a_sign_that_ends_a_word(completer: Completer, typed: str) -> None:
    assert completer.complete(typed) == ()


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("زبلا", "زباله"),  # swapped
        ("فاضلب", "فاضلاب"),  # left out
        ("ترافییک", "ترافیک"),  # doubled
        ("دوجرخ", "دوچرخه"),  # the key beside it
        ("بهبود مدیرت", "بهبود مدیریت"),
        ("آب -زبلا", "آب -زباله"),
    ],
)
def test_a_slip_is_completed_like_the_word(
    completer: Completer, typed: str, completion: str
) -> None:
    assert completion in completer.complete(typed)


@pytest.mark.parametrize("typed", ["وکار", "ونق", "آب وه"])
def test_no_part_of_a_word_is_offered(completer: Completer, typed: str) -> None:
    pieces = [one.split()[-1] for one in completer.complete(typed, limit=50)]
    assert not any(piece.startswith(("وکار", "ونق", "وهف", "وهوا")) for piece in pieces)


def test_a_typed_space_is_not_in_the_middle_of_a_word(completer: Completer) -> None:
    assert not any("آباد" in one for one in completer.complete("منابع آب ا", limit=50))
    assert "شهرداری" in completer.complete("شهر دار")


def test_what_is_excluded_is_not_completed_to_what_was_asked(completer: Completer) -> None:
    assert "منابع آب" not in completer.complete("-منا", past=("منابع آب",))


def test_the_theme_that_begins_as_typed_comes_first(completer: Completer) -> None:
    assert completer.complete("موضوع:آ")[0] == "موضوع:آب"


def test_every_theme_is_completed(completer: Completer, reference: ReferenceStore) -> None:
    title = reference.themes()[0].title
    assert any(title in one for one in completer.complete(f"موضوع:{title[:4]}"))


def test_a_past_query_comes_first(completer: Completer) -> None:
    found = completer.complete("من", past=("منابع پایدار درآمد", "چیز دیگر"))
    assert found[0] == "منابع پایدار درآمد"


@pytest.mark.parametrize("typed", ["", " ", "آ", "؟!", "محور:نیست", "ا" * 1000, "ژژژژ"])
def test_too_little_or_nothing_known_is_not_completed(completer: Completer, typed: str) -> None:
    assert completer.complete(typed) == ()


def test_digits_are_completed_to_codes_alone(completer: Completer) -> None:
    found = completer.complete("۲۱", limit=50)
    assert all(completion.isdecimal() for completion in found)


def test_what_is_already_typed_is_not_offered(completer: Completer) -> None:
    assert "منابع" not in completer.complete("منابع")


def test_the_source_spelling_is_not_offered(completer: Completer) -> None:
    assert not any("ي" in one or "ك" in one for one in completer.complete("سازمان", limit=99))


def test_one_word_in_two_spellings_is_offered_once(completer: Completer) -> None:
    found = [one.replace("\u200c", "") for one in completer.complete("حمل", limit=50)]
    assert len(found) == len(set(found))


def test_a_foreign_word_that_means_nothing_alone_is_not_offered(completer: Completer) -> None:
    assert completer.complete("sha") == ()
    assert "pollution" in completer.complete("pol")


def test_a_word_that_is_only_part_of_a_subject_is_not_offered(completer: Completer) -> None:
    assert "حمله" not in completer.complete("حمل", limit=50)


@given(typed=st.text(max_size=20), limit=st.integers(1, 8))
def test_any_text_is_answered_within_the_limit(
    completer: Completer, typed: str, limit: int
) -> None:
    assert len(completer.complete(typed, limit=limit)) <= limit
