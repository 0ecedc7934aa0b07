"""Rating with keys: a row for each point, and the whole with an anchor for each step."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kompetens_gui.ui.exercises.observed.words import point_words, rating_words
from kompetens_gui.ui.exercises.option_list import number_of
from kompetens_gui.ui.exercises.scrolling import SeenByKeyboard
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.option_row import OptionRow

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class PointRow(QWidget):
    """One point to look for. `rated(score)` is sent when a person rates it; `stepped(rows)` for the arrows up and down.

    Keys: 0, 1 and 2 rate, the arrows to the sides change the rating.
    """

    rated = Signal(int)
    stepped = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score: int | None = None
        self._text = text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        scale = QFrame(self)
        scale.setProperty("segments", True)
        scale.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        steps = QHBoxLayout(scale)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        words = point_words()
        for score, word in enumerate(words):
            steps.addWidget(self._button(score, word, len(words), scale))
        flow = FlowRow(12, self)
        flow.add(scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(6)
        column.addWidget(Label(text, "dense-strong", wrap=True, parent=self))
        column.addWidget(flow)
        self.installEventFilter(SeenByKeyboard(self))
        self.show_score(None)

    def show_score(self, score: int | None) -> None:
        """Show the rating in force."""
        self._score = score
        words = point_words()
        if score is not None:
            self.buttons[score].setChecked(True)
        said = words[score] if score is not None else self.tr("inte skattad än")
        self.setAccessibleName(f"{self._text}: {said}")
        self.setAccessibleDescription(self.tr("Tryck 0, 1 eller 2."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, key = number_of(event), Qt.Key(event.key())
        if 0 <= number < len(self.buttons):
            self.rated.emit(number)
        elif key in _STEPS:
            at = -1 if self._score is None else self._score
            self.rated.emit(min(len(self.buttons) - 1, max(0, at + _STEPS[key])))
        elif key in _ROWS:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif number < 0:
            # A number that the scale does not have must not fall through to the scale of the whole.
            super().keyPressEvent(event)

    def _button(self, score: int, word: str, count: int, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setText(f"{score}  {word}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("segment", "first" if score == 0 else "last" if score == count - 1 else "middle")
        button.clicked.connect(partial(self._tell, score))
        self._group.addButton(button)
        self.buttons.append(button)
        return button

    def _tell(self, score: int, _checked: bool = False) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.rated.emit(score)


class WholeRating(QWidget):
    """The whole, 0 to 5, with what each step means. `rated(rating)` is sent when a person rates."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Helheten, 0 till 5"))
        self.rows: list[OptionRow] = []
        seen = SeenByKeyboard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for rating, words in enumerate(rating_words()):
            row = OptionRow(words, str(rating), "radio", self)
            row.clicked.connect(partial(self._tell, rating))
            row.installEventFilter(seen)
            self.rows.append(row)
            column.addWidget(row)

    def show_rating(self, rating: int | None) -> None:
        if rating is not None:
            self.rows[rating].setChecked(True)

    def press(self, rating: int) -> bool:
        """Rate by number; tells whether there is such a step."""
        if not 0 <= rating < len(self.rows):
            return False
        self.rows[rating].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rows[rating].click()
        return True

    def _tell(self, rating: int, _checked: bool = False) -> None:
        self.rated.emit(rating)
