"""The question and its options; counts, bars and verdicts each after its own reveal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.sufficiency_vote import KeyVerdict, VoteRoom
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import PaintedWidget

_LABEL_SHARE = 0.3


class VoteBars(PaintedWidget):
    """One row per option; bars only when counts are given, the first round above the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[str, ...] = ()
        self._rounds: tuple[tuple[int, ...], ...] = ()

    def show_votes(
        self, options: tuple[str, ...], first: tuple[int, ...] | None, second: tuple[int, ...] | None
    ) -> None:
        self._options = options
        self._rounds = tuple(counts for counts in (first, second) if counts is not None)
        self.setAccessibleName("; ".join(self._said(place) for place in range(len(options))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(800), self.px(120) * max(2, len(self._options)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = min(self.height() / max(1, len(self._options)), float(self.px(168)))
        for place, option in enumerate(self._options):
            self._paint_row(painter, QRectF(0, place * row, self.width(), row), place, option)
        painter.end()

    def _paint_row(self, painter: QPainter, box: QRectF, place: int, option: str) -> None:
        tokens = self.tokens()
        names = box.width() * _LABEL_SHARE if self._rounds else box.width()
        painter.setPen(QColor(tokens.text))
        painter.setFont(self.level_font("h1" if box.height() > self.px(64) else "h3"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(box.x(), box.y(), names - self.px(24), box.height()), flags, option)
        if place:
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(box.topLeft(), box.topRight())
        most = max((1, *(n for counts in self._rounds for n in counts)))
        share = box.height() * 0.8 / max(1, len(self._rounds))
        for index, counts in enumerate(self._rounds):
            top = box.y() + box.height() * 0.1 + index * share
            line = QRectF(names, top + share * 0.1, box.width() - names, share * 0.8)
            self._paint_bar(painter, line, counts[place], counts[place] / most, last=index == len(self._rounds) - 1)

    def _paint_bar(self, painter: QPainter, box: QRectF, count: int, share: float, *, last: bool) -> None:
        tokens = self.tokens()
        words = str(count)
        if len(self._rounds) > 1:
            words = (
                self.tr("{count} efter").format(count=count) if last else self.tr("{count} före").format(count=count)
            )
        room = self.px(200 if len(self._rounds) > 1 else 96)
        bar = QRectF(box.x(), box.y(), max(2.0, (box.width() - room) * share), box.height())
        painter.setPen(QPen(QColor(tokens.accent), max(1, self.px(3))))
        painter.setBrush(QColor(tokens.accent if last else tokens.accent_tint_2))
        painter.drawRoundedRect(bar, RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self.level_font("h2" if box.height() > self.px(48) else "small-strong"))
        at = QRectF(bar.right() + self.px(20), box.y(), room, box.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _said(self, place: int) -> str:
        return f"{self._options[place]} {', '.join(str(counts[place]) for counts in self._rounds)}".strip()


class VerdictCard(QFrame):
    """One perspective's verdict and its reason."""

    def __init__(self, verdict: KeyVerdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        reason = FittedText("small", "meta", "text_2")
        reason.set_text(" ".join(verdict.reason.split()))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(Label(perspective_name(verdict.perspective), "small", "muted"))
        word = sufficiency_word(verdict.sufficiency, anyway=verdict.sufficient_anyway)
        column.addWidget(Label(word, "h2", "accent"))
        column.addWidget(reason, 1)


class SufficiencyVoteRoom(RoomSurface):
    """Shows a `VoteRoom`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Label("", "display", wrap=True)
        self.round = Label("", "h3", "muted")
        self.voted = Label("", "h3", "accent")
        self.bars = VoteBars()
        self.cards = QWidget()
        self.card_row = QHBoxLayout(self.cards)
        self._verdicts: tuple[KeyVerdict, ...] = ()
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.voted, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        self.body.addWidget(self.round)
        self.body.addWidget(self.bars, 3)
        self.body.addWidget(self.cards, 4)
        self.cards.hide()
        self.scale_layout(self.card_row, (0, 0, 0, 0), 24)
        self.scale_layout(head, (0, 0, 0, 0), 48)

    def show_view(self, view: VoteRoom | None) -> None:
        if view is None:
            return
        self.question.setText(view.question)
        again = view.round == Round.SECOND
        self.round.setText(self.tr("Räck upp handen igen") if again else self.tr("Räck upp handen"))
        self.voted.setText("" if view.voted is None else self.tr("{count} har röstat").format(count=view.voted))
        self.bars.show_votes(view.options, view.first, view.second)
        if view.verdicts != self._verdicts:
            self._verdicts = view.verdicts
            clear_layout(self.card_row)
            for verdict in view.verdicts:
                self.card_row.addWidget(VerdictCard(verdict), 1)
        self.cards.setVisible(bool(view.verdicts))
        self.round.setVisible(not view.verdicts)
        self.body.setStretch(2, 3)
        self.body.setStretch(3, 5)
