"""The numbers that stand in for Qt's names, held against Qt."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from kompetens_gui.ui.style import lean


def test_the_numbers_are_those_of_qt() -> None:
    middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    assert Qt.AlignmentFlag.AlignCenter.value == lean.ALIGN_CENTER
    assert middle_left.value == lean.ALIGN_LEFT_MIDDLE
    assert Qt.TextFormat.PlainText.value == lean.PLAIN_TEXT
    assert Qt.FocusPolicy.NoFocus.value == lean.NO_FOCUS
    assert Qt.FocusPolicy.StrongFocus.value == lean.STRONG_FOCUS
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == lean.SCROLL_BAR_ALWAYS_OFF


def test_brush_and_pen_are_as_if_made_directly() -> None:
    color = QColor("#0D5C63")
    assert lean.solid(color) == QBrush(color)
    assert lean.line(color, 1.6) == QPen(color, 1.6)
