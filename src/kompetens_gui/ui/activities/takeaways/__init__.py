"""The panels of the kind: what the group takes along, in order."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.takeaways.leader import TakeawaysLeader

    return TakeawaysLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.takeaways.room import TakeawaysRoom

    return TakeawaysRoom(parent)
