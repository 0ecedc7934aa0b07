"""The sections of the leaflet: which one is being written, and which are done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.leaflet import SectionView
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.painted import fill_rounded

_ICON, _EDGE, _AIR = 18, 8, 10
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SectionRow(QAbstractButton):
    """A section's heading, with a tick when it is done and a bar when it is the one on show."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(heading)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.is_done = False
        self.show_done(done=False)

    def show_done(self, *, done: bool) -> None:
        self.is_done = done
        word = self.tr("{heading}, klar") if done else self.tr("{heading}, inte klar än")
        self.setAccessibleName(word.format(heading=self.text()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200, self), self.heightForWidth(theme.px(200, self)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140, self), theme.px(36, self))

    def heightForWidth(self, width: int) -> int:
        words = QFontMetrics(theme.font("dense-strong", self)).boundingRect(
            QRect(0, 0, max(1, width - self._before() - theme.px(_EDGE, self)), 10_000), _WRAP, self.text()
        )
        return max(theme.px(36, self), words.height() + 2 * theme.px(_EDGE, self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            ground = tokens.accent_tint if self.isChecked() else tokens.surface_2
            fill_rounded(painter, QRectF(self.rect()), QColor(ground), RADIUS_SMALL)
        if self.isChecked():
            fill_rounded(painter, QRectF(0, 0, 4, self.height()), QColor(tokens.accent), 2)
        side = theme.px(_ICON, self)
        box = QRectF(theme.px(_EDGE + 4, self), (self.height() - side) / 2, side, side)
        ink = theme.color("ok" if self.is_done else "border_strong", self)
        paint_icon(painter, "check-bold" if self.is_done else "circle", box, ink)
        painter.setPen(theme.color("text", self))
        painter.setFont(theme.font("dense-strong" if self.isChecked() else "dense", self))
        words = self.rect().adjusted(self._before(), 0, -theme.px(_EDGE, self), 0)
        painter.drawText(words, _WRAP, self.text())
        painter.end()

    def _before(self) -> int:
        return theme.px(_EDGE + 4 + _ICON + _AIR, self)


class SectionList(QWidget):
    """`chosen(id)` is sent when a person chooses a section; the arrows go from one to the next."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows: dict[str, SectionRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_sections(self, sections: Sequence[SectionView], current: str) -> None:
        """Show the sections, which are done, and which is being written."""
        for section in sections:
            row = self.rows.get(section.id.value) or self._add(section)
            if row.is_done is not section.is_done:
                row.show_done(done=section.is_done)
            if section.id.value == current:
                row.setChecked(True)

    def _add(self, section: SectionView) -> SectionRow:
        row = self.rows[section.id.value] = SectionRow(section.heading, self)
        row.clicked.connect(partial(self._tell, section.id.value))
        self._column.addWidget(row)
        return row

    def _tell(self, section: str, _checked: bool = False) -> None:
        self.chosen.emit(section)
