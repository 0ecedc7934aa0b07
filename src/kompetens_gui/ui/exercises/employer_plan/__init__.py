"""The panel of the kind: an employer's plan is read against seven checkpoints, then comes what to do and to say.

`paper.py` is what is read, `checkpoint_list.py` the seven verdicts; `panel.py` joins them with choice and sentence.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.employer_plan.panel import EmployerPlanPanel

    return EmployerPlanPanel(parent)
