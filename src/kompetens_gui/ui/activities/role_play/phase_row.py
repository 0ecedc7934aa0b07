"""The row of phases: done with a tick, the running one with its large clock, and those to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import Phase
from kompetens_gui.ui.activities.role_play.words import clock_said, clock_words, minutes_words, seconds_left
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM

TICK_MS = 250
HEIGHT, LOW, GAP, SIDE = 72, 52, 4, 14


class Face(NamedTuple):
    """What a box shows."""

    title: str
    under: str
    status: str = "coming"
    clock: str = ""
    late: bool = False


class PhaseBox(QAbstractButton):
    """One phase; pressing it goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = Face("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)

    def show_face(self, face: Face, said: str) -> None:
        if face != self.face:
            self.face = face
            self.setText(face.title)
            self.setAccessibleName(said)
            self.setToolTip(said)
            self.setCursor(
                Qt.CursorShape.ArrowCursor if face.status == "current" else Qt.CursorShape.PointingHandCursor
            )
            self.update()

    def natural_width(self) -> int:
        """Return the width at which nothing is cut."""
        wide = QFontMetrics(theme.font("dense-strong", self)).horizontalAdvance(self.face.title)
        under = QFontMetrics(theme.font("small", self)).horizontalAdvance(self.face.under)
        width = max(wide, under) + 2 * theme.px(SIDE, self)
        if self.face.clock:
            width += QFontMetrics(theme.font("clock-small", self)).horizontalAdvance("+00:00")
        return width + (theme.px(26, self) if self.face.status == "done" else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), theme.px(HEIGHT, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        status = self.face.status
        ground, edge, ink, soft = {
            "current": ("accent", "accent", "on_accent", "on_accent"),
            "done": ("surface_2", "border", "text_2", "text_2"),
        }.get(status, ("surface", "border", "text", "text_2"))
        if self.underMouse() and status != "current":
            ground = "accent_tint"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge, self), 1))
        painter.setBrush(theme.color(ground, self))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_MEDIUM, RADIUS_MEDIUM)
        side = theme.px(SIDE, self)
        room = self.rect().adjusted(side, 0, -side, 0)
        if status == "done":
            tick = theme.px(18, self)
            paint_icon(
                painter,
                "check-bold",
                QRectF(room.x(), room.center().y() - tick / 2, tick, tick),
                theme.color("ok", self),
            )
            room.setLeft(room.left() + theme.px(26, self))
        if self.face.clock:
            painter.setPen(theme.color(ink, self))
            painter.setFont(theme.font("clock-small", self))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.face.clock)
            clock = QFontMetrics(theme.font("clock-small", self)).horizontalAdvance(self.face.clock)
            room.setRight(room.right() - clock - theme.px(8, self))
        self._paint_words(painter, room, ink, soft)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRect, ink: str, soft: str) -> None:
        title, small = theme.font("dense-strong", self), theme.font("small", self)
        high, low = theme.line_height("dense-strong", self), theme.line_height("small", self)
        top = room.center().y() - (high + low) // 2
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for font, height, words, color in ((title, high, self.face.title, ink), (small, low, self.face.under, soft)):
            painter.setFont(font)
            painter.setPen(theme.color(color, self))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.x(), top, room.width(), height), flags, cut)
            top += height

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()


