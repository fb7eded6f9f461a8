"""The page of settings: look, reading, citation, the reader's folder."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.common.ask import confirm
from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.persian import ltr, percent
from desktop.common.place import Place
from desktop.common.settings import TEMPLATE_DECIDES
from desktop.common.theme import ZOOM_STEPS
from desktop.common.tokens import THEME_TITLES
from desktop.common.widgets.card import Card
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.column import Column, entitle
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.layouts import scrolling
from desktop.common.widgets.one_of import OneOf
from desktop.common.widgets.toggles import CheckBox, RadioButton
from desktop.settings.template_editor import TemplateEditor

STYLES = {"full": "متن کامل و ارجاع", "only": "فقط ارجاع", "footnote": "پانویس"}
_NUMBER = "شماره‌ی ردیف هم بیاید (شماره‌ها را این برنامه داده است و در متن اصلی سند نیست)"
_QUERIES = "جست‌وجوهای پیشین به یاد سپرده و هنگام نوشتن پیشنهاد شود"
_SCALED = "نوشته‌ها به خواست سیستم شما {} اندازه‌ی معمول‌اند؛ بزرگ‌نمایی بر آن افزوده می‌شود."
_READ = "هر بند پس از سه ثانیه ماندن روی آن، خوانده‌شده شمرده شود"
_AROUND = 12  # pixels below what is scrolled to


class SettingsPage(Page):
    """Every change takes effect and is kept at once."""

    hints_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._follow_ups: list[Callable[[], None]] = []
        self._column = Column(context.theme)
        note = "هر تغییر بی‌درنگ به کار می‌رود و روی همین رایانه نگه داشته می‌شود."
        entitle(self._column.rows, RichLabel("تنظیمات", "title"), RichLabel(note, "caption"))
        self._add_look()
        self._add_reading()
        self._add_search()
        self._add_citation()
        self._add_folder()
        self._column.rows.addStretch()
        self._area = scrolling(self._column, "page", edge=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        context.settings.changed.connect(self.refresh)
        self.refresh()

    def _card(self, title: str) -> QVBoxLayout:
        card = Card(8, (16, 12, 16, 14))
        card.rows.addWidget(RichLabel(title, "h3"))
        self._column.rows.addWidget(card)
        return card.rows

    def _radios(self, name: str, of: str, titles: dict[str, str], rows: QVBoxLayout) -> None:
        line, group = QHBoxLayout(), OneOf(self)
        line.setSpacing(18)
        for value, title in titles.items():
            radio = RadioButton(title)
            radio.setAccessibleName(f"{of}: {title}")
            radio.setObjectName(f"{name}-{value}")
            radio.clicked.connect(lambda _=False, chosen=value: self.choose(name, chosen))
            group.take(radio)
            line.addWidget(radio)
            self._follow_ups.append(
                lambda radio=radio, value=value: radio.setChecked(  # type: ignore[misc]
                    self.context.settings[name] == value
                )
            )
        line.addStretch()
        rows.addLayout(line)

    def _check(self, name: str, title: str, rows: QVBoxLayout) -> CheckBox:
        box = CheckBox(title)
        box.setObjectName(name)
        box.clicked.connect(lambda on: self.choose(name, on))
        self._follow_ups.append(lambda: box.setChecked(self.context.settings[name]))
        rows.addWidget(box)
        return box

    def _add_look(self) -> None:
        rows = self._card("نمایش")
        self._radios("theme", "پوسته", THEME_TITLES, rows)
        sizes = [(percent(step), round(step * 100)) for step in ZOOM_STEPS]
        self.zoom = ChoiceBox("بزرگ‌نمایی", sizes)
        self.zoom.chosen.connect(lambda: self.choose("zoom", self.zoom.value()))
        self._follow_ups.append(lambda: self.zoom.choose(self.context.settings["zoom"]))
        rows.addLayout(_in_a_line(LineLabel("بزرگ‌نمایی"), self.zoom))
        if self.context.theme.scale > 1:
            rows.addWidget(RichLabel(_SCALED.format(percent(self.context.theme.scale)), "caption"))

    def _add_reading(self) -> None:
        rows = self._card("خواندن")
        self._check("mark_read", _READ, rows)
        self.hints_button = QPushButton("نمایش دوباره‌ی نکته‌ها")
        self.hints_button.clicked.connect(self.hints_wanted)
        rows.addLayout(_in_a_line(self.hints_button))

    def _add_search(self) -> None:
        rows = self._card("جست‌وجو")
        self._check("keep_queries", _QUERIES, rows)
        self.forget_button = QPushButton("پاک کردن جست‌وجوهای پیشین")
        self.forget_button.clicked.connect(self.forget_queries)
        rows.addLayout(_in_a_line(self.forget_button))

    @Slot()
    def forget_queries(self) -> None:
        """Nothing searched for before is offered any longer."""
        self.context.past.clear()
        self.said.emit("جست‌وجوهای پیشین پاک شد")

    def _add_citation(self) -> None:
        rows = self._card("ارجاع")
        self._radios("citation_style", "ارجاع", STYLES, rows)
        number = self._check("citation_number", _NUMBER, rows)
        decided = RichLabel(TEMPLATE_DECIDES, "caption")
        rows.addWidget(decided)
        self._follow_ups += [
            lambda: number.setDisabled(self._has_own_template()),
            lambda: decided.setVisible(self._has_own_template()),
        ]
        rows.addWidget(LineLabel("قالب همین گونه را می‌توانید به دلخواه بنویسید:", "caption"))
        self.templates = TemplateEditor(self.context)
        self.templates.said.connect(self.said)
        self.templates.edit.textChanged.connect(self._show_outcome)
        rows.addWidget(self.templates)

    @Slot()
    def _show_outcome(self) -> None:
        """What becomes of a template stands below it, and moves when it is refused."""
        templates = self.templates

        def scroll() -> None:
            for part in (templates.preview, templates.edit):
                self._area.ensureWidgetVisible(part, 0, _AROUND)

        if self.window().focusWidget() is templates.edit:
            QTimer.singleShot(0, templates, scroll)

    def _has_own_template(self) -> bool:
        settings = self.context.settings
        return bool(settings[f"template_{settings['citation_style']}"])

    def _add_folder(self) -> None:
        rows = self._card("یادداشت‌ها و تنظیمات شما")
        folder = str(self.context.paths.folder)
        rows.addWidget(RichLabel("همه در این پوشه است و به جایی فرستاده نمی‌شود:", "caption"))
        rows.addWidget(RichLabel(ltr(folder)))
        copy, reset = QPushButton("کپی نشانی پوشه"), QPushButton("بازگشت همه‌ی تنظیمات به پیش‌فرض…")
        copy.clicked.connect(lambda: self._copy(folder))
        reset.clicked.connect(self.ask_reset)
        rows.addLayout(_in_a_line(copy, reset))

    def _copy(self, folder: str) -> None:
        QGuiApplication.clipboard().setText(folder)
        self.said.emit("کپی شد: نشانی پوشه")

    def choose(self, name: str, value: object) -> None:
        """Keep a setting and let the look follow."""
        self.context.settings[name] = value
        self._apply()

    def _apply(self) -> None:
        settings, theme = self.context.settings, self.context.theme
        if theme.name != settings["theme"]:
            theme.set_name(settings["theme"])
        if round(theme.chosen_zoom * 100) != settings["zoom"]:
            theme.set_zoom(settings["zoom"] / 100)

    @Slot()
    def ask_reset(self) -> None:
        question = "همه‌ی تنظیمات، و قالب‌هایی که نوشته‌اید، به پیش‌فرض بازگردد؟"
        if confirm(self, question, "بازگشت به پیش‌فرض"):
            self.context.settings.reset()
            self._apply()
            self.templates.show_style()
            self.said.emit("تنظیمات به پیش‌فرض بازگشت")

    @Slot()
    def refresh(self) -> None:
        """Show what is kept, whoever changed it."""
        for follow in self._follow_ups:
            follow()

    def show_place(self, place: Place) -> None:
        self.refresh()

    def area(self) -> QScrollArea:
        return self._area

    def stops(self) -> tuple[QWidget, ...]:
        group = [radio for radio in self.findChildren(QRadioButton) if radio.isChecked()]
        return tuple(group[:1])

    def title(self) -> str:
        return "تنظیمات"

    def wants_panel(self) -> bool:
        return False


def _in_a_line(*widgets: QWidget) -> QHBoxLayout:
    """Beside each other, as wide as they are."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch()
    return line
