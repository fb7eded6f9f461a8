"""A note as the window shows it."""

from datetime import datetime

from db.record import record
from db.user.clock import moment
from db.user.models import Annotation


@record
class Note:
    """`quote` is the words it is about, "" for the whole item.

    `lost` when this edition of the document does not have those words. `stored` is all of it.
    """

    uuid: str
    item_id: str
    text: str
    quote: str
    colour: str
    changed: datetime
    lost: bool
    stored: Annotation


def is_lost(annotation: Annotation, text: str) -> bool:
    """Whether a note is about words that the text of its item does not have."""
    selector = annotation.selector
    return selector is not None and not selector.fits(text)


def note_of(annotation: Annotation, text: str) -> Note:
    """What is stored, beside the text of its item."""
    selector = annotation.selector
    return Note(
        uuid=annotation.uuid,
        item_id=annotation.item_id,
        text=annotation.note,
        quote=selector.exact if selector else "",
        colour=annotation.colour or "",
        changed=moment(annotation.modified),
        lost=is_lost(annotation, text),
        stored=annotation,
    )
