"""The panel of the kind: a life lived choice by choice, its way on a map, and two lives side by side.

Start in `panel.py`; `scene.py` says what is on show, as plain Python.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.branching.panel import BranchingPanel

    return BranchingPanel(parent)
