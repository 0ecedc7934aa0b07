"""The panels of the kind: a leaflet is written by the groups and read aloud."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.leaflet_together.leader import LeafletTogetherLeader

    return LeafletTogetherLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.leaflet_together.room import LeafletTogetherRoom

    return LeafletTogetherRoom(parent)
