"""The panels of the kind: one question to the physician, and the model beside it."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.write_supplement.leader import WriteSupplementLeader

    return WriteSupplementLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.write_supplement.room import WriteSupplementRoom

    return WriteSupplementRoom(parent)
