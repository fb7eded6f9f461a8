"""The odds of words come from the terms of the items and the lists of what is elsewhere."""

from pathlib import Path

from db.build.leanings import write_leanings
from db.search.places import Table

TEXTS = ["مقاوم‌سازی و نوسازی بافت‌های فرسوده"]


def odds(terms: list[str], tables: Path) -> dict[str, int]:
    """The hundredths that each stem is given when some terms are elsewhere."""
    quoted = ", ".join(f'"{term}"' for term in terms)
    source = tables.parent / "elsewhere.toml"
    source.write_text(f"kitchen = [{quoted}]\n", "utf-8")
    write_leanings(TEXTS, [source], tables)
    return {stem: int(value) for stem, value in Table(tables / "leanings.txt").items()}


def test_words_of_the_lists_lean_elsewhere_and_those_of_the_items_do_not(tables: Path) -> None:
    found = odds(["قیمه", "قیمه‌ی نثار"], tables)
    assert found["قیمه"] < 0 < found["نوسازی"]


def test_a_word_of_both_leans_less_to_the_items(tables: Path) -> None:
    found = odds(["نوسازی مبل", "کیک"], tables)
    assert found["نوسازی"] < found["فرسوده"]


def test_no_word_decides_alone(tables: Path) -> None:
    assert all(abs(value) <= 300 for value in odds(["قیمه"], tables).values())
