"""What is best where, settled on bitmaps."""

from db.search.evidence import Standing, best, confirmed


def test_the_weightiest_level_keeps_a_document_and_the_first_of_equals() -> None:
    levels = [(0.5, "s:a", 0b111), (0.9, "w:a", 0b001), (0.5, "s:b", 0b1010)]
    assert best(levels) == [(0.9, "w:a", 0b001), (0.5, "s:a", 0b110), (0.5, "s:b", 0b1000)]


def test_documents_outside_are_left_out() -> None:
    assert best([(0.5, "s:a", 0b110)], 0b010) == [(0.5, "s:a", 0b010)]


def test_a_proof_confirms_what_weighs_more_and_replaces_what_weighs_less() -> None:
    own = [(0.8, "w:a", 0b0011), (0.2, "c:a", 0b0100)]
    proofs = [(0.5, "S:a", 0b0110), (0.3, "Q:a", 0b1000)]
    assert set(confirmed(own, proofs, 0.1)) == {
        (0.8, "w:a", 0b0001),
        (0.8 + 0.1 * 0.5, "w:a", 0b0010),
        (0.5, "S:a", 0b0100),
        (0.3, "Q:a", 0b1000),
    }


def test_a_standing_is_as_wide_as_its_documents_weigh() -> None:
    assert Standing([(1.2, "w:a", 0b11), (0.5, "s:a", 0b100)]).spread == 2.5


def test_a_word_out_of_a_long_term_makes_less_sure() -> None:
    met = Standing([(0.5, "S:a", 0b1), (0.5, "Q:a", 0b10)]).by_document
    assert 0.0 < met[1].sure < met[0].sure < 1.0
