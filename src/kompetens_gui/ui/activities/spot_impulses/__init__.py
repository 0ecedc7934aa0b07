"""The panels of the kind: words marked as impulses, the next question, and how the case reads the same text.

Start in `leader.py`; its pages are `mark_page.py`, `question_page.py` and `key_page.py`.
"""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.spot_impulses.leader import ImpulsesLeader

    return ImpulsesLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.spot_impulses.room import ImpulsesRoomPanel

    return ImpulsesRoomPanel(parent)
