"""The panels of the kind: hands are counted, and shown when the leader reveals them."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.sufficiency_vote.leader import SufficiencyVoteLeader

    return SufficiencyVoteLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.sufficiency_vote.room import SufficiencyVoteRoom

    return SufficiencyVoteRoom(parent)
