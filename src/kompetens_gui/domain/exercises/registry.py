"""The one list of exercise kinds. Adding a kind means adding its room and one line here."""

from functools import cache
from importlib import import_module
from typing import Any

from kompetens_gui.domain.errors import UnknownExerciseKind
from kompetens_gui.domain.exercises.base import ExerciseKind

EXERCISE_KINDS: tuple[str, ...] = (
    "reading",
    "questions",
    "mark_chain",
    "sufficiency",
    "rewrite",
    "supplement",
    "timeline",
    "branching",
    "impulses",
    "letter",
    "employer_plan",
    "twin",
    "leaflet",
    "safe_questions",
    "reflection",
    "observed",
    "sign_off",
)


@cache
def exercise_kind(name: str) -> ExerciseKind[Any, Any]:
    """Return the rules of a kind; its module is imported when it is first asked for."""
    if name not in EXERCISE_KINDS:
        raise UnknownExerciseKind(name)
    kind: ExerciseKind[Any, Any] = import_module(f"kompetens_gui.domain.exercises.{name}").KIND
    return kind
