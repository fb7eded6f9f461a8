"""Colours that lie over one another: the newest above, those beneath it as lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from db.record import record

NOTE_LINE = "note"  # beneath words that a note without a colour is about


class Light(Protocol):
    """A span in code points; `colour` is "" where a note has words but no colour."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def colour(self) -> str: ...


@record
class Layer:
    """What is seen of one stretch: `colour` behind the words, "" for none; `lines` beneath them."""

    start: int
    end: int
    colour: str
    lines: tuple[str, ...]


def layers(lights: Sequence[Light]) -> tuple[Layer, ...]:
    """Stretches in the order of the text that do not overlap; `lights` come oldest first."""
    edges = sorted({edge for light in lights for edge in (light.start, light.end)})
    begun = sorted(range(len(lights)), key=lambda at: lights[at].start)
    made: list[Layer] = []
    lying: list[int] = []
    for start, end in pairwise(edges):
        while begun and lights[begun[0]].start <= start:
            lying.append(begun.pop(0))
        lying = sorted(at for at in lying if lights[at].end > start)
        if lying:
            _append(made, Layer(start, end, *_seen([lights[at].colour for at in lying])))
    return tuple(made)


def _seen(colours: list[str]) -> tuple[str, tuple[str, ...]]:
    """The newest colour, and a line for each other one in turn; last for notes without one."""
    above, *beneath = dict.fromkeys(colour for colour in reversed(colours) if colour) or ("",)
    return above, (*beneath, *((NOTE_LINE,) if "" in colours else ()))


def _append(made: list[Layer], layer: Layer) -> None:
    last = made[-1] if made else None
    if last and (last.end, last.colour, last.lines) == (layer.start, layer.colour, layer.lines):
        made[-1] = Layer(last.start, layer.end, layer.colour, layer.lines)
    else:
        made.append(layer)
