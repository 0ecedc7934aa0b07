"""The panels of the kind: two versions are answered without knowing, and the room sees its own difference."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.gender_hand.leader import GenderHandLeader

    return GenderHandLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.gender_hand.room import GenderHandRoom

    return GenderHandRoom(parent)
