"""One sheet typed from paper without looking up: a digit goes in and the next row is there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kompetens_gui.ui.activities.base import OWN_PAGE_KEYS
from kompetens_gui.ui.activities.role_play.section_text import Section, SectionText
from kompetens_gui.ui.activities.role_play.sheet_rows import AnswerRow, RowKind, SheetRow
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import side_scroll, take_out_all

Key = tuple[RowKind, str]
_ROWS, _BESIDE = 400, 216


class SheetForm(QFrame):
    """Holds what is typed at once, so that keys may come faster than the disk answers.

    Signals: `typed(SheetRow, int or None)`, `sheet_wanted(int)` for the next (1) or the one before (-1).
    """

    typed = Signal(object, object)
    sheet_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        # Page Down turns the sheets here; everywhere else it leads the session on.
        self.setProperty(OWN_PAGE_KEYS, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows: list[AnswerRow] = []
        self._values: dict[Key, int] = {}
        self._at = 0
        self._fresh = True
        self.area, self._column = side_scroll(self)
        self._column.setSpacing(2)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._beside = QWidget(self)
        self.hint = Label("", "small-strong", "accent", wrap=True, parent=self._beside)
        self.row_name = Label("", "dense-strong", wrap=True, parent=self._beside)
        self.help = SectionText(text_level="small", parent=self._beside)
        keys = self.tr("Siffran går in och nästa rad kommer. Backsteg rättar. Page Down tar nästa blad.")
        self.keys = Label(keys, "meta", "muted", wrap=True, parent=self._beside)
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(4, 4, 4, 4)
        beside.setSpacing(8)
        for part in (self.row_name, self.help, self.hint):
            beside.addWidget(part)
        beside.addStretch(1)
        beside.addWidget(self.keys)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.area, 1)
        self._layout.addWidget(self._beside)
        self._fit()

    def show_rows(self, rows: tuple[SheetRow, ...]) -> None:
        """Show the rows of another role play."""
        for earlier in self.rows:
            earlier.hide()
            earlier.deleteLater()
        take_out_all(self._column)
        self.rows = []
        for number, row in enumerate(rows, 1):
            made = AnswerRow(number, row, self.area.widget())
            made.pointed.connect(partial(self._go_to, number - 1))
            made.picked.connect(partial(self._pick, number - 1))
            self.rows.append(made)
            self._column.addWidget(made)
        self._column.addStretch(1)
        self._at = 0
        self._show()

    def show_sheet(self, values: Mapping[Key, int], *, anew: bool) -> None:
        """Show what a sheet holds; another sheet begins at its first empty row."""
        self._values = dict(values)
        if anew:
            empty = (i for i, row in enumerate(self.rows) if (row.row.kind, row.row.id) not in self._values)
            self._at, self._fresh = next(empty, 0), True
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put what the numbers mean beside the rows where there is room, else under them."""
        wide = self.width() >= theme.px(_BESIDE + _ROWS, self)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
        # Never higher than the rows may be: the words are there to be glanced at.
        self._beside.setMinimumHeight(1 if wide else theme.px(64, self))
        self._beside.setMinimumWidth(theme.px(_BESIDE, self) if wide else 0)
        self._beside.setMaximumWidth(theme.px(_BESIDE, self) if wide else 16_777_215)
        self.keys.setVisible(wide)
        self.row_name.setVisible(wide)

    @property
    def typed_count(self) -> int:
        return len(self._values)

    @property
    def at(self) -> int:
        return self._at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not plain or not self.rows:
            super().keyPressEvent(event)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_Backspace:
            self._correct()
        elif key == Qt.Key.Key_Delete:
            self._set(None)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go_to(self._at + 1)
        elif key == Qt.Key.Key_Up:
            self._go_to(self._at - 1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.sheet_wanted.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else len(self.rows) - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt gives a QFocusEvent
        self._show()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt gives a QFocusEvent
        self._show()

    def _type(self, digit: int) -> None:
        row = self._row
        value = row.takes(digit, None if self._fresh else self._values.get((row.kind, row.id)))
        if value is None:
            self.hint.setText(self._what_fits(row))
            return
        self._set(value)
        self._fresh = False
        if row.kind != RowKind.COUNT:
            self._go_to(self._at + 1)

    def _correct(self) -> None:
        """Take back the last digit: the one in this row, or else what stands in the row before."""
        key = (self._row.kind, self._row.id)
        value = self._values.get(key)
        if value is not None:
            rest = value // 10 if self._row.kind == RowKind.COUNT and value >= 10 else None
            self._set(rest)
            self._fresh = rest is None
        elif self._at:
            self._go_to(self._at - 1)
            self._set(None)

    def _set(self, value: int | None) -> None:
        row = self._row
        key = (row.kind, row.id)
        if value == self._values.get(key):
            return
        if value is None:
            del self._values[key]
        else:
            self._values[key] = value
        self._show()
        self.typed.emit(row, value)

    def _pick(self, index: int, value: int) -> None:
        self._at, self._fresh = index, False
        self._set(value)

    def _go_to(self, index: int) -> None:
        past = index >= len(self.rows)
        self._at, self._fresh = max(0, min(index, len(self.rows) - 1)), True
        self._show()
        if past:
            self.hint.setText(self.tr("Sista raden. Page Down tar nästa blad."))
        self.area.ensureWidgetVisible(self.rows[self._at], 0, 24)
        self.setFocus()

    @property
    def _row(self) -> SheetRow:
        return self.rows[self._at].row

    def _what_fits(self, row: SheetRow) -> str:
        if row.kind == RowKind.ITEM:
            return self.tr("Skriv 0, 1 eller 2.")
        return self.tr("Skriv 1 till 5.") if row.kind == RowKind.SCALE else self.tr("Högst 999.")

    def _show(self) -> None:
        for index, made in enumerate(self.rows):
            current = index == self._at
            made.show_value(self._values.get((made.row.kind, made.row.id)), current=current)
        if self.rows:
            self.setAccessibleName(self.rows[self._at].said())
            self.setAccessibleDescription(self._row.help)
            words = self._row.help or self.tr("Skriv antalet och tryck Enter.")
            self.help.show_sections((Section("", tuple(words.split("\n"))),))
            self.row_name.setText(self._row.text)
        self.hint.setText("")
