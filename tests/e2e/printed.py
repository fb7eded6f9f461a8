"""What a reader program finds in a PDF."""

import re
from pathlib import Path

import pypdfium2


def words_of(printed: Path) -> str:
    """The text of a PDF; bidi marks stand beside its spaces."""
    with pypdfium2.PdfDocument(printed) as pages:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return " ".join(re.sub(r"[\u200e\u200f\ufffe]", "", text).split())
