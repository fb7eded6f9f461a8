"""Citation templates as the reader writes them: placeholders in Persian, checked at once."""

import re

from db.reference.citation import CitationStyle, check_template, template_of

NAMES = {
    "text": "متن",
    "axis": "محور",
    "number": "شماره",
    "code": "کد",
    "edition": "ویراست",
}


def shown(template: str) -> str:
    """A stored template, or a sentence about one, with Persian placeholders."""
    for stored, persian in NAMES.items():
        template = template.replace(f"{{{stored}}}", f"{{{persian}}}")
    return template


def stored(template: str) -> str:
    """What the reader wrote as it is kept; KnownError when it cannot be used."""
    for name, persian in NAMES.items():
        template = re.sub(rf"\{{{persian}(?=[}}!:])", f"{{{name}", template)
    check_template(template)
    return template


def own_or_default(own: str, style: CitationStyle) -> str:
    """The reader's template of a style, else the program's."""
    return own or template_of(style)
