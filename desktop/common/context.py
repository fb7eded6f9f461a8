"""What every feature is given: the stores, the reader's marks, the look, and the doors."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from db.paths import UserPaths
from db.record import record
from db.reference.models import Item, ItemKind
from db.reference.store import ReferenceStore
from desktop.common.background import Background
from desktop.common.finder import Finder
from desktop.common.past_queries import PastQueries
from desktop.common.persian import LETTERS, digits
from desktop.common.reader import Reader
from desktop.common.saving import Saving
from desktop.common.settings import Settings
from desktop.common.theme import Theme

if TYPE_CHECKING:
    from db.search.engine import SearchEngine


@record
class Context:
    """`engine` answers a future: the index is opened after the first paint."""

    reference: ReferenceStore
    reader: Reader
    saving: Saving
    engine: "Future[SearchEngine]"
    finder: Finder
    past: PastQueries
    settings: Settings
    theme: Theme
    background: Background
    paths: UserPaths
    notices: tuple[str, ...] = ()  # what opening the reader's files has to tell
    read_only: bool = False

    def axis_title(self, slug: str) -> str:
        return self.reference.axis(slug).title

    def row_title(self, item: Item) -> str:
        """«جهت‌گیری ۲», «بند الف از جهت‌گیری ۲», «چشم‌انداز» or «جهت‌گیری اساسی»."""
        if item.kind is ItemKind.VISION:
            return "چشم‌انداز"
        if item.kind is ItemKind.FUNDAMENTAL:
            return "جهت‌گیری اساسی"
        if item.kind is ItemKind.CHILD and item.parent_id:
            parent = self.row_title(self.reference.item(item.parent_id))
            return f"بند {self.letter(item)} از {parent}"
        return f"جهت‌گیری {digits(item.number)}"

    def place_title(self, item: Item) -> str:
        """«محور اقتصاد شهری › جهت‌گیری ۲»."""
        return f"محور {self.axis_title(item.axis)} › {self.row_title(item)}"

    def letter(self, item: Item) -> str:
        """The letter a child bears under its parent."""
        siblings = self.reference.children(item.parent_id or "")
        return LETTERS[[sibling.id for sibling in siblings].index(item.id)]
