"""How marks look: fill, line, letter and frame. Lines and letters are drawn once and then copied."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from kompetens_gui.ui.style.tokens import RADIUS_SMALL, Tokens
from kompetens_gui.ui.widgets.certificate_layout import TextLook
from kompetens_gui.ui.widgets.certificate_marks import Reading
from kompetens_gui.ui.widgets.kinds import dash_period, paint_kind_line, paint_letter

_STRIP = 512
_FILL_STEP = 2
_FRAME_STYLES = {
    Reading.ONLY_KEY: Qt.PenStyle.SolidLine,
    Reading.ONLY_GROUP: Qt.PenStyle.DotLine,
    Reading.OTHER: Qt.PenStyle.DashLine,
}


class MarkPainter:
    """Paints marks in one look; made anew when look, tokens or screen change."""

    def __init__(self, look: TextLook, tokens: Tokens, ratio: float) -> None:
        metrics = QFontMetricsF(look.font)
        self.tokens, self.look, self.ratio = tokens, look, ratio
        self._size = look.font.pixelSize()
        self._baseline = look.line_height / 2 + (metrics.ascent() - metrics.descent()) / 2
        self._line_width = max(3.0, self._size * 0.11)
        self._fills: dict[str, QColor] = {kind: QColor(t.heat[_FILL_STEP]) for kind, t in tokens.kinds.items()}
        self._strips: dict[str, QPixmap] = {}
        self._letters: dict[tuple[str, bool], QPixmap] = {}

    def box(self, line_box: QRectF) -> QRectF:
        """Return the part of a line that a mark fills."""
        top = line_box.y() + self._baseline - self._size * 1.13
        return QRectF(line_box.x() - 1, top, line_box.width() + 2, self._size * 1.5)

    def fill(self, painter: QPainter, line_box: QRectF, kind: str) -> None:
        painter.fillRect(self.box(line_box), self._fills[kind])

    def underline(self, painter: QPainter, line_box: QRectF, kind: str, lane: int) -> None:
        """Draw the kind's line 5 px under the base line at reading size, 10 px in the second lane."""
        strip = self._strips.get(kind)
        if strip is None:
            strip = self._strips[kind] = self._draw_strip(kind)
        y = line_box.y() + self._baseline + self._size * 0.28 * (lane + 1) - self._line_width
        left, right = line_box.x() - 1, line_box.right() + 1
        height = strip.height() / self.ratio
        while left < right:
            width = min(strip.width() / self.ratio, right - left)
            source = QRectF(0, 0, width * self.ratio, strip.height())
            painter.drawPixmap(QRectF(left, y, width, height), strip, source)
            left += width

    def letter(self, painter: QPainter, at: QPointF, letter: str, place: int, *, hollow: bool = False) -> None:
        """Draw the letter that stands `place` places after a mark whose end is `at`."""
        key = (letter, hollow)
        pixmap = self._letters.get(key)
        if pixmap is None:
            pixmap = self._letters[key] = self._draw_letter(letter, hollow=hollow)
        side, room = self.look.badge, self.look.badge_room
        x = at.x() + place * room + (room - side) * 0.7
        y = at.y() + self._baseline - self._size * 0.36 - side / 2
        painter.drawPixmap(QPointF(round(x), round(y)), pixmap)

    def frame(self, painter: QPainter, line_box: QRectF, reading: Reading) -> None:
        """Draw the frame where group and key read differently: neither is right or wrong, so all have one ink."""
        painter.setPen(frame_pen(reading, self.tokens, max(2.0, self._size * 0.08)))
        painter.drawRoundedRect(self.box(line_box).adjusted(-2, -2, 2, 2), RADIUS_SMALL, RADIUS_SMALL)

    def outline(self, painter: QPainter, line_box: QRectF, color: QColor, *, tint: QColor | None = None) -> None:
        """Draw the edge of the caret or of what is chosen."""
        if tint is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(self.box(line_box), RADIUS_SMALL, RADIUS_SMALL)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2))
        painter.drawRoundedRect(self.box(line_box).adjusted(-1, -1, 1, 1), RADIUS_SMALL, RADIUS_SMALL)

    def _draw_strip(self, kind: str) -> QPixmap:
        """Draw a piece of the line that ends where its dashes begin anew; a longer one takes several in a row."""
        height = self._line_width * 2
        period = dash_period(kind, self.tokens, self._line_width)
        length = period * max(1, round(_STRIP / period)) if period else _STRIP
        strip = self._pixmap(length, height)
        painter = QPainter(strip)
        paint_kind_line(painter, QLineF(0, height / 2, length, height / 2), kind, self.tokens, self._line_width)
        painter.end()
        return strip

    def _draw_letter(self, letter: str, *, hollow: bool) -> QPixmap:
        side = self.look.badge
        pixmap = self._pixmap(side, side)
        painter = QPainter(pixmap)
        if hollow:
            paint_hollow_letter(painter, QRectF(0, 0, side, side), letter, self.tokens, self.look.label_font)
        else:
            paint_letter(painter, QRectF(0, 0, side, side), letter, self.tokens)
        painter.end()
        return pixmap

    def _pixmap(self, width: float, height: float) -> QPixmap:
        pixmap = QPixmap(round(width * self.ratio), round(height * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap


def frame_pen(reading: Reading, tokens: Tokens, width: float) -> QPen:
    """Give the pen that a reading is framed with, in text and legend alike."""
    pen = QPen(QColor(tokens.accent), width)
    pen.setStyle(_FRAME_STYLES[reading])
    return pen


def paint_hollow_letter(painter: QPainter, box: QRectF, letter: str, tokens: Tokens, font: QFont) -> None:
    """Paint a key's letter: the kind's ink on the ground, so that it is told from the group's filled one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.kind(letter).line), max(1.5, box.height() * 0.08)))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
    bold = QFont(font)
    bold.setPixelSize(max(1, round(box.height() * 0.6)))
    bold.setBold(True)
    painter.setFont(bold)
    painter.drawText(box.translated(0, -0.5), Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()
