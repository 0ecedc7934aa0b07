"""The list of sessions as a table with headings."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.view_state import SessionLine
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.tables import RowDelegate, paint_two_lines

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
TITLE, WHEN, STATUS, PEOPLE = range(4)
_GROUNDS: Final = {"ok": "ok_tint", "accent": "accent_tint", "neutral": "surface_3"}
_INKS: Final = {"ok": "ok", "accent": "accent", "neutral": "text_2"}


class SessionsModel(QAbstractTableModel):
    """Lines are fed whole; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[SessionLine, ...] = ()

    def show_lines(self, lines: Sequence[SessionLine]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line_at(self, row: int) -> SessionLine:
        return self._lines[row]

    def lines(self) -> tuple[SessionLine, ...]:
        return self._lines

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 4

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Träff"), self.tr("När"), self.tr("Läge"), self.tr("Deltagare"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == PEOPLE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, index.column(), spoken=role == Qt.ItemDataRole.AccessibleTextRole)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE and line.row:
            return f"{line.title}\n{line.where}".strip()
        return None

    def _text(self, line: SessionLine, column: int, *, spoken: bool) -> str:
        if line.row is None:
            return line.title if column == TITLE else ""
        if column == TITLE:
            return f"{line.title}. {line.where}" if spoken and line.where else line.title
        if column == WHEN:
            when = ", ".join(part for part in (line.day, line.hours) if part)
            return self.tr("{when}. Datumet har passerat.").format(when=when) if line.past else when
        if column == STATUS:
            return words.status(line.row.status)[0]
        return words.participants(line.row.participants) if spoken else str(line.row.participants)


class SessionDelegate(RowDelegate):
    """Paints headings, titles with their place, days with a word when they have passed, and the status."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: SessionLine = index.data(LINE_ROLE)
        if line.row is not None:
            super().paint(painter, option, index)
            return
        if index.column() != TITLE:
            return
        painter.save()
        painter.setFont(theme.font("label", option.widget))
        painter.setPen(theme.color("text_3", option.widget))
        side = theme.px(12, option.widget)
        room = option.rect.adjusted(side, 0, 0, -theme.px(6, option.widget))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title)
        painter.restore()

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = option.widget
        line: SessionLine = index.data(LINE_ROLE)
        side = theme.px(12, widget)
        room = option.rect.adjusted(side, 0, -side, -1)
        if index.column() == TITLE and line.where:
            paint_two_lines(painter, room, line.title, line.where, widget)
        elif index.column() == TITLE:
            self._paint_line(painter, room, line.title, "dense-strong", widget)
        elif index.column() == WHEN and line.hours:
            hours = self.tr("{hours}, har passerat").format(hours=line.hours) if line.past else line.hours
            paint_two_lines(painter, room, line.day, hours, widget, strong=False)
        elif index.column() == WHEN:
            self._paint_line(painter, room, line.day, "dense", widget)
        elif index.column() == STATUS:
            self._paint_status(painter, room, line, widget)
        else:
            painter.setFont(theme.font("number", widget))
            painter.setPen(theme.color("text", widget))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(index.data()))

    def _paint_line(self, painter: QPainter, room: QRect, text: str, level: str, widget: QWidget) -> None:
        painter.setFont(theme.font(level, widget))
        painter.setPen(theme.color("text", widget))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_status(self, painter: QPainter, room: QRect, line: SessionLine, widget: QWidget) -> None:
        assert line.row is not None
        word, status, icon_name = words.status(line.row.status)
        painter.setFont(theme.font("label", widget))
        height, edge, side = theme.px(24, widget), theme.px(8, widget), theme.px(14, widget)
        width = painter.fontMetrics().horizontalAdvance(word) + 2 * edge + side + theme.px(6, widget)
        box = QRectF(room.x(), room.center().y() - height / 2, min(width, room.width()), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.color(_GROUNDS.get(status, "surface_3"), widget)))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        ink = theme.color(_INKS.get(status, "text_2"), widget)
        paint_icon(painter, icon_name, QRectF(box.x() + edge, box.center().y() - side / 2, side, side), ink)
        painter.setPen(ink)
        words_at = box.adjusted(edge + side + theme.px(6, widget), 0, 0, 0)
        painter.drawText(words_at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
