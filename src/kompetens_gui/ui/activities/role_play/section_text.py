"""Short paragraphs under small headings, drawn by one widget: a role card holds ten of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.activities.role_play.wrapping import HeightMemory, wrapped
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import PaintedWidget


class Section(NamedTuple):
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]


class SectionText(PaintedWidget):
    """Paragraphs that take the height they need at the width they are given."""

    def __init__(
        self,
        heading_level: str = "small-strong",
        text_level: str = "dense",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._levels = heading_level, text_level
        self._sections: tuple[Section, ...] = ()
        self._heights = HeightMemory()
        self._laid: tuple[object, list[tuple[QTextLayout, float, str]], int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        if sections != self._sections:
            self._sections = sections
            self._laid = None
            self._heights.forget()
            self.setAccessibleName("\n".join(f"{s.heading}: {' '.join(s.lines)}" for s in sections))
            self.updateGeometry()
            self.update()

    def sections(self) -> tuple[Section, ...]:
        return self._sections

    def sizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(80), self.px(20))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights.height(width, self, self._measure)

    def _measure(self, width: int) -> int:
        return self._lay_out(width)[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        blocks, _ = self._lay_out(self.width())
        painter = QPainter(self)
        for layout, top, color in blocks:
            painter.setPen(theme.color(color, self))
            layout.draw(painter, QPointF(0, top))
        painter.end()

    def _lay_out(self, width: int) -> tuple[list[tuple[QTextLayout, float, str]], int]:
        asked = (width, theme.font(self._levels[1], self).pixelSize())
        if self._laid is not None and self._laid[0] == asked:
            return self._laid[1], self._laid[2]
        blocks: list[tuple[QTextLayout, float, str]] = []
        top = 0.0
        for section in self._sections:
            if blocks:
                top += self.px(10)
            for words, level, color in (
                (section.heading, self._levels[0], "text_3"),
                *((line, self._levels[1], "text") for line in section.lines),
            ):
                if words:
                    layout, height = wrapped(words, level, width, self)
                    blocks.append((layout, top, color))
                    top += height + (self.px(4) if color == "text" else 0)
        self._laid = asked, blocks, round(top)
        return blocks, round(top)
