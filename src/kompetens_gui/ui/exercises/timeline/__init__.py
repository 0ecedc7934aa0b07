"""The panel of the kind: a sick-leave period drawn on a line of time, and which ground of assessment applies."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    from kompetens_gui.ui.exercises.timeline.panel import TimelinePanel

    return TimelinePanel(parent)
