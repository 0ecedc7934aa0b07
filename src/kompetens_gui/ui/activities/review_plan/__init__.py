"""The panels of the kind: a plan is read, judged and answered together."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.review_plan.leader import ReviewPlanLeader

    return ReviewPlanLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.review_plan.room import ReviewPlanRoom

    return ReviewPlanRoom(parent)
