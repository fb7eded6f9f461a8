"""A filter over brackets takes each of the alternatives in them for a value."""

import pytest

from db.search.engine import SearchEngine
from tests.db.search.answers import ids
from tests.db.search.conftest import Ask


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("محور:(امنیت یا فرهنگ)", "(محور:امنیت یا محور:فرهنگ)"),
        ("محور:(امنیت | فرهنگ) شهر", "(محور:امنیت یا محور:فرهنگ) شهر"),
        ("axis:(security OR culture)", "(axis:security OR axis:culture)"),
        ("محور：（امنیت یا فرهنگ）", "(محور:امنیت یا محور:فرهنگ)"),
        ("محور:(حمل و نقل یا محیط زیست)", "(محور:«حمل و نقل» یا محور:«محیط زیست»)"),
        ("محور:(«محیط زیست» یا امنیت)", "(محور:«محیط زیست» یا محور:امنیت)"),
        ("موضوع:(آب یا انرژی)", "(موضوع:آب یا موضوع:انرژی)"),
        ("برچسب:(فوری یا فردا)", "(برچسب:فوری یا برچسب:فردا)"),
        ("-محور:(امنیت یا فرهنگ) آب", "-(محور:امنیت یا محور:فرهنگ) آب"),
        ("زباله یا محور:(امنیت یا فرهنگ)", "زباله یا (محور:امنیت یا محور:فرهنگ)"),
        ("(محور:(امنیت یا فرهنگ) آب) یا دوچرخه", "((محور:امنیت یا محور:فرهنگ) آب) یا دوچرخه"),
        ("محور:(امنیت یا فرهنگ", "(محور:امنیت یا محور:فرهنگ"),
    ],
)
def test_each_value_is_a_filter(ask: Ask, text: str, plain: str) -> None:
    found, wanted = ask(text), ask(plain)
    assert ids(found)
    assert (ids(found), found.understood) == (ids(wanted), wanted.understood)


def test_the_reader_is_told_which_values_were_read(ask: Ask) -> None:
    told = ask("محور:(حمل و نقل یا امنیت)").understood
    assert told == "پرانتزها چنین خوانده شد: محور:«حمل و نقل» یا محور:امنیت."


def test_a_value_that_names_nothing_is_a_word_and_said_so(ask: Ask) -> None:
    found = ask("محور:(امنیت یا زباله)")
    assert ids(found) == ids(ask("محور:امنیت یا زباله"))
    assert "محوری به نام «زباله» نیست؛ به‌صورت واژه جست‌وجو شد." in (found.understood or "")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("محور:(امنیت آب)", "محور:امنیت آب"),
        ("محور:(امنیت یا -آب)", "محور:امنیت -آب"),
        ("محور:(امنیت یا نوع:بند)", "محور:امنیت یا نوع:بند"),
        ("آن:(آب یا برق)", "آن آب یا برق"),
    ],
)
def test_other_brackets_behind_a_colon_are_read_as_ever(ask: Ask, text: str, plain: str) -> None:
    assert set(ids(ask(text))) == set(ids(ask(plain)))


def test_in_quotes_no_filter_is_read(ask: Ask) -> None:
    assert ids(ask("«محور:(امنیت یا فرهنگ)»")) == ids(ask("«محور امنیت یا فرهنگ»"))


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("محور:(امنیت یا فر", "محور:(امنیت یا «فرهنگی اجتماعی»"),
        ("محور:(امنیت|حم", "محور:(امنیت|حمل‌ونقل"),
        ("محور:(«محیط زیست» یا امن", "محور:(«محیط زیست» یا «امنیت شهری»"),
        ("axis:(security or cul", "axis:(security or culture"),
    ],
)
def test_each_value_is_completed(engine: SearchEngine, typed: str, completion: str) -> None:
    assert any(one.startswith(completion) for one in engine.completer.complete(typed))
