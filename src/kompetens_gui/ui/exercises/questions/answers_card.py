"""The answers of a round so far, in a list beside the question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView
from kompetens_gui.domain.exercises.questions.rules import RoundView
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import PaintedWidget, show_when

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_AIR: Final = 10
_ICON: Final = 18
_BESIDE: Final = 12


class AnswerLine(PaintedWidget):
    """A question that has been answered: a tick, or an arrow for what there is more to learn about.

    Painted as a whole, hair line and all: a round has a dozen of them, and each answer moves them all.
    """

    def __init__(self, answered: AnsweredView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right, self._text, self._shown = answered.score.is_right, answered.shown.text, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        says = self.tr("Det stämde") if self._right else self.tr("Kommer igen")
        self.setAccessibleName(f"{says}: {self._text}")
        self.set_ink("text")

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.level_font("dense")).height()
        return QSize(self.px(240), 1 + 2 * _AIR + max(line, self.px(_ICON)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            room = self.width() - self.px(_ICON) - _BESIDE
            metrics = QFontMetrics(self.level_font("dense"))
            self._shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, max(0, room))
            self.setToolTip(self._text if self._shown != self._text else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.color("border", self))
        side = self.px(_ICON)
        name, color = ("check-bold", "ok") if self._right else ("arrow-clockwise", "warn")
        paint_icon(painter, name, QRectF(0, 1 + _AIR, side, side), theme.color(color, self))
        painter.setFont(self.level_font("dense"))
        room = QRectF(side + _BESIDE, 1 + _AIR, self.width() - side - _BESIDE, self.height() - 1 - 2 * _AIR)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._shown)
        painter.end()


class AnswersCard(Card):
    """Grows by one line for each answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dina svar"), parent=parent)
        self.body.setSpacing(0)
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        self.nothing = Label(
            self.tr("Här ser du hur det går. Du kan inte misslyckas: frågor du missar kommer tillbaka i repetitionen."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.body.addSpacing(8)
        self.body.addWidget(self.nothing)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self._shown: tuple[str, ...] = ()
        self._held: list[QWidget] = []

    def show_answers(self, view: RoundView) -> None:
        answered = view.answered
        ids = tuple(a.shown.id for a in answered)
        if ids[: len(self._shown)] != self._shown:
            self._clear()
        for each in answered[len(self._shown) :]:
            line = AnswerLine(each, self)
            self._lines.addWidget(line)
            self._held.append(line)
            # At once: Qt would show it after the next paint, and move all lines for it then.
            line.show()
        self._shown = ids
        show_when(self.nothing, not answered)
        self.count.setText(
            self.tr("{right} av {all} rätt").format(right=view.right, all=len(answered)) if answered else ""
        )

    def _clear(self) -> None:
        for widget in self._held:
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._held, self._shown = [], ()
