"""The panels of the kind: a figure, statements about it, and what it does not measure."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.measure_limits.leader import MeasureLimitsLeader

    return MeasureLimitsLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.measure_limits.room import MeasureLimitsRoom

    return MeasureLimitsRoom(parent)
