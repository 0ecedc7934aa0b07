"""The panels of the kind: a short text in Markdown, or the pages of a PDF file."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.information.leader import InformationLeader

    return InformationLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.information.room import InformationRoom

    return InformationRoom(parent)
