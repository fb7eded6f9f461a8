"""What a screen reader says of the rows of an axis, and of other lists."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import EntryModel, Heading
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.palette.entries import Entry


def said(window: MainWindow, item_id: str) -> str:
    window.open_item(item_id)
    text = window.axis.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(text, str)
    return text


def test_a_row_says_its_place_its_text_and_its_marks(window: MainWindow) -> None:
    reader, item = window.context.reader, window.context.reference.item("infrastructure-2")
    reader.toggle_bookmark(item.id)
    for text in ("یک", "دو"):
        reader.add_note(item.id, text)
    reader.came_to_read(item.id)
    assert said(window, item.id) == (
        f"جهت‌گیری ۲ از ۱۶: {item.edited}. نشان‌شده. ۲ یادداشت."
    )  # fmt: skip


def test_a_row_says_its_tags_and_what_it_repeats(window: MainWindow) -> None:
    reader = window.context.reader
    reader.tell(reader.store.set_item_tags("infrastructure-7", ("فاوا", "پیگیری")).change)
    text = said(window, "infrastructure-7")
    assert "برچسب‌ها: فاوا، پیگیری." in text
    assert "تکرار جهت‌گیری ۶." in text


def test_a_text_that_has_its_stop_gets_no_second(window: MainWindow) -> None:
    assert window.context.reference.item("infrastructure-vision").edited.endswith(".")
    assert ".." not in said(window, "infrastructure-vision")


def test_the_lists_of_other_pages_say_one_stop_after_each_part(window: MainWindow) -> None:
    for name in ("themes", "source"):
        window.navigator.go(Place(name))
        page = window.navigator.page
        assert page is not None
        for view in page.findChildren(EntryList):
            rows = (view.model().index(row, 0) for row in range(view.model().rowCount()))
            said_of = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in rows]
            assert not [text for text in said_of if ".. " in text or text.endswith("، ")]


def test_the_palette_says_an_axis_with_its_keys() -> None:
    entry = Entry("اقتصاد شهری", "banknote", keys="Ctrl+1", axis="economy")
    assert entry.spoken() == "اقتصاد شهری. میان‌بر Ctrl+1."
    assert Entry("اقتصاد شهری", "banknote").spoken() == "اقتصاد شهری."


def test_head_and_section_of_an_axis_say_what_is_painted_there(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    rows = window.axis.list.rows
    said_of = [
        rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())
    ]
    assert said_of[0] == "محور ۲ از ۸: زیرساخت‌های شهری."
    assert said_of[2] == "جهت‌گیری‌های راهبردی: ۱۶ جهت‌گیری."


def test_a_heading_that_counts_nothing_says_its_words_alone() -> None:
    model = EntryModel()
    model.feed([Heading("در این جلسه چیزی ثبت نشده است"), Heading("نشان‌ها", "۲ نشان")])
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["در این جلسه چیزی ثبت نشده است", "نشان‌ها، ۲ نشان"]


def test_no_row_of_the_rail_is_without_words(window: MainWindow) -> None:
    model = window.rail.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    assert all(row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows)


def test_who_comes_to_a_page_with_nothing_on_it_hears_what_it_says(
    qtbot: QtBot, window: MainWindow
) -> None:
    for page in ("bookmarks", "tags", "notes", "meetings", "trash", "backups"):
        window.visit(Place(page))
        qtbot.waitUntil(lambda: not window.context.background.busy)
        focused = window.focusWidget()
        assert focused is not None
        assert window.navigator.page is not None
        assert window.navigator.page.isAncestorOf(focused)
        assert focused.accessibleName() or focused.property("text"), page
