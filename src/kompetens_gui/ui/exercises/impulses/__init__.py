"""The panel of the kind: read a portion, mark what is a reason to ask, choose the next question, see the reading.

Start in `panel.py`. Only the next question has words for how far it leads; a suspicion is never right or wrong.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.impulses.panel import ImpulsesPanel

    return ImpulsesPanel(parent)
