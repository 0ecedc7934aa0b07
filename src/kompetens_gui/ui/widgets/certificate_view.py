"""A medical certificate as its form reads, with what the group has marked painted under the text.

The text is never formatted: lines are laid out once per field, the glyphs are kept in a picture, and marks are painted
beneath it. So a key press costs one repaint, whatever the certificate holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kompetens_gui.domain.chain import Chain, Span
from kompetens_gui.domain.key_comparison import Difference
from kompetens_gui.domain.medical_certificate import FieldId, MedicalCertificate
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import KINDS
from kompetens_gui.ui.widgets.certificate_caret import WordCaret
from kompetens_gui.ui.widgets.certificate_keys import MOVES, move
from kompetens_gui.ui.widgets.certificate_layout import FieldLayout, TextLook
from kompetens_gui.ui.widgets.certificate_look import ONE_FIELD_STEPS, ROOM_STEPS, leader_look, room_look
from kompetens_gui.ui.widgets.certificate_marks import Mark, MarkFinder, frames_of
from kompetens_gui.ui.widgets.certificate_painting import MarkPainter
from kompetens_gui.ui.widgets.certificate_surface import CertificateSurface
from kompetens_gui.ui.widgets.certificate_words import kind_word

Mode = Literal["mark", "select", "read", "room"]
_ROOM_BAR = 10
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CertificateView(QAbstractScrollArea):
    """Shows a certificate: `mark` and `select` have a word caret, `read` has none, `room` is large and still.

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
        super().__init__(parent)
        self._mode: Mode = mode
        self._room, self._still = mode == "room", mode in {"room", "read"}
        self._medical_certificate: MedicalCertificate | None = None
        self._surface = CertificateSurface()
        self._caret = WordCaret()
        self._finder: MarkFinder | None = None
        self._chain = Chain()
        self._differences: Sequence[Difference] = ()
        self._focused: FieldId | None = None
        self._current = ""
        self._look: TextLook | None = None
        self._brush: MarkPainter | None = None
        self._stale = True
        self._kept: tuple[tuple[object, ...], QPixmap] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Läkarintyget"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        if self._room:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("ring", True)
            if not self._still:
                self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def set_medical_certificate(self, medical_certificate: MedicalCertificate | None) -> None:
        """Show a certificate; nothing happens when it is the one on show."""
        if medical_certificate is self._medical_certificate:
            return
        self._medical_certificate = medical_certificate
        self._finder = MarkFinder(medical_certificate) if medical_certificate else None
        self._surface.set_medical_certificate(medical_certificate)
        self._surface.show_only(self._focused if self._room else None)
        self._caret.set_fields(self._surface.fields)
        self._current = ""
        self._find_marks()
        self.verticalScrollBar().setValue(0)
        self._restyle()

    def set_chain(self, chain: Chain) -> None:
        """Show a chain's spans as marks; in the room the view follows to what is new."""
        if chain is self._chain:
            return
        known = {mark.node for mark in self._surface.all_marks()}
        self._chain = chain
        self._find_marks()
        self._lay_out()
        new = [m for m in self._surface.all_marks() if m.node not in known]
        if self._room and new and known:
            self._follow(new[-1])
        self._say_where()
        self.viewport().update()

    def set_differences(self, differences: Sequence[Difference]) -> None:
        """Frame the places where a key and the group read differently; an empty sequence takes the frames away."""
        if differences == self._differences:
            return
        self._differences = tuple(differences)
        self._find_marks()
        self._lay_out()
        self.viewport().update()

    def focus_field(self, field: FieldId | None) -> None:
        """Let one field stand out: alone and large in the room, the others dimmed for the leader; None shows all."""
        if field == self._focused:
            return
        self._focused = field
        if self._room:
            self._surface.show_only(field)
            self._restyle()
            self.verticalScrollBar().setValue(0)
        elif field is not None:
            self.show_field(field)
        self._kept = None
        self.viewport().update()

    def show_field(self, field: FieldId) -> None:
        """Scroll so far that a field is seen, and put the caret at its first word."""
        self._ready()
        index = self._surface.field_index(field)
        if index is None:
            return
        place = self._surface.fields[index]
        self._scroll_to(place.top, place.top + min(place.height, self.viewport().height()))
        if place in self._caret.fields:
            self._caret.put(list(self._caret.fields).index(place), 0)

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

    def sizeHint(self) -> QSize:
        return QSize(theme.px(640, self), theme.px(400, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240, self), theme.px(96, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._still or self._caret.here is None or not self._key_used(event):
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        current = self.current_mark() if self._mode == "mark" else None
        if current is not None:
            self.mark_activated.emit(current.node)
        elif not self._still and self._caret.here is not None:
            first, last = self._caret.here.text.sentence_of(self._caret.word)
            self._caret.choose(self._caret.field, first, last)
            self._after_move()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_kept"):
            self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_where()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._ready()
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.drawPixmap(0, 0, self._picture(top))
        painter.translate(0, -top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._brush is not None:
            self._paint_choice(painter, self._brush)
        if self._room:
            self._paint_room_bar(painter, top)
        painter.end()

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

    def _find_marks(self) -> None:
        if self._finder is None or self._medical_certificate is None:
            return
        frames = frames_of(self._differences, self._medical_certificate)
        self._surface.set_marks(self._finder.marks_of(self._chain), frames)

    def _restyle(self) -> None:
        self._stale = True
        self._kept = None
        self.viewport().update()

    def _ready(self) -> None:
        """Choose the look for the room there is and lay out; done when it is next needed."""
        if not self._stale:
            return
        self._stale = False
        if self._room:
            self._fit(self.viewport().width())
        else:
            # Room for a scroll bar is always kept, so that the text does not move when the bar comes.
            bar = self.verticalScrollBar().sizeHint().width()
            self._use(leader_look(self, self.width() - 2 * self.frameWidth() - bar))

    def _fit(self, width: int) -> None:
        for step in ONE_FIELD_STEPS if self._focused else ROOM_STEPS:
            self._use(room_look(self, width, step))
            if self._surface.height <= self.viewport().height():
                return

    def _use(self, look: TextLook) -> None:
        self._look = look
        self._brush = MarkPainter(look, theme.tokens_for(self), self.devicePixelRatioF())
        self._lay_out()

    def _lay_out(self) -> None:
        if self._look is None or self._stale:
            return
        self._surface.lay_out(self._look)
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._surface.height) - page))
        bar.setPageStep(page)
        bar.setSingleStep(round(self._look.line_height))

    def _picture(self, top: int) -> QPixmap:
        """Return what is seen of the surface, marks and text; painted anew only when one of them is another."""
        size, ratio, tokens = self.viewport().size(), self.devicePixelRatioF(), theme.tokens_for(self)
        dimmed = None if self._room else self._focused
        key = (top, size, ratio, tokens.name, dimmed, self._look)
        kept, self._kept = self._kept, None
        dirty = self._surface.take_dirty()
        whole = (float(top), float(top + size.height()))
        if kept is not None and kept[0] == key:
            picture = kept[1]
            stretch = (max(dirty[0], whole[0]), min(dirty[1], whole[1])) if dirty else (0.0, 0.0)
        else:
            picture = kept[1] if kept is not None and kept[1].size() == size * ratio else QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            stretch = whole
        if stretch[1] > stretch[0] and self._look is not None and self._brush is not None:
            clip = QRectF(0, stretch[0], size.width(), stretch[1] - stretch[0])
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -top)
            painter.setClipRect(clip)
            painter.fillRect(clip, QColor(tokens.surface))
            self._surface.paint_marks(painter, self._brush, clip.top(), clip.bottom())
            self._surface.paint_text(painter, tokens, self._look, clip, dimmed)
            painter.end()
        self._kept = (key, picture)
        return picture

    def _paint_choice(self, painter: QPainter, brush: MarkPainter) -> None:
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

    def _paint_room_bar(self, painter: QPainter, top: int) -> None:
        bar, tokens = self.verticalScrollBar(), theme.tokens_for(self)
        if not bar.maximum():
            return
        page = self.viewport().height()
        whole = bar.maximum() + page
        width = theme.px(_ROOM_BAR, self)
        box = QRectF(self.viewport().width() - 2 * width, top + page * bar.value() / whole, width, page * page / whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border_strong))
        painter.drawRoundedRect(box.adjusted(0, width, 0, -width), width / 2, width / 2)

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

    def _scroll_to(self, top: float, bottom: float) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        air = self._look.line_height if self._look else 0
        if top - air < bar.value():
            bar.setValue(round(top - air))
        elif bottom + air > bar.value() + page:
            bar.setValue(round(bottom + air - page))

    def _follow(self, mark: Mark) -> None:
        index = self._surface.field_index(mark.field)
        if index is None:
            return
        place: FieldLayout = self._surface.fields[index]
        page = self.viewport().height()
        if place.height <= page:
            self._scroll_to(place.top, place.top + place.height)
            return
        boxes = list(place.boxes(mark.start, mark.end))
        if boxes:
            self._scroll_to(max(place.top, boxes[0].top() - page / 2), boxes[-1].bottom())

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
