"""The query language: what is read as an operator, what stays words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.fields import phrase_key
from db.search.parsed_query import Filter, Unit
from db.search.query import parse_query

OPERATORS = st.sampled_from(
    [
        "«",
        "»",
        '"',
        "-",
        "*",
        "یا",
        "OR",
        "NOT",
        "محور:",
        "foo:",
        ":",
        "؟",
        "(",
        "آب",
        " ",
        "\ud800",
    ]
)


def test_plain_words_stay_in_order() -> None:
    assert parse_query("منابع آب شهر").words == "منابع آب شهر"


@pytest.mark.parametrize("quoted", ['"منابع آب"', "«منابع آب»", "“منابع آب”"])
def test_every_kind_of_quote_makes_a_phrase(quoted: str) -> None:
    parsed = parse_query(quoted)
    assert (parsed.phrases, parsed.words) == (("منابع آب",), "")


@pytest.mark.parametrize("text", ["آب -شهر", "آب NOT شهر", "آب −شهر"])
def test_minus_and_not_exclude_a_word(text: str) -> None:
    parsed = parse_query(text)
    assert (parsed.words, parsed.excluded) == ("آب", (Unit("شهر"),))


def test_minus_excludes_a_phrase() -> None:
    assert parse_query('آب -"منابع آب"').excluded == (Unit("منابع آب", is_phrase=True),)


@pytest.mark.parametrize("text", ["آب|-گاز", "آب (-گاز)", "(-گاز) آب", "آب -(گاز)"])
def test_a_minus_may_stand_behind_a_bar_or_a_bracket(text: str) -> None:
    parsed = parse_query(text)
    assert (parsed.words, parsed.excluded, parsed.alternatives) == ("آب", (Unit("گاز"),), ())


@pytest.mark.parametrize("text", ["حمل-ونقل", "آب - شهر", "-"])
def test_a_hyphen_that_is_no_operator_excludes_nothing(text: str) -> None:
    assert not parse_query(text).excluded


def test_lower_case_not_is_a_word() -> None:
    assert parse_query("not here").words == "not here"


@pytest.mark.parametrize("text", ["آب یا برق", "آب OR برق", "آب | برق"])
def test_or_groups_its_neighbours(text: str) -> None:
    parsed = parse_query(text)
    assert parsed.alternatives == ((Unit("آب", False), Unit("برق", False)),)
    assert not parsed.words


@pytest.mark.parametrize("text", ["شهر آب | برق", "شهر آب OR برق", "شهر «آب» یا برق"])
def test_or_binds_before_words_side_by_side_do(text: str) -> None:
    first, (_, second) = parse_query(text).rows
    assert (first, second) == ((Unit("شهر"),), Unit("برق"))


def test_or_takes_phrases_and_chains() -> None:
    (group,) = parse_query("«منابع آب» یا برق یا گاز").alternatives
    assert group == (Unit("منابع آب", True), Unit("برق", False), Unit("گاز", False))


def test_or_takes_filters_and_beginnings() -> None:
    (group,) = parse_query("محور:اقتصاد یا آب یا بازیاف*").alternatives
    assert group == (
        Filter("axis", "اقتصاد"),
        Unit("آب", False),
        Unit("بازیاف", False, is_prefix=True),
    )


def test_filters_alone_are_alternatives_of_each_other() -> None:
    parsed = parse_query("محور:اقتصاد یا نشان:دارد پسماند")
    assert parsed.filters == ((Filter("axis", "اقتصاد"), Filter("bookmark", "دارد")),)
    assert (parsed.words, parsed.alternatives) == ("پسماند", ())


@pytest.mark.parametrize("text", ["یا آب", "آب یا"])
def test_or_without_two_sides_is_no_operator(text: str) -> None:
    parsed = parse_query(text)
    assert not parsed.alternatives
    assert "آب" in parsed.words


@pytest.mark.parametrize("text", ["آب|برق", "آب |برق", "آب | | برق"])
def test_a_bar_needs_no_space(text: str) -> None:
    assert parse_query(text).alternatives == ((Unit("آب", False), Unit("برق", False)),)


def test_what_is_said_twice_is_said_once() -> None:
    parsed = parse_query("آب یا محور:۱ یا آب آب یا محور:۱")
    assert parsed.alternatives == ((Unit("آب", False), Filter("axis", "۱")),)


@pytest.mark.parametrize("text", ["یا محور:امنیت", "یا یا محور:امنیت"])
def test_or_in_front_is_ignored_and_said_so(text: str) -> None:
    parsed = parse_query(text)
    assert (parsed.words, parsed.filters) == ("", ((Filter("axis", "امنیت"),),))
    assert "در آغاز" in parsed.remarks[0]


@pytest.mark.parametrize("text", ['«آب "برق" گاز»', '"آب «برق» گاز"', "“آب «برق» گاز”"])
def test_a_phrase_may_hold_other_quotes(text: str) -> None:
    parsed = parse_query(text)
    assert ([phrase_key(one) for one in parsed.phrases], parsed.words) == (["اببرقگاز"], "")


@pytest.mark.parametrize("text", ["محور:«محیط زی", 'محور:"محیط زی', "محور:“محیط زی"])
def test_a_value_may_still_lack_its_closing_quote(text: str) -> None:
    parsed = parse_query(text)
    assert (parsed.filters, parsed.remarks) == (((Filter("axis", "محیط زی"),),), ())


@pytest.mark.parametrize("mark", ["\u200f", "\u202b", "\u2067", "\ufeff", "\u061c"])
def test_a_mark_of_direction_hides_no_operator(mark: str) -> None:
    parsed = parse_query(f"{mark}-آب برق {mark}محور:امنیت{mark}")
    assert (parsed.excluded, parsed.words) == ((Unit("آب"),), "برق")
    assert parsed.filters == ((Filter("axis", "امنیت"),),)


def test_a_star_makes_a_prefix() -> None:
    assert parse_query("بازیاف*").prefixes == ("بازیاف",)


@pytest.mark.parametrize("text", ["*", "**", "؟", "...", "()", "«»", "ی", "ی ی", "«ی»", "ی*"])
def test_signs_alone_ask_nothing(text: str) -> None:
    assert parse_query(text).is_empty


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("محور:اقتصاد", "axis", "اقتصاد"),
        ("axis:economy", "axis", "economy"),
        ("نوع:اساسی", "kind", "اساسی"),
        ("TYPE:vision", "kind", "vision"),
        ("برچسب:فوری", "tag", "فوری"),
        ("tag:x", "tag", "x"),
        ("موضوع:«هوای پاک»", "theme", "هوای پاک"),
        ('theme:"a b"', "theme", "a b"),
        ("نشان:دارد", "bookmark", "دارد"),
        ("bookmark:yes", "bookmark", "yes"),
        ("يادداشت:دارد", "note", "دارد"),
        ("note:no", "note", "no"),
    ],
)
def test_filters_have_persian_and_english_names(text: str, name: str, value: str) -> None:
    assert parse_query(text).filters == ((Filter(name, value),),)


@pytest.mark.parametrize("text", ["(محور:امنیت)", "((محور:امنیت))", "(محور:«امنیت»)"])
def test_brackets_around_a_filter_are_none_of_it(text: str) -> None:
    parsed = parse_query(f"{text} زباله")
    assert (parsed.filters, parsed.words) == (((Filter("axis", "امنیت"),),), "زباله")


def test_brackets_around_alternatives_are_none_of_them() -> None:
    (group,) = parse_query("(زباله یا محور:امنیت)").alternatives
    assert group == (Unit("زباله", False), Filter("axis", "امنیت"))


def test_a_bracket_within_a_value_stays() -> None:
    assert parse_query("برچسب:فاز(۲)").filters == ((Filter("tag", "فاز(۲)"),),)


def test_a_filter_can_be_negated() -> None:
    assert parse_query("آب -محور:اقتصاد").excluded == (Filter("axis", "اقتصاد"),)


def test_an_unknown_filter_is_searched_as_words_and_said_so() -> None:
    parsed = parse_query("foo:bar")
    assert parsed.words == "foo bar"
    assert "foo" in parsed.remarks[0]


def test_an_unclosed_quote_is_searched_as_words_and_said_so() -> None:
    parsed = parse_query("«منابع آب")
    assert parsed.words == "منابع آب"
    assert "گیومه" in parsed.remarks[0]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("آب یا", "آب", "یا"),
        ("محور: اقتصاد", "محور: اقتصاد", "مقداری ندارد"),
        ("*آب", "آب", "ستاره"),
        ("آ*", "آ", "ستاره"),
        ("محور:«»", "محور", "مقداری ندارد"),
        ("محور::", "محور", "مقداری ندارد"),
        ("نشان:؟", "نشان", "مقداری ندارد"),
        ("آب -محور:", "آب", "مقداری ندارد"),
    ],
)
def test_a_lame_operator_is_searched_as_words_and_said_so(text: str, words: str, said: str) -> None:
    parsed = parse_query(text)
    assert parsed.words == words.replace(":", "")
    assert said in parsed.remarks[0]


@pytest.mark.parametrize("text", ["12:30", "http://tehran.ir"])
def test_a_time_and_an_address_are_no_filters(text: str) -> None:
    parsed = parse_query(text)
    assert not parsed.filters
    assert not parsed.remarks


def test_only_excluding_is_said_to_find_nothing() -> None:
    parsed = parse_query("-آب")
    assert parsed.is_empty
    assert "حذف" in parsed.remarks[0]


@given(st.lists(OPERATORS | st.text(max_size=8), max_size=12).map("".join))
def test_no_input_fails(text: str) -> None:
    parse_query(text)


@given(st.lists(st.sampled_from(["آب", "برق", "شهر", "هوا"]), max_size=6))
def test_words_alone_come_back_as_they_were(words: list[str]) -> None:
    assert parse_query(" ".join(words)).words == " ".join(words)
