"""Which of several colours on the same words is seen, and how."""

from desktop.common.colour_layers import NOTE_LINE, Layer, layers
from desktop.common.known_marks import Highlight


def test_the_newest_colour_lies_above_whatever_begins_later() -> None:
    older, newer = Highlight(4, 10, "blue"), Highlight(0, 6, "green")
    assert layers([older, newer]) == (
        Layer(0, 4, "green", ()),
        Layer(4, 6, "green", ("blue",)),
        Layer(6, 10, "blue", ()),
    )


def test_a_colour_wholly_covered_is_seen_as_a_line() -> None:
    older, newer = Highlight(3, 5, "yellow"), Highlight(0, 9, "pink")
    assert Layer(3, 5, "pink", ("yellow",)) in layers([older, newer])


def test_the_same_colour_twice_is_one_stretch() -> None:
    assert layers([Highlight(0, 5, "blue"), Highlight(3, 8, "blue")]) == (Layer(0, 8, "blue", ()),)


def test_a_note_without_a_colour_has_its_words_underlined() -> None:
    assert layers([Highlight(0, 5, "", noted=True)]) == (Layer(0, 5, "", (NOTE_LINE,)),)


def test_where_nothing_lies_there_is_no_layer() -> None:
    assert layers([]) == ()
    apart = layers([Highlight(0, 2, "blue"), Highlight(5, 8, "pink")])
    assert [(layer.start, layer.end) for layer in apart] == [(0, 2), (5, 8)]


def test_all_colours_of_a_stretch_are_seen_the_newest_first() -> None:
    lights = [Highlight(0, 5, colour) for colour in ("yellow", "green", "blue", "pink", "green")]
    (seen,) = layers([*lights, Highlight(0, 5, "", noted=True)])
    assert seen == Layer(0, 5, "green", ("pink", "blue", "yellow", NOTE_LINE))
