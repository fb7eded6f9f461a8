"""Names in the order of a Persian dictionary."""

from db.text.alphabet import alphabetical


def test_letters_of_persian_stand_where_persian_has_them() -> None:
    words = ["گل", "یار", "چای", "پل", "کوه", "ژاله", "آب", "بام", "لاله"]
    in_order = ["آب", "بام", "پل", "چای", "ژاله", "کوه", "گل", "لاله", "یار"]
    assert sorted(words, key=alphabetical) == in_order


def test_spaces_of_all_widths_count_for_nothing() -> None:
    assert alphabetical("حمل و نقل") == alphabetical("حمل‌ونقل")


def test_other_scripts_stand_behind() -> None:
    assert sorted(["ICT", "۱۴۰۴", "یار"], key=alphabetical)[0] == "یار"
