"""The panels of the kind: one question to the physician, and the model beside it."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel
from kompetens_gui.ui.activities.write_supplement.leader import WriteSupplementLeader
from kompetens_gui.ui.activities.write_supplement.room import WriteSupplementRoom


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    return WriteSupplementLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    return WriteSupplementRoom(parent)
