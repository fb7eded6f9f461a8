"""Who wrote the document, who published it, which edition this is, and whether it is intact."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.reference.citation import DOCUMENT_CREATOR, DOCUMENT_NAME
from db.reference.models import DocumentPart
from db.version import VERSION
from desktop.common.context import Context
from desktop.common.persian import digits
from desktop.common.widgets.column import Column
from desktop.common.widgets.labels import IconLabel, RichLabel
from desktop.common.widgets.layouts import clear, scrolling
from desktop.document.facts import Fact, FactCard

CHECKING = "در حال سنجیدن متن با اثر انگشت آن…"
INTACT = "متن این نسخه دست‌نخورده است"
BROKEN = "متن این نسخه دست خورده است؛ برنامه را از نو نصب کنید و تا آن زمان به متن استناد نکنید."
_PUBLISHED = (
    "این متن از صفحه‌ای در وب گرفته شده است. نام ناشر در صفحه نیامده و "
    "نشانی‌های تماس آن از شهرداری منطقه‌ی ۱۴ تهران است."
)
_EDITED = (
    "رسم‌الخط یک‌دست شده و نادرستی‌های آشکار حروف‌چینی اصلاح شده است. هر اصلاح با اصل آن در فهرست "
    "اصلاح‌ها آمده و هرچه روشن نبوده، دست‌نخورده مانده و «جای تردید» نشان خورده است."
)


class Sheet(QWidget):
    """The fact sheet; the text is checked beside the window whenever the sheet is shown."""

    said = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = Column(context.theme, top=4)
        self._verdict = QHBoxLayout()
        self._verdict.setSpacing(10)
        for part in (self._origin(), self._edition(), self._contact()):
            part.copied.connect(self.said)
            column.rows.addWidget(part)
        column.rows.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = scrolling(column, "page")
        outer.addWidget(self.area)

    def _origin(self) -> FactCard:
        parts = {part.kind: part.edited for part in self._context.reference.document_parts()}
        card = FactCard("سند")
        theme = self._context.theme
        card.add(Fact(theme, "عنوان", parts["title"]))
        card.add(Fact(theme, "نام در ارجاع‌ها", DOCUMENT_NAME))
        card.add(Fact(theme, "پدیدآورنده", DOCUMENT_CREATOR))
        card.add(Fact(theme, "انتشار", _PUBLISHED))
        axes = self._context.reference.axes()
        total = sum(axis.direction_count for axis in axes)
        extent = f"{len(axes)} محور، {total} جهت‌گیری و {len(axes)} چشم‌انداز"
        card.add(Fact(theme, "گستره", digits(extent)))
        return card

    def _edition(self) -> FactCard:
        meta, theme = self._context.reference.meta(), self._context.theme
        card = FactCard("ویراست این نسخه")
        holder = QWidget()
        holder.setLayout(self._verdict)
        self._verdict.setContentsMargins(0, 4, 0, 4)
        card.rows.addWidget(holder)
        card.add(Fact(theme, "شماره‌ی ویراست", digits(meta.edition_version), latin=True))
        card.add(Fact(theme, "روش ویرایش", _EDITED))
        card.add(Fact(theme, "اثر انگشت متن (SHA-256)", meta.content_hash, latin=True))
        card.add(Fact(theme, "اثر انگشت منبع (SHA-256)", meta.source_hash, latin=True))
        card.add(Fact(theme, "نسخه‌ی برنامه", digits(VERSION), latin=True))
        return card

    def _contact(self) -> FactCard:
        card = FactCard("نشانی‌های تماس، چنان‌که در صفحه آمده است")
        label = ""
        for part in self._context.reference.document_parts():
            if part.role == "heading":
                card.rows.addWidget(RichLabel(part.edited, "caption"))
            elif part.role == "label":
                label = part.edited
            elif part.role in ("value", "link"):
                card.add(self._contact_line(part, label))
                label = ""
        return card

    def _contact_line(self, part: DocumentPart, label: str) -> Fact:
        doubts = self._context.reference.doubtful(part.id)
        warning = doubts[0].question if doubts else ""
        latin = all(letter in "-۰۱۲۳۴۵۶۷۸۹" or letter.isascii() for letter in part.edited)
        return Fact(self._context.theme, label, part.edited, latin=latin, warning=warning)

    def check(self) -> None:
        """Compare the text with its fingerprint, beside the window."""
        self._tell("clock", "muted", CHECKING)
        reference = self._context.reference
        self._context.background.run("intact", reference.content_is_intact, self._judge, self._fail)

    def _judge(self, intact: bool) -> None:
        if intact:
            self._tell("circle-check", "ok", INTACT)
        else:
            self._fail(BROKEN)

    def _fail(self, sentence: str) -> None:
        self._tell("triangle-alert", "danger", sentence)

    def _tell(self, icon: str, token: str, sentence: str) -> None:
        clear(self._verdict)
        self.verdict = RichLabel(sentence, "h3")
        self._verdict.addWidget(IconLabel(self._context.theme, icon, 20, token))
        self._verdict.addWidget(self.verdict, 1)
