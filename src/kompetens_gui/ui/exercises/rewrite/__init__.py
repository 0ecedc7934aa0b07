"""The panel of the kind: a weak line of a certificate is worded anew, before and after side by side.

`panel.py` lays out; the writing itself is in `ui/exercises/parts`.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.rewrite.panel import RewritePanel

    return RewritePanel(parent)
