"""The panels of the kind: a short text in Markdown, or the pages of a PDF file."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel
from kompetens_gui.ui.activities.information.leader import InformationLeader
from kompetens_gui.ui.activities.information.room import InformationRoom


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    return InformationLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    return InformationRoom(parent)
