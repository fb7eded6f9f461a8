"""A reader's file in memory, as the index of notes follows it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from db.search.notes import NoteIndex

LINEAGE = "one"


@dataclass(frozen=True)
class Text:
    """A searchable text as the reader's store gives it."""

    uuid: str
    text: str
    kind: str = "annotation"
    item_id: str | None = "economy-1"
    gone: bool = False


@dataclass
class Feed:
    """A reader's file in memory: every save is an act."""

    rows: dict[str, tuple[int, Text]] = field(default_factory=dict)
    lineage: str = LINEAGE
    revision: int = 0

    @property
    def data_version(self) -> tuple[str, int]:
        return self.lineage, self.revision

    def save(self, *texts: Text) -> None:
        self.revision += 1
        self.rows |= {text.uuid: (self.revision, text) for text in texts}

    def searchable(self, since: int = 0) -> Iterator[Text]:
        for revision, text in self.rows.values():
            if revision > since and (since or not text.gone):
                yield text


TEXTS = (
    Text("water", "منابع آب زیرزمینی نگران‌کننده است"),
    Text("metro", "بودجه‌ی مترو را با آقای رسولی در جلسه بگوییم"),
    Text("joined", "نظر جهانشهر و حملونقل"),
    Text("board", "گفت‌وگو با هیأت مدیره"),
    Text("tag", "پیگیری فوری", kind="tag", item_id=None),
    Text("collection", "مجموعه‌ی پسماند", kind="collection", item_id=None),
)


def found(notes: NoteIndex, text: str) -> list[str]:
    return [hit.uuid for hit in notes.search(text)]
