"""Makes the exercise that comes next ready while somebody reads how the last one went.

Nothing of it is on disk before it is begun, and nothing is left of it when something else is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.ui.exercises.base import ExercisePanel, modules_of
from kompetens_gui.ui.study.coming_panel import panel_of
from kompetens_gui.ui.study.exercise_page import ExercisePage
from kompetens_gui.ui.study.opening import Opening, prepared_opening
from kompetens_gui.ui.study.parts import StudyParts, StudyServices
from kompetens_gui.ui.turns import Piece, Turns
from kompetens_gui.ui.widgets.preparing import preparing


@dataclass(frozen=True)
class Ready:
    """What can be begun at once; `panel` shows the attempt already, None when there was no time to make it."""

    opening: Opening
    panel: ExercisePanel | None


class Ahead(QObject):
    """Holds at most one exercise ready, for one learner and one step."""

    def __init__(self, page: ExercisePage, parts: StudyParts, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._parts = page, parts
        self._turns = Turns(self)
        self._opening: Opening | None = None
        self._panel: ExercisePanel | None = None
        self._shown = False
        self._asked = 0

    @property
    def is_ready(self) -> bool:
        """Whether an exercise can be shown at once, panel and all."""
        return self._shown

    def prepare(self, services: StudyServices, learner: LearnerProfile, module: str, step: str) -> None:
        """Begin to make a step ready; what was held before is let go of."""
        self.forget()
        self._parts.tasks.run(
            partial(prepared_opening, services, learner, module, step),
            then=partial(self._take_in, self._asked, learner),
            owner=self,
            failed=_passed_over,
        )

    def take(self, learner: LearnerProfile, module: str, step: str) -> Ready | None:
        """Hand over what is ready, None when it is something else; nothing is held after this."""
        opening = self._opening
        if opening is None:
            return None
        started = opening.opened.attempt.started
        if (started.learner, started.path, started.module, started.step) != (learner.id, learner.path, module, step):
            self.forget()
            return None
        panel = self._panel if self._shown else None
        if panel is not None:
            self._panel = None
        self.forget()
        return Ready(opening, panel)

    def forget(self) -> None:
        """Let go of what is held."""
        self._asked += 1
        self._turns.forget()
        if self._panel is not None:
            self._panel.deleteLater()
        self._opening = self._panel = None
        self._shown = False

    def _take_in(self, asked: int, learner: LearnerProfile, opening: Opening | None) -> None:
        if asked == self._asked and opening is not None:
            self._opening = opening
            self._turns.add(self._making(opening, learner))

    def _making(self, opening: Opening, learner: LearnerProfile) -> Iterator[Piece]:
        attempt = opening.opened.attempt
        for name in modules_of(attempt.started.kind):
            yield partial(import_module, name)
        yield partial(self._make, attempt.started.kind)
        panel = self._panel
        if panel is None:
            return
        yield partial(panel.show_people, learner, opening.supervisors)
        yield partial(panel.show_attempt, attempt)
        self._shown = True
        yield from preparing(panel, self._page.room_for_panel())

    def _make(self, kind: str) -> None:
        self._panel = panel_of(kind, self._page.area_content)


def _passed_over(_error: Exception) -> None:
    """What cannot be opened says so when somebody opens it."""
