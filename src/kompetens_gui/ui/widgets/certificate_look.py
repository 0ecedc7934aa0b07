"""How large a certificate is drawn: at reading size for the leader, as large as fits for the room."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import READING_WIDTH
from kompetens_gui.ui.widgets.certificate_layout import TextLook
from kompetens_gui.ui.widgets.certificate_lines import WordWidths

LABEL_WIDTH: Final = 140
NARROW: Final = 520
# The room's text shrinks so far to fit (42 px to 34 px at full height), and no further: then it scrolls.
ROOM_STEPS: Final = (1.0, 0.9, 0.81)
ONE_FIELD_STEPS: Final = (1.35, 1.2, 1.0, 0.9, 0.81)
_OPEN_LINES: Final = 0.93


def leader_look(widget: QWidget, width: int) -> TextLook:
    """Give the look at reading size: labels to the left, above the text where it is narrow."""
    font = theme.font("medical-certificate", widget)
    margin = theme.px(24, widget)
    above = width < theme.px(NARROW, widget)
    label = 0 if above else theme.px(LABEL_WIDTH, widget)
    return TextLook(
        font=font,
        line_height=theme.line_height("medical-certificate", widget),
        label_font=theme.font("label", widget),
        label_line=theme.line_height("label", widget) + 2,
        label_width=label,
        text_width=min(theme.px(READING_WIDTH, widget), width - 2 * margin - label),
        pad=theme.px(8, widget),
        margin=margin,
        badge=max(theme.px(18, widget), 1),
        labels_above=above,
        words=WordWidths(font),
    )


def room_look(widget: QWidget, width: int, step: float) -> TextLook:
    """Give the look for the room: labels above the text, everything large."""
    font = QFont(theme.font("medical-certificate", widget))
    font.setPixelSize(max(1, round(font.pixelSize() * step)))
    line = theme.line_height("medical-certificate", widget) * step
    margin = theme.px(56, widget)
    return TextLook(
        font=font,
        line_height=line * (_OPEN_LINES if step < 1 else 1.0),
        label_font=theme.font("label", widget),
        label_line=theme.line_height("label", widget),
        label_width=0,
        text_width=width - 2 * margin,
        pad=theme.px(8, widget) * step,
        margin=margin,
        badge=font.pixelSize() * 0.95,
        labels_above=True,
        words=WordWidths(font),
    )
