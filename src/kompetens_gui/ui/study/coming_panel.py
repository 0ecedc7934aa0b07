"""Stands in for the panel of a kind that this version of the program does not show yet."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.exercises.base import ExercisePanel, exercise_panel
from kompetens_gui.ui.widgets.empty_state import EmptyState


class ComingPanel(ExercisePanel):
    """Says calmly that the exercise is on its way, and asks for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            EmptyState(
                "clock",
                self.tr("Den här övningen kommer"),
                self.tr("Gå vidare med något annat så länge. Inget går förlorat."),
                parent=self,
            )
        )
        column.addStretch(1)


def panel_of(kind: str, parent: QWidget) -> ExercisePanel:
    """Make the panel of a kind, or say that it is on its way."""
    try:
        return exercise_panel(kind, parent)
    except ModuleNotFoundError as error:
        if error.name != f"kompetens_gui.ui.exercises.{kind}":
            raise
        return ComingPanel(parent)
