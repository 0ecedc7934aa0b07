"""The whole certificate as one tall surface: its fields under each other with what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from kompetens_gui.domain.medical_certificate import FieldId, MedicalCertificate
from kompetens_gui.ui.style.tokens import Tokens
from kompetens_gui.ui.widgets.certificate_layout import FieldLayout, TextLook
from kompetens_gui.ui.widgets.certificate_lines import Line
from kompetens_gui.ui.widgets.certificate_marks import Frame, Mark
from kompetens_gui.ui.widgets.certificate_painting import MarkPainter

Letter = tuple[str, bool]
# Frames and the lower of two lines reach a little outside their own line.
_AIR = 12
_STOPS = '.,;:!?)”"'


class CertificateSurface:
    """Keeps the fields laid out and answers where things are; `version` changes with anything that is painted."""

    def __init__(self) -> None:
        self.every: list[FieldLayout] = []
        self.fields: list[FieldLayout] = []
        self.marks: Mapping[FieldId, tuple[Mark, ...]] = {}
        self.frames: Mapping[FieldId, tuple[Frame, ...]] = {}
        self.height = 0.0
        self.version = 0
        self._letters: dict[FieldId, dict[int, list[Letter]]] = {}
        self._changed: dict[FieldId, list[tuple[int, int]]] = {}
        self._dirty: tuple[float, float] | None = None

    def set_medical_certificate(self, medical_certificate: MedicalCertificate | None) -> None:
        filled = medical_certificate.filled() if medical_certificate else ()
        self.every = [FieldLayout(form_field, text) for form_field, text in filled]
        self.fields = self.every
        self.marks, self.frames, self._letters = {}, {}, {}

    def show_only(self, field: FieldId | None) -> None:
        """Leave all fields but one out; None brings them back."""
        chosen = [f for f in self.every if f.form_field.id == field]
        self.fields = chosen or self.every

    def set_marks(self, marks: Mapping[FieldId, tuple[Mark, ...]], frames: Mapping[FieldId, tuple[Frame, ...]]) -> None:
        """Show these marks and frames; call `lay_out` after it, for the letters need room."""
        for field in {*self.marks, *marks, *self.frames, *frames}:
            same = self.marks.get(field) == marks.get(field) and self.frames.get(field) == frames.get(field)
            if not same:
                self.version += 1
                self._changed.setdefault(field, []).extend(
                    [
                        *_differing(self.marks.get(field, ()), marks.get(field, ())),
                        *_differing(self.frames.get(field, ()), frames.get(field, ())),
                    ]
                )
                text = next((f.text.text for f in self.every if f.form_field.id == field), "")
                self._letters[field] = _letters(text, marks.get(field, ()), frames.get(field, ()))
        self.marks, self.frames = marks, frames

    def lay_out(self, look: TextLook) -> None:
        """Break lines and stack the fields; fields that are as before keep their lines."""
        top = look.margin if look.labels_above else look.margin / 2
        moved = False
        for field in self.fields:
            ends = {end: len(letters) for end, letters in self._letters.get(field.form_field.id, {}).items()}
            before = field.lines, field.height, field.top
            field.lay_out(look, ends)
            field.top = top
            moved = self._note_changes(field, *before) or moved
            top += field.height
        self._changed = {}
        self.height = top + look.margin / 2
        self.version += 1 if moved else 0

    def take_dirty(self) -> tuple[float, float] | None:
        """Return the stretch that has changed since this was last asked, None when nothing has."""
        dirty, self._dirty = self._dirty, None
        return dirty

    def _note_changes(self, field: FieldLayout, lines: tuple[Line, ...], height: float, top: float) -> bool:
        """Widen the changed stretch with what is new in a field; tell whether its text has moved."""
        if (height, top) != (field.height, field.top):
            self._widen(min(top, field.top), inf)
            return True
        touched = [i for span in self._changed.get(field.form_field.id, ()) for i in map(field.line_of, span)]
        moved = lines is not field.lines and lines != field.lines
        if moved:
            touched += [i for i, (a, b) in enumerate(zip(lines, field.lines, strict=True)) if a != b]
        if touched:
            self._widen(*field.stretch(min(touched), max(touched)))
        return moved

    def _widen(self, low: float, high: float) -> None:
        low, high = low - _AIR, high + _AIR
        self._dirty = (low, high) if self._dirty is None else (min(low, self._dirty[0]), max(high, self._dirty[1]))

    def field_index(self, field: FieldId) -> int | None:
        return next((i for i, f in enumerate(self.fields) if f.form_field.id == field), None)

    def visible(self, top: float, bottom: float) -> Iterator[FieldLayout]:
        """Yield the fields that a stretch of the surface shows."""
        for field in self.fields:
            if field.top + field.height >= top and field.top <= bottom:
                yield field

    def field_near(self, y: float) -> FieldLayout | None:
        """Return the field at a height, the nearest one when there is none."""
        with_words = [f for f in self.fields if f.text.words]
        return min(with_words, key=lambda f: max(f.top - y, y - f.top - f.height, 0), default=None)

    def marks_at(self, field: FieldLayout, position: int) -> list[Mark]:
        """Return the marks over a character, the shortest first."""
        found = [m for m in self.marks.get(field.form_field.id, ()) if m.start <= position < m.end]
        return sorted(found, key=lambda m: m.end - m.start)

    def all_marks(self) -> list[Mark]:
        """Return every mark in the order of the form."""
        return [mark for field in self.fields for mark in self.marks.get(field.form_field.id, ())]

    def paint_marks(self, painter: QPainter, brush: MarkPainter, top: float, bottom: float) -> None:
        """Paint fills, lines, letters and frames of what is visible; the text goes on top of it."""
        for field in self.visible(top, bottom):
            first, last = field.lines_between(top, bottom)
            if first >= last:
                continue
            start, end = field.lines[first].start, field.lines[last - 1].end
            marks = [m for m in self.marks.get(field.form_field.id, ()) if m.start < end and m.end > start]
            boxes = [(mark, list(field.boxes(mark.start, mark.end, first, last))) for mark in marks]
            for mark, lines in sorted(boxes, key=lambda pair: (pair[0].start - pair[0].end, -pair[0].lane)):
                for box in lines:
                    brush.fill(painter, box, mark.kind)
            for mark, lines in boxes:
                for box in lines:
                    brush.underline(painter, box, mark.kind, mark.lane)
            self._paint_letters(painter, brush, field, start, end)
            for frame in self.frames.get(field.form_field.id, ()):
                for box in field.boxes(frame.start, frame.end, first, last):
                    brush.frame(painter, box, frame.reading)

    def paint_text(
        self, painter: QPainter, tokens: Tokens, look: TextLook, clip: QRectF, dimmed_but: FieldId | None
    ) -> None:
        """Draw labels, text and the thin lines between fields."""
        for field in self.visible(clip.top(), clip.bottom()):
            faint = dimmed_but is not None and field.form_field.id != dimmed_but
            painter.setPen(QColor(tokens.text_3))
            field.draw_label(painter, clip)
            painter.setPen(QColor(tokens.text_3 if faint else tokens.text))
            field.draw_text(painter, clip)
            if not look.labels_above and field is not self.fields[0]:
                painter.setPen(QColor(tokens.border))
                right = look.margin + look.label_width + look.text_width
                painter.drawLine(QLineF(look.margin, field.top, right, field.top))

    def _paint_letters(self, painter: QPainter, brush: MarkPainter, field: FieldLayout, start: int, end: int) -> None:
        for at, letters in self._letters.get(field.form_field.id, {}).items():
            if not start < at <= end:
                continue
            corner: QPointF = field.after(at)
            for place, (letter, hollow) in enumerate(letters):
                brush.letter(painter, corner, letter, place, hollow=hollow)


def _differing(before: Sequence[Mark | Frame], after: Sequence[Mark | Frame]) -> Iterator[tuple[int, int]]:
    for place in set(before) ^ set(after):
        yield place.start, place.end


def _letters(text: str, marks: tuple[Mark, ...], frames: tuple[Frame, ...]) -> dict[int, list[Letter]]:
    """Return the letters by the character they stand after: a full stop that follows a mark comes before its letter."""
    found: dict[int, list[Letter]] = {}
    for mark in marks:
        found.setdefault(_past_stops(text, mark.end), []).append((mark.kind, False))
    for frame in frames:
        if frame.letter:
            found.setdefault(_past_stops(text, frame.end), []).append((frame.letter, True))
    return found


def _past_stops(text: str, end: int) -> int:
    while end < len(text) and text[end] in _STOPS:
        end += 1
    return end
