"""The film opened in the computer's own player, and the questions to stop at."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.film import (
    LONGEST_TEXT,
    FilmPointCaptured,
    FilmState,
    FilmStopReached,
    stops_of,
    time_words,
)
from kompetens_gui.ui.activities.base import FileToOpen, LeaderPanel, Opening
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.activities.stepping import StepHead
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action


class FilmLeader(LeaderPanel):
    """Starts the film and leads the talk at each stop. Without the film the questions still work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FilmState()
        self._file = ""
        self.head = StepHead(self.tr("Förra stoppet (Alt+←)"), self.tr("Nästa stopp (Alt+→)"))
        self.head.stepped.connect(self._step)
        self.open = Button(self.tr("Öppna filmen"), "secondary", "sm", icon_name="play")
        self.open.clicked.connect(self._open)
        self.head.row.insertWidget(1, self.open)
        self.file = Label("", "small", "muted", wrap=True)
        self.trouble = Label("", "small", "err", wrap=True)
        self.trouble.hide()
        self.question = Heading("", "h2")
        self.points = PointList(self.tr("&Fånga en punkt"), LONGEST_TEXT, ranked=False)
        self.points.written.connect(self._capture)
        self.stops = Label("", "small", "muted", wrap=True)
        self._actions = self._make_actions()
        area, body = side_scroll(self)
        for part in (self.file, self.trouble, self.question):
            body.addWidget(part)
        body.addWidget(self.points)
        body.addWidget(self.stops)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)
        self.begin_at(self.points.new)

    def show_state(self, state: FilmState, context: ActivityContext) -> None:
        """Show the stop at hand and those to come."""
        self._state = state
        settings = context.item.settings
        stops = stops_of(settings)
        self._show_file(str(settings.get("file", "")))
        found = stops[state.stop] if 0 <= state.stop < len(stops) else None
        words = self.tr("Stopp {at} av {all}, vid {time}")
        place = words.format(at=state.stop + 1, all=len(stops), time=time_words(found.seconds)) if found else ""
        self.head.show_place(place or self.tr("Filmen visas"), state.stop + 1, len(stops) + 1)
        self.question.setText(found.question if found else context.item.title)
        self.points.show_points([(p.id, p.text) for p in state.points if p.stop == state.stop])
        self.stops.setText("\n".join(f"{time_words(stop.seconds)}  {stop.question}" for stop in stops))

    def commit_pending(self) -> None:
        self.points.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_file(self, file: str) -> None:
        self._file = file
        self.open.setEnabled(bool(file))
        name = PurePath(file.replace("\\", "/")).name
        told = self.tr("{file} öppnas i datorns egen spelare. Dra den till rummets skärm.").format(file=name)
        self.file.setText(told if file else self.tr("Ingen film är vald. Frågorna går att använda ändå."))

    def _step(self, steps: int) -> None:
        self.points.commit()
        self.proposed.emit(FilmStopReached(self._state.stop + steps))

    @Slot(str, str)
    def _capture(self, point: str, text: str) -> None:
        stop = next((p.stop for p in self._state.points if p.id == point), self._state.stop)
        self.proposed.emit(FilmPointCaptured(point, stop, text))

    def _open(self, _checked: bool = False) -> None:
        if self._file:
            self.open_wanted.emit(FileToOpen(Path(self._file), self._told_how_it_went))

    def _told_how_it_went(self, opening: Opening) -> None:
        missing = self.tr("Filmen finns inte där den låg när träffen planerades. Leta upp den, eller gå vidare.")
        refused = self.tr("Datorn kunde inte öppna filmen. Öppna den i en spelare du har, eller gå vidare.")
        self._tell({Opening.MISSING: missing, Opening.REFUSED: refused}.get(opening, ""))

    def _tell(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra stoppet"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa stopp"), "Alt+Right")
        opened = kind_action(self, self.tr("Öppna filmen"), "Ctrl+Shift+O")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        opened.triggered.connect(self._open)
        return [earlier, later, opened]
