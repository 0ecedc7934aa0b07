"""The panels of the kind: a heavy letter is read and written anew together."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.plain_language.leader import PlainLanguageLeader

    return PlainLanguageLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.plain_language.room import PlainLanguageRoom

    return PlainLanguageRoom(parent)
