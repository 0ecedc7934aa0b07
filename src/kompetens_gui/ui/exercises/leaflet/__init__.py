"""The panel of the kind: the leaflet that goes with a sick leave, written section by section.

`panel.py` lays out; `widgets/gentle_words.py` points out words that close a talk while they are being written.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.leaflet.panel import LeafletPanel

    return LeafletPanel(parent)
