"""The panels of the kind: a story told place by place, votes, three tracks, two lives, and groups on their own.

Start in `leader.py`; the room's sides are `room_story.py`, `room_lives.py` and `room_groups.py`.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.branching_together.leader import BranchingLeader

    return BranchingLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.branching_together.room import BranchingRoomPanel

    return BranchingRoomPanel(parent)