class PhaseRow(QWidget):
    """All phases beside each other; where they do not fit, the running one has a row of its own.

    `phase_wanted(int)` is sent when another phase is pressed.
    """

    phase_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[PhaseBox] = []
        self._phases: Sequence[Phase] = ()
        self._state = RolePlayState()
        self._two_rows = False
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Faser"))

    def show_state(self, phases: Sequence[Phase], state: RolePlayState) -> None:
        """Show where the play is; the clock goes on by itself."""
        moved = phases != self._phases or state.phase != self._state.phase or state.has_begun != self._state.has_begun
        self._phases, self._state = phases, state
        while len(self.boxes) < len(phases):
            box = PhaseBox(self)
            box.clicked.connect(partial(self._pressed, len(self.boxes)))
            self.boxes.append(box)
        for index, box in enumerate(self.boxes):
            box.setVisible(index < len(phases))
        self._show()
        if moved:
            self._arrange()
        if state.since is not None:
            self._tick.start()
        else:
            self._tick.stop()

    def seconds_left(self) -> int:
        """Return what is left of the running phase."""
        if not self._phases:
            return 0
        return seconds_left(self._phases[self._state.phase].minutes, self._state.used, self._state.since)

    def sizeHint(self) -> QSize:
        height = theme.px(HEIGHT, self)
        return QSize(theme.px(400, self), height + (theme.px(LOW, self) + GAP if self._two_rows else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "boxes"):
            self._arrange()

    @Slot()
    def _show(self) -> None:
        for index, (phase, box) in enumerate(zip(self._phases, self.boxes, strict=False)):
            face = self._face(index, phase)
            words = [face.title, face.under]
            if face.clock:
                words.append(clock_said(self.seconds_left()))
            elif face.status == "done":
                words.append(self.tr("klar"))
            box.show_face(face, ", ".join(words))

    def _face(self, index: int, phase: Phase) -> Face:
        state, minutes = self._state, minutes_words(phase.minutes)
        if not state.has_begun or index > state.phase:
            return Face(phase.title, minutes)
        if index < state.phase:
            return Face(phase.title, minutes, "done")
        left = self.seconds_left()
        if state.frozen:
            under = self.tr("Fryst")
        elif left < 0:
            under = self.tr("Över tiden")
        else:
            ends = datetime.now().astimezone() + timedelta(seconds=left)
            under = self.tr("{minutes}, slutar {clock}").format(minutes=minutes, clock=f"{ends:%H.%M}")
        return Face(phase.title, under, "current", clock_words(left), left < 0)

    def _arrange(self) -> None:
        shown = self.boxes[: len(self._phases)]
        if not shown:
            return
        least = [box.natural_width() for box in shown]
        two_rows = sum(least) + GAP * (len(shown) - 1) > self.width() and len(shown) > 1
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self.updateGeometry()
        high = theme.px(HEIGHT, self)
        if not two_rows:
            self._place(shown, least, 0, high)
            return
        current = min(self._state.phase, len(shown) - 1)
        shown[current].setGeometry(0, 0, self.width(), high)
        rest = [(box, width) for index, (box, width) in enumerate(zip(shown, least, strict=True)) if index != current]
        self._place([box for box, _ in rest], [width for _, width in rest], high + GAP, theme.px(LOW, self))

    def _place(self, boxes: Sequence[PhaseBox], least: Sequence[int], top: int, height: int) -> None:
        """Give each its least width and share what is over by minutes; cut the widest where there is too little."""
        room = self.width() - GAP * (len(boxes) - 1)
        least = levelled(least, room)
        over = room - sum(least)
        minutes = [self._phases[self.boxes.index(box)].minutes for box in boxes]
        x = 0
        for index, box in enumerate(boxes):
            share = over * minutes[index] / max(1, sum(minutes)) if over > 0 else 0
            width = round(least[index] + share)
            if index == len(boxes) - 1:
                width = self.width() - x
            box.setGeometry(x, top, width, height)
            x += width + GAP

    def _pressed(self, index: int, _checked: bool = False) -> None:
        if index != self._state.phase or not self._state.has_begun:
            self.phase_wanted.emit(index)


def levelled(widths: Sequence[int], room: int) -> list[int]:
    """Cut the widest to one width, so that together they take no more than `room`; the narrow ones stay whole."""
    left, most = room, max(widths, default=0)
    for number, width in enumerate(sorted(widths)):
        share = left // (len(widths) - number)
        if width > share:
            most = max(0, share)
            break
        left -= width
    return [min(width, most) for width in widths]
