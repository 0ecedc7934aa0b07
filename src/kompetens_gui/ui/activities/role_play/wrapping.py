"""Wrapped words for the widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.theme import theme


def wrapped(words: str, level: str, width: float, widget: QWidget) -> tuple[QTextLayout, int]:
    """Break words of one level of the type scale at a width; give them with the height they take."""
    layout = QTextLayout(" ".join(words.split()), theme.font(level, widget))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    leading = theme.line_height(level, widget)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, (layout.lineCount() - 1) * leading))
    layout.endLayout()
    return layout, layout.lineCount() * leading
