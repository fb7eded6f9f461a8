"""Where a note on a span stands in another edition of the text: found again by its words."""

from collections.abc import Mapping
from itertools import takewhile

from db.record import record
from db.user.desk import Desk, not_recorded
from db.user.models import Row, TextSelector
from db.user.note_filter import OTHER_EDITION
from db.user.shapes import selector, selector_columns

CONTEXT_LENGTH = 24
_ELSEWHERE = 20  # characters: a shorter quote may stand in an item that has nothing to do with it
_LEAST_SHARE = 0.6  # of the quote's characters, below which other words took its place
_MOST_GROWTH = 2  # times as long as the quote, above which its words are only strewn there
_OTHER = " ".join(("SELECT * FROM annotation WHERE", OTHER_EDITION))
_COUNT = " ".join(("SELECT count(*) AS spans FROM annotation WHERE", OTHER_EDITION))


@record
class Reanchored:
    """Numbers of live notes: whose place or words are new, and whose words are nowhere."""

    moved: int
    lost: int


class Anchors(Desk):
    """Follows the document from one edition to the next."""

    @property
    def edition(self) -> str:
        """The edition of the document that notes are now written on."""
        return self._edition

    def on_other_editions(self) -> int:
        """How many spans, the deleted ones too, are not known to stand in this edition."""
        return int(self._rows(_COUNT, self._edition, self._edition)[0]["spans"] or 0)

    def reanchor(self, texts: Mapping[str, str]) -> Reanchored:
        """Find every span of another edition in `texts` (edited text by item id).

        What is not found stays as it is, with the edition it was written on. No act of the
        reader's: it is not undone, and the times of their changes stay.
        """
        moved = lost = 0
        with self._act("یادداشت‌ها به ویراست تازه رفتند", not_recorded) as act:
            for row in map(dict, act.connection.execute(_OTHER, (self._edition,) * 2).fetchall()):
                found = _found(row, texts)
                if found is not None:
                    act.restate("annotation", str(row["uuid"]), **found, edition=self._edition)
                if row["deleted"] is None:
                    lost += found is None
                    moved += found is not None and row | found != row
        return Reanchored(moved, lost)


def selector_at(text: str, start: int, end: int) -> TextSelector:
    """The selector of a span, with what stands around it."""
    before = text[max(0, start - CONTEXT_LENGTH) : start]
    return TextSelector(start, end, text[start:end], before, text[end : end + CONTEXT_LENGTH])


def find_again(wanted: TextSelector, text: str) -> TextSelector | None:
    """The words in the likest surroundings, or words that differ a little; None when gone."""
    places = [at for at in range(len(text)) if text.startswith(wanted.exact, at)]
    if not places:
        return _alike(wanted, text)
    length = len(wanted.exact)
    start = max(places, key=lambda at: (_likeness(wanted, text, at), -abs(at - wanted.start)))
    return selector_at(text, start, start + length)


def _found(row: Row, texts: Mapping[str, str]) -> Row | None:
    """The new place as columns: in the same item, or word for word in one other item alone."""
    wanted = selector(row)
    assert wanted is not None
    item_id = str(row["item_id"])
    found = find_again(wanted, texts.get(item_id, ""))
    if found is None and len(wanted.exact) >= _ELSEWHERE:
        others = [other for other, text in texts.items() if wanted.exact in text]
        if len(others) == 1:
            item_id = others[0]
            found = find_again(wanted, texts[item_id])
    return None if found is None else selector_columns(found) | {"item_id": item_id}


def _likeness(wanted: TextSelector, text: str, start: int) -> int:
    """How many characters around a place are the same as they were."""
    before = zip(reversed(wanted.prefix), reversed(text[:start]), strict=False)
    after = zip(wanted.suffix, text[start + len(wanted.exact) :], strict=False)
    return sum(1 for side in (before, after) for _ in takewhile(lambda two: two[0] == two[1], side))


def _alike(wanted: TextSelector, text: str) -> TextSelector | None:
    """The span, widened to whole words, that most of the quote's characters came to."""
    from difflib import SequenceMatcher

    first, last = len(wanted.prefix), len(wanted.prefix) + len(wanted.exact)
    known = wanted.prefix + wanted.exact + wanted.suffix
    kept = [
        block.b - block.a + at
        for block in SequenceMatcher(None, known, text, autojunk=False).get_matching_blocks()
        for at in range(max(block.a, first), min(block.a + block.size, last))
    ]
    if len(kept) < _LEAST_SHARE * len(wanted.exact):
        return None
    start = text.rfind(" ", 0, kept[0] + 1) + 1
    end = text.find(" ", kept[-1])
    end = len(text) if end < 0 else end
    return selector_at(text, start, end) if end - start <= _MOST_GROWTH * len(kept) else None
