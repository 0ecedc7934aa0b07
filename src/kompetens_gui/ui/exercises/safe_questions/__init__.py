"""The panel of the kind: a calm drill of choices about asking safely. Nothing is typed, and nothing is kept.

Start in `panel.py`. Where to find support, and the way past, stand beside every step.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.safe_questions.panel import SafeQuestionsPanel

    return SafeQuestionsPanel(parent)
