"""Word lists that people edit are checked before search relies on them."""

import re
import shutil
from pathlib import Path

import pytest

from db.build.errors import EditionError
from db.build.lexicon_sources import read_lexicon
from db.paths import RESOURCES
from db.reference.store import ReferenceStore

SUBJECTS = "subjects/1-economy.toml"


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RESOURCES / "lexicon", tmp_path / "lexicon"))


@pytest.fixture
def of_one_axis(lexicon: Path) -> Path:
    """With the lists of the first axis alone: those of all take longest to read."""
    for of_another_axis in lexicon.rglob("[2-8]-*.toml"):
        of_another_axis.unlink()
    return lexicon


def test_every_item_has_its_subject_terms(lexicon: Path, reference: ReferenceStore) -> None:
    sources = read_lexicon(lexicon, (item.id for item in reference.items()))
    assert min(len(terms) for terms in sources.subjects.values()) >= 15


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        (SUBJECTS, '["economy-1"]', '["economy-99"]', "unknown id 'economy-99'"),
        (SUBJECTS, "synonym = ", "synonyme = ", "unknown kinds ..synonyme"),
        (SUBJECTS, "synonym = [", 'synonym = ["پول", "پول", ', "repeated or empty terms ..پول"),
        (SUBJECTS, "synonym = [", 'synonym = ["؟", ', "repeated or empty terms"),
        ("thesaurus.toml", 'terms = ["', 'terms = ["آب"]\nold = ["', "two terms"),
        ("thesaurus.toml", 'kind = "synonym"', 'kind = "sinonim"', "needs a kind"),
        ("thesaurus.toml", "terms = [", "words = [", "two terms"),
        ("abbreviations.toml", "short = [", "shorter = [", "needs a short and an expanded form"),
        ("thesaurus.toml", "terms = [", 'terms = ["؟", ', "two terms of words"),
        ("abbreviations.toml", "short = [", 'short = ["؟", ', "expanded form of words"),
        ("plurals.toml", "[spoken]", "[speech]", "'spoken' is missing"),
        ("plurals.toml", "[plurals]", '[plurals]\n"ی" = "یک"', "'ی' = 'یک' is no word"),
        ("plurals.toml", "[plurals]", '[plurals]\n"یکها" = "؟"', "'یکها' = '؟' is no word"),
        ("stop_words.txt", "\n\n", "\nی\n", "'ی' is no word"),
        ("simple.txt", "\nسالمند", "\n؟", "'؟' is no word"),
        ("families.txt", "نظارت ناظر", "نظارت ؟", "a family has two words"),
    ],
)
def test_a_spoiled_list_is_refused(
    of_one_axis: Path, reference: ReferenceStore, name: str, old: str, new: str, reason: str
) -> None:
    file = of_one_axis / name
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(EditionError, match=rf"{Path(name).name}:\d+: .*{reason}"):
        read_lexicon(of_one_axis, (item.id for item in reference.items_of_axis("economy")))


def test_an_item_without_subject_terms_is_refused(lexicon: Path, reference: ReferenceStore) -> None:
    file = lexicon / SUBJECTS
    file.write_text(re.split(r"(?m)^\[", file.read_text("utf-8"), maxsplit=2)[0], "utf-8")
    with pytest.raises(EditionError, match=r"no subject terms for .*economy-1"):
        read_lexicon(lexicon, (item.id for item in reference.items()))
