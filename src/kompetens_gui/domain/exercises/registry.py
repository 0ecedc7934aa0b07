"""Exercise kinds by name. The list of them is `StepKind`: adding a kind means adding its room and one line there."""

from functools import cache
from importlib import import_module
from typing import Any

from kompetens_gui.domain.errors import UnknownExerciseKind
from kompetens_gui.domain.exercises.base import ExerciseKind
from kompetens_gui.domain.study.learning_path import StepKind

EXERCISE_KINDS: tuple[str, ...] = tuple(kind.value for kind in StepKind)


@cache
def exercise_kind(name: str) -> ExerciseKind[Any, Any]:
    """Return the rules of a kind; its module is imported when it is first asked for."""
    if name not in EXERCISE_KINDS:
        raise UnknownExerciseKind(name)
    kind: ExerciseKind[Any, Any] = import_module(f"kompetens_gui.domain.exercises.{name}").KIND
    return kind
