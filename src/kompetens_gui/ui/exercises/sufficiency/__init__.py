"""The panel of the kind: is the material enough, why, and the cheapest way on; then a panel that disagrees.

`panel.py` asks, `panel_card.py` shows what ten readers answered, `readings_card.py` the case's own readings.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.sufficiency.panel import SufficiencyPanel

    return SufficiencyPanel(parent)
