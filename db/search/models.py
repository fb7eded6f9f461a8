"""What search is asked and what it answers, as data; positions are code points."""

from functools import cached_property
from typing import Literal, Protocol

from db.record import field, record

Match = Literal["direct", "near"]
ALL_HITS = 200  # more than the document has
NEAR_TITLE = "نتیجه‌های نزدیک"  # above what only comes near, wherever results are shown


@record
class Span:
    """A half-open range of code points in the text it belongs to."""

    start: int
    end: int


@record
class SearchQuery:
    """`text` as typed; `axis` restricts to one axis slug; `limit` counts the hits wanted."""

    text: str
    axis: str | None = None
    limit: int = 20
    literal: bool = False  # insist on the typed form: no correction, no other keyboard layout


@record
class ScorePart:
    """What one word of the query added: the term it met, how well, and how rare the word is."""

    word: str
    term: str
    weight: float
    worth: float


@record
class Proof:
    """What speaks for an item as an answer: it is direct when the sum reaches `enough`."""

    met: float  # share (0..1) of the query that the item meets
    literal: float  # more for words that stand in its text
    asked: float  # more for each word out of what people ask of it
    elsewhere: float  # less for words that name what the document does not treat
    particular: float  # less when a detail is asked for that a vision never tells
    leaning: float  # more for words that items are asked with, less for those of elsewhere
    enough: float

    @property
    def total(self) -> float:
        """The sum of what speaks for the item."""
        speaks_for = self.met + self.literal + self.asked + self.leaning
        return speaks_for - self.elsewhere - self.particular


class Account(Protocol):
    """What may be asked of a hit beside its place and its marks."""

    @property
    def reason(self) -> str | None: ...

    def why(self) -> str | None: ...

    def parts(self) -> tuple[ScorePart, ...]: ...

    def named(self) -> float: ...

    def proof(self) -> Proof | None: ...


@record
class Hit:
    """An item found, with the spans of every matched form in its edited text."""

    item_id: str
    text: str
    score: float
    match: Match
    spans: tuple[Span, ...]
    excerpt: str
    excerpt_spans: tuple[Span, ...]
    account: Account  # asked when a reader is told more

    @cached_property
    def why(self) -> str | None:
        """E.g. «از راهِ موضوع: پسماند» when its words differ from the query's."""
        return self.account.reason or (None if self.spans else self.account.why())

    @cached_property
    def parts(self) -> tuple[ScorePart, ...]:
        """What each word of the query added."""
        return self.account.parts()

    @cached_property
    def proof(self) -> Proof | None:
        """What speaks for it as an answer; None where operators and filters decide."""
        return self.account.proof()

    @property
    def named(self) -> float:
        """What the score is raised by, where the query as a whole is a subject term.

        1 for an item that neither has this subject nor holds all its words.
        """
        return self.account.named()

    @property
    def kept(self) -> float:
        """The factor (0..1) from the sum of the parts to the score, for words not matched."""
        full = self.named * sum(part.weight * part.worth for part in self.parts)
        return self.score / full if full else 1.0


@record
class NoteHit:
    """A text found among the reader's own; `kind` names its table (annotation, tag …)."""

    kind: str
    uuid: str
    item_id: str | None
    text: str
    score: float
    spans: tuple[Span, ...]


@record
class NoteAnswer:
    """The best of the reader's own texts that answer, and how many answer at all."""

    hits: tuple[NoteHit, ...] = ()
    count: int = 0


@record
class SearchResults:
    """Hits best first; `direct` is False when nothing matches directly."""

    query: str
    direct: bool
    hits: tuple[Hit, ...]
    suggestion: str | None = None
    understood: str | None = None  # how brackets or a malformed query were read
    counts_by_axis: dict[str, int] = field(default_factory=dict)
    notes: tuple[NoteHit, ...] = ()
    note_count: int = 0  # how many of the reader's texts answer, not only those in `notes`
