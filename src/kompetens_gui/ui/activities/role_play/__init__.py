"""The panels of the kind: a role play led with a clock, observers' sheets typed from paper, and the debrief."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.role_play.leader import RolePlayLeader

    return RolePlayLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.role_play.room import RolePlayRoomPanel

    return RolePlayRoomPanel(parent)
