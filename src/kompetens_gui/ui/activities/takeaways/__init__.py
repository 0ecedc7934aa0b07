"""The panels of the kind: what the group takes along, in order."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel
from kompetens_gui.ui.activities.takeaways.leader import TakeawaysLeader
from kompetens_gui.ui.activities.takeaways.room import TakeawaysRoom


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    return TakeawaysLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    return TakeawaysRoom(parent)
