"""A record is a frozen dataclass in all that is asked of one."""

import pytest

from db.record import field, record, replace, values


@record
class Spot:
    """A place on paper."""

    left: int
    top: int = 0


@record(kw_only=True)
class Named(Spot):
    """A place with a name."""

    name: str


def test_it_is_compared_and_hashed_by_its_values() -> None:
    assert Spot(1, 2) == Spot(1, top=2)
    assert Spot(1, 2) != Spot(1, 3)
    assert {Spot(1), Spot(1), Spot(2)} == {Spot(1), Spot(2)}


def test_records_of_two_classes_are_never_the_same() -> None:
    plain, named = Spot(1, 2), Named(1, 2, name="")
    assert plain != named
    assert named != plain


def test_it_shows_its_values() -> None:
    assert repr(Named(1, name="گوشه")) == "Named(left=1, top=0, name='گوشه')"


def test_it_can_be_copied_with_another_value_and_taken_apart() -> None:
    assert replace(Named(1, name="a"), top=5) == Named(1, 5, name="a")
    assert values(Named(1, name="a")) == {"left": 1, "top": 0, "name": "a"}


def test_each_has_its_own_of_what_is_made_for_it() -> None:
    @record
    class Bag:
        things: list[str] = field(default_factory=list)

    Bag().things.append("a")
    assert Bag() == Bag([])


def test_a_wrong_name_is_refused_as_by_any_class() -> None:
    with pytest.raises(TypeError, match="bottom"):
        Spot(1, bottom=2)  # type: ignore[call-arg]  # the wrong name is what is tested
