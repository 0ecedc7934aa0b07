"""The panels of the kind: question cards, a timer and the points that are captured."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.discussion.leader import DiscussionLeader

    return DiscussionLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.discussion.room import DiscussionRoom

    return DiscussionRoom(parent)
