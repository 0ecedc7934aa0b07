"""The panels of the kind: a board of groups with their timers and answers, and what the room sees of them."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.group_work.leader import GroupWorkLeader

    return GroupWorkLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.group_work.room import GroupWorkRoom

    return GroupWorkRoom(parent)
