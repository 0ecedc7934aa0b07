"""Mark D-F-A: the leader marks, links and points out what is missing; keys are laid over when the time has come.

`leader.py` and `room.py` are the two panels; the other modules hold their parts.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.mark_chain.leader import MarkChainLeader

    return MarkChainLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.mark_chain.room import MarkChainRoom

    return MarkChainRoom(parent)
