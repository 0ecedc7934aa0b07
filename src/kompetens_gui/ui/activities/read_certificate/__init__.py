"""The panels of the kind: the form whole or field by field, and papers that are handed out."""

from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel


def leader_panel(parent: QWidget | None = None) -> LeaderPanel:
    from kompetens_gui.ui.activities.read_certificate.leader import ReadCertificateLeader

    return ReadCertificateLeader(parent)


def room_panel(parent: QWidget | None = None) -> RoomPanel:
    from kompetens_gui.ui.activities.read_certificate.room import ReadCertificateRoom

    return ReadCertificateRoom(parent)
