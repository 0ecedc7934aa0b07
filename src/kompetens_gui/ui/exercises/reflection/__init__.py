"""The panel of the kind: think back in one's own words, beside what one wrote other times.

Start in `panel.py`. Nobody but the learner sees the text.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.reflection.panel import ReflectionPanel

    return ReflectionPanel(parent)
