"""Citations as they stand in letters and on the clipboard."""

import pytest

from db.errors import KnownError
from db.record import replace
from db.reference.citation import CitationStyle, check_template, cite, place_label, quoted_in
from db.reference.store import ReferenceStore

REFERENCE = (
    "سند چشم‌انداز و جهت‌گیری‌های راهبردی تهران در افق ۱۴۰۴، شورای اسلامی شهر تهران، محور حمل‌ونقل"
)
EDITION = "، ویراست\u00a0۱.۲"  # no line ends between the two


@pytest.mark.parametrize(
    ("style", "number", "expected"),
    [
        (CitationStyle.FULL, False, f"«{{text}}» ({REFERENCE}{EDITION})"),
        (CitationStyle.FULL, True, f"«{{text}}» ({REFERENCE}، جهت‌گیری ۳{EDITION})"),
        (CitationStyle.ONLY, False, f"{REFERENCE}{EDITION}"),
        (CitationStyle.ONLY, True, f"{REFERENCE}، جهت‌گیری ۳{EDITION}"),
        (CitationStyle.FOOTNOTE, False, f"{REFERENCE}{EDITION}."),
    ],
)
def test_the_three_styles(
    reference: ReferenceStore, style: CitationStyle, number: bool, expected: str
) -> None:
    item = reference.item("transport-3")
    plain = cite(item, "حمل‌ونقل", style, edition="1.2", with_number=number).plain
    assert plain == expected.replace("{text}", item.edited)


def test_html_is_a_right_to_left_paragraph(reference: ReferenceStore) -> None:
    html = cite(reference.item("culture-1"), "فرهنگی", CitationStyle.FULL, edition="1.2").html
    assert html.startswith('<p dir="rtl" lang="fa" style="direction:rtl;unicode-bidi:embed;')
    assert html.endswith("</p>")


def test_html_escapes_what_the_text_and_the_title_hold(reference: ReferenceStore) -> None:
    item = replace(reference.item("culture-1"), edited="<b>\n\"و\" & 'و'")
    html = cite(item, "<i>", CitationStyle.FULL, edition="1.2").html
    assert "&lt;b&gt;<br>&quot;و&quot; &amp; &#x27;و&#x27;" in html
    assert "&lt;i&gt;" in html


def test_braces_of_the_text_are_only_text(reference: ReferenceStore) -> None:
    item = replace(reference.item("culture-1"), edited="{axis} {")
    assert cite(item, "فرهنگی", CitationStyle.FULL, edition="1.2").plain.startswith("«{axis} {» (")


@pytest.mark.parametrize(
    ("item_id", "label"),
    [
        ("transport-0", "جهت‌گیری اساسی"),
        ("transport-12", "جهت‌گیری ۱۲"),
        ("economy-1.1", "جهت‌گیری ۱، بند الف"),
        ("economy-vision", "چشم‌انداز"),
    ],
)
def test_the_place_of_each_kind(reference: ReferenceStore, item_id: str, label: str) -> None:
    assert place_label(reference.item(item_id)) == label


def test_every_item_can_be_cited_with_its_number(reference: ReferenceStore) -> None:
    labels = [(item.axis, place_label(item)) for item in reference.items()]
    assert len(set(labels)) == len(labels)


def test_a_template_of_the_readers_own(reference: ReferenceStore) -> None:
    template = "{{{code}}} {number} از محور {axis}، ویراست {edition}"
    item = reference.item("transport-3")
    made = cite(item, "حمل‌ونقل", CitationStyle.FULL, template=template, edition="1.2")
    assert made.plain == "{۵۰۳} جهت‌گیری ۳ از محور حمل‌ونقل، ویراست\u00a0۱.۲"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{text", "جفت نیستند"),
        ("{text}}", "جفت نیستند"),
        ("{title}", "«{title}» شناخته نیست"),
        ("{}", "شناخته نیست"),
        ("{text.__class__}", "شناخته نیست"),
        ("{text!r}", "«!» یا «:» نمی‌آید"),
        ("{text:>9999999999}", "«!» یا «:» نمی‌آید"),
        ("بی جای‌نگهدار", "دست‌کم یک"),
    ],
)
def test_a_wrong_template_is_refused_with_a_sentence(template: str, reason: str) -> None:
    with pytest.raises(KnownError, match=reason):
        check_template(template)


@pytest.mark.parametrize("copied", ["متن «الف» (سند) و متن دیگر", "«الف»", ""])
def test_a_text_that_is_no_citation_is_all_quotation(copied: str) -> None:
    assert quoted_in(copied) == copied
