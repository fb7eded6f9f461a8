"""The window's own parts, the rail, an axis and the palette."""

from PySide6.QtTest import QTest

from desktop.common.actions import Act
from desktop.common.widgets.buttons import Chip
from desktop.main_window import MainWindow
from tests.desktop.scenes.scene import CONTROL, LEFT, Key, Scene, at_item
from tests.desktop.stage import (
    ITEM,
    Stage,
    click,
    menu_key,
    press,
    star,
    unheard,
)


def low(s: Stage) -> MainWindow:
    """The window where it has no room for its status bar, with something to copy."""
    s.window.resize(911, 480)
    s.window.open_item(ITEM)
    return s.window


_AT_AN_ITEM: dict[str, Scene] = {
    "AxisList.item_current": lambda s: (
        s.window.axis.list.item_current,
        lambda: press(s.window.axis.list, Key.Key_Down),
    ),
    "AxisList.item_entered": lambda s: (
        s.window.axis.list.item_entered,
        lambda: press(s.window.axis.list, Key.Key_Return),
    ),
    "AxisList.bookmark_wanted": lambda s: (s.window.axis.list.bookmark_wanted, lambda: star(s)),
    "AxisList.menu_wanted": lambda s: (
        unheard(s.window.axis.list.menu_wanted),
        lambda: menu_key(s.window.axis.list),
    ),
    "AxisPage.menu_wanted": lambda s: (
        unheard(s.window.axis.menu_wanted),
        lambda: menu_key(s.window.axis.list),
    ),
    "AxisPage.verbatim_changed": lambda s: (
        s.window.axis.verbatim_changed,
        s.window.axis.verbatim_button.click,
    ),
    "FilterBar.filter_chosen": lambda s: (
        s.window.axis.filters.filter_chosen,
        lambda: click(s.window.axis.filters, Chip),
    ),
    "Page.panel_wanted": lambda s: (
        s.window.axis.panel_wanted,
        lambda: press(s.window.axis.list, Key.Key_Return),
    ),
    "Navigator.arrived": lambda s: (s.window.navigator.arrived, s.window.navigator.back),
    "_Scrim.clicked": lambda s: (
        s.drawer().scrim.clicked,
        lambda: QTest.mouseClick(s.window.workspace.scrim, LEFT),
    ),
    "Workspace.drawer_closed": lambda s: (
        s.drawer().drawer_closed,
        lambda: QTest.mouseClick(s.window.workspace.scrim, LEFT),
    ),
}

SCENES: dict[str, Scene] = {
    "StatusBar.unseen": lambda s: (
        low(s).status.unseen,
        s.window.actions_["edit.copy_cite"].trigger,
    ),
    "Actions.added": lambda s: (
        s.window.actions_.added,
        lambda: s.window.actions_.add(Act("new", "تازه"), s.window.show),
    ),
    "Page.several_changed": lambda s: (
        s.search("شهر").several_changed,
        s.window.search.list.selectAll,
    ),
    "SelectingList.several_changed": lambda s: (
        s.search("شهر").list.several_changed,
        s.window.search.list.selectAll,
    ),
    "Background._arrived": lambda s: (
        # Its own crossing from thread to thread, which is no signal for others.
        s.window.context.background._arrived,  # noqa: SLF001
        lambda: s.window.context.background.run("t", str, lambda _: None, lambda _: None),
    ),
    "Finder._knows_more": lambda s: (
        # As above.
        s.window.context.finder._knows_more,  # noqa: SLF001
        lambda: s.window.context.reader.add_note(ITEM, "با آقای قنبرزاده"),
    ),
    "Reader.changed": lambda s: (
        s.window.context.reader.changed,
        lambda: s.window.context.reader.toggle_bookmark(ITEM),
    ),
    "Reader.acted": lambda s: (
        s.window.context.reader.acted,
        lambda: s.window.context.reader.toggle_bookmark(ITEM),
    ),
    "Settings.changed": lambda s: (
        s.window.context.settings.changed,
        s.window.actions_["view.rail"].trigger,
    ),
    "Theme.changed": lambda s: (
        s.window.context.theme.changed,
        s.window.actions_["view.theme"].trigger,
    ),
    "Theme.resized": lambda s: (
        s.window.context.theme.resized,
        s.window.actions_["view.zoom_in"].trigger,
    ),
    "MainWindow.arranged": lambda s: (s.window.arranged, lambda: s.window.resize(1000, 600)),
    "Rail.place_wanted": lambda s: (
        s.window.rail.place_wanted,
        lambda: press(s.window.rail.list, Key.Key_Down),
    ),
    "_RailList.menu_wanted": lambda s: (
        unheard(s.window.rail.list.menu_wanted),
        lambda: menu_key(s.window.rail.list),
    ),
    "Rail.menu_wanted": lambda s: (
        unheard(s.window.rail.menu_wanted),
        lambda: menu_key(s.window.rail.list),
    ),
    "Banner.retry": lambda s: (s.unsaved().retry, lambda: click(s.window.banner)),
    "Banner.copy_wanted": lambda s: (s.unsaved().copy_wanted, s.window.banner.copy.click),
    "Banner.file_wanted": lambda s: (unheard(s.unsaved().file_wanted), s.window.banner.file.click),
    "Palette.place_wanted": lambda s: (
        s.palette("214").place_wanted,
        lambda: press(s.window.palette_.box, Key.Key_Return),
    ),
    "Palette.act_wanted": lambda s: (
        s.palette("پوسته: تیره").act_wanted,
        lambda: press(s.window.palette_.box, Key.Key_Return),
    ),
    "Palette.citation_wanted": lambda s: (
        s.palette("214").citation_wanted,
        lambda: press(s.window.palette_.box, Key.Key_Return, CONTROL),
    ),
    **{names: at_item(scene) for names, scene in _AT_AN_ITEM.items()},
}
