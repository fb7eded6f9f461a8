"""The style sheets of the window, built from tokens: for what frames the page, and for all else."""

from functools import cache
from string import Template

from db.paths import ICONS
from desktop.common.menus import MENU_WIDTH
from desktop.common.tokens import Tokens
from desktop.common.widgets.steady_bar import SCROLL_BAR

_FRAME = """
QListView, QTreeView, QTableView { outline: none; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: none; }
QWidget#window, QScrollArea#pageScroll,
QWidget#pageBody, QWidget#commandBar, QWidget#statusBar { background: $surface; }
QWidget#commandBar { border-bottom: 1px solid $border; }
QWidget#statusBar { border-top: 1px solid $border; }
QFrame#scrollEdge { background: $border; }
QWidget#panel, QWidget#rail, QScrollArea#panelScroll, QWidget#panelBody { background: $bg; }
QWidget#panel { border-right: 1px solid $border; }
QWidget#rail { border-left: 1px solid $border; }
QListView, QTreeView, QTableView { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[role="caption"] { color: $muted; }
QLabel[role="keycap"] { color: $muted; background: $sunken; border: 1px solid $border;
  border-radius: 5px; padding: 1px 6px; }
QMenuBar { background: transparent; border: none; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; border: 1px solid $border2; padding: 6px; menu-scrollable: 1; }
QMenu::item { padding: 7px 14px; border-radius: 6px; min-width: ${menu}px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $idle; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::icon { padding-right: 8px; padding-left: 8px; }
QToolTip { background: $toast_bg; color: $toast_fg; border: none; padding: 2px 4px; }
QLineEdit, QTextEdit#composer, QComboBox, QSpinBox { background: $input; border: 1px solid $border2;
  border-radius: 9px; padding: 4px 8px; min-height: 24px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QTextEdit#composer:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $focus; padding: 3px 7px; }
QPushButton { background: transparent; border: 1px solid $border2; border-radius: 8px;
  padding: 5px 14px; min-height: 22px; }
QPushButton:hover { background: $hover; }
QPushButton:checked { background: $sel; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:disabled { color: $idle; border-color: $border; border-style: $idle_line; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 2px solid $focus; }
QToolButton::menu-indicator { image: none; width: 0; }
QFrame#hint { background: $accent_soft; border-bottom: 1px solid $accent; }
QFrame#toast { background: $toast_bg; border-radius: 10px; }
QFrame#toast QLabel { color: $toast_fg; }
QFrame#toast QPushButton { color: $toast_fg; border: 1px solid $toast_fg; background: transparent; }
QFrame#toast QPushButton:focus { border: 3px solid $toast_fg; padding: 3px 12px; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 2px; }
QScrollBar::handle:vertical { background: $border2; border-radius: 4px; min-height: 36px; }
QWidget#rail QScrollBar::handle:vertical { border-radius: 2px; margin: 0 2px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 2px; }
QScrollBar::handle:horizontal { background: $border2; border-radius: 4px; min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
"""
_PAGES = """
QTreeView { show-decoration-selected: 0; }
QCalendarWidget QTableView { background: $surface;
  selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QToolButton { color: $text; padding: 4px 8px; }
QScrollArea { border: none; background: transparent; }
QSplitter::handle { background: $border; }
QLabel[role="shared"] { color: $ok; }
QLabel[role="warning"] { color: $warn; }
QTextEdit#composer { padding: 6px 8px; min-height: 20px; background: $surface; }
QTextEdit#composer:focus { padding: 5px 7px; }
QTextEdit#reader, QTextEdit#source { background: transparent; border: 2px solid transparent;
  border-radius: 6px; padding: 0 6px; selection-background-color: $accent;
  selection-color: $on_accent; }
QTextEdit#reader QScrollBar:vertical { margin: 2px 4px 2px 0; }
QTextEdit#reader:focus, QTextEdit#source:focus { border: 2px solid $focus; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; font-weight: 600;
  border: 2px solid $accent; padding: 4px 13px; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: transparent; color: $idle; font-weight: 400;
  border: 1px solid $border; padding: 5px 14px; border-style: $idle_line; }
QPushButton[role="chip"] { padding: 2px 13px; background: $surface; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent;
  font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: 1px 12px; }
QPushButton[segment="true"] { border: none; border-bottom: 2px solid transparent; border-radius: 0;
  color: $muted; padding: 5px 7px; }
QPushButton[segment="true"]:hover { color: $text; background: transparent; }
QPushButton[segment="true"]:checked { background: transparent; color: $accent; font-weight: 600;
  border-bottom: 2px solid $accent; }
QPushButton[segment="true"]:focus { border: 2px solid $focus; border-radius: 6px;
  padding: 3px 5px 5px 5px; }
QPushButton[link="true"] { border: none; color: $accent; padding: 3px 2px; text-align: left; }
QPushButton[role="danger"]:enabled { color: $danger; }
QPushButton[role="quiet"] { color: $muted; padding: 3px 2px; }
QPushButton[role="quiet"]:hover { color: $accent; }
QPushButton[link="true"]:focus { border: 2px solid $focus; border-radius: 6px; padding: 1px 0; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QScrollArea[stop="true"] { border: 2px solid transparent; }
QScrollArea[stop="true"]:focus { border: 2px solid $focus; }
QFrame[card="true"]:focus { border: 2px solid $focus; }
QFrame#palette { background: $raised; border: 1px solid $border2; border-radius: 14px; }
QFrame#line { background: $border; border: none; max-height: 1px; }
QFrame#question { background: $accent_soft; border: 1px solid $accent; border-radius: 10px; }
QProgressBar { background: $sunken; border: none; border-radius: 1px; }
QProgressBar::chunk { background: $accent; border-radius: 1px; }
QDialogButtonBox { button-layout: 0; } /* as on Windows: the act before the way out */
QFrame#banner { background: $danger_soft; border-bottom: 1px solid $danger; }
QFrame#banner QLabel { color: $danger; }
QFrame#banner[good="true"] { background: $accent_soft; border-bottom: 1px solid $accent; }
QFrame#banner[good="true"] QLabel { color: $text; }
QFrame#meetingStrip, QFrame#foundLine {
  background: $accent_soft; border-bottom: 1px solid $accent; }
QDateEdit { background: $input; border: 1px solid $border2; border-radius: 9px;
  padding: 2px 5px 3px 5px; selection-background-color: $accent;
  selection-color: $on_accent; }
QDateEdit:focus { border: 2px solid $focus; padding: 1px 4px 2px 4px; }
QDateEdit:disabled { color: $idle; border-color: $border; border-style: $idle_line; }
QComboBox { combobox-popup: 0; }
QComboBox QListView { background: $raised; border: 1px solid $border2;
  selection-background-color: $sel; selection-color: $text; }
QComboBox QListView::item { padding: 5px 8px; }
QComboBox QListView::item:selected { background: $sel; color: $text; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QHeaderView#mapAxes { background: transparent; border: none; }
QHeaderView#mapAxes::section { background: transparent; border: none; padding: 0 0 0 10px; }
QRadioButton, QCheckBox { spacing: 8px; padding: 1px; border: 2px solid transparent;
  border-radius: 6px; }
QRadioButton:focus, QCheckBox:focus { border: 2px solid $focus; }
QRadioButton::indicator, QCheckBox::indicator { width: 14px; height: 14px; margin: 2px 0;
  border: 1px solid $border2; background: $surface; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$icons/$tick"); }
"""


# By their object names. They hold few kinds of widgets, and Qt parses a sheet anew for each part.
_FRAMES = frozenset({"rail", "commandBar", "statusBar", "hint", "toast"})


def stylesheet(tokens: Tokens, part: str = "") -> str:
    """The sheet of a part in a theme; it names no size of text, so that it serves every zoom."""
    return _filled(tokens, _FRAME if part in _FRAMES else _FRAME + _PAGES)


@cache
def _filled(tokens: Tokens, sheet: str) -> str:
    colours = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    return Template(sheet).substitute(
        colours,
        # Where all text and lines are of one colour, what can do nothing is told by its line.
        idle_line="dashed" if tokens.strong_borders else "solid",
        input=tokens.sunken if tokens.dark else tokens.bg,
        # As text on the accent: dark on the bright one of the dark themes.
        tick="check.svg" if tokens.dark else "check-light.svg",
        icons=ICONS.as_posix(),
        bar=SCROLL_BAR,
        menu=MENU_WIDTH,
    )
