"""Brackets group: for «یا» beside them, for a minus in front of them, and for nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.notes import NoteIndex
from db.search.parsed_query import Filter, Group, Part, Unit
from db.search.query import parse_query
from tests.db.search.answers import ids
from tests.db.search.conftest import Ask
from tests.db.search.note_feed import Feed, Text

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


DEEP = [
    *("(" * 10_000, ")" * 10_000, "()" * 500, "(آب " * 250, "(آب یا (برق " * 80, "-(" * 500),
    *("(آب -" * 200, "آب(" * 300, "(﴿（" * 300, "محور:(" * 150, "(آب یا برق) یا " * 70),
]


@pytest.mark.parametrize("text", DEEP, ids=lambda text: ascii(text[:6]))
def test_brackets_in_brackets_without_end_are_answered(ask: Ask, text: str) -> None:
    assert ask(text, limit=3).query == text


@given(st.lists(st.sampled_from([*"()|-（）﴿﴾«», ", "یا ", "آب ", "محور:", "NOT "]), max_size=40))
def test_no_order_of_brackets_fails(ask: Ask, pieces: list[str]) -> None:
    text = "".join(pieces)
    assert ask(text, limit=3).query == text


_LEAVES = st.sampled_from(["آب", "انرژی", "زباله", "شهروندان", "دوچرخ*", "محور:امنیت", "نوع:بند"])


def _either(parts: tuple[str, str]) -> str:
    return f"({' یا '.join(parts)})"


def _both(parts: tuple[str, str]) -> str:
    return f"({' '.join(parts)})"


def _without(parts: tuple[str, str]) -> str:
    return f"({' -'.join(parts)})"


_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.tuples(st.sampled_from([_either, _both, _without]), st.tuples(inner, inner)),
    max_leaves=6,
)
type _Tree = str | tuple[object, tuple["_Tree", "_Tree"]]


def _typed(tree: _Tree) -> str:
    if isinstance(tree, str):
        return tree
    join, (first, second) = tree
    return str(join((_typed(first), _typed(second)))) if callable(join) else ""


def _wanted(tree: _Tree, leaves: dict[str, set[str]]) -> set[str]:
    if isinstance(tree, str):
        return leaves[tree]
    join, (first, second) = tree[0], (_wanted(one, leaves) for one in tree[1])
    if join is _either:
        return first | second
    return first & second if join is _both else first - second


@pytest.fixture(scope="session")
def leaves(ask: Ask) -> dict[str, set[str]]:
    """What holds each leaf itself, as an alternative to what nothing holds."""
    texts = ("آب", "انرژی", "زباله", "شهروندان", "دوچرخ*", "محور:امنیت", "نوع:بند")
    return {text: set(ids(ask(f"{text} یا «ژژژ»"))) for text in texts}


@given(tree=_TREES)
def test_groups_are_sets(ask: Ask, leaves: dict[str, set[str]], tree: _Tree) -> None:
    found = ask(f"«ژژژ» یا ({_typed(tree)})")
    assert set(ids(found)) == _wanted(tree, leaves)


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
    ("text", "uuids"),
    [
        ("(مترو رسولی) یا پسماند", {"metro", "collection"}),
        ("(مترو آب) یا پسماند", {"collection"}),
        ("(مترو -رسولی) یا پسماند", {"collection"}),
        ("(بودجه یا منابع) مترو", {"metro"}),
        ("مترو -(رسولی آب)", {"metro"}),
        ("مترو -(رسولی جلسه)", set()),
        ("مترو -(«آقای رسولی» جلسه)", set()),
        ("مترو -(«رسولی آقای» جلسه)", {"metro"}),
        ("مترو -(رسولی محور:فرهنگ)", {"metro"}),
        ("(مترو محور:فرهنگ) یا پسماند", {"metro", "collection"}),
        ("(مترو و بودجه) یا رسول*", {"metro"}),
        ("(مترو «منابع آب زیرزمینی نگران») یا پسماند", {"collection"}),
        ("مترو -(جلسه «آقای رسولی در جلسه»)", {"metro"}),
        ("((((مترو", {"metro"}),
    ],
)
def test_groups_find_the_readers_own_texts(notes: NoteIndex, text: str, uuids: set[str]) -> None:
    assert {hit.uuid for hit in notes.search(text)} == uuids


def test_texts_that_a_group_lets_through_are_counted(notes: NoteIndex, feed: Feed) -> None:
    feed.save(*(Text(f"n{number}", "اتوبوس و مترو") for number in range(9)))
    notes.follow(feed)
    assert notes.answer("(اتوبوس مترو) یا پسماند", limit=1).count == 10


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
        ("شهر -محور:(محیط زیست یا امنیت)", "شهر -محور:«محیط زیست» -امنیت"),
    ],
)
def test_a_value_in_brackets_goes_on_as_far_as_a_name_does(ask: Ask, text: str, plain: str) -> None:
    assert ids(ask(text)) == ids(ask(plain))
