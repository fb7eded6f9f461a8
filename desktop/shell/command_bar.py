"""The bar at the top: logo and menus, the search box, the toggles."""

import shiboken6
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QWidget,
)

from desktop.common.actions import MENUS, Actions
from desktop.common.menus import fit_menu, show_menu
from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import IconLabel, LineLabel

HEIGHT = 52
_MENU_PADDING, _MENU_MARGINS = 28, 14


class CommandBar(QWidget):
    """Menus fill themselves from the acts; below 1000 px they hide behind one button."""

    def __init__(self, theme: Theme, actions: Actions, search_box: QLineEdit) -> None:
        super().__init__()
        self.setObjectName("commandBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._actions = theme, actions
        self._logo = IconLabel(theme, "book-marked", 22, "accent")
        self._title = LineLabel("چشم‌انداز تهران ۱۴۰۴", "appTitle")
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu_button = IconButton(theme, "menu", "منوی اصلی (F10)")
        self.menu_button.clicked.connect(self._open_main_menu)
        self._menus: dict[str, QMenu] = {}
        self._left: QWidget | None = None  # what had the keyboard before the menus
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(8)
        for widget in (self._logo, self._title, self.menu_bar, self.menu_button):
            layout.addWidget(widget)
        layout.addStretch(1)
        search_box.setMinimumWidth(200)
        layout.addWidget(search_box, 6)
        layout.addStretch(1)
        self._toggles = QHBoxLayout()
        self._toggles.setSpacing(6)
        layout.addLayout(self._toggles)
        self._search_box = search_box
        actions.added.connect(self._act_added)
        theme.resized.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(max(HEIGHT, self._theme.px(HEIGHT)))
        self._search_box.setMaximumWidth(self._theme.px(460))
        self._fit_menu_bar()

    def add_toggle(self, act_key: str, icon: str) -> IconButton:
        """A button at the left end for an act."""
        action = self._actions[act_key]
        keys = action.shortcut().toString()
        title = f"{action.text()} ({keys})" if keys else action.text()
        button = IconButton(self._theme, icon, title)
        button.setCheckable(action.isCheckable())
        if action.isCheckable():
            action.toggled.connect(button.setChecked)
            button.setChecked(action.isChecked())
        action.enabledChanged.connect(button.setEnabled)
        button.clicked.connect(action.trigger)
        self._toggles.addWidget(button)
        return button

    @Slot(str)
    def _act_added(self, key: str) -> None:
        """Menus appear with their first act, in the order of the menu table."""
        name = self._actions.act(key).menu
        if name and name not in self._menus:
            menu = self._menus[name] = QMenu(MENUS[name], self)
            # Filled when opened: each new act would otherwise fill it again.
            menu.aboutToShow.connect(lambda: self._fill(menu, name))
            # Closing one menu may open the next, or begin an act that takes the keyboard.
            menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._give_back))
            order = list(MENUS)
            later = [n for n in order[order.index(name) + 1 :] if n in self._menus]
            before = self._menus[later[0]].menuAction() if later else None
            if before is None:
                self.menu_bar.addMenu(menu)
            else:
                self.menu_bar.insertMenu(before, menu)

    def _fill(self, menu: QMenu, name: str) -> None:
        fit_menu(menu)
        self._actions.fill(menu, name)

    def _fit_menu_bar(self) -> None:
        # Under a style sheet the bar's own size hint is more than twice what it draws.
        metrics = QFontMetrics(self._theme.font(14))
        titles = (action.text().replace("&", "") for action in self.menu_bar.actions())
        width = sum(metrics.horizontalAdvance(title) + _MENU_PADDING for title in titles)
        # Too low by one pixel, it would fold all menus away.
        height = max(self._theme.px(36), metrics.height() + _MENU_MARGINS)
        self.menu_bar.setFixedSize(width + _MENU_PADDING, height)

    def set_form(self, *, wide: bool, drawer: bool) -> None:
        """Title only where there is room; menu bar or its button."""
        self._fit_menu_bar()
        self._title.setVisible(wide)
        self._logo.setVisible(wide)
        self.menu_bar.setVisible(not drawer)
        self.menu_button.setVisible(drawer)

    @Slot()
    def open_menu(self) -> None:
        """Put the keyboard into the menus."""
        if self.menu_button.isVisible():
            self._open_main_menu()
        else:
            self._left = self.window().focusWidget()
            self.menu_bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self.menu_bar.setActiveAction(self.menu_bar.actions()[0])

    @Slot()
    def _give_back(self) -> None:
        """The keyboard returns to where it was before F10, also below a dialog."""
        left, at = self._left, self.window().focusWidget()
        if left is None or at not in (self.menu_bar, None) or QApplication.activePopupWidget():
            return
        self._left = None
        if shiboken6.isValid(left) and left.isVisible():
            left.setFocus(Qt.FocusReason.MenuBarFocusReason)

    @Slot()
    def _open_main_menu(self) -> None:
        menu = QMenu(self)
        for name, title in MENUS.items():
            if name in self._menus:
                self._actions.fill(menu.addMenu(title), name)
        button = self.menu_button
        show_menu(menu, button.mapToGlobal(button.rect().bottomRight()))
