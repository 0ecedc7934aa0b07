"""The panels of the kind: hands are counted, and shown when the leader reveals them."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel
from kompetens_gui.ui.activities.sufficiency_vote.leader import SufficiencyVoteLeader
from kompetens_gui.ui.activities.sufficiency_vote.room import SufficiencyVoteRoom


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    return SufficiencyVoteLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    return SufficiencyVoteRoom(parent)
