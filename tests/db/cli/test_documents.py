"""The commands that give out the document: show, cite, edition, quote."""

import json
from typing import Any

import pytest

from db.reference.store import ReferenceStore
from db.text.normalize import persian_digits
from tests.db.cli.conftest import Run

DIRECTION = ["id", "number", "code", "kind", "verbatim", "edited", "duplicate_of", "errata"]
DIRECTION += ["doubtful", "themes", "related", "children"]


@pytest.fixture
def edition(run: Run) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("edition", "--json")[1])
    return answer


def test_the_edition_has_its_document_axes_and_contact(edition: dict[str, Any]) -> None:
    assert {"document", "axes", "contact"} <= set(edition)
    assert len(edition["axes"]) == 8
    assert edition["document"]["title"]["edited"].endswith("۱۴۰۴")


def test_the_edition_has_every_item_once(
    edition: dict[str, Any], reference: ReferenceStore
) -> None:
    directions = [one for axis in edition["axes"] for one in axis["directions"]]
    ids = [axis["vision"]["id"] for axis in edition["axes"]]
    ids += [one["id"] for d in directions for one in (d, *d["children"])]
    assert len(directions) == 106
    assert sorted(ids) == sorted(item.id for item in reference.items())


def test_a_direction_has_all_its_fields(edition: dict[str, Any]) -> None:
    for axis in edition["axes"]:
        assert {"slug", "title", "vision", "directions"} <= set(axis)
        assert all(set(DIRECTION) <= set(one) for one in axis["directions"])


def test_visions_and_children_carry_their_review(edition: dict[str, Any]) -> None:
    vision = edition["axes"][0]["vision"]
    assert [one["corrected"] for one in vision["errata"]] == ["کسب‌وکارهای"]
    children = [c for d in edition["axes"][0]["directions"] for c in d["children"]]
    assert all({"verbatim", "edited", "errata", "doubtful"} <= set(child) for child in children)


def test_the_edition_for_a_reader(run: Run) -> None:
    _, out, _ = run("edition")
    assert "۵. حمل‌ونقل: ۱۵ جهت‌گیری [transport]" in out


@pytest.mark.parametrize("name", ["infrastructure-2", " Infrastructure-2", "202", "۲۰۲"])
def test_show_takes_an_id_or_a_code(run: Run, name: str) -> None:
    _, out, _ = run("show", name)
    assert out.startswith("محور زیرساخت‌های شهری، جهت‌گیری ۲، کد ۲۰۲ [infrastructure-2]\n")


@pytest.mark.parametrize(
    ("item_id", "said"),
    [
        ("economy-1", "اصلاح‌ها:\n  «اقتصادري» ← «اقتصادی»"),
        ("economy-1", "جاهای مشکوک:\n  «کارآفرینی فعالیت فعالان»"),
        ("economy-1", "[economy-1.1]"),
        ("infrastructure-7", "تکرار infrastructure-"),
        ("transport-2", "موضوع‌ها: "),
        ("transport-2", "مرتبط‌ها:"),
    ],
)
def test_show_tells_what_the_edition_says(run: Run, item_id: str, said: str) -> None:
    assert said in run("show", item_id)[1]


def test_every_item_can_be_shown(run: Run, reference: ReferenceStore) -> None:
    assert all(run("show", item.id)[0] == 0 for item in reference.items()[::5])


def test_cite_gives_text_and_reference(run: Run, reference: ReferenceStore) -> None:
    _, out, _ = run("cite", "transport-3", "--with-number")
    assert out.startswith(f"«{reference.item('transport-3').edited}» (سند چشم‌انداز")
    edition = persian_digits(reference.meta().edition_version)
    assert out.endswith(f"محور حمل‌ونقل، جهت‌گیری ۳، ویراست\u00a0{edition})\n")


def test_cite_short_is_the_reference_alone(run: Run) -> None:
    _, out, _ = run("cite", "transport-3", "--style", "short")
    assert out.startswith("سند چشم‌انداز")
    assert "جهت‌گیری ۳" not in out


def test_quote_reads_the_sentence_from_standard_input(run: Run) -> None:
    sentence = "تكيه بيشتر بر روش هاي تشويقي بجاي روشهاي قهري شديد"
    _, out, _ = run("quote", stdin=sentence.encode())
    assert out.startswith("با تفاوت (۲ واژه)\nمحور محیط‌زیست، جهت‌گیری ۶")
    assert "به‌جای «تنبیهی» نوشته‌اید «قهري»" in out


def test_quote_names_what_is_missing_and_where_else_it_stands(
    run: Run, reference: ReferenceStore
) -> None:
    assert "همین واژه‌ها در:" in run("quote", reference.item("infrastructure-7").edited)[1]
    assert "«بیشتر» افتاده است" in run("quote", "تکیه بر روش‌های تشویقی به‌جای روش‌های تنبیهی")[1]


def test_quote_judges_the_programs_own_citation_by_what_it_quotes(run: Run) -> None:
    cited = run("cite", "transport-3")[1]
    assert run("quote", cited)[1].startswith("عین متن\nمحور حمل‌ونقل، جهت‌گیری ۳")


def test_quote_says_when_the_verbatim_text_is_quoted(run: Run, reference: ReferenceStore) -> None:
    out = run("quote", reference.item("infrastructure-5").verbatim)[1]
    assert "با متن اصلی سند، پیش از ویرایش، سنجیده شد." in out


@pytest.mark.parametrize("nothing", ["", "  "])
def test_quote_of_no_sentence_asks_for_one(run: Run, nothing: str) -> None:
    code, _, error = run("quote", nothing)
    assert (code, error) == (2, "جمله‌ای را که می‌خواهید بسنجید بنویسید.\n")


def test_quote_as_json(run: Run) -> None:
    answer = json.loads(run("quote", "--json", "روش‌های تشویقی به‌جای روش‌های")[1])
    assert (answer["item_id"], answer["verdict"]) == ("environment-6", "عین متن")
    assert answer["segments"][0]["kind"] == "equal"


def test_quote_of_nothing_known(run: Run) -> None:
    assert run("quote", "سلام بر شما باد")[1] == "یافت نشد\n"


def test_input_that_is_not_utf_8_is_refused(run: Run) -> None:
    code, _, error = run("quote", stdin=b"\xff\xfe")
    assert (code, error) == (2, "ورودی باید با کدگذاری UTF-8 باشد.\n")
