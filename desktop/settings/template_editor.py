"""Writing one's own citation: the template, chips for its placeholders, and what comes out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.errors import KnownError
from db.reference.citation import CitationStyle, cite
from db.reference.models import Item
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.card import Card
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.writing_edit import WritingEdit
from desktop.settings.templates import NAMES, own_or_default, shown, stored

_SAMPLE = "infrastructure-2"


class TemplateEditor(QWidget):
    """Edits the template of the chosen style; what cannot be used is told and not kept."""

    said = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sample: Item = context.reference.item(_SAMPLE)
        self.edit = WritingEdit("متن قالب ارجاع")
        # As high as it is: else its wish to grow opens gaps all round in a high window.
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.problem = RichLabel("", "warning")
        self.preview = RichLabel()
        self.reset_button = QPushButton("بازگشت به قالب برنامه")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.edit)
        layout.addLayout(self._build_chips())
        layout.addWidget(self.problem)
        layout.addWidget(self._build_preview())
        self.edit.textChanged.connect(self._keep)
        self.reset_button.clicked.connect(self._reset)
        context.settings.changed.connect(self._follow)
        context.theme.resized.connect(self._fit)
        self._fit()
        self.show_style()

    def _build_chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(LineLabel("افزودن:", "caption"))
        for persian in NAMES.values():
            chip = Chip(persian, checkable=False)
            chip.setAccessibleName(f"افزودن جای {persian}")
            chip.clicked.connect(lambda _=False, name=persian: self.insert(name))
            row.addWidget(chip)
        row.addStretch()
        row.addWidget(self.reset_button)
        return row

    def _build_preview(self) -> Card:
        card = Card(6, (12, 8, 12, 10))
        card.rows.addWidget(LineLabel("پیش‌نمایش", "caption"))
        card.rows.addWidget(self.preview)
        return card

    def _fit(self) -> None:
        self.edit.setFixedHeight(self._context.theme.px(86))

    @property
    def _name(self) -> str:
        return f"template_{self._context.settings['citation_style']}"

    @property
    def _style(self) -> CitationStyle:
        return CitationStyle(self._context.settings["citation_style"])

    @Slot()
    def show_style(self) -> None:
        """Take the template of the style that is chosen now."""
        template = shown(own_or_default(self._context.settings[self._name], self._style))
        if self.edit.toPlainText() != template:
            self.edit.blockSignals(True)
            self.edit.fill(template)
            self.edit.blockSignals(False)
        self.problem.hide()
        self._show_preview()

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name == "citation_style":
            self.show_style()

    def insert(self, persian: str) -> None:
        """Put a placeholder where the caret is."""
        self.edit.insertPlainText(f"{{{persian}}}")
        self.edit.setFocus()

    @Slot()
    def _keep(self) -> None:
        try:
            template = stored(self.edit.toPlainText())
        except KnownError as error:
            self._refuse(f"ذخیره نشد: {shown(error.sentence)}")
            self.reset_button.setEnabled(True)
            return
        self.problem.hide()
        usual = template == own_or_default("", self._style)
        self._context.settings[self._name] = "" if usual else template
        self._show_preview()

    def _refuse(self, sentence: str) -> None:
        if self.problem.isHidden() or self.problem.plain != sentence:
            announce(self.problem, sentence)
        self.problem.say(sentence)
        self.problem.show()

    @Slot()
    def _reset(self) -> None:
        self._context.settings[self._name] = ""
        self.edit.setFocus()  # the button has nothing more to do
        self.show_style()
        self.said.emit("قالب ارجاع به قالب برنامه بازگشت")

    def _show_preview(self) -> None:
        own = self._context.settings[self._name]
        axis = self._context.axis_title(self._sample.axis)
        edition = self._context.reference.meta().edition_version
        made = cite(self._sample, axis, self._style, template=own or None, edition=edition)
        self.preview.say(made.plain)
        self.reset_button.setEnabled(bool(own))
