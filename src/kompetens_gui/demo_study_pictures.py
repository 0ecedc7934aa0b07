"""Pictures of self-study for the demo: the home, a chain after a comparison, a branching case, progress, a check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kompetens_gui.domain.activities.mark_chain.events import NodesLinked, SpanMarked
from kompetens_gui.domain.branching import offered
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.exercises.branching import WayTaken
from kompetens_gui.domain.exercises.rounds import RoundFinished

if TYPE_CHECKING:
    from kompetens_gui.services.open_attempt import OpenAttempt
    from kompetens_gui.ui.study.page import StudyPage
    from kompetens_gui.windows import Windows

CHAIN_STEP, LIFE_STEP = ("underlaget", "l6"), ("samtalet", "s9")
MARKED, CHOICES = "DFFAA", 3
"""Of which kinds the places are that are marked, and how many choices are made in the branching case."""


@dataclass(frozen=True)
class Stage:
    """What a picture is taken with: `settle` lets all that is under way be shown, `picture(name)` takes it."""

    windows: "Windows"
    settle: Callable[[], object]
    picture: Callable[[str], object]


def take_study_pictures(stage: Stage, learner: str, code: str) -> None:
    """Go through self-study as a learner does; `code` is that of a course certificate, to be checked."""
    windows, settle = stage.windows, stage.settle
    page = _study_page(windows)
    settle()
    profile = next(p for p in windows.program.profiles.all() if p.name == learner)
    page.controller.choose(profile)
    settle()
    stage.picture("sjalvstudier")
    _exercise(stage, page, CHAIN_STEP, _some_marks)
    stage.picture("ovning")
    _exercise(stage, page, LIFE_STEP, _some_choices)
    stage.picture("forgreningsfall")
    page.exercise.leave()
    windows.window.navigate("progress")
    settle()
    stage.picture("framsteg")
    _check(windows, code)
    settle()
    stage.picture("kontrollera")


def _study_page(windows: "Windows") -> "StudyPage":
    from kompetens_gui.ui.shell.deferred import DeferredPage
    from kompetens_gui.ui.study.page import StudyPage

    held = windows.window.navigate("study")
    page = held.page if isinstance(held, DeferredPage) else held
    if not isinstance(page, StudyPage):
        raise TypeError(type(page).__name__)
    return page


def _exercise(
    stage: Stage, page: "StudyPage", step: tuple[str, str], answers: "Callable[[OpenAttempt], Iterator[object]]"
) -> None:
    """Open a step and answer in it."""
    from kompetens_gui.ui.study.exercise_page import Stage as ExerciseStage

    page.open_step(*step)
    stage.settle()
    opened = page.exercise.opened
    if opened is None:
        raise LookupError(step)
    if page.exercise.page.stage == ExerciseStage.WARNING:
        page.exercise.page.warning.begin_button.click()
    for event in answers(opened):
        opened.answer(event).result()
    stage.settle()


def _some_marks(opened: "OpenAttempt") -> Iterator[object]:
    """Mark as the first reader of the case does, but the last as another kind; link, and compare."""
    content: Any = opened.attempt.started.content
    left = list(content.keys[0].spans)
    for number, letter in enumerate(MARKED, 1):
        span = next((s for s in left if s.kind == letter), None)
        if span is None:
            continue
        left.remove(span)
        kind = SpanKind.FUNCTION if number == len(MARKED) else span.kind
        yield SpanMarked(NodeId(f"n{number}"), kind, span.span.field, span.span.quote, span.span.occurrence)
    yield NodesLinked(NodeId("n1"), NodeId("n2"))
    yield RoundFinished()


def _some_choices(opened: "OpenAttempt") -> Iterator[object]:
    content: Any = opened.attempt.started.content
    for _ in range(CHOICES):
        yield WayTaken(offered(content, opened.attempt.state.now)[0].id)


def _check(windows: "Windows", code: str) -> None:
    from kompetens_gui.ui.course_certificates.checking_page import CheckingPage
    from kompetens_gui.ui.shell.deferred import DeferredPage

    held = windows.window.navigate("checking")
    page = held.page if isinstance(held, DeferredPage) else held
    if isinstance(page, CheckingPage):
        page.hand_in.code.setPlainText(code)
        page.hand_in.check.click()
