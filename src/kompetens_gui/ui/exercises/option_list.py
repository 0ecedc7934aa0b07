"""A few options to choose one of, shared by the kinds where something is chosen and then told about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.exercises.scrolling import SeenByKeyboard
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.tags import Status

_ZERO: Final = Qt.Key.Key_0.value
_MOST_KEYS: Final = 9


class Option(NamedTuple):
    """What can be chosen; `detail` is a second line of small words."""

    id: str
    text: str
    detail: str = ""


class OptionList(QWidget):
    """Rows to choose one of, by pointer, arrows and the keys 1–9. `chosen(id)` is sent when a person chooses.

    With `strong` the words of each row are in bold, for rows that have a second line. Rows are used again for other
    options: a new one costs more than all that is changed in one that is there.
    """

    chosen = Signal(str)

    def __init__(self, name: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._strong = strong
        self._shown: tuple[str, tuple[Option, ...]] | None = None
        self.rows: dict[str, OptionRow] = {}
        self._made: list[OptionRow] = []
        self._seen = SeenByKeyboard(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def making_rows(self, count: int) -> Iterator[Callable[[], object]]:
        """Make so many rows, unseen and without words, a piece at a time."""
        while len(self._made) < count:
            yield self._make_row

    def show_options(self, about: str, options: Sequence[Option]) -> None:
        """Offer options. What was offered already, to the same thing (`about`), keeps its choice and the keyboard."""
        wanted = (about, tuple(options))
        if wanted == self._shown:
            return
        had_keyboard = any(row.hasFocus() for row in self.rows.values())
        self._shown = wanted
        while len(self._made) < len(options):
            self._make_row()
        self.rows = {option.id: row for option, row in zip(options, self._made, strict=False)}
        for number, (option, row) in enumerate(zip(options, self._made, strict=False), 1):
            row.begin_anew(option.text, str(number) if number <= _MOST_KEYS else "", option.detail)
            show_when(row, True)
        if had_keyboard:
            # Before rows that are too many go: Qt would hand the keyboard to whatever comes next.
            self.focus_first()
        for row in self._made[len(options) :]:
            show_when(row, False)

    def current(self) -> str:
        """Return the id of what is chosen, empty when nothing is."""
        return next((key for key, row in self.rows.items() if row.isChecked()), "")

    def set_current(self, option: str) -> None:
        """Choose from the program's side; nothing is sent."""
        row = self.rows.get(option)
        if row is not None:
            row.setChecked(True)

    def press(self, number: int) -> bool:
        """Choose by number, from 1; tells whether there was anything to choose."""
        rows = list(self.rows.values())
        if not 1 <= number <= min(len(rows), _MOST_KEYS) or rows[number - 1].is_locked:
            return False
        rows[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        rows[number - 1].click()
        return True

    def lock(self) -> None:
        """Let the rows be read and no longer chosen."""
        for row in self.rows.values():
            row.set_locked(True)

    def tell(self, option: str, word: str, status: Status | Literal[""], detail: str | None = None) -> None:
        """Say in a word what became of a row, and in `detail` why."""
        row = self.rows[option]
        row.set_verdict(word, status)
        if detail is not None:
            row.set_detail(detail)

    def focus_first(self) -> None:
        """Give the keyboard to what is chosen, else to the first row."""
        row = self.first()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> OptionRow | None:
        """Return the row that takes the keyboard first."""
        return self.rows.get(self.current()) or next(iter(self.rows.values()), None)

    def _make_row(self) -> None:
        row = OptionRow("", "", "radio", self)
        if self._strong:
            row.words.setProperty("level", "body-strong")
        row.clicked.connect(partial(self._tell, len(self._made)))
        row.installEventFilter(self._seen)
        self._made.append(row)
        self._column.addWidget(row)
        show_when(row, False)

    def _tell(self, place: int, _checked: bool = False) -> None:
        option = list(self.rows)[place]
        if not self.rows[option].is_locked:
            self.chosen.emit(option)


def number_of(event: QKeyEvent) -> int:
    """Return which number key was pressed alone, 0 for 0 and -1 for none."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    number = event.key() - _ZERO
    return number if plain and 0 <= number <= _MOST_KEYS else -1
