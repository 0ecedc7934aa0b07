"""The register as an item model over frozen certificates."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CERTIFICATE_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """Columns of the register, from the left."""

    NUMBER = 0
    HOLDER = 1
    KIND = 2
    TITLE = 3
    DATE = 4
    TIME = 5
    STATUS = 6


def date_words(day: date) -> str:
    """Write a date the Swedish way, with the short name of the month: 12 nov 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy").replace(".", "")


class RegisterModel(QAbstractTableModel):
    """Course certificates, newest first. `today` tells which have run out."""

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: tuple[CourseCertificate, ...] = ()

    def show_rows(self, rows: Sequence[CourseCertificate]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def certificate_at(self, row: int) -> CourseCertificate | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, number: str) -> int:
        return next((i for i, c in enumerate(self._rows) if c.number == number), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("Nummer"),
            Column.HOLDER: self.tr("Namn"),
            Column.KIND: self.tr("Slag"),
            Column.TITLE: self.tr("Träff eller utbildning"),
            Column.DATE: self.tr("Datum"),
            Column.TIME: self.tr("Tid"),
            Column.STATUS: self.tr("Status"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == CERTIFICATE_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, Column(index.column()))
        return None

    def _text(self, row: CourseCertificate, column: Column) -> str:
        return {
            Column.NUMBER: row.number,
            Column.HOLDER: row.holder,
            Column.KIND: self.kind_words(row),
            Column.TITLE: row.title,
            Column.DATE: date_words(row.held_on),
            Column.TIME: self.tr("{n} min").format(n=row.minutes),
            Column.STATUS: self.status_words(row),
        }[column]

    def kind_words(self, row: CourseCertificate) -> str:
        """Return what a certificate is proof of, in a word: of being there, or of a whole path."""
        if row.kind == CourseCertificateKind.COMPLETION:
            return self.tr("Utbildning")
        return self.tr("Deltagarintyg")

    def status_words(self, row: CourseCertificate) -> str:
        if row.revoked_at is not None:
            return self.tr("Återkallat {date}").format(date=date_words(row.revoked_at.astimezone().date()))
        if row.replaced_by is not None:
            return self.tr("Ersatt av {number}").format(number=row.replaced_by)
        words = self._validity(row)
        if row.replaces is not None:
            return self.tr("{words}, ersätter {number}").format(words=words, number=row.replaces)
        return words

    def counts_today(self, row: CourseCertificate) -> bool:
        """Whether a certificate stands and has not run out."""
        return row.is_valid and not row.has_expired(self._today())

    def _validity(self, row: CourseCertificate) -> str:
        if row.valid_until is None:
            return self.tr("Giltigt")
        if row.has_expired(self._today()):
            return self.tr("Gick ut {date}").format(date=date_words(row.valid_until))
        return self.tr("Gäller till {date}").format(date=date_words(row.valid_until))
