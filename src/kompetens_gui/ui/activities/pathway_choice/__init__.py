"""The panels of the kind: a forum as an exercise."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.pathway_choice.leader import PathwayChoiceLeader

    return PathwayChoiceLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.pathway_choice.room import PathwayChoiceRoom

    return PathwayChoiceRoom(parent)
