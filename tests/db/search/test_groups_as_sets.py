"""Groups within groups, in any order and depth, find what their parts do."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.db.search.answers import ids
from tests.db.search.conftest import Ask

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


_LEAVES = ("آب", "انرژی", "زباله", "شهروندان", "دوچرخ*", "محور:امنیت", "نوع:بند")


def _either(parts: tuple[str, str]) -> str:
    return f"({' یا '.join(parts)})"


def _both(parts: tuple[str, str]) -> str:
    return f"({' '.join(parts)})"


def _without(parts: tuple[str, str]) -> str:
    return f"({' -'.join(parts)})"


_TREES = st.recursive(
    st.sampled_from(_LEAVES),
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
    return {text: set(ids(ask(f"{text} یا «ژژژ»"))) for text in _LEAVES}


@example((_both, ("محور:امنیت", (_either, ("محور:امنیت", "نوع:بند")))))
@example((_without, ("محور:امنیت", (_either, ("آب", "آب")))))
@given(tree=_TREES)
def test_groups_are_sets(ask: Ask, leaves: dict[str, set[str]], tree: _Tree) -> None:
    found = ask(f"«ژژژ» یا ({_typed(tree)})")
    assert set(ids(found)) == _wanted(tree, leaves)
