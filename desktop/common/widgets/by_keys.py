"""How the keyboard comes into a field without the pointer."""

from PySide6.QtCore import Qt

BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
