"""What the palette offers for typed words: directions, axes, acts."""

from db.record import record, replace
from db.reference.models import Item
from db.search.keyboard import other_layout
from db.search.models import Hit
from db.text.normalize import latin_digits, persian_digits
from desktop.common.actions import Act, Actions
from desktop.common.context import Context
from desktop.common.parted import begins, holds
from desktop.common.persian import in_line, spoken
from desktop.common.text_block import Mark
from desktop.common.tokens import AXIS_ICONS

MOST_DIRECTIONS = 6
MOST_ACTS = 6
MOST_RECENT = 5


@record
class Heading:
    """A line above a kind of entries."""

    title: str


@record
class Entry:
    """Something to choose; exactly one of item, axis and act says what."""

    text: str
    icon: str
    hint: str = ""
    keys: str = ""
    axis: str = ""
    item: str = ""
    act: str = ""
    marks: tuple[Mark, ...] = ()

    def spoken(self) -> str:
        """What a screen reader says of it: its text, where it is, its keys."""
        keys = f"میان‌بر {self.keys}" if self.keys else ""
        return spoken(self.text, self.hint, keys)

    def begins_with(self, typed: str) -> bool:
        """Whether the entry's name begins with what is typed, by the rules of search."""
        return begins(self.text, typed)


Line = Heading | Entry


class _Typed:
    """What is typed, as it may be meant on either keyboard layout."""

    def __init__(self, text: str) -> None:
        self._meant = (text, *other_layout(text))
        self.digits = latin_digits(text.strip())

    def is_in(self, title: str) -> bool:
        """Whether a name holds it."""
        return any(holds(title, meant) for meant in self._meant)

    def begins_code_of(self, number: int) -> bool:
        """Whether it is the beginning of a code in an axis of this number."""
        digits = self.digits
        return digits.isdecimal() and len(digits) < 3 and digits.startswith(str(number))


class Entries:
    """Finds axes and acts by folded words; directions come from the search engine."""

    def __init__(self, context: Context, actions: Actions) -> None:
        self._context, self._actions = context, actions

    def for_text(self, text: str, hits: tuple[Hit, ...] = ()) -> list[Line]:
        """The lines to show, without empty sections; directions stand behind a name that the typed
        text begins, and behind every name when they are only near."""
        found = self._context.reference.item_by_code(text)
        typed = _Typed(text)
        coded = [self._item(found)] if found else self._begun_codes(typed.digits)
        shown = {entry.item for entry in coded}
        others = [hit for hit in hits if hit.item_id not in shown]
        if coded and found is None:  # digits are a code or stand in a text as they are
            others = [hit for hit in others if hit.match == "direct"]
        directions = coded + [self._hit(hit) for hit in others[:MOST_DIRECTIONS]]
        named = (("محورها", self._axes(typed)), ("فرمان‌ها", self._acts(typed)))
        begun = bool(text) and any(one.begins_with(text) for _, names in named for one in names)
        answered = bool(coded) or any(hit.match == "direct" for hit in hits)
        meant = ("بندهای سند", directions)
        sections = (
            ("آخرین بندهای بازشده", [] if text else self._recent()),
            *((meant, *named) if answered and not begun else (*named, meant)),
        )
        lines: list[Line] = []
        for title, entries in sections:
            lines += [Heading(title), *entries] if entries else []
        return lines

    def _recent(self) -> list[Entry]:
        opened = self._context.reader.store.recently_opened()
        items = {item.id: item for item in self._context.reference.items()}
        # What an older edition had and this one has not is passed over.
        return [self._item(items[one]) for one in opened if one in items][:MOST_RECENT]

    def _begun_codes(self, digits: str) -> list[Entry]:
        """All that two digits of a code may still become, in its order."""
        items = self._context.reference.items() if len(digits) == 2 else ()
        begun = [item for item in items if item.code and item.code.startswith(digits)]
        return [self._numbered(item) for item in sorted(begun, key=lambda item: str(item.code))]

    def _numbered(self, item: Item) -> Entry:
        """An item with its code before where it is."""
        entry = self._item(item)
        return replace(entry, hint=in_line((persian_digits(str(item.code)), entry.hint)))

    def _item(self, item: Item, marks: tuple[Mark, ...] = ()) -> Entry:
        where = f"{self._context.axis_title(item.axis)} · {self._context.row_title(item)}"
        picture = AXIS_ICONS[item.axis]
        return Entry(item.edited, picture, where, axis=item.axis, item=item.id, marks=marks)

    def _hit(self, hit: Hit) -> Entry:
        tokens = self._context.theme.tokens
        spans = hit.excerpt_spans if hit.excerpt else hit.spans
        marks = tuple(Mark(span.start, span.end, tokens.hit, tokens.on_hit) for span in spans)
        entry = self._item(self._context.reference.item(hit.item_id), marks)
        return replace(entry, text=hit.excerpt or entry.text)

    def _axes(self, typed: _Typed) -> list[Entry]:
        return [
            Entry(axis.title, AXIS_ICONS[axis.slug], keys=f"Ctrl+{axis.number}", axis=axis.slug)
            for axis in self._context.reference.axes()
            if typed.is_in(axis.title) or typed.begins_code_of(axis.number)
        ]

    def _acts(self, typed: _Typed) -> list[Entry]:
        """In the order of the menus; first what is about several rows while they are selected."""
        axes = {f"go.{axis.slug}" for axis in self._context.reference.axes()}
        found = (
            act
            for act in self._actions.acts()
            if act.menu and act.key not in axes and typed.is_in(act.text)
            if self._actions[act.key].isEnabled()
        )
        several_first = sorted(found, key=lambda act: not self._actions[act.key].data())
        return [self._act(act) for act in several_first[:MOST_ACTS]]

    def _act(self, act: Act) -> Entry:
        title = self._actions[act.key].text().replace("&", "")
        keys = act.keys[0] if act.keys else ""
        return Entry(title, act.icon or "command", keys=keys, act=act.key)
