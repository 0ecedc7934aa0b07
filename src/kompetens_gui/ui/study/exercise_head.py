"""What stands around an exercise: where it belongs, whether to warn first, where to find support."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.errors import KompetensError
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningPath, StepKind
from kompetens_gui.domain.study.safe_questions import Helpline, SafeQuestionsDrill
from kompetens_gui.services.study_ports import StudyLibrary
from kompetens_gui.ui.study.words import kind_word

translate = QCoreApplication.translate
VIOLENCE = "K08"
"""The competence area whose exercises can be closed in a moment and always show where to find support."""


@dataclass(frozen=True)
class ExerciseHead:
    """`warning` is shown before anything else, `skip` says what passing by means. `about_violence`: can be closed in a
    moment, with `helplines` always in view.
    """

    title: str
    line: str
    kind: str
    warning: str = ""
    skip: str = ""
    about_violence: bool = False
    helplines: tuple[Helpline, ...] = ()


def exercise_head(attempt: Attempt, path: LearningPath | None, library: StudyLibrary) -> ExerciseHead:
    """Return the head of an attempt. Reads content, so call it in the background."""
    started = attempt.started
    module = path.module(started.module) if path is not None else None
    areas = {*started.areas, *(module.competence_areas if module is not None else ())}
    violent = started.kind == StepKind.SAFE_QUESTIONS or VIOLENCE in areas
    title = started.title or kind_word(started.kind)
    kind = kind_word(started.kind)
    where = translate("Study", "Fri övning") if module is None else module.title
    warning = warning_of(started.content)
    if violent and not warning and VIOLENCE in started.areas:
        warning = translate(
            "Study", "Några av frågorna handlar om våld i nära relation. Inget våld beskrivs. Avbryt när du vill."
        )
    return ExerciseHead(
        title,
        f"{where}. {kind}" if kind.endswith("?") else f"{where}. {kind}.",
        started.kind,
        warning,
        skip_of(started.content),
        violent,
        helplines_of(started.content, library) if violent else (),
    )


def warning_of(content: Any) -> str:  # noqa: ANN401 (every kind has content of its own)
    """Return the content's own warning, empty when it needs none."""
    for holder in _holders(content):
        found = str(getattr(holder, "content_warning", "") or "")
        if found:
            return " ".join(found.split())
    return ""


def skip_of(content: Any) -> str:  # noqa: ANN401 (every kind has content of its own)
    """Say what passing by means for this content."""
    own = str(getattr(content, "skip", "") or "")
    return " ".join(own.split()) or translate(
        "Study", "Du kan hoppa över utan att förklara. Delen finns kvar om du vill göra den en annan dag."
    )


def helplines_of(content: Any, library: StudyLibrary) -> tuple[Helpline, ...]:  # noqa: ANN401 (as above)
    """Return the helplines: the content's own, else those of the first drill that has some."""
    if isinstance(content, SafeQuestionsDrill):
        return content.helplines
    for drill_id in library.ids(StudyContentKind.SAFE_QUESTIONS):
        try:
            drill = library.content(StudyContentKind.SAFE_QUESTIONS, drill_id)
        except KompetensError:
            continue
        if isinstance(drill, SafeQuestionsDrill) and drill.helplines:
            return drill.helplines
    return ()


def _holders(content: Any) -> list[Any]:  # noqa: ANN401 (as above)
    """Return where a warning may stand: the content, its head, the reading, the case, or the first of several rows."""
    rows = getattr(content, "rows", ())
    candidates = [content, getattr(content, "reading", None), getattr(content, "case", None), *rows[:1]]
    heads = [getattr(candidate, "head", None) for candidate in candidates]
    return [each for each in (*candidates, *heads) if each is not None]
