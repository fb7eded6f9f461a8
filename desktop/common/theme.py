"""Direction, locale, fonts and palette, set once; theme and zoom may change later."""

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QToolTip, QWidget

from desktop.common.display import start_qt
from desktop.common.fonts import font, load_fonts
from desktop.common.menus import menu_sizes
from desktop.common.persian import PERSIAN
from desktop.common.stylesheet import stylesheet
from desktop.common.system_wishes import text_scale
from desktop.common.text_roles import BASE, wear_fonts
from desktop.common.tokens import AXIS_ICONS, THEMES, Tokens

CONTROL, _AROUND_TEXT = 34, 12
ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.5, 1.75, 2.0)
_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "bg",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "border2",
    QPalette.ColorRole.Dark: "border2",
    QPalette.ColorRole.Light: "border",
    QPalette.ColorRole.ToolTipBase: "toast_bg",
    QPalette.ColorRole.ToolTipText: "toast_fg",
}


_WORDS = {
    ("QLineEdit", "&Undo"): "&برگرداندن",
    ("QLineEdit", "&Redo"): "&انجام دوباره",
    ("QLineEdit", "&Copy"): "&کپی",
    ("QWidgetTextControl", "&Undo"): "&برگرداندن",
    ("QWidgetTextControl", "&Redo"): "&انجام دوباره",
    ("QWidgetTextControl", "&Copy"): "&کپی",
    ("QFileDialog", "&Look in:"): "&جا:",
    ("QFileDialog", "Files of &type:"): "&نوع پرونده:",
    ("QAbstractFileIconProvider", "Folder"): "پوشه",
    ("QAbstractFileIconProvider", "File"): "پرونده",
    ("QAbstractFileIconProvider", "%1 File"): "پرونده‌ی %1",
}


_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_LEFT_TO_RIGHT = "\u202a"  # for the rest of the line: «Ctrl++» would become «++Ctrl» in a menu


class _Wording(QTranslator):
    """What Qt's Persian catalogue lacks; and «Ctrl», which it translates and no keyboard bears."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # None, not "", tells Qt to ask the next translator; the stub knows only str.
        if context == "QShortcut":
            named = "Enter" if text == "Return" else text
            return _LEFT_TO_RIGHT + named if named in _MODIFIERS else named
        return _WORDS.get((context, text))  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False


def prepare_application(arguments: list[str]) -> QApplication:
    """The application object, right-to-left and Persian, with its fonts loaded."""
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else start_qt(arguments)
    app.setStyle("Fusion")
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QLocale.setDefault(PERSIAN)
    catalogue = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if catalogue.load("qtbase_fa", folder):
        app.installTranslator(catalogue)
    app.installTranslator(_Wording(app))
    app.setApplicationDisplayName("چشم‌انداز تهران ۱۴۰۴")
    load_fonts()
    app.setFont(font(BASE))
    return app


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.idle))
    return palette


class Theme(QObject):
    """What everything painted asks for colours and sizes; `changed` follows either, and `resized`
    that where the sizes are others.

    `chosen_zoom` is the reader's, `zoom` what it comes to over the system's own text size.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, name: str = "system", zoom: float = 1.0) -> None:
        super().__init__()
        self.name = name
        self.scale = text_scale()
        self._choose_zoom(zoom)
        self.tokens: Tokens = self._resolve()
        self._parts: list[_Part] = []
        self._applied_zoom = 0.0
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        # Icons hold pictures for the screens there are: another one may want sharper ones.
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._meet_screen)

    def _resolve(self) -> Tokens:
        scheme = QGuiApplication.styleHints().colorScheme()
        return THEMES[self.name, scheme == Qt.ColorScheme.Dark]

    def apply(self) -> None:
        """Dress the application and what is in sight; tell every painter."""
        QApplication.setPalette(_palette(self.tokens))
        QApplication.setFont(font(BASE * self.zoom))
        QToolTip.setFont(font(13 * self.zoom))
        for part in self._in_sight():
            part.dress()
        self.changed.emit()
        if self._applied_zoom != self.zoom:
            self._applied_zoom = self.zoom
            self.resized.emit()
        self._lay_out()

    def _in_sight(self) -> list["_Part"]:
        return [part for part in self._parts if part.widget.isVisible()]

    def _lay_out(self) -> None:
        """Measure anew before the paint: a list that finds out while painting is painted twice."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for part in self._in_sight():
            for view in part.widget.findChildren(QAbstractItemView):
                if view.isVisible():
                    view.executeDelayedItemsLayout()

    def attach(self, part: QWidget, *, at_once: bool = False) -> None:
        """Dress a window or a part of one whenever it is shown in another look than the last.

        What is out of sight waits: a change costs what can be seen. `at_once` is for what
        measures itself before it is shown.
        """
        made = _Part(self, part)
        self._parts.append(made)
        part.destroyed.connect(lambda: self._parts.remove(made))
        if at_once:
            made.dress()

    def set_name(self, name: str) -> None:
        """Switch to light, dark, system or contrast; the title bar follows where it can."""
        self.name = name
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(schemes.get(name, Qt.ColorScheme.Unknown))
        self.tokens = self._resolve()
        self.apply()

    def set_zoom(self, zoom: float) -> None:
        """Scale every text; limited to 80–200 %."""
        self._choose_zoom(zoom)
        self.apply()

    def _choose_zoom(self, zoom: float) -> None:
        self.chosen_zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self.zoom = min(self.chosen_zoom * self.scale, ZOOM_STEPS[-1])

    def step_zoom(self, direction: int) -> None:
        """The next larger (+1) or smaller (−1) step."""
        steps = ZOOM_STEPS if direction > 0 else ZOOM_STEPS[::-1]
        for step in steps:
            if (step - self.chosen_zoom) * direction > 0.001:
                self.set_zoom(step)
                return

    def px(self, size: float) -> int:
        """A length that grows with the text."""
        return round(size * self.zoom)

    def control(self, height: int = CONTROL) -> int:
        """How high a button or a line to write in is that has `height` at zoom 100 %.

        The sheet lets them follow their text, and so does what stands beside them.
        """
        text = QFontMetrics(self.font(BASE)).height()
        return max(height, text + _AROUND_TEXT + height - CONTROL)

    def font(self, size: float, weight: int = 400, *, columns: bool = False) -> QFont:
        """Vazirmatn at `size` pixels of zoom 100 %."""
        return font(size * self.zoom, weight, columns=columns)

    def axis_colour(self, slug: str) -> str:
        return self.tokens.axis[list(AXIS_ICONS).index(slug)]

    @Slot()
    def _meet_screen(self) -> None:
        self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        resolved = self._resolve()
        if resolved is not self.tokens:
            self.tokens = resolved
            self.apply()


class _Part(QObject):
    """Something the theme dresses: never the application nor a whole window, which is slow."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__()
        self._theme, self.widget = theme, widget
        self._zoom = 0.0
        widget.installEventFilter(self)

    def dress(self) -> None:
        """Give it the sheet of the theme and the fonts of the zoom, where they are others."""
        sheet = stylesheet(self._theme.tokens, self.widget.objectName())
        if isinstance(self.widget, QMenu):
            sheet += menu_sizes()
        if self.widget.styleSheet() != sheet:
            self.widget.setStyleSheet(sheet)
        if self._zoom != self._theme.zoom:
            self._zoom = self._theme.zoom
            wear_fonts(self.widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent):
            self.dress()
        return False
