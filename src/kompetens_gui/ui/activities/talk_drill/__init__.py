"""The panels of the kind: a line at a time, worded by the room."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.talk_drill.leader import TalkDrillLeader

    return TalkDrillLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.talk_drill.room import TalkDrillRoom

    return TalkDrillRoom(parent)
