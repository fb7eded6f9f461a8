"""Content words: what is left without the stop words, which decide nothing about an answer."""

from collections.abc import Callable, Sequence

from db.search.slots import Slot, slots_of


class StopWords:
    """The one rule for ranking, operators, groups, marks and notes."""

    def __init__(self, listed: frozenset[str]) -> None:
        self._listed = listed

    def has(self, slot: Slot) -> bool:
        """Whether a place is a listed word, or an ending behind a half-space."""
        return slot.is_ending or self._listed.issuperset(slot.keys)

    def has_all(self, text: str) -> bool:
        """Whether a text is stop words alone."""
        return all(map(self.has, slots_of(text)))


def content_or_all[T](parts: Sequence[T], is_stop_word: Callable[[T], bool]) -> Sequence[T]:
    """All but stop words; everything where nothing else is there."""
    return [one for one in parts if not is_stop_word(one)] or parts
