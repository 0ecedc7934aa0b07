"""The panel of the kind: one precise question to the physician, tied to a field of the certificate.

`panel.py` lays out; the writing itself is in `ui/exercises/parts`.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.supplement.panel import SupplementPanel

    return SupplementPanel(parent)
