"""The panels of the kind: a weak line is worded anew, before and after side by side."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel
from kompetens_gui.ui.activities.rewrite.leader import RewriteLeader
from kompetens_gui.ui.activities.rewrite.room import RewriteRoom


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    return RewriteLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    return RewriteRoom(parent)
