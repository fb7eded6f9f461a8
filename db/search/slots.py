"""The places of a query: its words in order, which half-spaces may join to one."""

from collections.abc import Iterator

from db.record import record
from db.search.fields import words_of
from db.search.morphology import ENDINGS
from db.text.normalize import ZWNJ


@record
class Slot:
    """A place of the query: its word's key, or several joined by OR; corrected words weigh less."""

    keys: tuple[str, ...]
    factor: float = 1.0
    continues: bool = False  # a half-space joins it to the place before: two parts of one word
    is_fixed: bool = False  # alternatives that stand in the text as they are, seen to by operators

    @property
    def is_ending(self) -> bool:
        """Whether it only inflects the place before, as «هایمان» does."""
        return self.continues and self.keys[0] in ENDINGS


type Slots = tuple[Slot, ...]


def slots_of(text: str) -> Iterator[Slot]:
    """A place for each word of a text, in order."""
    for token in words_of(text):
        yield Slot((token.key,), continues=text[token.start - 1 : token.start] == ZWNJ)
