"""Text in a few lines that ends in three dots where the room ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kompetens_gui.domain.chain_layout import PlacedNode

_LEAST = 0.82
_CODE = re.compile(r"^(?P<name>.+?)\s*\((?P<code>[^()]+)\)\s*$", re.DOTALL)


def wrapped_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break a text into at most so many lines; the last one is cut with three dots when there is more."""
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le")
    pieces = [
        units[2 * start : 2 * end if end is not None else None].decode("utf-16-le", "ignore").strip()
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    if len(pieces) > most:
        rest = units[2 * starts[most - 1] :].decode("utf-16-le", "ignore")
        cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        pieces = [*pieces[: most - 1], cut]
    return pieces


def fitting_font(text: str, font: QFont, width: float) -> QFont:
    """Make the font a little smaller when that lets the longest word stay whole."""
    longest = max(map(QFontMetricsF(font).horizontalAdvance, text.split()), default=0.0)
    if longest <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, round(font.pixelSize() * max(_LEAST, width / longest - 0.01))))
    return smaller


def draw_lines(painter: QPainter, at: QPointF, lines: Sequence[str], font: QFont, height: float) -> None:
    """Draw lines under each other from the top left corner."""
    painter.setFont(font)
    for index, line in enumerate(lines):
        box = QRectF(at.x(), at.y() + index * height, 1e5, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def card_words(placed: PlacedNode) -> tuple[str, str, str]:
    """Return a card's heading, the letter of its second line ("" for none) and that line."""
    node = placed.node
    if node is None:
        return "", "", ""
    found = _CODE.match(node.text) if placed.kind == "D" else None
    if found:
        return found["name"], "", found["code"]
    if placed.basis:
        return node.text, "B", " · ".join(placed.basis)
    if placed.work_tasks:
        return node.text, "W", " · ".join(placed.work_tasks)
    return node.text, "", ""
