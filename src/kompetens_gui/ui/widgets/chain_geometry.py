"""Where the cards, connectors and loose notes of a chain stand when it is drawn in columns D → F → A."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainterPath
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.chain import ChainNode
from kompetens_gui.domain.chain_layout import ChainLayout, PlacedNode
from kompetens_gui.ui.style.theme import theme

_CARD = 312
_NARROW_CARD = 220
_LOOSE = 300
_SMALLEST = 0.94


@dataclass(frozen=True)
class ChainLook:
    """Fonts and measures of a chain at one size, in device-independent pixels."""

    title: QFont
    title_line: float
    title_lines: int
    small: QFont
    small_line: float
    head: QFont
    head_height: float
    card_width: float
    gap_x: float
    gap_y: float
    margin: float
    margin_top: float
    pad: float
    air: float
    unit: float

    @property
    def card_height(self) -> float:
        return self.title_lines * self.title_line + self.small_line + self.pad


def chain_look(widget: QWidget, width: int, *, room: bool, step: float = 1.0) -> ChainLook:
    """Give the look for a width: cards of 312 px where there is room for them, narrower ones with more lines else."""
    unit = theme.px(100, widget) / 100 * (1.6 if room else 1.0)
    margin = (56 / 1.6 if room else 24) * unit
    gap = (88 if width > theme.px(880, widget) else 48) * unit
    fits = (width - 2 * margin - 2 * gap) / 3
    card = max(120 * unit, fits if room else min(_CARD * unit, fits))
    narrow = not room and card < _NARROW_CARD * unit
    return ChainLook(
        title=_sized(theme.font("dense-strong", widget), step),
        title_line=theme.line_height("dense-strong", widget) * step,
        title_lines=3 if narrow else 2,
        small=_sized(theme.font("small", widget), max(step, _SMALLEST) if room else step),
        small_line=theme.line_height("small", widget) * step,
        head=_sized(theme.font("h2" if not narrow else "h3", widget), step),
        head_height=theme.line_height("h2", widget) * step + 16 * unit,
        card_width=card,
        gap_x=gap,
        gap_y=(9 if room else 16) * unit * step,
        margin=margin,
        margin_top=(20 if room else 24) * unit,
        pad=(12 if room else 28) * unit,
        air=(10 if narrow else 16) * unit,
        unit=unit * step,
    )


@dataclass(frozen=True)
class Connector:
    """A curve between two cards, with the place of its check or cross."""

    path: QPainterPath
    middle: QPointF


class ChainGeometry:
    """Boxes for a layout's nodes and for the loose W and B notes under them, in one look."""

    def __init__(self, layout: ChainLayout, loose: Sequence[ChainNode], look: ChainLook, width: float) -> None:
        self.look = look
        step = look.card_height + look.gap_y
        top = look.margin_top + look.head_height
        centres = _centre_rows(layout)
        self.heads = [
            QRectF(self._column_x(column), look.margin_top, look.card_width, look.head_height) for column in range(3)
        ]
        self.cards = [
            QRectF(self._column_x(p.column), top + row * step, look.card_width, look.card_height)
            for p, row in zip(layout.nodes, centres, strict=True)
        ]
        self.links = [self._connector(self.cards[x.source], self.cards[x.target]) for x in layout.links]
        self.loose_top = top + max(1, layout.rows) * step + look.gap_y
        self.loose = self._place_loose(len(loose), width)
        bottom = self.loose[-1].bottom() if self.loose else top + max(1, layout.rows) * step - look.gap_y
        self.size = QSizeF(self._column_x(2) + look.card_width + look.margin, bottom + look.margin_top)

    def _column_x(self, column: int) -> float:
        return self.look.margin + column * (self.look.card_width + self.look.gap_x)

    def _connector(self, source: QRectF, target: QRectF) -> Connector:
        start = QPointF(source.right(), source.center().y())
        end = QPointF(target.left(), target.center().y())
        reach = (end.x() - start.x()) * 0.5
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
        # Long curves share their beginning, so the sign of each stands at its own end.
        steep = abs(end.y() - start.y()) > 1.5 * self.look.card_height
        return Connector(path, path.pointAtPercent(0.82 if steep else 0.5))

    def _place_loose(self, count: int, width: float) -> list[QRectF]:
        look = self.look
        room = max(look.card_width, width - 2 * look.margin)
        per_row = max(1, int(room // (_LOOSE * look.unit)))
        side = (room - (per_row - 1) * look.gap_y) / per_row
        height = look.small_line + 16 * look.unit
        top = self.loose_top + look.small_line + 8 * look.unit
        return [
            QRectF(
                look.margin + index % per_row * (side + look.gap_y),
                top + index // per_row * (height + 8 * look.unit),
                side,
                height,
            )
            for index in range(count)
        ]


def _centre_rows(layout: ChainLayout) -> list[float]:
    """Put every card at the middle of the rows that are its own: from its row to that of the next in its column."""
    rows: dict[int, list[int]] = {0: [], 1: [], 2: []}
    for placed in layout.nodes:
        rows[placed.column].append(placed.row)
    after = {column: dict(pairwise([*sorted(set(found)), layout.rows])) for column, found in rows.items()}
    return [_middle(placed, after[placed.column][placed.row]) for placed in layout.nodes]


def _middle(placed: PlacedNode, next_row: int) -> float:
    return float(placed.row) if placed.column == 2 else (placed.row + max(placed.row, next_row - 1)) / 2


def _sized(font: QFont, step: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(1, round(font.pixelSize() * step)))
    return sized
