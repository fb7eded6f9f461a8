"""The lists of what speaks against an answer are checked against the document."""

from pathlib import Path

import pytest

from db.build.errors import EditionError
from db.build.listed_terms import write_terms
from db.search.places import Table

TEXTS = ["مقاوم‌سازی و نوسازی بافت‌های فرسوده"]


def write(terms: list[str], tables: Path, field: str = "kitchen") -> set[str]:
    """What search is given for some terms."""
    quoted = ", ".join(f'"{term}"' for term in terms)
    source = tables.parent / "elsewhere.toml"
    source.write_text(f"# heading\n{field} = [{quoted}]\n", "utf-8")
    write_terms(source, TEXTS, tables)
    return names_in(tables / "elsewhere.txt")


def names_in(path: Path) -> set[str]:
    blocks = Table(path)
    return {first + rest for first in blocks for rest in blocks[first][1:-1].split("\t")}


def test_a_run_of_words_is_kept_with_and_without_its_endings(tables: Path) -> None:
    kept = {"پیتزا", "کارتهای بازی", "کارت بازی", "کارت های بازی"}
    assert write(["پیتزا", "کارت‌های بازی"], tables) == kept


def test_a_half_spaced_term_is_kept_apart_too(tables: Path) -> None:
    assert write(["ته‌دیگ", "گربه"], tables) == {"تهدیگ", "ته دیگ", "گربه"}


def test_a_term_of_everyday_words_is_kept_together_only(tables: Path) -> None:
    assert write(["هم‌خانواده"], tables, "together") == {"همخانواده"}


def test_a_compound_beside_other_words_is_kept_in_its_parts_too(tables: Path) -> None:
    assert write(["سریال کره‌ای"], tables) >= {"سریال کرهای", "سریال کره ای"}


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (["پیتزا", "نوسازی"], "'نوسازی' is treated by the document"),
        (["بافت فرسوده"], "'بافت فرسوده' is treated by the document"),
        (["دورکاری"], "'دورکاری' is treated by the document"),
        (["پیتزا", "پیتزا"], "'پیتزا' says what 'پیتزا' says"),
        (["برای این"], "'برای این' holds no word that decides"),
    ],
)
def test_a_term_that_contradicts_is_refused(tables: Path, terms: list[str], reason: str) -> None:
    with pytest.raises(EditionError, match=rf"elsewhere.toml:2: {reason}"):
        write(terms, tables)


def test_words_that_never_decide_may_ask_for_a_detail(tables: Path) -> None:
    source = tables.parent / "particulars.toml"
    source.write_text('amount = ["چقدر است"]', "utf-8")
    write_terms(source, TEXTS, tables, of_stop_words=True)
    assert "چقدر است" in names_in(tables / "particulars.txt")


def test_a_detail_without_a_word_is_refused(tables: Path) -> None:
    source = tables.parent / "particulars.toml"
    source.write_text('amount = ["؟"]', "utf-8")
    with pytest.raises(EditionError, match=r"particulars.toml:1: '؟' holds no word"):
        write_terms(source, TEXTS, tables, of_stop_words=True)


def test_a_term_of_one_list_is_refused_in_the_next(tables: Path) -> None:
    write(["پیتزا"], tables)
    source = tables.parent / "particulars.toml"
    source.write_text('amount = ["نرخ", "پیتزا"]', "utf-8")
    with pytest.raises(EditionError, match=r"'پیتزا' stands in elsewhere\.txt already"):
        write_terms(source, TEXTS, tables, besides="elsewhere.txt")
