"""One style sheet for all themes, filled from tokens and scaled with the text size.

Widgets choose a look with dynamic properties: `kind` and `buttonSize` on buttons, `level` and `tone` on labels,
`card` on frames, `error` on fields. Lengths of five pixels and more follow the text size; lines stay thin.
"""

from __future__ import annotations

import re
from typing import Final

from kompetens_gui.ui.style.tokens import Tokens

_LENGTH: Final = re.compile(r"\b(\d+)px")
_NAME: Final = re.compile(r"@([a-z_0-9]+)")
_FIXED_BELOW: Final = 5

_BASE: Final = """
QMainWindow, QDialog, QWidget[page="true"], QMessageBox { background: @bg; }
QWidget[surface="true"] { background: @surface; }
QWidget[surface="sunken"] { background: @surface_2; }
QToolTip { background: @surface; color: @text; border: 1px solid @border_strong; padding: 6px 8px; font-size: 14px; }
QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: 12px; }
QFrame[card="tint"] { background: @accent_tint; border: 1px solid @accent_tint_2; border-radius: 12px; }
QFrame[card="selected"] { background: @accent_tint; border: 2px solid @accent; border-radius: 8px; }
QFrame[card="inner"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[card="sunken"] { background: @surface_2; border: 1px solid @border; border-radius: 8px; }
QFrame[card="foot"] { background: @surface_2; border: 0; border-bottom-left-radius: 11px;
  border-bottom-right-radius: 11px; }
QFrame[card="empty"] { background: @surface; border: 1px dashed @border_strong; border-radius: 12px; }
QFrame[card="gap"] { background: @err_tint; border: 2px dashed @err; border-radius: 8px; }
QFrame[rule="true"] { background: @border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[rule="vertical"] { background: @border; border: 0; max-width: 1px; min-width: 1px; }
QFrame[iconTile="true"] { background: @surface_3; border: 0; border-radius: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[scrollBody="true"] { background: transparent; border: 0; }
QLabel { background: transparent; color: @text; }
QLabel:disabled { color: @disabled; }
QLabel[tone="muted"] { color: @text_2; }
QLabel[tone="faint"] { color: @text_3; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="err"] { color: @err; }
QLabel[tone="info"] { color: @info; }
"""

