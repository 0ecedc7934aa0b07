"""The chain as a column of cards under each other, for the side of the room's picture."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.chain_layout import ChainLayout, PlacedNode
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM, Tokens
from kompetens_gui.ui.widgets.chain_painting import gap_question, missing_word
from kompetens_gui.ui.widgets.chain_text import card_words, draw_lines, wrapped_lines
from kompetens_gui.ui.widgets.kinds import kind_pen, paint_letter
from kompetens_gui.ui.widgets.painted import PaintedWidget

_MOST = 16
_KEPT = 64


@dataclass(frozen=True)
class Step:
    """A card of the column; `joined` says how it hangs together with the one above: None for not at all."""

    placed: PlacedNode
    joined: bool | None


@dataclass(frozen=True)
class PlacedCard:
    """What a card says: all that its picture depends on."""

    kind: str
    is_gap: bool
    lines: tuple[str, ...]


def steps_of(layout: ChainLayout) -> Iterator[Step]:
    """Yield cards path by path: a diagnosis, then a function and what follows from it, then the next function."""
    order = [index for index, placed in enumerate(layout.nodes) if placed.row < _MOST]
    order.sort(key=lambda i: (layout.nodes[i].row, layout.nodes[i].column))
    shown = set(order)
    broken = {(x.source, x.target): x.broken for x in layout.links if x.target in shown}
    previous = -1
    for index in order:
        found = broken.get((previous, index))
        yield Step(layout.nodes[index], None if found is None else not found)
        previous = index


class ChainColumn(PaintedWidget):
    """Shows as many cards as fit, and how many there are besides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = ChainLayout((), (), 0)
        self._steps: tuple[Step, ...] = ()
        self._cards: tuple[QPixmap, float, int] | None = None
        self._drawn: dict[PlacedCard, QPixmap] = {}
        self.setAccessibleName(self.tr("Kedjan"))

    def set_layout(self, layout: ChainLayout) -> None:
        if layout is not self._layout:
            self._layout = layout
            steps = tuple(steps_of(layout))
            if steps != self._steps:
                self._steps, self._cards = steps, None
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(420), self.px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._forget()

    def _forget(self) -> None:
        self._cards = None
        self._drawn.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._steps:
            self._paint_words(painter, self.tr("Kedjan växer fram här när ni har markerat."), 0)
        else:
            picture, bottom, shown = self._cards = self._cards or self._draw_cards()
            painter.drawPixmap(0, 0, picture)
            left = len(self._layout.nodes) + self._layout.left_out - shown
            if left:
                words = self.tr("och {count} till i kedjan").format(count=left)
                self._paint_words(painter, words, bottom + self.px(12))
        painter.end()

    def _draw_cards(self) -> tuple[QPixmap, float, int]:
        """Draw the cards that fit; return them with where they end and how many they are."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, shown = 0.0, 0
        rest = self.level_font("small").pixelSize() * 1.4 + self.px(12)
        for step in self._steps:
            card = self._card(step.placed)
            height = self._height(card)
            gap = self.px(32) if step.joined is not None else self.px(16) if shown else 0
            below = rest if len(self._layout.nodes) + self._layout.left_out > shown + 1 else 0
            if shown and y + gap + height + below > self.height():
                break
            if step.joined is not None:
                self._paint_joint(painter, y, gap, whole=step.joined)
            painter.drawPixmap(QPointF(0, y + gap), self._picture(card, height))
            y += gap + height
            shown += 1
        painter.end()
        return picture, y, shown

    def _height(self, card: PlacedCard) -> float:
        return math.ceil(max(self.px(72), len(card.lines) * self._line() + self.px(28)))

    def _picture(self, card: PlacedCard, height: float) -> QPixmap:
        """Give a card as it was drawn before, or draw it: its dashes and words take longer than all the rest."""
        picture = self._drawn.get(card)
        if picture is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            ratio = self.devicePixelRatioF()
            picture = QPixmap(QSize(self.width(), int(height)) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_card(painter, QRectF(1.5, 1.5, self.width() - 3, height - 3), card)
            painter.end()
            self._drawn[card] = picture
        return picture

    def _line(self) -> float:
        return self.level_font("small-strong").pixelSize() * 1.33

    def _card(self, placed: PlacedNode) -> PlacedCard:
        words = card_words(placed)[0]
        if placed.is_gap:
            words = self.tr("{missing}: {question}").format(missing=missing_word(), question=_low(gap_question(placed)))
        room = self.width() - self.px(28 + 48 + 20 + 24)
        lines = wrapped_lines(words, self.level_font("small-strong"), room, 2)
        return PlacedCard(placed.kind.value, placed.is_gap, tuple(lines))

    def _paint_card(self, painter: QPainter, box: QRectF, card: PlacedCard) -> None:
        tokens, side = self.tokens(), float(self.px(48))
        pen = _border(card, tokens, max(2.0, self.px(3)))
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.err_tint if card.is_gap else tokens.surface))
        painter.drawRoundedRect(box, RADIUS_MEDIUM, RADIUS_MEDIUM)
        mark = QRectF(box.x() + self.px(24), box.center().y() - side / 2, side, side)
        if card.is_gap:
            paint_icon(painter, "link-break", mark.adjusted(4, 4, -4, -4), QColor(tokens.err))
        else:
            paint_letter(painter, mark, card.kind, tokens)
        painter.setPen(QColor(tokens.err if card.is_gap else tokens.text))
        top = box.center().y() - len(card.lines) * self._line() / 2
        at = QPointF(mark.right() + self.px(20), top)
        draw_lines(painter, at, card.lines, self.level_font("small-strong"), self._line())

    def _paint_joint(self, painter: QPainter, top: float, height: float, *, whole: bool) -> None:
        tokens = self.tokens()
        pen = QPen(QColor(tokens.text_2 if whole else tokens.err), max(2.0, self.px(3)))
        if not whole:
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        x = self.px(24 + 24)
        painter.drawLine(QLineF(x, top, x, top + height))

    def _paint_words(self, painter: QPainter, words: str, y: float) -> None:
        painter.setPen(QColor(self.tokens().text_2))
        font = self.level_font("small")
        lines = wrapped_lines(words, font, self.width(), 4)
        draw_lines(painter, QPointF(0, y), lines, font, font.pixelSize() * 1.4)


def _border(card: PlacedCard, tokens: Tokens, width: float) -> QPen:
    if not card.is_gap:
        return kind_pen(card.kind, tokens, width)
    pen = QPen(QColor(tokens.err), width)
    pen.setDashPattern([3.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
