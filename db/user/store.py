"""The reader's store: the only writer of the reader's file, each act one transaction."""

from db.user.anchors import Anchors
from db.user.bookmarks import Bookmarks
from db.user.collection_tree import CollectionTree
from db.user.item_marks import ItemMarks
from db.user.local import Local
from db.user.meetings import Meetings
from db.user.notes_page import NotesPage
from db.user.reading import Reading
from db.user.search_feed import SearchFeed
from db.user.tags import Tags
from db.user.trash import Trash


class UserStore(
    Bookmarks,
    CollectionTree,
    NotesPage,
    ItemMarks,
    Tags,
    Meetings,
    Reading,
    Local,
    Trash,
    SearchFeed,
    Anchors,
):
    """All acts on the reader's own data; each returns what it saved and what it changed.

    KnownError carries the sentence for the reader when disk, medium or another program fails;
    then nothing of the act was written. The connection belongs to the thread that opened it.
    """
