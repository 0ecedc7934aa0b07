"""A medical certificate to read, to choose words in and to mark, with keys and mouse."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.chain import Span
from kompetens_gui.domain.medical_certificate import FieldId
from kompetens_gui.ui.style.tokens import KINDS
from kompetens_gui.ui.widgets.certificate_caret import WordCaret
from kompetens_gui.ui.widgets.certificate_keys import MOVES, move
from kompetens_gui.ui.widgets.certificate_marks import Mark
from kompetens_gui.ui.widgets.certificate_page import CertificatePage
from kompetens_gui.ui.widgets.certificate_painting import MarkPainter
from kompetens_gui.ui.widgets.certificate_words import kind_word

Mode = Literal["mark", "select", "scroll", "read", "room"]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SCROLLS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CertificateView(CertificatePage):
    """Shows a certificate: `mark` and `select` have a word caret, `scroll` takes the keys that scroll,
    `read` takes none, `room` is large and still.

    Signals: `span_chosen(field, quote, occurrence)` when Enter is pressed on chosen words in `select`; in `mark`
    `span_marked(kind, field, quote, occurrence)` when chosen words are given a kind,
    `mark_changed(node, kind)` when the mark under the caret is given another, `mark_removed(node)`,
    `mark_activated(node)`, `chosen_changed()`.
    """

    span_chosen = Signal(str, str, int)
    span_marked = Signal(str, str, str, int)
    mark_changed = Signal(str, str)
    mark_removed = Signal(str)
    mark_activated = Signal(str)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, mode: Mode = "mark") -> None:
        super().__init__(parent, room=mode == "room")
        self._mode: Mode = mode
        self._still = mode in {"room", "read", "scroll"}
        self._caret = WordCaret()
        self._current = ""
        if mode == "room":
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("ring", True)
        if not self._still:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def certificate_changed(self) -> None:
        self._caret.set_fields(self._surface.fields)
        self._current = ""

    def marks_changed(self) -> None:
        self._say_where()

    def show_field(self, field: FieldId) -> None:
        """Scroll so far that a field is seen, and put the caret at its first word."""
        super().show_field(field)
        index = next((i for i, f in enumerate(self._caret.fields) if f.form_field.id == field), None)
        if index is not None:
            self._caret.put(index, 0)

    def select(self, field: FieldId, start: int, end: int) -> None:
        """Choose the words that characters start..end of a field touch."""
        for index, place in enumerate(self._caret.fields):
            if place.form_field.id == field:
                self._caret.choose(index, *place.text.words_of(start, end))
                self._after_move()

    def go_to_mark(self, node: str) -> None:
        """Put the caret on a mark and make it the current one."""
        mark = next((m for m in self._surface.all_marks() if m.node == node), None)
        if mark is not None:
            self._put_on(mark)

    def chosen_span(self) -> Span | None:
        """Return what is chosen, else the word under the caret, as a quote; None in an empty certificate."""
        here, medical_certificate = self._caret.here, self._medical_certificate
        if here is None or medical_certificate is None:
            return None
        chosen = self._caret.chosen()
        start, end = (chosen.start, chosen.end) if chosen else self._caret.range_here()
        return Span.of(medical_certificate, here.form_field.id, start, end)

    def has_choice(self) -> bool:
        return self._caret.anchor is not None

    def current_mark(self) -> Mark | None:
        """Return the mark under the caret; among several the one last gone to, else the shortest."""
        here = self._caret.here
        if here is None:
            return None
        marks = self._surface.marks_at(here, self._caret.range_here()[0])
        return next((m for m in marks if m.node == self._current), marks[0] if marks else None)

    def mark(self, kind: str) -> None:
        """Ask for the chosen words to be marked, or for the mark under the caret to change its kind."""
        current = self.current_mark()
        if current is not None and not self.has_choice():
            if current.kind != kind:
                self.mark_changed.emit(current.node, kind)
            return
        span = self.chosen_span()
        if span is not None:
            self._caret.anchor = None
            self.span_marked.emit(kind, span.field, span.quote, span.occurrence)

    def choose_here(self) -> None:
        """Tell what is chosen, as Enter does in `select`."""
        span = self.chosen_span()
        if span is not None:
            self.span_chosen.emit(span.field, span.quote, span.occurrence)

    def field_here(self) -> FieldId | None:
        """Return the field the caret is in, None when there is no text."""
        here = self._caret.here
        return here.form_field.id if here is not None else None

    def remove_mark(self) -> None:
        """Ask for the mark under the caret to be taken away."""
        current = self.current_mark()
        if current is not None:
            self.mark_removed.emit(current.node)

    def step_mark(self, steps: int) -> None:
        """Go to the next or previous mark."""
        marks = self._surface.all_marks()
        if not marks or self._caret.here is None:
            return
        nodes = [m.node for m in marks]
        current = self.current_mark()
        if current is not None:
            at = nodes.index(current.node) + steps
        else:
            at = self._first_mark_after(marks) - (1 if steps < 0 else 0)
        self._put_on(marks[at % len(marks)])

    def next_frame(self) -> None:
        """Choose the next place where the group and the key on show read differently."""
        here = self._caret.here
        order = {f.form_field.id: i for i, f in enumerate(self._surface.fields)}
        frames = [f for fs in self._surface.frames.values() for f in fs if f.field in order]
        frames.sort(key=lambda f: (order[f.field], f.start))
        if not frames or here is None:
            return
        at = order[here.form_field.id], self._caret.range_here()[0]
        after = next((f for f in frames if (order[f.field], f.start) > at), frames[0])
        self.select(after.field, after.start, after.end)

    def caret_over(self, painter: QPainter, brush: MarkPainter) -> None:
        here = self._caret.here
        if here is None or self._still:
            return
        chosen = self._caret.chosen()
        focused = self.hasFocus()
        if chosen is not None:
            tint = QColor(brush.tokens.accent)
            tint.setAlpha(44)
            for box in here.boxes(chosen.start, chosen.end):
                brush.outline(painter, box, QColor(brush.tokens.accent), tint=tint)
            return
        if not focused:
            return
        current = self.current_mark()
        if current is not None:
            for box in here.boxes(current.start, current.end):
                brush.outline(painter, box, QColor(brush.tokens.kind(current.kind).line))
        for box in here.boxes(*self._caret.range_here()):
            brush.outline(painter, box, QColor(brush.tokens.focus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._mode == "scroll" and event.key() in _SCROLLS and self.verticalScrollBar().maximum():
            super().keyPressEvent(event)
        elif self._still or self._caret.here is None or not self._key_used(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._still or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._put_at(event.position(), extend=extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._still and event.buttons() & Qt.MouseButton.LeftButton:
            self._put_at(event.position(), extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(not self._still)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        current = self.current_mark() if self._mode == "mark" else None
        if current is not None:
            self.mark_activated.emit(current.node)
        elif not self._still and self._caret.here is not None:
            first, last = self._caret.here.text.sentence_of(self._caret.word)
            self._caret.choose(self._caret.field, first, last)
            self._after_move()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_where()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _key_used(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        if key in MOVES:
            move(self._caret, key, extend=shift, ctrl=ctrl)
            self._after_move()
            return True
        if key == Qt.Key.Key_Escape and self.has_choice():
            self._caret.anchor = None
            self._after_move()
            return True
        if self._mode == "select" and key in _ENTER:
            self.choose_here()
            return True
        return not ctrl and self._mode == "mark" and self._mark_key_used(key, event.text().upper())

    def _mark_key_used(self, key: Qt.Key, letter: str) -> bool:
        current = self.current_mark()
        if letter and letter in KINDS:
            self.mark(letter)
        elif letter in {"N", "P"}:
            self.step_mark(1 if letter == "N" else -1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_mark()
        elif key in _ENTER and current is not None:
            self.mark_activated.emit(current.node)
        else:
            return False
        return True

    def _put_at(self, at: QPointF, *, extend: bool) -> None:
        self._ready()
        point = at + QPointF(0, self.verticalScrollBar().value())
        place = self._surface.field_near(point.y())
        if place is None:
            return
        word = place.text.word_at(place.position_at(point))
        index = list(self._caret.fields).index(place)
        if extend and self._caret.anchor is None and (index, word) == (self._caret.field, self._caret.word):
            return
        self._current = ""
        self._caret.put(index, word, extend=extend)
        self._after_move(scroll=extend)

    def _put_on(self, mark: Mark) -> None:
        self._ready()
        index = next((i for i, f in enumerate(self._caret.fields) if f.form_field.id == mark.field), None)
        if index is None:
            return
        self._caret.put(index, self._caret.fields[index].text.word_at(mark.start))
        self._current = mark.node
        self._after_move()

    def _first_mark_after(self, marks: list[Mark]) -> int:
        order = {f.form_field.id: i for i, f in enumerate(self._surface.fields)}
        assert self._caret.here is not None
        here = order[self._caret.here.form_field.id], self._caret.range_here()[0]
        return next((i for i, m in enumerate(marks) if (order[m.field], m.start) > here), 0)

    def _after_move(self, *, scroll: bool = True) -> None:
        self._ready()
        here = self._caret.here
        if here is not None and scroll:
            box = next(here.boxes(*self._caret.range_here()))
            self._scroll_to(box.top(), box.bottom())
        self._say_where()
        self.chosen_changed.emit()
        self.viewport().update()

    def _say_where(self) -> None:
        """Tell a screen reader the mark, the choice or the word that the caret is at."""
        here = self._caret.here
        if here is None or self._room or not self.hasFocus():
            return
        chosen, current = self._caret.chosen(), self.current_mark()
        start, end = (chosen.start, chosen.end) if chosen else self._caret.range_here()
        said = self.tr("{field}: {text}").format(field=here.form_field.title, text=here.text.text[start:end])
        if current is not None and chosen is None:
            said = self.tr("{letter}, {kind}: {quote}").format(
                letter=current.kind,
                kind=kind_word(current.kind).lower(),
                quote=here.text.text[current.start : current.end],
            )
        self.setAccessibleDescription(said)
