"""Wrapped words for the widgets that paint themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.theme import theme


class HeightMemory:
    """Remembers heights per width and text size: layouts within layouts ask for the same ones again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}

    def height(self, width: int, widget: QWidget, measure: Callable[[int], int]) -> int:
        """Return the height at a width, measured when it is first asked for."""
        asked = (width, theme.font("dense", widget).pixelSize())
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = measure(width)
        return known

    def forget(self) -> None:
        """The words have changed."""
        self._known = {}


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
