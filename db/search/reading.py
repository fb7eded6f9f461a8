"""A query as one reading of its words, with the items that this reading finds."""

from db.record import record
from db.search.models import Match
from db.search.ranked import Ranking
from db.search.slots import Slots
from db.search.verdict import Verdict


@record
class Found:
    """An item that was found, by its number in the index."""

    document: int
    score: float
    match: Match
    met: float | None = None  # share (0..1) of the query; None where operators or letters decide
    granted: bool = False  # a filter among alternatives let it in, not a word
    reason: str | None = None  # which filter that was, set when the item is shown


@record
class Reading:
    """The places of the query, and the items best first, direct ones before near ones.

    `verdict` is what told direct from near; None where operators and filters did.
    """

    slots: Slots
    ranking: Ranking
    found: tuple[Found, ...]
    verdict: Verdict | None = None

    @property
    def holds_words(self) -> bool:
        """Whether a word let any item in, not a filter alone."""
        return not all(one.granted for one in self.found)

    @property
    def is_direct(self) -> bool:
        """Whether any item answers directly."""
        return any(one.match == "direct" for one in self.found)
