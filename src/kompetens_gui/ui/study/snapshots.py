"""What the study home needs, read in one go in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.errors import KompetensError
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningPath, LearningStep, StepKind
from kompetens_gui.services.evidence_words import exercise_words
from kompetens_gui.services.learning_ports import UnfinishedAttempt
from kompetens_gui.services.study_ports import StudyLibrary
from kompetens_gui.ui.study.parts import StudyServices
from kompetens_gui.ui.study.view_state import HomeView, home_view

translate = QCoreApplication.translate


@dataclass(frozen=True)
class HomeSnapshot:
    """`view` is None when the learner has chosen no path, or one that is no longer there."""

    learner: LearnerProfile
    view: HomeView | None
    unfinished: Sequence[UnfinishedAttempt]
    paths: Sequence[LearningPath]


def read_home(services: StudyServices, learner: LearnerId) -> HomeSnapshot:
    """Read where a learner stands."""
    _know_the_words()
    profile = services.profiles.get(learner)
    paths = services.studying.paths()
    unfinished = services.studying.unfinished(learner)
    if not any(path.id == profile.path for path in paths):
        return HomeSnapshot(profile, None, unfinished, paths)
    progress = services.studying.progress(learner, profile.path)
    day = services.repetition.today(learner)
    view = home_view(profile, progress, unfinished, day, {})
    if view.next is not None:
        module = progress.module(view.next.module)
        step = next((s.step for s in module.steps if s.step.id == view.next.step), None) if module else None
        if step is not None:
            about = {f"{view.next.module}/{view.next.step}": about_step(step, services.library)}
            view = home_view(profile, progress, unfinished, day, about)
    return HomeSnapshot(profile, view, unfinished, paths)


@cache
def _know_the_words() -> None:
    """Meet every kind once here: its words stand in its own room, and who draws them is not to wait for that."""
    for kind in StepKind:
        exercise_words(kind.value)


def about_step(step: LearningStep, library: StudyLibrary) -> str:
    """Say in a sentence what a step is for; empty when that is not known."""
    if step.kind == StepKind.QUESTIONS:
        return translate("Study", "Frågor på det du har läst, med svar och källa direkt.")
    if step.kind == StepKind.MARK_CHAIN:
        return translate("Study", "Läs ett intyg och markera diagnos, funktionsnedsättning och aktivitetsbegränsning.")
    try:
        kind = StudyContentKind(step.kind.value)
        goals = library.content(kind, step.ref).head.learning_goals
    except (ValueError, KompetensError):
        return ""
    return goals[0] if goals else ""
