"""What the drop-downs of the notes page offer, as it is now."""

from db.user.models import Author
from desktop.common.context import Context
from desktop.common.note_entries import collection_paths, day_text

type Choices = list[tuple[str, object]]


def choices_now(context: Context) -> dict[str, Choices]:
    """Titles and values of axes, tags, people, meetings and collections, by drop-down."""
    store = context.reader.store
    people = store.concerned().items()
    shelves = collection_paths(store.collections()).items()
    return {
        "axis": [
            ("همه‌ی محورها", None),
            *((axis.title, axis.slug) for axis in context.reference.axes()),
        ],
        "tag": [
            ("همه‌ی برچسب‌ها", None),
            *((f"#{use.tag.name}", use.tag.uuid) for use in store.tags()),
        ],
        "person": [
            ("همه‌ی اشخاص", None),
            *((name or _nameless(key, store.author), key) for key, name in people),
        ],
        "meeting": [
            ("همه‌ی جلسه‌ها", None),
            *((f"{one.title}، {day_text(one.date)}", one.uuid) for one in store.meetings()),
        ],
        "collection": [("همه‌ی مجموعه‌ها", None), *((path, uuid) for uuid, path in shelves)],
    }


def _nameless(uuid: str, reader: Author) -> str:
    return "خودم" if uuid == reader.uuid else "نویسنده‌ی بی‌نام"
