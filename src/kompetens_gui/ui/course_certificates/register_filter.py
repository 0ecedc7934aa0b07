"""What of the register is shown: what is searched for, of one kind, or what soon runs out."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.ui.course_certificates.models import RegisterModel

Index = QModelIndex | QPersistentModelIndex


class Shown(StrEnum):
    """Which certificates are shown."""

    ALL = "all"
    ATTENDANCE = "attendance"
    COMPLETION = "completion"
    EXPIRING = "expiring"


_KINDS = {Shown.ATTENDANCE: CourseCertificateKind.ATTENDANCE, Shown.COMPLETION: CourseCertificateKind.COMPLETION}


class RegisterFilter(QSortFilterProxyModel):
    """Searches in all columns of what is to be shown."""

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown = Shown.ALL
        self._expiring: frozenset[str] = frozenset()
        self.setSourceModel(model)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_only(self, shown: Shown) -> None:
        self.beginFilterChange()
        self._shown = shown
        self.endFilterChange()

    def set_expiring(self, numbers: Collection[str]) -> None:
        """Tell which certificates soon run out, or have run out."""
        if self._expiring != frozenset(numbers):
            self.beginFilterChange()
            self._expiring = frozenset(numbers)
            self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        certificate = self._model.certificate_at(source_row)
        if certificate is None or not super().filterAcceptsRow(source_row, source_parent):
            return False
        if self._shown == Shown.EXPIRING:
            return certificate.number in self._expiring
        wanted = {
            Shown.ATTENDANCE: CourseCertificateKind.ATTENDANCE,
            Shown.COMPLETION: CourseCertificateKind.COMPLETION,
        }
        return self._shown not in wanted or certificate.kind == wanted[self._shown]
