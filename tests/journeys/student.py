"""A learner at the keyboard: goes from the study home into exercises, through them and out again.

Works on top of `Leader`, by keys alone. What is to be answered comes from `exercise_keys.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.path_progress import PathProgress
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.learning_path import LearningModule, LearningStep
from kompetens_gui.joining import Program
from kompetens_gui.ui.exercises.base import ExercisePanel
from kompetens_gui.ui.progress.area_row import AreaRow
from kompetens_gui.ui.shell.deferred import DeferredPage
from kompetens_gui.ui.study.exercise_page import ExercisePage, Stage
from kompetens_gui.ui.study.page import StudyPage
from tests.journeys.driver import Leader, name_of

FROM_TEXT = "Ctrl+Return"
"""Goes on also where Enter is a line break."""


class Student:
    """Studies in a started program. `told` is called with each attempt that is finished."""

    def __init__(self, leader: Leader, clock: RehearsalClock) -> None:
        self.leader, self.clock = leader, clock

    # -- what there is to read
    @property
    def program(self) -> Program:
        return self.leader.program

    @property
    def page(self) -> StudyPage:
        held = self.leader.start.window.page("study")
        assert isinstance(held, DeferredPage)
        assert isinstance(held.page, StudyPage)
        return held.page

    @property
    def frame(self) -> ExercisePage:
        return self.page.exercise.page

    @property
    def attempt(self) -> Attempt:
        """The exercise that is open, as the services have it."""
        attempt = self.page.exercise.attempt
        assert attempt is not None
        return attempt

    @property
    def panel(self) -> ExercisePanel:
        assert self.frame.panel is not None
        return self.frame.panel

    @property
    def learner(self) -> LearnerProfile:
        learner = self.leader.windows.study.learner.profile
        assert learner is not None
        return learner

    @property
    def progress(self) -> PathProgress:
        return self.program.studying.progress(self.learner.id, self.learner.path)

    @property
    def big(self) -> str:
        """What the big button says, empty when it cannot be pressed."""
        button = self.frame.primary_button
        return button.text() if button.isVisible() and button.isEnabled() else ""

    # -- going about
    def open_page(self) -> None:
        self.leader.go_to("Självstudier", "study")

    def at_home(self) -> None:
        """Wait until the study home is on show."""
        self.leader.wait(lambda: self.page.stack.currentWidget() is self.page.home, "the study home")
        self.leader.settled()

    def open_step(self, title: str) -> None:
        """Go to a step of the module on show and open it."""
        self.leader.tab_to(f"{title}. ")
        self.leader.press("Space")
        self.opened()

    def open(self, module: LearningModule, step: LearningStep) -> None:
        """Open a step of the path: with Enter where it is the next one, else from its module."""
        following = self.progress.next
        if following is not None and following.step.id == step.id:
            self.go_on()
        else:
            self.go_home()
            self.choose_module(module.title)
            self.open_step(step.title)

    def go_home(self) -> None:
        """Leave the result, if one is on show."""
        if self.at_result:
            self.leave()

    def choose_module(self, title: str) -> None:
        """Walk down the modules with the arrows until the one with this title is on show."""
        leader = self.leader
        rows = self.page.home.rail.rows
        if QApplication.focusWidget() not in rows.values():
            leader.tab_to("Modul ")
        leader.press("Home")
        for _ in rows:
            if title in name_of(QApplication.focusWidget()):
                return
            leader.press("Down")
        raise leader.unreachable(f"no module {title!r}")

    def go_on(self) -> None:
        """Press Enter on the home's or the result's next step, and wait until it is open."""
        if self.at_result:
            self.leader.press("Return")
        else:
            self.leader.activate(self.page.home.next.go_button.accessibleName())
        self.opened()

    def opened(self) -> None:
        """Wait until an exercise is open."""
        self.leader.wait(
            lambda: self.page.exercise.attempt is not None and self.frame.stage in {Stage.WORKING, Stage.WARNING},
            "the exercise is open",
        )

    def leave(self) -> None:
        """Leave an exercise, or its result, with Esc."""
        self.leader.press("Esc")
        self.at_home()

    @property
    def at_result(self) -> bool:
        return self.page.stack.currentWidget() is self.frame and self.frame.stage == Stage.RESULT

    def levels_on_show(self) -> dict[str, str]:
        """The words for the level of each area, as they stand on the page Framsteg."""
        rows = self.leader.start.window.page("progress").findChildren(AreaRow)
        return {row.view.id: row.level.text() for row in rows if row.isVisible()}

    @property
    def is_past(self) -> bool:
        """Whether there is nothing more to do in the exercise."""
        return self.frame.stage in {Stage.REFLECTING, Stage.RESULT}

    # -- in an exercise
    def press_big(self, words: str, key: str = "Return", *, then: Callable[[], bool] | None = None) -> None:
        """Press the big button, which must say `words`, and wait until it says another thing (or `then`)."""
        self.leader.wait(lambda: self.big.startswith(words), f"the big button says {words!r}")
        said, panel = self.big, self.frame.panel
        self.leader.press(key)
        self.clock.move(45)
        self.leader.wait(
            then or (lambda: self.big not in {"", said} or self.frame.panel is not panel or self.is_past),
            f"an answer to {words!r}",
        )

    def has_asked(self) -> bool:
        """Whether the exercise waits for something to be chosen or written before the big button can be pressed."""
        return not self.big

    def write(self, text: str) -> None:
        """Type a beginning and paste the rest, as people do with long texts."""
        self.leader.type(text[:12])
        QApplication.clipboard().setText(text[12:])
        self.leader.press("Ctrl+V")

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def finish(self, reflection: str = "") -> None:
        """Go on from a done exercise, past the own words, to the result."""
        self.press_big("Gå vidare", FROM_TEXT)
        self.leader.wait(lambda: self.is_past, "the end of the exercise")
        if self.frame.stage == Stage.REFLECTING:
            if reflection:
                self.write(reflection)
            self.leader.press(FROM_TEXT)
        self.leader.wait(lambda: self.at_result, "the result")
