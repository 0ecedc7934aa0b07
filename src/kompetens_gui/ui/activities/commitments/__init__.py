"""The panels of the kind: what each will try and when."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.commitments.leader import CommitmentsLeader

    return CommitmentsLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.commitments.room import CommitmentsRoom

    return CommitmentsRoom(parent)
