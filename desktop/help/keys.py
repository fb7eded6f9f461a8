"""The keyboard map: every act with keys as it is now, and the keys that belong to places."""

from db.record import record
from desktop.common.actions import MENUS, Actions, as_printed


@record
class KeyLine:
    """Keys as printed on the keyboard, and what they do."""

    keys: tuple[str, ...]
    text: str


_PLACES: dict[str, tuple[KeyLine, ...]] = {
    "در فهرست‌ها": (
        KeyLine(("↑", "↓", "PgUp", "PgDn", "Home", "End"), "رفتن از بندی به بند دیگر"),
        KeyLine(("Shift+↑", "Shift+↓", "Ctrl+A"), "برگزیدن چند بند، برای کپی، چاپ و مقایسه"),
        KeyLine(("Enter",), "باز کردن، یا رفتن به متن پنل"),
        KeyLine(("Menu", "Shift+F10"), "فهرست فرمان‌های همان بند"),
        KeyLine(("F2",), "ویرایش یادداشت"),
        KeyLine(("Delete",), "حذف یادداشت (با Ctrl+Z برمی‌گردد)"),
    ),
    "در نشان‌شده‌ها": (
        KeyLine(("Ctrl+↑", "Ctrl+↓"), "یک ردیف بالاتر و پایین‌تر"),
        KeyLine(("Ctrl+←", "Ctrl+→"), "بردن به مجموعه‌ی بالای آن، و بیرون آوردن"),
    ),
    "در نوشتن": (
        KeyLine(("Ctrl+Enter",), "ثبت یادداشت"),
        KeyLine(("Ctrl+Space",), "نیم‌فاصله"),
        KeyLine(("Shift+Space",), "نیم‌فاصله، اگر صفحه‌کلید فارسی باشد"),
    ),
    "همه‌جا": (
        KeyLine(("Tab", "Shift+Tab"), "بخش بعدی و بخش قبلی"),
        KeyLine(("Enter", "Space"), "زدن دکمه‌ی برگزیده"),
        KeyLine(("Esc",), "بستن، پاک کردن یا بازگشت"),
        KeyLine(("Alt", "F10"), "منوها"),
        KeyLine(("Ctrl+چرخ موشواره",), "درشت‌تر و ریزتر"),
    ),
    "در کادر جست‌وجو": (
        KeyLine(("↑", "↓"), "برگزیدن یکی از پیشنهادها؛ بی پیشنهاد، ↓ به نتیجه‌ها می‌رود"),
        KeyLine(("Tab", "Enter"), "گذاشتن پیشنهاد برگزیده در کادر"),
        KeyLine(("Esc",), "بستن پیشنهادها، سپس بازگشت به جای پیشین"),
    ),
    "در کادر رفتن سریع": (
        KeyLine(("Ctrl+Enter",), "کپی با ارجاع، بی‌آنکه از جای خود بروید"),
        KeyLine(("214",), "سه رقم: محور ۲، جهت‌گیری ۱۴"),
    ),
}


def key_map(actions: Actions) -> dict[str, tuple[KeyLine, ...]]:
    """Groups by menu, then by place; acts without keys are left to the menus."""
    groups: dict[str, tuple[KeyLine, ...]] = {}
    for menu, title in MENUS.items():
        lines = tuple(
            KeyLine(
                tuple(map(as_printed, act.keys)),
                act.text,
            )
            for act in actions.acts()
            if act.menu == menu and act.keys
        )
        if lines:
            groups[title.replace("&", "")] = lines
    return groups | _PLACES
