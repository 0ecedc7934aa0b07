"""Where every line of a certificate stands: one text layout per field, laid out anew only when the field changed.

The letter after a mark needs room in the line. It is had by spacing out the mark's last character, so that the text
flows around the letter without the text itself being changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kompetens_gui.domain.medical_certificate import FormField
from kompetens_gui.ui.widgets.certificate_text import FieldText

_LINE_SEPARATOR = "\u2028"
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class TextLook:
    """Fonts and measures of a certificate at one size, in device-independent pixels."""

    font: QFont
    line_height: float
    label_font: QFont
    label_line: float
    label_width: float
    text_width: float
    pad: float
    margin: float
    badge: float
    labels_above: bool

    @property
    def badge_room(self) -> float:
        return self.badge * 1.45


@dataclass(frozen=True)
class Line:
    """A line of a field: characters start..end (white space at the end left out) and its top in the field."""

    start: int
    end: int
    top: float


class FieldLayout:
    """One field of the form: its label, its text in lines, and where any range of characters stands."""

    def __init__(self, form_field: FormField, text: str) -> None:
        self.form_field = form_field
        self.text = FieldText(text)
        self.top = 0.0
        self.height = 0.0
        self.lines: tuple[Line, ...] = ()
        self.badge_ends: Mapping[int, int] = {}
        self._layout = QTextLayout()
        self._label = QTextLayout()
        self._look: TextLook | None = None
        self._text_at = QPointF()

    def lay_out(self, look: TextLook, badge_ends: Mapping[int, int]) -> None:
        """Break the text into lines; `badge_ends` tells how many letters stand after which characters."""
        if look is self._look and badge_ends == self.badge_ends:
            return
        if look is not self._look:
            self._lay_out_label(look)
        self._look, self.badge_ends = look, badge_ends
        count = self._lay_out_text(look)
        label_height = self._label.lineCount() * look.label_line
        beside = 0.0 if look.labels_above else look.label_width
        above = label_height if look.labels_above else 0.0
        self._text_at = QPointF(look.margin + beside, look.pad + above)
        text_height = count * look.line_height
        label_height += 0.0 if look.labels_above else look.line_height - look.label_line
        self.height = 2 * look.pad + (above + text_height if look.labels_above else max(label_height, text_height))

    @property
    def text_left(self) -> float:
        return self._text_at.x()

    @property
    def text_top(self) -> float:
        """Return where the first line begins, on the whole surface."""
        return self.top + self._text_at.y()

    def line_of(self, position: int) -> int:
        """Return the index of the line a character stands in."""
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def lines_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the range of lines (end excluded) that a stretch of the surface shows."""
        assert self._look is not None
        height = self._look.line_height
        first = int((top - self.text_top) // height)
        last = int((bottom - self.text_top) // height) + 1
        return max(0, first), min(len(self.lines), max(0, last))

    def boxes(self, start: int, end: int, first_line: int = 0, last_line: int = 1 << 30) -> Iterator[QRectF]:
        """Yield the box of characters start..end on each line they stand on, on the whole surface."""
        assert self._look is not None
        for index in range(max(self.line_of(start), first_line), min(self.line_of(end - 1) + 1, last_line)):
            line = self.lines[index]
            left = self._x(index, max(start, line.start))
            right_at = min(end, line.end)
            right = self._x(index, right_at) - self.badge_ends.get(right_at, 0) * self._look.badge_room
            if right > left:
                yield QRectF(self.text_left + left, self.text_top + line.top, right - left, self._look.line_height)

    def after(self, end: int) -> QPointF:
        """Return where the first letter after a mark begins: to the right of its last character, top of the line."""
        assert self._look is not None
        index = self.line_of(end - 1)
        right = self._x(index, end) - self.badge_ends.get(end, 0) * self._look.badge_room
        return QPointF(self.text_left + right, self.text_top + self.lines[index].top)

    def position_at(self, point: QPointF) -> int:
        """Return the character under a point, the nearest one when there is none."""
        assert self._look is not None
        row = int((point.y() - self.text_top) // self._look.line_height)
        index = max(0, min(row, len(self.lines) - 1))
        at = self._layout.lineAt(index).xToCursor(point.x() - self.text_left)
        line = self.lines[index]
        return max(line.start, min(self.text.from_qt(at), max(line.start, line.end - 1)))

    def draw_text(self, painter: QPainter, clip: QRectF) -> None:
        """Draw the glyphs of the lines that `clip` touches."""
        self._layout.draw(painter, QPointF(self.text_left, self.text_top), [], clip)

    def draw_label(self, painter: QPainter, clip: QRectF) -> None:
        assert self._look is not None
        nudge = 0.0 if self._look.labels_above else (self._look.line_height - self._look.label_line) / 2
        self._label.draw(painter, QPointF(self._look.margin, self.top + self._look.pad + nudge), [], clip)

    def _x(self, line: int, position: int) -> float:
        x: float = self._layout.lineAt(line).cursorToX(self.text.to_qt(position))[0]  # type: ignore[index]
        return x

    def _lay_out_text(self, look: TextLook) -> int:
        text = self.text
        layout = QTextLayout(text.text.replace("\n", _LINE_SEPARATOR), look.font)
        layout.setCacheEnabled(True)
        layout.setFormats(_room_for_letters(text, look, self.badge_ends))
        self._layout = layout
        starts = _break_lines(layout, look.text_width, look.line_height, look.font)
        ends = [*starts[1:], None]
        self.lines = tuple(
            _line(text, start, end, index * look.line_height)
            for index, (start, end) in enumerate(zip(starts, ends, strict=True))
        )
        return len(self.lines)

    def _lay_out_label(self, look: TextLook) -> None:
        title = f"{self.form_field.number}. {hyphenated(self.form_field.title)}"
        self._label = QTextLayout(title, look.label_font)
        self._label.setCacheEnabled(True)
        width = look.text_width if look.labels_above else look.label_width - look.label_line * 0.75
        _break_lines(self._label, width, look.label_line, look.label_font)


def hyphenated(title: str) -> str:
    """Let the long words of the form's titles break where Swedish breaks them."""
    for word in (
        "Funktions|nedsättning",
        "Aktivitets|begränsning",
        "Smittbärar|penning",
        "Arbets|tidens",
        "Syssel|sättning",
        "arbets|uppgifter",
        "kunskaps|stödet",
        "upp|lysningar",
        "för|läggning",
    ):
        title = title.replace(word.replace("|", ""), word.replace("|", _SOFT_HYPHEN))
    return title


def _line(text: FieldText, start: int, end: int | None, top: float) -> Line:
    first = text.from_qt(start)
    last = len(text.text) if end is None else text.from_qt(end)
    return Line(first, first + len(text.text[first:last].rstrip()), top)


def _break_lines(layout: QTextLayout, width: float, height: float, font: QFont) -> list[int]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    nudge = (height - QFontMetricsF(font).height()) / 2
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, len(starts) * height + nudge))
        starts.append(line.textStart())
    layout.endLayout()
    return starts or [0]


def _room_for_letters(text: FieldText, look: TextLook, badge_ends: Mapping[int, int]) -> list[QTextLayout.FormatRange]:
    formats: dict[int, QTextCharFormat] = {}
    ranges = []
    for end, count in sorted(badge_ends.items()):
        if count not in formats:
            font = QFont(look.font)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.badge_room * count)
            formats[count] = QTextCharFormat()
            formats[count].setFont(font)
        found = QTextLayout.FormatRange()
        first = text.to_qt(end - 1)
        found.start, found.length, found.format = first, text.to_qt(end) - first, formats[count]
        ranges.append(found)
    return ranges
