"""The panel of the kind: somebody else watches a talk and fills in a card on the same machine.

Start in `panel.py`. The observer describes what was seen; it is the talk that is rated, not the person.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.observed.panel import ObservedPanel

    return ObservedPanel(parent)
