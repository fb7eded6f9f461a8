"""The window's title: the breadcrumb that no form of the window hides."""

from PySide6.QtWidgets import QWidget

from desktop.common.page import Page

PROGRAM = "چشم‌انداز تهران ۱۴۰۴"


def say_where(window: QWidget, page: Page | None) -> None:
    """«زیرساخت‌های شهری › جهت‌گیری ۲» for the item under the reader's eye, else page or program.

    Where titles are shown, Qt adds the program's name behind it.
    """
    item_id = page.current_item() if page is not None else ""
    named = page.title() if page is not None else ""
    if page is None or named or not item_id:
        window.setWindowTitle(named or PROGRAM)
        return
    item = page.context.reference.item(item_id)
    axis = page.context.axis_title(item.axis)
    window.setWindowTitle(f"{axis} › {page.context.row_title(item)}")
