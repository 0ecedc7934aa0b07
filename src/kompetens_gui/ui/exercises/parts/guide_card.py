"""The guide that was hidden: observable points that the learner holds the own text against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.exercises.parts.answer_buttons import AnswerButtons
from kompetens_gui.ui.exercises.parts.waiting_note import WaitingNote
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when

_BESIDE = 520
_MOST_POINTS = 7
_YES, _NOT_YET = "yes", "not_yet"


class PointRow(QWidget):
    """One point with "Ja" and "Inte än"; neither is chosen from the start. `assessed(met)` when a person chooses.

    A hair line stands above it.
    """

    assessed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = Label("", "dense", wrap=True, parent=self)
        self.answers = AnswerButtons("", [(_YES, self.tr("Ja")), (_NOT_YET, self.tr("Inte än"))], self)
        self.yes, self.not_yet = self.answers.buttons[_YES], self.answers.buttons[_NOT_YET]
        self.answers.chosen.connect(self._tell)
        self._way = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._way.setContentsMargins(0, 11, 0, 10)
        self._way.setSpacing(6)
        self._way.addWidget(self.point, 1)
        self._way.addWidget(self.answers)

    def show_point(self, point: str) -> None:
        """Show which point it is."""
        self.point.setText(point)
        self.answers.set_about(point)

    def show_met(self, met: bool | None) -> None:
        """Show what was chosen, None for nothing yet."""
        self.answers.set_current({True: _YES, False: _NOT_YET, None: ""}[met])

    def is_assessed(self) -> bool:
        return bool(self.answers.current())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.color("border", self))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE, self)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._way.direction() != way:
            self._way.setDirection(way)

    @Slot(str)
    def _tell(self, answer: str) -> None:
        self.assessed.emit(answer == _YES)


class GuideCard(Card):
    """Says that the guide waits, until there are points. `assessed(point, met)` is sent when a person has chosen.

    Rows are used again for other points, and can be made before there are any.
    """

    assessed = Signal(int, bool)

    def __init__(self, title: str, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.body.setSpacing(12)
        self._points: tuple[str, ...] = ()
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        self.waiting = WaitingNote(waiting, self)
        self.add(self.waiting)
        how = self.tr("Läs din text en gång till och svara för varje punkt.")
        self.how = Label(how, "small", "muted", wrap=True, parent=self)
        self.add(self.how)
        show_when(self.how, False)
        self.rows: list[PointRow] = []
        self._made: list[PointRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)

    def making_rows(self) -> Iterator[Callable[[], object]]:
        """Make as many rows as a guide has at most, unseen and without words, a piece at a time."""
        while len(self._made) < _MOST_POINTS:
            yield self._make_row

    def show_points(self, points: tuple[str, ...], assessed: Mapping[int, bool]) -> None:
        """Show the points and how they have been assessed; rows that are there stay, with their focus."""
        if points != self._points:
            self._points = points
            while len(self._made) < len(points):
                self._make_row()
            self.rows = self._made[: len(points)]
            for row, point in zip(self.rows, points, strict=True):
                row.show_point(point)
        for place, row in enumerate(self._made):
            row.show_met(assessed.get(place) if place < len(points) else None)
            show_when(row, place < len(points))
        met = sum(assessed.get(place, False) for place in range(len(points)))
        self.count.setText(self.tr("{met} av {count}").format(met=met, count=len(points)) if points else "")
        show_when(self.waiting, not points)
        show_when(self.how, bool(points))

    def first_open(self) -> QWidget | None:
        """Return the first button of the first point that is not assessed."""
        row = next((r for r in self.rows if not r.is_assessed()), None)
        return row.yes if row is not None else None

    def _make_row(self) -> None:
        row = PointRow(self)
        show_when(row, False)
        row.assessed.connect(partial(self._tell, len(self._made)))
        self._made.append(row)
        self._list.addWidget(row)

    @Slot()
    def _tell(self, place: int, met: bool) -> None:
        self.assessed.emit(place, met)
