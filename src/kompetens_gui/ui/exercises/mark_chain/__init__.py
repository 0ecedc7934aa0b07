"""The panel of the kind: a certificate is read and marked alone, linked, and held against three readings.

`panel.py` joins the parts: `work_card.py` to the left, `own_marks.py`, `hit_rates.py` and `fold_out.py` to the right.
`remarks.py` says what a comparison found, without a window; `remark_card.py` shows it one place at a time.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.mark_chain.panel import MarkChainPanel

    return MarkChainPanel(parent)
