"""The discs before modules and steps: a tick, a number, a lock, where the learner is."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme

DiscLook = Literal["done", "here", "open", "begun", "again", "locked"]


def paint_disc(
    painter: QPainter, box: QRectF, look: DiscLook, widget: QWidget, *, text: str = "", font: QFont | None = None
) -> None:
    """Paint a disc that fills `box`; what its colour says is also said by its sign."""
    filled = {"done": "ok", "here": "accent"}.get(look)
    edge = theme.color(filled or ("accent" if look == "begun" else "border_strong"), widget)
    painter.setPen(QPen(edge, 2))
    painter.setBrush(edge if filled else theme.color("surface", widget))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    ink = theme.color("on_accent" if filled else "text_2", widget)
    inner = box.adjusted(*(box.width() * side for side in (0.24, 0.24, -0.24, -0.24)))
    if look == "done":
        paint_icon(painter, "check-bold", inner, ink)
    elif look == "locked":
        paint_icon(painter, "lock", inner, ink)
    elif look == "again":
        paint_icon(painter, "arrow-clockwise", inner, ink)
    elif text and font is not None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    elif look in {"here", "begun"}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface" if filled else "accent", widget))
        painter.drawEllipse(QPointF(box.center()), box.width() * 0.2, box.width() * 0.2)