_BUTTONS: Final = """
QPushButton, QToolButton[kind] { border: 1px solid transparent; border-radius: 8px; font-size: 15px; font-weight: 600;
  min-height: 38px; padding: 0 15px; background: transparent; color: @text; outline: none; }
QPushButton[buttonSize="lg"] { min-height: 46px; padding: 0 23px; font-size: 17px; }
QPushButton[buttonSize="sm"] { min-height: 30px; padding: 0 11px; font-size: 14px; }
QToolButton[kind] { min-width: 38px; padding: 0; }
QToolButton[kind][buttonSize="lg"] { min-width: 46px; min-height: 46px; }
QToolButton[kind][buttonSize="sm"] { min-width: 30px; min-height: 30px; }
QPushButton[kind="primary"], QToolButton[kind="primary"], QPushButton:default[kind="primary"] {
  background: @accent; color: @on_accent; border-color: @accent; }
QAbstractButton[kind="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QAbstractButton[kind="primary"]:pressed { background: @accent_press; border-color: @accent_press; }
QPushButton, QAbstractButton[kind="secondary"] { background: @surface; border-color: @border_strong; }
QPushButton:hover, QAbstractButton[kind="secondary"]:hover { background: @accent_tint; }
QPushButton:pressed, QAbstractButton[kind="secondary"]:pressed { background: @accent_tint_2; }
QAbstractButton[kind="tonal"] { background: @accent_tint; color: @accent; border-color: @accent_tint; }
QAbstractButton[kind="tonal"]:hover { background: @accent_tint_2; border-color: @accent_tint_2; }
QAbstractButton[kind="tonal"]:pressed { background: @accent_tint_2; border-color: @accent; }
QAbstractButton[kind="ghost"] { background: transparent; color: @accent; border-color: transparent; }
QAbstractButton[kind="ghost"]:hover { background: @accent_tint; border-color: @accent_tint; }
QAbstractButton[kind="ghost"]:pressed { background: @accent_tint_2; border-color: @accent_tint_2; }
QAbstractButton[kind="danger"] { background: @surface; color: @err; border-color: @err; }
QAbstractButton[kind="danger"]:hover { background: @err_tint; }
QAbstractButton[kind="danger"]:pressed { background: @err_tint; border: 2px solid @err; }
QAbstractButton[kind="link"] { background: transparent; color: @accent; border: 0; min-height: 24px; padding: 0 4px;
  font-size: 14px; }
QAbstractButton[kind="link"]:hover { text-decoration: underline; }
QAbstractButton[kind]:checked { background: @accent_tint_2; border-color: @accent; }
QPushButton:disabled, QAbstractButton[kind]:disabled { background: @surface_3; border-color: @surface_3;
  color: @disabled; }
QAbstractButton[kind="ghost"]:disabled, QAbstractButton[kind="link"]:disabled { background: transparent;
  border-color: transparent; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton[kind]::menu-indicator { image: none; width: 0; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit { background: @surface; color: @text; border: 1px solid @border_strong;
  border-radius: 8px; font-size: 15px; padding: 0 11px; selection-background-color: @accent;
  selection-color: @on_accent; }
QLineEdit { min-height: 38px; }
QLineEdit[compact="true"] { min-height: 34px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QTextEdit[error="true"] { border: 2px solid @err;
  padding: 0 10px; }
QLineEdit[error="true"] { min-height: 36px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { background: @surface_3; border-color: @border;
  color: @disabled; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @surface_2; border-color: @border; }
QTextEdit[plain="true"], QPlainTextEdit[plain="true"], QTextBrowser { background: transparent; border: 0; padding: 0; }
QComboBox, QAbstractSpinBox { min-height: 34px; font-size: 15px; }
QComboBox[compact="true"], QAbstractSpinBox[compact="true"] { min-height: 30px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { background: transparent; border: 0; padding: 0; min-height: 20px; }
QComboBox QAbstractItemView { border: 1px solid @border_strong; background: @surface; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; }
QCheckBox, QRadioButton { background: transparent; color: @text; font-size: 15px; spacing: 10px; min-height: 32px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 20px; height: 20px; }
QSlider { min-height: 32px; }
"""

_PARTS: Final = """
QFrame[segments="true"] { background: @surface; border: 1px solid @border_strong; border-radius: 8px; }
QToolButton[segment] { background: transparent; border: 0; border-left: 1px solid @border; color: @text_2;
  font-size: 14px; font-weight: 600; min-height: 36px; padding: 0 14px; outline: none; }
QToolButton[segment="first"] { border-left: 0; border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QToolButton[segment="last"] { border-top-right-radius: 8px; border-bottom-right-radius: 8px; }
QToolButton[segment="only"] { border-left: 0; border-radius: 8px; }
QToolButton[segment]:hover { background: @accent_tint; }
QToolButton[segment]:checked { background: @accent; color: @on_accent; }
QToolButton[segment]:disabled { color: @disabled; }
QToolButton[segment]:checked:disabled { background: @surface_3; }
QFrame[stepper="true"] { background: @surface; border: 1px solid @border_strong; border-radius: 8px; }
QFrame[stepper="true"]:focus { border-color: @accent; }
QFrame[stepper="true"] QToolButton { background: transparent; border: 0; border-radius: 7px; min-height: 28px;
  min-width: 32px; padding: 0; }
QFrame[stepper="true"] QToolButton:hover { background: @accent_tint; }
QFrame[stepper="true"] QLabel { font-size: 14px; font-weight: 600; }
QFrame[stepper="true"] QLabel:disabled { color: @disabled; }
QLabel[kbd="true"] { background: @surface; color: @text_2; border: 1px solid @border_strong; border-bottom-width: 2px;
  border-radius: 4px; font-size: 13px; font-weight: 600; padding: 0 6px; min-height: 19px; }
QLabel[fieldLabel="true"] { font-size: 14px; font-weight: 600; }
QLabel[fieldHint="true"] { font-size: 14px; color: @text_2; }
QLabel[fieldError="true"] { font-size: 14px; font-weight: 600; color: @err; }
"""

