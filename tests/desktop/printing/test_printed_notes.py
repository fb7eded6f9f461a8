"""The reader's notes on paper: which come, and whose words they are."""

from db.user.models import RemarkKind
from desktop.common.context import Context
from desktop.printing.content import Piece, PieceKind, axis_job, items_job


def printed(context: Context, slug: str = "economy") -> list[Piece]:
    """The notes among what is printed of an axis."""
    pieces = axis_job(context, slug, notes=True).pieces
    return [piece for piece in pieces if piece.kind is PieceKind.NOTE]


def test_a_private_note_stays_off_paper(context: Context) -> None:
    store = context.reader.store
    store.add_annotation("economy-2", note="برای خودم", private=True)
    store.add_annotation("economy-2", note="برای همه")
    items = [context.reference.item("economy-2")]
    chosen = items_job(context, "", "", items, notes=True).pieces
    assert [piece.text for piece in printed(context)] == ["برای همه"]
    assert "برای خودم" not in [piece.text for piece in chosen]


def test_a_remark_is_not_printed_as_a_note_of_the_reader(context: Context) -> None:
    context.reader.store.add_annotation(
        "economy-2", note="با بند ۳ نمی‌خواند", speaker="معاون", kind=RemarkKind.CONFLICT
    )
    (remark,) = printed(context)
    assert remark.label.startswith("تعارض، گوینده: معاون، ")


def test_a_note_without_a_speaker_is_the_readers(context: Context) -> None:
    context.reader.add_note("economy-2", "در جلسه بیاید")
    (note,) = printed(context)
    assert note.label.startswith("یادداشت من، ")


def test_a_note_on_the_axis_is_printed_before_its_items(context: Context) -> None:
    context.reader.store.add_annotation("economy", note="برای همه‌ی محور")
    pieces = axis_job(context, "economy", notes=True).pieces
    (note,) = printed(context)
    assert note.text == "برای همه‌ی محور"
    assert pieces.index(note) < [piece.kind for piece in pieces].index(PieceKind.VISION)
