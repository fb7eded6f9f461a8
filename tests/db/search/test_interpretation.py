"""Queries with operators are read as they are meant, and so told."""

import pytest

from tests.db.search.answers import ids
from tests.db.search.conftest import Ask


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("مترو یا اتبوس", "مترو یا اتوبوس"),
        ("مترو|اتبوس", "مترو|اتوبوس"),
        ("(اتبوس یا مترو) محور:حمل‌ونقل", "(اتوبوس یا مترو) محور:حمل‌ونقل"),
        ("(زباله یا پسمناد) شهر", "(زباله یا پسماند) شهر"),
        ("دوچرخه یا (زبلاه شهری)", "دوچرخه یا (زباله شهری)"),
        ("فاضلب یا نشان:دارد", "فاضلاب یا نشان:دارد"),
        ("زبلاه یا دوچرخه -گاز", "زباله یا دوچرخه -گاز"),
        ("otobus یا مترو", "اتوبوس یا مترو"),
        ("otoobus | tarafik", "اتوبوس | ترافیک"),
        ("تاکسی یا (zobale شهری)", "تاکسی یا (زباله شهری)"),
    ],
)
def test_a_slip_among_alternatives_is_mended_and_told(ask: Ask, typed: str, meant: str) -> None:
    found = ask(typed)
    assert found.suggestion == meant
    assert ids(found) == ids(ask(meant))


@pytest.mark.parametrize(
    "text",
    [
        *("«زبلاه» یا دوچرخه", "زبلا* یا دوچرخه", "برچسب:زبلاه یا دوچرخه", "دوچرخه -زبلاه"),
        *("آب یا برق", "«zobale» یا دوچرخه", "دوچرخه -zobale"),
    ],
)
def test_what_is_exact_is_left_as_typed(ask: Ask, text: str) -> None:
    assert ask(text).suggestion is None


def test_the_typed_form_of_alternatives_can_be_insisted_on(ask: Ask) -> None:
    found = ask("دوچرخه یا زبلاه", literal=True)
    assert (found.suggestion, ids(found)) == (None, ["transport-11"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ljv, dh hj,f,s", "مترو یا اتوبوس"),
        ("LJV, DH HJ,F,S", "مترو یا اتوبوس"),
        ("lp,v:hrjwhn", "محور:اقتصاد"),
        ("-lp,v:hrjwhn \\slhkn", "-محور:اقتصاد پسماند"),
        ("\\slhkn -Hf", "پسماند -آب"),
        ("LlkhfuK", "«منابع»"),
        (")ljv, dh hj,f,s( dh lndv", "(مترو یا اتوبوس) یا مدیر"),
        ("mslhkn -Hf", "پسماند -آب"),
    ],
)
def test_operators_typed_on_the_other_layout_are_operators(
    ask: Ask, typed: str, meant: str
) -> None:
    found = ask(typed)
    assert found.suggestion == meant
    assert (ids(found), found.understood) == (ids(ask(meant)), ask(meant).understood)


@pytest.mark.parametrize(
    "text", ["zobale یا traffic", "love یا دوچرخه", "chain یا دوچرخه", "search | conjunction"]
)
def test_an_alternative_that_is_not_persian_leaves_all_as_they_are(ask: Ask, text: str) -> None:
    assert ask(text).suggestion is None


@pytest.mark.parametrize(
    "text", ["ICT -GIS", "smart* city", '"blockchain"', "run*", "find -cdf", "fun | link"]
)
def test_latin_words_with_operators_are_no_keys_of_the_other_layout(ask: Ask, text: str) -> None:
    assert ask(text).suggestion is None


def test_operators_of_the_other_layout_are_as_typed_when_insisted_on(ask: Ask) -> None:
    assert ask("lp,v:hrjwhn", literal=True).suggestion is None
