"""The panel of the kind: tell what has been tried, hand over the computer, and let somebody else put a name to it.

Start in `panel.py`. Who signs proves it with a profile's PIN, or gives name and profession.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.sign_off.panel import SignOffPanel

    return SignOffPanel(parent)
