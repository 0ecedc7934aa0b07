"""An exercise as it is opened, with what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.ui.study.exercise_head import ExerciseHead, exercise_head
from kompetens_gui.ui.study.parts import StudyServices

Opener = Callable[[StudyServices], OpenAttempt]


@dataclass(frozen=True)
class Opening:
    """What a page needs to show an exercise."""

    opened: OpenAttempt
    head: ExerciseHead
    supervisors: Sequence[LearnerProfile]


def opening(services: StudyServices, opener: Opener) -> Opening:
    """Open an exercise with what stands around it; in the background."""
    return _around(services, opener(services))


def prepared_opening(services: StudyServices, learner: LearnerProfile, module: str, step: str) -> Opening | None:
    """Make a step of the learner's path ready, without a trace; in the background. None when it is begun or locked."""
    prepared = services.studying.prepare_step(learner.id, learner.path, module, step)
    return _around(services, prepared) if prepared is not None else None


def _around(services: StudyServices, opened: OpenAttempt) -> Opening:
    started = opened.attempt.started
    path = services.studying.path(started.path) if started.path else None
    return Opening(opened, exercise_head(opened.attempt, path, services.library), services.profiles.supervisors())
