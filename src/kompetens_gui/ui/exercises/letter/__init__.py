"""The panel of the kind: a heavy letter is written anew, with its readers, its facts and how hard it is to read.

`panel.py` lays out; what follows the writing key by key is in `widgets/reading_measure.py`.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.letter.panel import LetterPanel

    return LetterPanel(parent)
