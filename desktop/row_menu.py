"""The context menus of rows and of the rail's axes."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from db.reference.citation import as_paragraph
from db.reference.models import ItemKind
from desktop.common.clipboard import copy
from desktop.common.menus import show_menu
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.source_marks import EDITED
from desktop.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.axis.page import AxisPage
    from desktop.document.page import SourcePage
    from desktop.search.page import SearchPage
    from desktop.themes.page import ThemesPage

_READ_BEFORE = "همه‌ی این محور از پیش خوانده‌شده بود."
_UNREAD_BEFORE = "چیزی از این محور خوانده نشده بود."


def axis_text(window: MainWindow, slug: str) -> str:
    """A whole axis as plain text, numbered as on the page."""
    reference = window.context.reference
    lines = [f"محور {reference.axis(slug).title}", ""]
    for item in reference.items_of_axis(slug):
        if item.kind is ItemKind.VISION:
            lines += ["چشم‌انداز", item.edited, "", "جهت‌گیری‌های راهبردی"]
        elif item.kind is ItemKind.CHILD:
            lines.append(f"  {window.context.letter(item)}. {item.edited}")
        elif item.kind is ItemKind.FUNDAMENTAL:
            lines.append(f"جهت‌گیری اساسی: {item.edited}")
        else:
            lines.append(f"{digits(item.number)}. {item.edited}")
    return "\n".join(lines)


class RowMenu(QObject):
    """Opens menus whose acts are those of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.groups: list[tuple[str, ...]] = [
            ("edit.copy", "edit.copy_cite"),
            ("act.bookmark", "act.note_new", "act.mark_read"),
        ]
        for page in ("axis", "search", "themes", "source"):
            window.navigator.when_made(page, partial(self._fit, page))
        window.rail.menu_wanted.connect(self.open_for_place)

    def _fit(self, name: str) -> None:
        page = cast(
            "AxisPage | SearchPage | ThemesPage | SourcePage",
            self._window.navigator.page_named(name),
        )
        page.menu_wanted.connect(self.open_for_item)

    def for_item(self, item_id: str) -> QMenu:
        """What can be done with a row; the row has become the current one."""
        window, actions = self._window, self._window.actions_
        window.panel.show_item(item_id)
        menu = QMenu(window)
        for group in self.groups:
            for key in group:
                menu.addAction(actions[key])
            menu.addSeparator()
        return menu

    def for_axis(self, slug: str) -> QMenu:
        """What can be done with a whole axis."""
        menu = QMenu(self._window)
        menu.addAction("کپی همه‌ی محور", lambda: self.copy_axis(slug))
        menu.addAction("همه را خوانده‌شده کن", lambda: self._mark_axis(slug, True))
        menu.addAction("آغاز دوباره‌ی خواندن", lambda: self._mark_axis(slug, False))
        return menu

    @Slot(str, QPoint)
    def open_for_item(self, item_id: str, spot: QPoint) -> None:
        self._run(self.for_item(item_id), spot)

    @Slot(object, QPoint)
    def open_for_place(self, place: Place, spot: QPoint) -> None:
        if place.page == "axis":
            self._run(self.for_axis(place.key), spot)

    def _run(self, menu: QMenu, spot: QPoint) -> None:
        show_menu(menu, spot)

    @Slot()
    def copy_wanted_axis(self) -> None:
        if slug := self._window.wanted_axis():
            self.copy_axis(slug)

    def copy_axis(self, slug: str) -> None:
        text = axis_text(self._window, slug)
        copy(text, as_paragraph(text))
        title = self._window.context.axis_title(slug)
        beside_source = self._window.axis.list.rows.verbatim
        edited = f"، {EDITED}" if beside_source else ""
        self._window.status.say(f"کپی شد: همه‌ی محور {title}{edited}")

    def _mark_axis(self, slug: str, read: bool) -> None:
        context = self._window.context
        items = tuple(item.id for item in context.reference.items_of_axis(slug))
        if context.reader.mark_read(items, read):
            text = "همه‌ی محور خوانده‌شده به شمار آمد" if read else "خواندن این محور از نو آغاز شد"
            self._window.toast.say(text, self._window.undoing.undo)
        else:
            self._window.status.say(_READ_BEFORE if read else _UNREAD_BEFORE)
