"""What the page of results says when there are none, with queries that do find something."""

from db.reference.models import Item
from db.text.tokens import tokens
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.persian import digits, shorten
from desktop.common.widgets.empty_state import EmptyState

OPEN = "باز کردن"
_CHANNEL = "search-instead"
_NOTHING = (
    "در متن سند و یادداشت‌های شما جست‌وجو شد. واژه‌ی کوتاه‌تر یا هم‌معنا را بیازمایید؛ "
    "«ی» و «ک» عربی و نیم‌فاصله فرقی در نتیجه ایجاد نمی‌کند."
)
_INSTEAD = "شاید این‌ها به کار آید:"
_NO_WORD = "واژه‌ای در آن نیست که جست‌وجو شود. واژه‌ای از سند یا یادداشت‌هایتان را بنویسید."


class NothingFound(EmptyState):
    """Offers queries; `taken` carries the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "search", for_list=True)
        self._context = context

    def show_query(self, query: str, understood: str, suggestion: str) -> None:
        """Say that a query found nothing; offer what was meant, else words of the document."""
        item = self._context.reference.item_by_code(query)
        if item is not None:
            self._show_item(item)
            return
        title = f"نتیجه‌ای برای «{shorten(query)}» پیدا نشد"
        advice = _NOTHING if next(tokens(query), None) else _NO_WORD
        self.say(title, f"{understood} {advice}".strip(), "" if suggestion else _INSTEAD)
        announce(self, title)
        if suggestion:
            self.offer((suggestion,))
        else:
            self.wait_for_offers()
            finder = self._context.finder
            self._context.background.run(
                _CHANNEL, lambda: finder.instead_of(query), self.offer, lambda _: None
            )

    def _show_item(self, item: Item) -> None:
        """A code is no word of the document, but it names an item."""
        title = f"{digits(item.code or '')}: {self._context.place_title(item)}"
        self.say(title, item.edited)
        announce(self, title)
        self.offer((OPEN,))

    def show_failure(self, sentence: str) -> None:
        self.say("جست‌وجو انجام نشد", sentence)
        announce(self, f"جست‌وجو انجام نشد. {sentence}")
        self.offer(())
