"""One track as a bar: what was kept, what was won or lost, and where it stands now; always with words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.study.branching_case import HIGHEST, Track
from kompetens_gui.ui.widgets.branching_words import TRACK_ICONS, change_word, track_name
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import PaintedWidget, show_when
from kompetens_gui.ui.widgets.tags import Status, StatusText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BAR: Final = 12
_OVER: Final = 5
_HATCH: Final = 4.0


@dataclass(frozen=True)
class TrackShown:
    """One track before and now, and why it moved."""

    track: Track
    before: int
    now: int
    why: str = ""


def paint_part(painter: QPainter, box: QRectF, look: str, color: QColor) -> None:
    """Fill a part of a bar: `look` is "full" or "hatched"."""
    shape = QPainterPath()
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
    if look == "full":
        painter.fillPath(shape, QBrush(color))
        return
    painter.save()
    painter.setClipPath(shape)
    painter.setPen(QPen(color, 1.4))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(round(x), round(box.bottom()), round(x + box.height()), round(box.top()))
        x += _HATCH
    painter.restore()
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)


class TrackBar(PaintedWidget):
    """The bar alone: kept, won, lost and now. `thick` is its height in unscaled pixels."""

    def __init__(self, parent: QWidget | None = None, *, thick: int = _BAR) -> None:
        super().__init__(parent)
        self._before = self._now = 0
        self._thick = thick
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, before: int, now: int) -> None:
        self._before, self._now = before, now
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(self._thick) + 2 * _OVER)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, _OVER, self.width(), self.height() - 2 * _OVER)
        paint_part(painter, track, "full", QColor(tokens.surface_3))
        kept, now, most = min(self._before, self._now), self._now, max(self._before, self._now)
        if kept:
            paint_part(painter, self._part(track, 0, kept), "full", QColor(tokens.scale[2]))
        if most > kept:
            won = now > self._before
            part = self._part(track, kept, most)
            paint_part(painter, part, "full" if won else "hatched", QColor(tokens.accent if won else tokens.err))
        x = min(self.width() - 1.5, max(1.5, track.width() * now / HIGHEST))
        painter.setPen(QPen(QColor(tokens.text), 2.5))
        painter.drawLine(round(x), 0, round(x), self.height())
        painter.end()

    def _part(self, track: QRectF, low: int, high: int) -> QRectF:
        left = track.left() + track.width() * low / HIGHEST
        return QRectF(left, track.top(), track.width() * (high - low) / HIGHEST, track.height())


class TrackMeter(QWidget):
    """A track's name, how it moved in words, its bar, and one sentence."""

    def __init__(self, track: Track, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label(track_name(track), "body-strong", parent=self)
        self.change = StatusText("", "info", parent=self)
        self.bar = TrackBar(self)
        self.why = Label("", "small", "muted", wrap=True, parent=self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Icon(TRACK_ICONS[track], 20, "text_2", parent=self))
        head.addWidget(self.name, 1)
        head.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.why)

    def show_track(self, shown: TrackShown, *, compared: bool) -> None:
        """Show where the track stands; `compared` says how it moved, also when it did not."""
        self.bar.show_levels(shown.before, shown.now)
        word, status, icon_name = change_look(shown)
        self.change.set_status(word, status, icon_name)
        show_when(self.change, compared)
        self.why.setText(shown.why)
        show_when(self.why, bool(shown.why))
        name = track_name(shown.track)
        level = self.tr("Nivå {now} av {most}.").format(now=shown.now, most=HIGHEST)
        said = f"{name}: {word}. {level} {shown.why}" if compared else f"{name}. {level}"
        self.bar.setAccessibleName(said.strip())


def change_look(shown: TrackShown) -> tuple[str, Status, str]:
    """Return word, tone and icon of a movement."""
    word = change_word(shown.before, shown.now)
    if shown.now == shown.before:
        return word, "neutral", "minus"
    return (word, "ok", "arrow-up") if shown.now > shown.before else (word, "warn", "arrow-down")
