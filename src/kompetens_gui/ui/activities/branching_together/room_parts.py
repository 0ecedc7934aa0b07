"""What the room's sides are built from, as large as the back row needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.events import CountBy
from kompetens_gui.domain.activities.branching_together.room import VoteSeen
from kompetens_gui.domain.activities.branching_together.story import Against, ChoiceShown, TrackMoved
from kompetens_gui.domain.branching_way import Stop
from kompetens_gui.domain.study.branching_case import HIGHEST, Track
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.widgets.branching_words import TRACK_ICONS, day_name, track_name
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_rounded, show_when
from kompetens_gui.ui.widgets.track_meter import TrackBar, TrackShown, change_look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_STRIP: Final = 92
_MOST_BETWEEN: Final = 260


class VoteLine(PaintedWidget):
    """A bar with the number at its end; a line where it ended before the talk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: int | None = None
        self._last, self._most = 0, 1
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_votes(self, seen: VoteSeen, most: int, by: CountBy) -> None:
        self._first, self._last, self._most = seen.first, seen.last, max(1, most)
        self._words = self._votes(seen.last, by)
        if seen.first is not None:
            words = self.tr("{last} (före samtalet: {first})")
            self._words = words.format(last=self._words, first=seen.first)
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(300), self.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.level_font("meta")
        words = self.text_width(self._words, font) + self.px(16)
        room = max(1.0, float(self.width() - words))
        thick = self.px(18)
        top = (self.height() - thick) / 2
        if self._first:
            painter.setPen(QPen(QColor(tokens.border_strong), self.px(3)))
            x = room * self._first / self._most
            painter.drawLine(QLineF(x, top - self.px(8), x, top + thick + self.px(8)))
        width = room * self._last / self._most
        if self._last:
            fill_rounded(painter, QRectF(0, top, width, thick), QColor(tokens.accent), thick / 4)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font)
        end = max(width, room * (self._first or 0) / self._most)
        at = QRectF(end + self.px(16) if end else 0, 0, words, self.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
        painter.end()

    def _votes(self, count: int, by: CountBy) -> str:
        if by == CountBy.HANDS:
            return self.tr("1 hand") if count == 1 else self.tr("{count} händer").format(count=count)
        return self.tr("1 grupp") if count == 1 else self.tr("{count} grupper").format(count=count)


class RoomChoice(QFrame):
    """A choice by its number, with its votes once they are shown."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.number = Label(str(number), "h1", "accent", parent=self)
        self.words = FittedText("body-strong", "meta", parent=self)
        self.detail = Label("", "meta", "muted", wrap=True, parent=self)
        self.votes = VoteLine(self)
        self.row = QHBoxLayout(self)
        self.column = QVBoxLayout()
        self.column.addWidget(self.words, 1)
        self.column.addWidget(self.detail)
        self.column.addWidget(self.votes)
        self.row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addLayout(self.column, 1)

    def show_choice(self, choice: ChoiceShown, seen: VoteSeen | None, most: int, by: CountBy) -> None:
        self.words.set_text(choice.text)
        self.detail.setText(choice.detail)
        show_when(self.detail, bool(choice.detail) and seen is None)
        self.setAccessibleName(f"{self.number.text()}. {choice.text}")
        show_when(self.votes, seen is not None)
        if seen is not None:
            self.votes.show_votes(seen, most, by)


class RoomTrack(QFrame):
    """A track: its name, how it moved in a word and an arrow, its bar, and why."""

    def __init__(self, track: Track, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = Icon(TRACK_ICONS[track], 40, "text_2", parent=self)
        self.name = Label(track_name(track), "h3", parent=self)
        self.arrow = Icon("minus", 36, "text_2", parent=self)
        self.change = Label("", "h3", parent=self)
        self.bar = TrackBar(self, thick=28)
        self.why = FittedText("small", "meta", "text_2", parent=self)
        self.head = QHBoxLayout()
        for part, stretch in ((self.icon, 0), (self.name, 1), (self.arrow, 0), (self.change, 0)):
            self.head.addWidget(part, stretch)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.head)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.why, 1)

    def show_track(self, moved: TrackMoved, against: Against) -> None:
        shown = TrackShown(moved.track, moved.before, moved.now, moved.why)
        word, status, icon_name = change_look(shown)
        compared = against != Against.NOTHING
        self.change.setText(word if compared else "")
        self.change.set_tone("muted" if status == "neutral" else "ok" if status == "ok" else "warn")
        ink = {"ok": "ok", "warn": "warn"}.get(status, "text_2")
        self.arrow.set_icon(icon_name, ink)
        show_when(self.arrow, compared)
        self.bar.show_levels(moved.before, moved.now)
        self.why.set_text(moved.why)
        name = track_name(moved.track)
        level = self.tr("Nivå {now} av {most}.").format(now=moved.now, most=HIGHEST)
        self.bar.setAccessibleName(f"{name}: {word}. {level}" if compared else f"{name}. {level}")


class WayStrip(PaintedWidget):
    """The days that were lived, from the left; the ring is where the room stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_way(self, stops: tuple[Stop, ...]) -> None:
        if stops != self._stops:
            self._stops = stops
            self.setAccessibleName(self.tr("Er väg: {days}").format(days="; ".join(self._day(s) for s in stops)))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(600), self.px(_STRIP))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.px(_STRIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._stops:
            return
        painter, tokens = QPainter(self), self.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, surface = QColor(tokens.accent), QColor(tokens.surface)
        font = self.level_font("meta")
        half = self.text_width(self._day(self._stops[-1]), font) / 2 + self.px(12)
        between = (self.width() - 2 * half) / max(1, len(self._stops) - 1)
        between = min(between, self.px(_MOST_BETWEEN))
        y = self.px(24)
        at = [QPointF(half + between * number, y) for number in range(len(self._stops))]
        painter.setPen(QPen(accent, self.px(6)))
        painter.drawLine(at[0], at[-1])
        painter.setFont(font)
        for stop, point in zip(self._stops, at, strict=True):
            painter.setPen(QPen(accent, self.px(6)))
            painter.setBrush(surface if stop.is_now or stop.is_ahead else accent)
            radius = self.px(18 if stop.is_now else 12)
            painter.drawEllipse(point, radius, radius)
            painter.setPen(QColor(tokens.text if stop.is_now else tokens.text_2))
            room = QRectF(point.x() - half, y + self.px(26), 2 * half, self.px(40))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._day(stop))
        painter.end()

    def _day(self, stop: Stop) -> str:
        return self.tr("Dag {day}, nu").format(day=stop.day) if stop.is_now else day_name(stop.day)
