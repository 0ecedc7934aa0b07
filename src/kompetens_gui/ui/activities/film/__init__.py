"""The panels of the kind: a film with questions to stop at."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.film.leader import FilmLeader

    return FilmLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.film.room import FilmRoom

    return FilmRoom(parent)