_LISTS: Final = """
QAbstractItemView { background: @surface; color: @text; border: 0; font-size: 15px; outline: none;
  selection-background-color: @accent_tint; selection-color: @text; alternate-background-color: @surface_2; }
QTableView { gridline-color: @border; }
QHeaderView { background: @surface; border: 0; }
QHeaderView::section { background: @surface; color: @text_3; font-size: 13px; font-weight: 600; border: 0;
  border-bottom: 1px solid @border; padding: 8px 12px; }
QTableCornerButton::section { background: @surface; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @border_strong; border: 3px solid transparent; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 0 3px; border: 0; border-radius: 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 0; border: 0; border-radius: 3px; }
QScrollBar::handle:hover { background: @text_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @border; }
QSplitter::handle:hover { background: @accent; }
"""

_WINDOW: Final = """
QMenuBar { background: @bg; color: @text; font-size: 14px; border-bottom: 1px solid @border; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @accent_tint; color: @accent; }
QMenu { background: @surface; color: @text; border: 1px solid @border_strong; padding: 6px; font-size: 15px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 12px; }
QMenu::item:selected { background: @accent_tint; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 6px 8px; }
QTabWidget::pane { border: 0; border-top: 1px solid @border; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @text_2; font-size: 15px; font-weight: 600; padding: 8px 12px;
  border: 0; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: @text; background: @accent_tint; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QProgressBar { background: @surface_3; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; color: @text; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 20px; padding: 12px; font-size: 14px;
  font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @text_3; }
QFrame[notice] { background: @surface; border: 1px solid @border_strong; border-radius: 8px; }
"""

_NAV: Final = """
QFrame#navigation { background: @nav_bg; }
QWidget#navigation QLabel { color: @nav_text; }
QWidget#navigation QLabel#brand { color: @nav_strong; font-size: 20px; font-weight: 600; }
QWidget#navigation QLabel[navGroup="true"] { color: @nav_muted; font-size: 13px; font-weight: 600; }
QWidget#navigation QLabel#userRole { color: @nav_muted; font-size: 13px; }
QWidget#navigation QLabel#userName { font-size: 14px; }
QWidget#navigation QFrame[rule="true"] { background: @nav_sel; }
QPushButton[nav="true"] { color: @nav_text; background: transparent; border: 0; border-radius: 8px; font-size: 15px;
  font-weight: 400;  min-height: 36px; padding: 0 12px; text-align: left; outline: none; }
QPushButton[nav="true"][rail="true"] { padding: 0; text-align: center; min-width: 0; }
QPushButton[nav="true"]:hover { background: @nav_hover; }
QPushButton[nav="true"]:checked { background: @nav_sel; color: @nav_strong; font-weight: 600; }
QPushButton[nav="true"]:disabled { color: @nav_muted; }
"""

_TEMPLATE: Final = _BASE + _BUTTONS + _FIELDS + _PARTS + _LISTS + _WINDOW + _NAV


def build_stylesheet(tokens: Tokens, text_scale: float) -> str:
    """Fill the template with the colours of `tokens` and lengths multiplied by `text_scale`."""
    colors = tokens.colors()
    levels = "".join(
        f'QLabel[level="{name}"] {{ font-size: {level.size}px; font-weight: {level.weight}; }}\n'
        for name, level in tokens.levels.items()
    )

    def length(match: re.Match[str]) -> str:
        pixels = int(match.group(1))
        return match.group() if pixels < _FIXED_BELOW else f"{round(pixels * text_scale)}px"

    return _NAME.sub(lambda name: colors[name.group(1)], _LENGTH.sub(length, _TEMPLATE + levels))
