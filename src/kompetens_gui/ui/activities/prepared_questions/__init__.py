"""The panels of the kind: questions sent in before, with their answers."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.prepared_questions.leader import PreparedQuestionsLeader

    return PreparedQuestionsLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.prepared_questions.room import PreparedQuestionsRoom

    return PreparedQuestionsRoom(parent)
