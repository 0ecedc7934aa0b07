"""The panel of the kind: a round of knowledge questions, one at a time, with feedback on every answer."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.questions.panel import QuestionsPanel

    return QuestionsPanel(parent)
