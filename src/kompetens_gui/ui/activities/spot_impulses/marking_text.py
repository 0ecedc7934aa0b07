"""The text that words are chosen and marked in with keys, and the buttons that mark the chosen words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.impulse_names import LETTERS, impulse_name
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.impulse_letter import paint_impulse_letter
from kompetens_gui.ui.widgets.impulse_words import type_words
from kompetens_gui.ui.widgets.portion_text import PortionText

_BY_LETTER = {letter: kind for kind, letter in LETTERS.items()}
_WORD_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MarkingText(PortionText):
    """Signals: `letter(type)` marks the chosen words, `group(number)` picks a group, `removal()` takes marks back."""

    letter = Signal(object)
    group = Signal(int)
    removal = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lettered=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        kind = _BY_LETTER.get(event.text().upper()) if bare else None
        number = event.key() - Qt.Key.Key_0.value if bare else 0
        if kind is not None:
            self.letter.emit(kind)
        elif 1 <= number <= 9:
            self.group.emit(number)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal.emit()
        elif bare and event.key() in _WORD_STEPS:
            steps = _WORD_STEPS[Qt.Key(event.key())]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.stretch_choice(steps)
            else:
                self.step_word(steps)
        else:
            super().keyPressEvent(event)

    def step_word(self, steps: int) -> None:
        """Choose the next word, or the one before; the first when none is chosen yet."""
        words = self._text.words
        if not words:
            return
        start, end = self.chosen_range()
        first, last = self._text.words_of(start, end)
        at = 0 if start == end == 0 else (last if steps > 0 else first) + (steps if start != end else 0)
        self._choose(*words[max(0, min(len(words) - 1, at))])

    def stretch_choice(self, steps: int) -> None:
        """Let the choice end one word later, or one earlier; it always keeps its first word."""
        start, end = self.chosen_range()
        if start == end:
            self.step_word(1)
            return
        first, last = self._text.words_of(start, end)
        at = max(first, min(len(self._text.words) - 1, last + steps))
        self._choose(*self._text.range_of(first, at))


class TypeButton(Button):
    """Letter and name of a type; pressing it marks the chosen words."""

    def __init__(self, kind: ImpulseType, parent: QWidget | None = None) -> None:
        super().__init__(impulse_name(kind), "ghost", "sm", parent=parent)
        self._letter = LETTERS[kind]
        self.setAccessibleName(self.tr("Markera som {name}").format(name=impulse_name(kind).lower()))
        self.setToolTip(f"{type_words(kind).looks} ({self._letter})")
        self._drawn: object = None
        self._draw()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        if hasattr(self, "_drawn"):
            self._draw()

    def _draw(self) -> None:
        side, tokens, ratio = theme.px(20, self), theme.tokens_for(self), self.devicePixelRatioF()
        if (side, tokens.name, ratio) == self._drawn:
            return
        self._drawn = side, tokens.name, ratio
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_impulse_letter(painter, QRectF(0, 0, side, side), self._letter, tokens, own=True)
        painter.end()
        self.setIcon(QIcon(picture))
        self.setIconSize(QSize(side, side))
