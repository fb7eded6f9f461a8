"""The acts of the window: what each does, under which keys, in which menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.common.actions import Act
from desktop.common.known_marks import Marks
from desktop.common.place import Place
from desktop.common.tokens import THEME_TITLES
from desktop.main_window import MainWindow
from desktop.row_menu import RowMenu
from desktop.several import Several
from desktop.shell.wheel_zoom import WheelZoom
from desktop.starring import Starring

_THEME_ICONS = {"light": "sun", "dark": "moon", "system": "monitor", "contrast": "contrast"}


def add_acts(window: MainWindow, rows: RowMenu) -> None:
    """Add every act of the shell; features add their own beside these."""
    _add_edit(window, rows)
    _add_item(window)
    _add_go(window)
    _add_view(window)
    _add_themes(window)
    window.actions_.add(Act("file.quit", "خروج", "file", 900, ("Ctrl+Q",), "log-out"), window.close)
    window.actions_.add(
        Act("tools.palette", "رفتن سریع…", "tools", 100, ("Ctrl+K",), "command"),
        lambda: window.palette_.open(),
    )
    _keep_states(window)
    window.navigator.when_made("axis", partial(_fit_axis, window))
    _add_theme_button(window)
    window.command_bar.add_toggle("view.panel", "panel-left")
    QShortcut(QKeySequence("F10"), window, window.command_bar.open_menu)
    QShortcut(QKeySequence("Shift+F10"), window, partial(_open_context_menu, window))
    actions = window.actions_
    WheelZoom(
        window,
        lambda: actions["view.zoom_in"].trigger(),
        lambda: actions["view.zoom_out"].trigger(),
    )


def _open_context_menu(window: MainWindow) -> None:
    """As the Menu key does, which many keyboards lack; X11 knows only that one."""
    focus = window.focusWidget() or window
    spot = focus.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, focus.mapToGlobal(spot))
    QApplication.sendEvent(focus, event)


def _fit_axis(window: MainWindow) -> None:
    axis, actions = window.axis, window.actions_
    axis.copy_button.clicked.connect(actions["edit.copy_axis"].trigger)
    axis.verbatim_changed.connect(actions["view.verbatim"].setChecked)
    axis.verbatim_changed.connect(window.panel.stand_beside_source)


def _add_edit(window: MainWindow, rows: RowMenu) -> None:
    add, panel = window.actions_.add, window.panel
    add(Act("edit.undo", "برگرداندن", "edit", 100, ("Ctrl+Z",), "undo-2"), window.undoing.undo)
    add(Act("edit.redo", "انجام دوباره", "edit", 101, ("Ctrl+Y",), "redo-2"), window.undoing.redo)
    Several(window)
    add(Act("edit.copy_plain", "کپی بدون قالب", "edit", 202), panel.copier.copy_plain)
    add(Act("edit.copy_axis", "کپی همه‌ی محور", "edit", 203), rows.copy_wanted_axis)
    find = Act("edit.find", "جست‌وجو…", "edit", 300, ("Ctrl+F",), "search")
    add(find, window.search_box.begin)


def _add_item(window: MainWindow) -> None:
    add, panel = window.actions_.add, window.panel
    Starring(window)
    note = Act("act.note_new", "یادداشت تازه", "note", 102, ("Ctrl+N",), "notebook-pen")
    add(note, partial(_begin_note, window))
    light = Act("act.highlight", "رنگ کردن", "note", 201, ("Ctrl+H",), "highlighter")
    add(light, panel.highlighter.highlight)
    plain = Act("act.unhighlight", "برداشتن رنگ", "note", 209, ("Ctrl+Shift+H",))
    add(plain, panel.highlighter.remove)
    read = Act("act.mark_read", "خوانده‌شده یا خوانده‌نشده", "note", 301, ("Ctrl+M",), "book-open")
    add(read, panel.toggle_read)


def _begin_note(window: MainWindow) -> None:
    if window.panel.wanted_item():
        window.panel_place.open()
        window.panel.begin_note()


def _add_go(window: MainWindow) -> None:
    add, go = window.actions_.add, window.visit
    add(Act("go.back", "بازگشت", "go", 100, ("Alt+Right",)), window.navigator.back)
    add(Act("go.forward", "پیش رفتن", "go", 101, ("Alt+Left",)), window.navigator.forward)
    add(Act("go.home", "خانه", "go", 200, ("Alt+Home",), "house"), lambda: go(Place("home")))
    for axis in window.context.reference.axes():
        keys = (f"Ctrl+{axis.number}",)
        act = Act(f"go.{axis.slug}", axis.title, "go", 300 + axis.number, keys)
        add(act, partial(go, Place("axis", axis.slug)))
    add(Act("go.pane", "بخش بعدی پنجره", "go", 102, ("F6",)), partial(step_pane, window, 1))
    back = Act("go.pane_back", "بخش قبلی پنجره", "go", 103, ("Shift+F6",))
    add(back, partial(step_pane, window, -1))


def _add_view(window: MainWindow) -> None:
    add, theme, settings = window.actions_.add, window.context.theme, window.context.settings

    def zoom(change: Callable[[], None]) -> None:
        change()
        settings["zoom"] = round(theme.chosen_zoom * 100)

    verbatim = Act("view.verbatim", "متن اصلی با اصلاح‌ها", "view", 100, ("F12",), "", True)
    add(verbatim, lambda: window.axis.set_verbatim(not window.axis.list.rows.verbatim))
    panel = Act("view.panel", "پنل یادداشت و ارجاع", "view", 101, ("F4",), "panel-left", True)
    add(panel, window.panel_place.toggle)
    rail = Act("view.rail", "فهرست محورها", "view", 102, ("F9",), "", True)
    add(rail, partial(_toggle_rail, window))
    keys = ("Ctrl++", "Ctrl+=")
    larger, smaller = partial(theme.step_zoom, 1), partial(theme.step_zoom, -1)
    add(Act("view.zoom_in", "درشت‌تر", "view", 200, keys, "zoom-in"), partial(zoom, larger))
    act = Act("view.zoom_out", "ریزتر", "view", 201, ("Ctrl+-",), "zoom-out")
    add(act, partial(zoom, smaller))
    act = Act("view.zoom_reset", "اندازه‌ی عادی", "view", 202, ("Ctrl+0",))
    add(act, partial(zoom, partial(theme.set_zoom, 1.0)))
    full = Act("view.full", "تمام‌صفحه", "view", 400, ("F11",), "", True)
    add(full, lambda: window.showNormal() if window.isFullScreen() else window.showFullScreen())


def _toggle_rail(window: MainWindow) -> None:
    settings = window.context.settings
    settings["rail_open"] = not settings["rail_open"]
    window.arrange()


def _add_themes(window: MainWindow) -> None:
    theme, settings = window.context.theme, window.context.settings

    def choose(name: str) -> None:
        settings["theme"] = name
        theme.set_name(name)

    def swap() -> None:
        choose("light" if theme.tokens.dark else "dark")

    window.actions_.add(Act("view.theme", "روشن یا تیره", "view", 300, ("F8",), "moon"), swap)
    for place, (name, title) in enumerate(THEME_TITLES.items()):
        act = Act(
            f"view.theme_{name}", f"پوسته: {title}", "view", 301 + place, (), _THEME_ICONS[name]
        )
        window.actions_.add(act, partial(choose, name))


def _add_theme_button(window: MainWindow) -> None:
    """Its picture is where it leads: to the sun out of the dark."""
    theme = window.context.theme
    button = window.command_bar.add_toggle("view.theme", "moon")

    def show() -> None:
        button.set_icon_name("sun" if theme.tokens.dark else "moon")

    theme.changed.connect(show)
    show()


def _keep_states(window: MainWindow) -> None:
    """Check marks and enabled states follow what happens."""
    actions, settings = window.actions_, window.context.settings

    def refresh() -> None:
        place = window.panel_place
        actions["view.panel"].setChecked(place.is_open and place.fits)
        actions["view.panel"].setEnabled(place.fits)
        actions["view.rail"].setChecked(settings["rail_open"])
        actions["view.full"].setChecked(window.isFullScreen())
        actions["go.back"].setEnabled(window.navigator.can_move(-1))
        actions["go.forward"].setEnabled(window.navigator.can_move(1))

    def name(marks: Marks) -> None:
        actions["act.bookmark"].setText("برداشتن نشان" if marks.bookmarked else "نشان کردن")
        actions["act.mark_read"].setText("خوانده‌نشده" if marks.read else "خوانده‌شده")

    window.arranged.connect(refresh)
    window.panel.marks_shown.connect(name)


def panes(window: MainWindow) -> list[QWidget]:
    """What F6 visits, in order: search, rail, the page's parts that can be entered, the panel."""
    page = window.navigator.page
    stops = (window.search_box, window.rail.list, *(page.stops() if page else ()))
    parts = (*stops, window.panel.reader)
    return [part for part in parts if part.isVisible() and part.isEnabled()]


def step_pane(window: MainWindow, direction: int) -> None:
    """Put the keyboard into the next or previous pane."""
    stops = panes(window)
    focus = QApplication.focusWidget()
    inside = [
        index
        for index, stop in enumerate(stops)
        if focus is not None and (stop is focus or stop.isAncestorOf(focus))
    ]
    if not inside and focus is not None and window.panel.isAncestorOf(focus):
        inside = [stops.index(window.panel.reader)]
    page = window.navigator.page
    if not inside and focus is not None and page is not None and page.isAncestorOf(focus):
        # Chips and buttons stand before the list, which is the page's last stop.
        own = [index for index, stop in enumerate(stops) if page.isAncestorOf(stop)]
        inside = [last - (direction > 0) for last in own[-1:]]
    at = inside[0] if inside else -1 if direction > 0 else 0
    stops[(at + direction) % len(stops)].setFocus()
