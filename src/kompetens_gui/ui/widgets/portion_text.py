"""A text to choose words in: a click or the arrows choose a sentence, dragging or Shift chooses any words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kompetens_gui.domain.study.impulses import find_span
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.certificate_text import FieldText
from kompetens_gui.ui.widgets.impulse_letter import paint_impulse_letter

_LEVEL: Final = "medical-certificate"
_LINE: Final = 130
_LETTERED_LINE: Final = 175
_CHIP: Final = 18
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextMark(NamedTuple):
    """Words that stand out: own ones with a whole line under them, the case's with a dashed one.

    `occurrence` tells equal words apart. A letter is written above the first of the words.
    """

    quote: str
    whose: Literal["own", "case"]
    occurrence: int = 1
    letter: str = ""


class PortionText(QTextEdit):
    """Signals: `words_chosen()` when other words are chosen, `accepted()` when Enter is pressed on chosen words."""

    words_chosen = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None, *, lettered: bool = False) -> None:
        super().__init__(parent)
        self._line = _LETTERED_LINE if lettered else _LINE
        self._text = FieldText("")
        self._marks: tuple[TextMark, ...] = ()
        self._choosing = True
        self.setProperty("plain", "true")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Texten"))
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.selectionChanged.connect(self.words_chosen)
        self.set_choosing(True)

    def show_text(self, text: str) -> None:
        """Show a text with nothing chosen; the same text keeps what is chosen."""
        if text != self._text.text:
            self._text = FieldText(text)
            self._fill()

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        self._marks = tuple(marks)
        self._paint_marks()

    def set_choosing(self, choosing: bool) -> None:
        """Let words be chosen, or only read."""
        self._choosing = choosing
        by_hand = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(by_hand if choosing else Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choosing else Qt.FocusPolicy.NoFocus)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if choosing else Qt.CursorShape.ArrowCursor)
        if not choosing:
            self.clear_choice()

    def quote(self) -> str:
        """Return the chosen words exactly as they stand in the text, empty when none are."""
        start, end = self._chosen()
        return self._text.text[start:end]

    def occurrence(self) -> int:
        """Return which of equal words are chosen, from 1."""
        start, end = self._chosen()
        quote, found, at = self._text.text[start:end], 0, -1
        while quote and at < start:
            at = self._text.text.find(quote, at + 1)
            found += 1
        return max(1, found)

    def chosen_range(self) -> tuple[int, int]:
        """Return from which character to which words are chosen."""
        return self._chosen()

    def clear_choice(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def choose_sentence(self, position: int) -> None:
        """Choose the sentence around a place, counted in characters."""
        if self._text.words:
            first, last = self._text.sentence_of(self._text.word_at(position))
            self._choose(*self._text.range_of(first, last))

    def step_sentence(self, steps: int) -> None:
        """Choose the next sentence, or the one before; the first when none is chosen yet."""
        words = self._text.words
        if not words:
            return
        cursor = self.textCursor()
        at = self._text.word_at(self._text.from_qt(cursor.selectionStart()))
        starts = self._text.sentences
        place = max(i for i, start in enumerate(starts) if start <= at)
        if cursor.hasSelection():
            place = min(len(starts) - 1, max(0, place + steps))
        self.choose_sentence(words[starts[place]][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self._choosing:
            event.ignore()
        elif plain and key in _STEPS:
            self.step_sentence(_STEPS[key])
        elif key in _ENTER:
            # Without chosen words the key goes on to the big button.
            if self.quote():
                self.accepted.emit()
            else:
                event.ignore()
        elif key == Qt.Key.Key_Escape and self.quote():
            self.clear_choice()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._choosing and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Chosen words that are pressed would be picked up to be dropped somewhere else.
            self.clear_choice()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._choosing and event.button() == Qt.MouseButton.LeftButton and not self.quote():
            at = self.cursorForPosition(event.position().toPoint()).position()
            self.choose_sentence(self._text.from_qt(at))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_text"):
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if any(mark.letter for mark in self._marks):
            self._paint_letters()

    def _chosen(self) -> tuple[int, int]:
        """Return the chosen words without the white space around them."""
        cursor = self.textCursor()
        start, end = (self._text.from_qt(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        words = self._text.text[start:end]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())

    def _choose(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._text.to_qt(start))
        cursor.setPosition(self._text.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _fill(self) -> None:
        if self.toPlainText() != self._text.text:
            self.setPlainText(self._text.text)
        if self._line == _LETTERED_LINE:
            # The first line has no line above it to write letters in.
            frame = self.document().rootFrame()
            look = frame.frameFormat()
            look.setTopMargin(theme.px(_CHIP - 2, self))
            frame.setFrameFormat(look)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        shape = QTextBlockFormat()
        shape.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        letters = QTextCharFormat()
        letters.setFont(theme.font(_LEVEL, self))
        letters.setForeground(QColor(theme.color("text", self)))
        cursor.mergeCharFormat(letters)
        self._paint_marks()
        self._fit()

    def _paint_marks(self) -> None:
        shown = []
        for mark in sorted(self._marks, key=lambda m: m.whose):
            start, end = find_span(self._text.text, mark.quote, mark.occurrence)
            if start >= 0:
                shown.append(self._look_of(mark, start, end))
        self.setExtraSelections(shown)
        self.viewport().update()

    def _paint_letters(self) -> None:
        """Write each mark's letter above the first of its words; letters of the same words stand side by side."""
        painter, side = QPainter(self.viewport()), theme.px(_CHIP, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: dict[int, int] = {}
        height = QFontMetricsF(theme.font(_LEVEL, self)).height()
        for mark in self._marks:
            start, _ = find_span(self._text.text, mark.quote, mark.occurrence)
            if start < 0 or not mark.letter:
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._text.to_qt(start))
            line = self.cursorRect(cursor)
            before = taken.get(start, 0)
            taken[start] = before + 1
            left = line.left() + before * (side + 2)
            box = QRectF(left, line.bottom() - height - side + theme.px(3, self), side, side)
            paint_impulse_letter(painter, box, mark.letter, theme.tokens_for(self), own=mark.whose == "own")
        painter.end()

    def _look_of(self, mark: TextMark, start: int, end: int) -> QTextEdit.ExtraSelection:
        look = QTextEdit.ExtraSelection()
        look.cursor = QTextCursor(self.document())
        look.cursor.setPosition(self._text.to_qt(start))
        look.cursor.setPosition(self._text.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        own = mark.whose == "own"
        lines = QTextCharFormat.UnderlineStyle
        look.format.setBackground(theme.color("accent_tint" if own else "surface_3", self))
        look.format.setUnderlineStyle(lines.SingleUnderline if own else lines.DashUnderline)
        look.format.setUnderlineColor(theme.color("accent" if own else "text_2", self))
        return look

    @Slot()
    def _fit(self) -> None:
        height = round(self.document().size().height()) + 4
        if height != self.height():
            self.setFixedHeight(height)
