"""The build refuses a bad edition and names file, line and reason."""

import re
from pathlib import Path

import pytest

from db.build.edition import read_edition
from db.build.errors import EditionError
from db.build.proof import prove
from db.paths import RESOURCES
from tests.db.build.conftest import Spoil

SOURCE = (RESOURCES / "source" / "tehran-1404.txt").read_text("utf-8")
ECONOMY = "1-economy.toml"
STRAY = '[[furniture]]\nline = 9999\nrole = "x"\nverbatim = "x"\n\n'
OVERLAP = """[[item.erratum]]
source = "كسبكار"
corrected = "کسب‌وکار"
kind = "missing-letter"
confidence = "certain"
reason = "x"

"""


def refusal(folder: Path) -> str:
    """What the build says of a spoiled edition."""
    with pytest.raises(EditionError) as caught:
        prove(read_edition(folder), SOURCE)
    return str(caught.value)


def test_the_edition_as_it_is_passes() -> None:
    prove(read_edition(RESOURCES / "edition"), SOURCE)


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        (ECONOMY, 'slug = "economy"', 'slug = "econ"', "slug and number must be"),
        (ECONOMY, 'id = "economy-1"', 'id = "economy-2"', "'economy-2' is given twice"),
        (ECONOMY, 'id = "economy-1"', 'id = "culture-1"', "does not suit kind 'direction'"),
        (ECONOMY, 'kind = "vision"', 'kind = "dream"', "does not suit kind 'dream'"),
        (ECONOMY, 'kind = "vision"', 'kind = "vision"\ncolour = "x"', "unknown field 'colour'"),
        (ECONOMY, "line = 10", 'line = "10"', "must be int"),
        (ECONOMY, 'kind = "missing-letter"', 'kind = "slip"', "unknown kind of erratum 'slip'"),
        (ECONOMY, 'corrected = "کسب‌وکارهای"', 'corrected = "کسب‌های"', "does not stand in edited"),
        (ECONOMY, 'source = "كسبكارهاي"', 'source = "نیست"', "occurs 0 times in verbatim"),
        (ECONOMY, '"حمایت از توسعه‌ی', '"حمایت توسعه‌ی', "errata give"),
        (ECONOMY, 'source = "كسبكارهاي"', 'source = "تهران"', "occurs 3 times"),
        (ECONOMY, 'source = "كسبكارهاي"', 'source = "شهر"\noccurrence = 99', "no such occurrence"),
        (ECONOMY, "[[item.erratum]]", f"{OVERLAP}[[item.erratum]]", "errata overlap"),
        (ECONOMY, "شهری است با", "شهري است با", "edited still holds 'ي'"),
        (ECONOMY, "تأمین هزینه‌ها و", "تأمین هزینه ها و", "edited still holds ' ها '"),
        (ECONOMY, 'edited = "تهران ۱۴۰۴', 'edited = "\\tتهران ۱۴۰۴', "outer white space"),
        (ECONOMY, 'fragment = "سهم', 'fragment = "سهام', "is not in edited"),
        (ECONOMY, 'verbatim = "اقتصاد شهري"', 'verbatim = "اقتصاد"', "not accounted for"),
        (ECONOMY, "line = 10", "line = 9", "not accounted for"),
        (ECONOMY, "line = 10", "line = 9999", "the source has no line 9999"),
        ("furniture.toml", "[[furniture]]", f"{STRAY}[[furniture]]", "no lines .9999."),
        ("furniture.toml", 'verbatim = "X"', 'verbatim = "Y"', "not accounted for"),
        ("2-infrastructure.toml", 'duplicate_of = "', 'duplicate_of = "x', "is unknown"),
        ("themes.toml", '"economy-', '"ecology-', "unknown or repeated ids"),
        ("related.toml", '"economy-', '"ecology-', "unknown or repeated ids"),
        (ECONOMY, 'slug = "economy"', "slug = economy", "Invalid value|Expected"),
        ("edition.toml", 'version = "', 'edition = "', "'version' is missing"),
    ],
)
def test_a_spoiled_edition_is_refused(
    spoil: Spoil, name: str, old: str, new: str, reason: str
) -> None:
    said = refusal(spoil(name, old, new))
    assert re.match(r"[\w-]+\.(toml|txt):\d+: ", said)
    assert re.search(reason, said)


def test_the_refusal_names_the_line_of_the_item(spoil: Spoil) -> None:
    folder = spoil(ECONOMY, "شهری است با", "شهري است با")
    line = (folder / ECONOMY).read_text("utf-8").split('id = "economy-vision"')[0].count("\n") + 1
    assert refusal(folder).startswith(f"{ECONOMY}:{line}: economy-vision: ")


def test_a_missing_file_is_refused_by_name(spoil: Spoil) -> None:
    folder = spoil(ECONOMY, "economy", "economy")
    (folder / "themes.toml").unlink()
    assert refusal(folder).startswith("themes.toml:1: cannot be read")


def test_a_file_in_another_encoding_is_refused(spoil: Spoil) -> None:
    folder = spoil(ECONOMY, "economy", "economy")
    (folder / ECONOMY).write_bytes("slug = «شهر»".encode("cp1256"))
    assert refusal(folder).startswith(f"{ECONOMY}:1: not UTF-8 at byte")


def test_an_item_without_text_is_refused(spoil: Spoil) -> None:
    said = refusal(spoil(ECONOMY, "edited = ", "# edited = "))
    assert re.match(rf"{ECONOMY}:\d+: .*missing.*'edited'", said)
