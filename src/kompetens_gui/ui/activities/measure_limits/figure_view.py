"""A small table, bars or a line, with the number at each: never told apart by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.material.measure_limits import Figure, FigureKind
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_ellipse

_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.CrossPattern,
)
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


def number_words(value: float, unit: str) -> str:
    """Write a number as Swedish does, with its unit after a hard space."""
    whole = f"{value:.0f}" if value == int(value) else f"{value:.1f}".replace(".", ",")
    return f"{whole}\N{NO-BREAK SPACE}{unit}".strip()


class FigureView(PaintedWidget):
    """Paints a figure as large as it is given room; `level` is the size of its words."""

    def __init__(self, level: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, figure: Figure) -> None:
        if figure != self._figure:
            self._figure = figure
            self.setAccessibleName(_in_words(figure))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        rows = 1 + (len(self._figure.series) if self._figure else 1)
        line = self._line()
        table = self._figure is not None and self._figure.kind is FigureKind.TABLE
        return QSize(self.px(360), round(line * rows) if table else max(self.px(200), round(line * 9)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(120), round(self._line() * 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.level_font(self._level))
        if self._figure.kind is FigureKind.TABLE:
            self._paint_table(painter, self._figure)
        else:
            self._paint_chart(painter, self._figure)
        painter.end()

    def _line(self) -> float:
        return QFontMetricsF(self.level_font(self._level)).height() * 1.3

    def _strong(self) -> QFont:
        font = QFont(self.level_font(self._level))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint_table(self, painter: QPainter, figure: Figure) -> None:
        tokens, line = self.tokens(), self._line()
        first = self.width() * 0.34
        wide = (self.width() - first) / max(1, len(figure.columns))
        for row, cells in enumerate([figure.columns, *([""] for _ in figure.series)]):
            y = row * line
            if row == 0:
                painter.setFont(self._strong())
                for column, text in enumerate(cells):
                    self._text(painter, QRectF(first + column * wide, y, wide, line), text, right=True)
                painter.setFont(self.level_font(self._level))
                continue
            series = figure.series[row - 1]
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            self._text(painter, QRectF(0, y, first, line), series.title)
            for column, value in enumerate(series.values):
                words = number_words(value, figure.unit)
                self._text(painter, QRectF(first + column * wide, y, wide, line), words, right=True)

    def _paint_chart(self, painter: QPainter, figure: Figure) -> None:
        line = self._line()
        self._paint_legend(painter, figure, line)
        area = QRectF(0, line * 2.2, self.width(), max(line, self.height() - line * 3.6))
        highest = max((v for s in figure.series for v in s.values), default=1) or 1
        wide = area.width() / max(1, len(figure.columns))
        painter.setPen(QPen(QColor(self.tokens().border_strong), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        for column, title in enumerate(figure.columns):
            under = QRectF(column * wide, area.bottom() + line * 0.15, wide, line)
            self._text(painter, under, title, middle=True)
        if figure.kind is FigureKind.BARS:
            self._paint_bars(painter, figure, area, highest)
        else:
            self._paint_lines(painter, figure, area, highest)

    def _paint_legend(self, painter: QPainter, figure: Figure, line: float) -> None:
        x, side = 0.0, line * 0.6
        for index, series in enumerate(figure.series):
            mark = QRectF(x, line * 0.2, side, side)
            if figure.kind is FigureKind.BARS:
                self._fill(painter, mark, index)
            else:
                painter.setPen(QPen(self._color(index), max(2.0, side / 6), _LINES[index % len(_LINES)]))
                painter.drawLine(mark.topLeft() + QPointF(0, side / 2), mark.topRight() + QPointF(0, side / 2))
            width = QFontMetricsF(painter.font()).horizontalAdvance(series.title) + side
            self._text(painter, QRectF(x + side * 1.4, 0, width, line), series.title)
            x += side * 1.4 + width

    def _paint_bars(self, painter: QPainter, figure: Figure, area: QRectF, highest: float) -> None:
        wide = area.width() / max(1, len(figure.columns))
        bar = wide * 0.7 / max(1, len(figure.series))
        for index, series in enumerate(figure.series):
            for column, value in enumerate(series.values):
                x = area.left() + column * wide + wide * 0.15 + index * bar
                high = area.height() * value / highest
                box = QRectF(x + bar * 0.08, area.bottom() - high, bar * 0.84, high)
                self._fill(painter, box, index)
                self._number(painter, QPointF(box.center().x(), box.top()), number_words(value, figure.unit))

    def _paint_lines(self, painter: QPainter, figure: Figure, area: QRectF, highest: float) -> None:
        wide = area.width() / max(1, len(figure.columns))
        for index, series in enumerate(figure.series):
            points = [
                QPointF(area.left() + (column + 0.5) * wide, area.bottom() - area.height() * value / highest)
                for column, value in enumerate(series.values)
            ]
            painter.setPen(QPen(self._color(index), max(2.0, self.px(3)), _LINES[index % len(_LINES)]))
            painter.drawPolyline(points)
            for point, value in zip(points, series.values, strict=True):
                size = self.px(5)
                fill_ellipse(
                    painter, QRectF(point.x() - size, point.y() - size, 2 * size, 2 * size), self._color(index)
                )
                self._number(painter, point - QPointF(0, size), number_words(value, figure.unit))

    def _number(self, painter: QPainter, above: QPointF, words: str) -> None:
        line, width = self._line(), QFontMetricsF(self._strong()).horizontalAdvance(words) + 8
        painter.setFont(self._strong())
        x = min(max(0.0, above.x() - width / 2), self.width() - width)
        self._text(painter, QRectF(x, above.y() - line, width, line), words, middle=True)
        painter.setFont(self.level_font(self._level))

    def _color(self, index: int) -> QColor:
        tokens = self.tokens()
        return QColor((tokens.accent, tokens.warn, tokens.text_2, tokens.info)[index % 4])

    def _fill(self, painter: QPainter, box: QRectF, index: int) -> None:
        color = self._color(index)
        painter.setPen(QPen(color, 2))
        painter.setBrush(QBrush(color, _PATTERNS[index % len(_PATTERNS)]))
        painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _text(self, painter: QPainter, box: QRectF, words: str, *, right: bool = False, middle: bool = False) -> None:
        painter.setPen(QColor(self.tokens().text))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if middle else side
        fitting = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), fitting)


def _in_words(figure: Figure) -> str:
    """Say the whole figure, for who cannot see it."""
    parts = [figure.title]
    for series in figure.series:
        values = (
            f"{column} {number_words(value, figure.unit)}"
            for column, value in zip(figure.columns, series.values, strict=False)
        )
        parts.append(f"{series.title}: {', '.join(values)}")
    return ". ".join([*parts, figure.caution])
