"""The panel of the kind: a certificate is read and marked alone, linked, and held against three readings.

`panel.py` joins the parts. `remarks.py` says what a comparison found, without a window; `remark_card.py` shows it one
place at a time; `side_column.py` is the right column.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.mark_chain.panel import MarkChainPanel

    return MarkChainPanel(parent)
