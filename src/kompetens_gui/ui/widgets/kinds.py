"""How the kinds of marking look: letter, line and chain symbol, for widgets and for cells that delegates paint.

D diagnos, F funktionsnedsättning, A aktivitetsbegränsning, W arbetsuppgift, B underlag: always letter and line style as
well as colour.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM, RADIUS_SMALL, LineStyle, Tokens

_DASHES: Final[dict[LineStyle, list[float]]] = {
    "dashed": [2.0, 1.0],
    "dotted": [0.01, 1.7],
    "dash-dot": [3.0, 1.4, 0.01, 1.4],
}
_BROKEN: Final = [2.0, 2.0]


def kind_pen(kind: str, tokens: Tokens, width: float = 3.0) -> QPen:
    """Give the pen of a kind's line; "double" (B) needs `paint_kind_line`, which draws it twice."""
    look = tokens.kind(kind)
    pen = QPen(QColor(look.line), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if look.style in {"dotted", "dash-dot"}:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if look.style in _DASHES:
        pen.setDashPattern(_DASHES[look.style])
    return pen


def dash_period(kind: str, tokens: Tokens, width: float) -> float:
    """Return after how many pixels the dashes of a kind's line begin anew, 0 for a line without dashes."""
    return sum(_DASHES.get(tokens.kind(kind).style, ())) * width


def paint_kind_line(painter: QPainter, line: QLineF, kind: str, tokens: Tokens, width: float = 3.0) -> None:
    """Draw the line that stands for a kind, as under marked text; `width` is its whole thickness."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tokens.kind(kind).style == "double":
        painter.setPen(QPen(QColor(tokens.kind(kind).line), width / 2.2))
        painter.drawLines([line.translated(0, -width * 0.45), line.translated(0, width * 0.55)])
    else:
        painter.setPen(kind_pen(kind, tokens, width))
        painter.drawLine(line)
    painter.restore()


def paint_letter(painter: QPainter, box: QRectF, kind: str, tokens: Tokens, *, letter: str | None = None) -> None:
    """Paint the filled square with the kind's letter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.kind(kind).fill))
    radius = RADIUS_MEDIUM if box.height() >= 40 else RADIUS_SMALL
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(tokens.on_kind))
    _letter(painter, box, letter or kind)
    painter.restore()


def paint_missing_letter(painter: QPainter, box: QRectF, kind: str, tokens: Tokens) -> None:
    """Paint the red dashed square that says that the kind is missing here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(tokens.err), 2)
    pen.setDashPattern([2.0, 1.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
    painter.setPen(QColor(tokens.err))
    _letter(painter, box, kind)
    painter.restore()


def paint_chain(
    painter: QPainter,
    box: QRectF,
    tokens: Tokens,
    missing: Collection[str],
    broken: Collection[tuple[str, str]] = (),
    *,
    kinds: Sequence[str] = ("D", "F", "A"),
    side: float = 20,
) -> None:
    """Paint D–F–A from the left of `box`; links at a missing letter, and those in `broken`, are red and dashed."""
    link = side * 0.6
    x, y = box.x(), box.center().y() - side / 2
    for index, kind in enumerate(kinds):
        if index:
            pair = (kinds[index - 1], kind)
            is_broken = pair in broken or not set(pair).isdisjoint(missing)
            _link(painter, QLineF(x, y + side / 2, x + link, y + side / 2), tokens, is_broken=is_broken)
            x += link
        paint = paint_missing_letter if kind in missing else paint_letter
        paint(painter, QRectF(x, y, side, side), kind, tokens)
        x += side


def chain_width(letters: int = 3, side: float = 20) -> float:
    return letters * side + (letters - 1) * side * 0.6


def _link(painter: QPainter, line: QLineF, tokens: Tokens, *, is_broken: bool) -> None:
    painter.save()
    pen = QPen(QColor(tokens.err if is_broken else tokens.text_3), 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if is_broken:
        pen.setDashPattern(_BROKEN)
    painter.setPen(pen)
    painter.drawLine(line)
    painter.restore()


def _letter(painter: QPainter, box: QRectF, letter: str) -> None:
    font = theme.font("label")
    font.setPixelSize(max(1, round(box.height() * 0.63)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box.translated(QPointF(0, -0.5)), Qt.AlignmentFlag.AlignCenter, letter)
