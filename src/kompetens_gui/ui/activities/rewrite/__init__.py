"""The panels of the kind: a weak line is worded anew, before and after side by side."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.rewrite.leader import RewriteLeader

    return RewriteLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.rewrite.room import RewriteRoom

    return RewriteRoom(parent)
