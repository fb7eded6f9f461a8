"""How an item is cited: as plain text, and as HTML that office programs paste right to left."""

import string
from enum import StrEnum

from db.errors import KnownError
from db.record import record
from db.reference.models import Item, ItemKind
from db.text.normalize import persian_digits

DOCUMENT_NAME = "چشم‌انداز و جهت‌گیری‌های راهبردی تهران در افق ۱۴۰۴"  # its title says «استراتژیک»
DOCUMENT_TITLE = f"سند {DOCUMENT_NAME}"
DOCUMENT_CREATOR = "شورای اسلامی شهر تهران"
FIELDS = ("text", "axis", "number", "code", "edition")
CHILD_LETTERS = "الف ب پ ت ث ج چ ح خ".split()
_REFERENCE = f"{DOCUMENT_TITLE}، {DOCUMENT_CREATOR}، محور {{axis}}"
_EDITION = "، ویراست {edition}"
# Word takes direction from the paragraph itself, not from what surrounds it.
_PARAGRAPH = (
    '<p dir="rtl" lang="fa" style="direction:rtl;unicode-bidi:embed;text-align:right;'
    "font-family:'B Nazanin',Vazirmatn,Tahoma;font-size:13pt\">"
)


class CitationStyle(StrEnum):
    """What is copied: text and reference, the reference alone, or a footnote."""

    FULL = "full"
    ONLY = "only"
    FOOTNOTE = "footnote"


@record
class Citation:
    """The same citation twice, for fields that take plain text and for those that take HTML.

    `quotes` tells whether the item's text is in it.
    """

    plain: str
    html: str
    quotes: bool


def template_of(style: CitationStyle, with_number: bool = False) -> str:
    """The program's own template; numbers are not the document's, so they come only on demand."""
    reference = _REFERENCE + ("، {number}" if with_number else "") + _EDITION
    if style is CitationStyle.FULL:
        return f"«{{text}}» ({reference})"
    return reference + "." if style is CitationStyle.FOOTNOTE else reference


def place_label(item: Item) -> str:
    """Where an item stands in its axis, e.g. «جهت‌گیری ۲، بند ب»."""
    if item.kind is ItemKind.VISION:
        return "چشم‌انداز"
    if item.kind is ItemKind.FUNDAMENTAL:
        return "جهت‌گیری اساسی"
    if item.kind is ItemKind.CHILD and item.parent_id and item.number:
        parent = item.parent_id.rpartition("-")[2]
        return persian_digits(f"جهت‌گیری {parent}، بند {CHILD_LETTERS[item.number - 1]}")
    return persian_digits(f"جهت‌گیری {item.number}")


def check_template(template: str) -> None:
    """KnownError with the reason when a reader's template cannot be used."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise KnownError("آکولادهای قالب ارجاع جفت نیستند.") from error
    names = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    for name, spec, conversion in names:
        if name in FIELDS and (spec or conversion):
            raise KnownError(f"پس از نام در «{{{name}}}» «!» یا «:» نمی‌آید؛ آن را بردارید.")
        if name not in FIELDS:
            known = "، ".join(f"{{{field}}}" for field in FIELDS)
            raise KnownError(f"جای‌نگهدار «{{{name}}}» شناخته نیست؛ این‌ها را می‌توان نوشت: {known}.")
    if not names:
        raise KnownError("قالب ارجاع دست‌کم یک جای‌نگهدار، مانند {text}، می‌خواهد.")


def cite(
    item: Item,
    axis_title: str,
    style: CitationStyle,
    *,
    edition: str,
    with_number: bool = False,
    template: str | None = None,
) -> Citation:
    """Fill the style's template, or the reader's own; KnownError for a template that is not one.

    `edition` is the version of the text, as the reference's metadata name it.
    """
    if template is None:
        template = template_of(style, with_number)
    else:
        check_template(template)
    quotes = any(name == "text" for _, name, _, _ in string.Formatter().parse(template))
    # A line may not end between «ویراست» and its number.
    plain = template.replace(" {edition}", "\u00a0{edition}").format(
        text=item.edited,
        axis=axis_title,
        number=place_label(item),
        code=persian_digits(item.code or ""),
        edition=persian_digits(edition),
    )
    return Citation(plain, as_paragraph(plain), quotes)


def quoted_in(copied: str) -> str:
    """What a full citation by the program's own template quotes; any other text as it is."""
    quoted, closing, source = copied.partition(f"» ({DOCUMENT_TITLE}")
    return quoted.removeprefix("«") if closing and source.endswith(")") else copied


def as_paragraph(plain: str) -> str:
    """HTML of a text that stays right to left where it is pasted."""
    from html import escape  # with the names of all characters: not before the first paint

    lines = "<br>".join(escape(plain).splitlines())
    return f"{_PARAGRAPH}{lines}</p>"
