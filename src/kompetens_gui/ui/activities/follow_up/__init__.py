"""The panels of the kind: what came of the commitments of last time."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.follow_up.leader import FollowUpLeader

    return FollowUpLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.follow_up.room import FollowUpRoom

    return FollowUpRoom(parent)
