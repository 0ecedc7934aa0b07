"""The panel of the kind: a story answered by five fingers, and another day one's own answers side by side.

Start in `panel.py`. Nothing here is right or wrong, and nobody else's answers are shown.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.twin.panel import TwinPanel

    return TwinPanel(parent)
