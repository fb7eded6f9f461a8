"""How brackets are read: as groups beside «یا» and a minus, as nothing else elsewhere."""

import pytest

from db.search.parsed_query import Filter, Group, Part, Unit
from db.search.query import parse_query

WATER, POWER, GAS, CITY = (Unit(word) for word in ("آب", "برق", "گاز", "شهر"))
SECURITY = Filter("axis", "امنیت")


@pytest.mark.parametrize(
    ("grouped", "plain"),
    [
        ("فناوری اطلاعات (ICT)", "فناوری اطلاعات ICT"),
        ("((آب))", "آب"),
        ("(آب برق) گاز", "آب برق گاز"),
        ("آب (برق -گاز)", "آب برق -گاز"),
        ("(آب) یا (برق)", "آب یا برق"),
        ("(آب یا برق) یا گاز", "آب یا برق یا گاز"),
        ("آب (یا برق)", "آب یا برق"),
        ("(آب یا) برق", "آب یا برق"),
        ("آب یا () برق", "آب یا برق"),
        ("شهر -(آب یا برق)", "شهر -آب -برق"),
        ("شهر NOT (آب | برق)", "شهر -آب -برق"),
        ("(قطار شهری یا اتوبوس) آب", "قطار شهری یا اتوبوس آب"),
        ("آب) برق", "آب برق"),
        ("۱) آب ۲) برق", "۱ آب ۲ برق"),
        ("محور:(امنیت) آب", "محور:امنیت آب"),
        ("-محور:(امنیت) آب", "-محور:امنیت آب"),
        ("محور:(امنیت یا آب)", "محور:امنیت یا آب"),
        ("محور:(«محیط زیست») آب", "محور:«محیط زیست» آب"),
        ("-محور:(«محیط زیست» یا آب) برق", "-محور:«محیط زیست» -آب برق"),
    ],
)
def test_what_brackets_add_nothing_to_is_read_without_them(grouped: str, plain: str) -> None:
    read, wanted = parse_query(grouped), parse_query(plain)
    assert (read.rows, read.excluded) == (wanted.rows, wanted.excluded)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("(آب برق) یا گاز", (Group(((WATER,), (POWER,))), GAS)),
        ("گاز یا (آب برق)", (GAS, Group(((WATER,), (POWER,))))),
        ("گاز | (آب -برق)", (GAS, Group(((WATER,),), (POWER,)))),
        ("گاز یا (آب محور:امنیت)", (GAS, Group(((WATER,), (SECURITY,))))),
        ("((آب یا برق) شهر) یا گاز", (Group(((WATER, POWER), (CITY,))), GAS)),
        ("گاز یا (آب برق", (GAS, Group(((WATER,), (POWER,))))),
        ("گاز یا（آب برق）", (GAS, Group(((WATER,), (POWER,))))),
        ("گاز یا ﴿آب برق)", (GAS, Group(((WATER,), (POWER,))))),
    ],
)
def test_a_group_is_one_of_its_alternatives(text: str, row: tuple[Part, ...]) -> None:
    parsed = parse_query(text)
    assert (parsed.rows, parsed.excluded) == ((row,), ())


@pytest.mark.parametrize("text", ["(آب یا برق) شهر", "شهر (آب یا برق)", "(آب یا برق) (شهر)"])
def test_alternatives_in_brackets_are_no_question(text: str) -> None:
    parsed = parse_query(text)
    assert (parsed.alternatives, parsed.words) == (((WATER, POWER),), "شهر")


def test_words_beside_each_other_are_excluded_together() -> None:
    assert parse_query("شهر -(آب برق)").excluded == (Group(((WATER,), (POWER,))),)


def test_a_group_that_only_excludes_is_no_alternative_and_said_so() -> None:
    parsed = parse_query("آب یا (-برق -گاز)")
    assert (parsed.words, parsed.excluded) == ("آب", (POWER, GAS))
    assert "حذف" in parsed.remarks[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("آب یا برق)", "بی‌جفت یا خالی"),
        ("آب یا () برق", "بی‌جفت یا خالی"),
        ("﴾آب یا برق﴿", "بی‌جفت یا خالی"),
        ("شهر -(آب برق", "بسته نشده"),
        ("(" * 500 + "آب یا برق" + ")" * 400, "لایه"),
    ],
)
def test_a_bracket_out_of_place_is_said_beside_operators(text: str, said: str) -> None:
    assert any(said in remark for remark in parse_query(text).remarks)


@pytest.mark.parametrize("text", ["۱) آب ۲) برق", "فناوری اطلاعات (ICT", "f() آب", "آب :)"])
def test_brackets_of_plain_words_are_not_spoken_of(text: str) -> None:
    assert not parse_query(text).remarks


@pytest.mark.parametrize("text", ["کتاب(ها)", "کتاب(ها", "زباله(محور:امنیت)", "زباله(محور:امنیت"])
def test_brackets_within_a_word_are_a_part_of_it(text: str) -> None:
    ((word,),) = parse_query(text).rows
    assert isinstance(word, Unit)
    assert word.text == text


@pytest.mark.parametrize("text", ["«(آب یا برق)»", '"آب (برق"', "برچسب:«فاز (۲) یا (۳)»"])
def test_brackets_in_quotes_are_no_operators(text: str) -> None:
    parsed = parse_query(text)
    assert len(parsed.rows) == len(parsed.rows[0]) == 1
    assert not parsed.remarks
