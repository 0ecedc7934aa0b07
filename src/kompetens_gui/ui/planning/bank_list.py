"""The list of the bank: cases and moments, each with a plus, or a tick when it is in the plan."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.view_state import BankRow, BankRowKind
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
BANK_MIME = "application/x-kompetens-bank"
SIDE, HANDLE, PLUS = 8, 20, 32
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class BankModel(QAbstractListModel):
    """Rows of the bank, fed whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BankRow, ...] = ()

    def show_rows(self, rows: Sequence[BankRow]) -> None:
        """Show new rows; when only ticks changed the selection stays."""
        new = tuple(rows)
        if [(r.kind, r.key) for r in new] == [(r.kind, r.key) for r in self._rows]:
            if new and new != self._rows:
                self._rows = new
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row_at(self, index: Index) -> BankRow:
        return self._rows[index.row()]

    def rows(self) -> tuple[BankRow, ...]:
        return self._rows

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind in (BankRowKind.HEADING, BankRowKind.NOTE):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.detail}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def mimeTypes(self) -> list[str]:
        return [BANK_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            row = self._rows[indexes[0].row()]
            data.setData(BANK_MIME, f"{row.kind}\n{row.key}".encode())
        return data

    def _spoken(self, row: BankRow) -> str:
        parts = [row.title, row.detail]
        if row.kind == BankRowKind.CASE:
            parts.append(words.chain(row.chain_state))
        if row.used:
            parts.append(self.tr("finns i träffen"))
        return ". ".join(part for part in parts if part)


class BankDelegate(QStyledItemDelegate):
    """Paints handle, title, explanation, and a plus in a square, or a tick for what is in the plan."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widget = option.widget
        row: BankRow = index.data(ROW_ROLE)
        if row.kind == BankRowKind.HEADING:
            return QSize(100, theme.px(32, widget))
        if row.kind == BankRowKind.NOTE:
            return QSize(100, theme.px(44, widget))
        lines = self._title_lines(row.title, self._title_width(widget), widget)
        return QSize(100, theme.px(16 + 18, widget) + len(lines) * theme.px(20, widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BankRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind in (BankRowKind.HEADING, BankRowKind.NOTE):
            self._paint_words(painter, option, row)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, row)
        painter.restore()

    def plus_rect(self, rect: QRect, widget: QWidget | None) -> QRect:
        side, edge = theme.px(PLUS, widget), theme.px(SIDE, widget)
        return QRect(rect.right() - edge - side, rect.center().y() - side // 2, side, side)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: BankRow) -> None:
        widget = option.widget
        heading = row.kind == BankRowKind.HEADING
        painter.setFont(theme.font("label" if heading else "meta", widget))
        painter.setPen(theme.color("text_3", widget))
        room = QRectF(option.rect).adjusted(theme.px(SIDE, widget), 0, -theme.px(SIDE, widget), -theme.px(4, widget))
        text = QTextOption(Qt.AlignmentFlag.AlignBottom if heading else Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, row.title, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        widget, state = option.widget, option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and widget is not None and widget.hasFocus()
        if not (state & QStyle.StateFlag.State_MouseOver) and not focused:
            return
        painter.setPen(QPen(theme.color("focus" if focused else "border", widget), 2 if focused else 1))
        painter.setBrush(theme.color("surface_2", widget))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS_MEDIUM, RADIUS_MEDIUM)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: BankRow) -> None:
        widget, rect = option.widget, option.rect
        handle, edge = theme.px(HANDLE, widget), theme.px(SIDE, widget)
        middle = rect.center().y()
        box = QRectF(rect.x() + edge, middle - handle / 2, handle, handle)
        paint_icon(painter, "dots-six-vertical", box, theme.color("text_3", widget))
        plus = self.plus_rect(rect, widget)
        left = int(box.right()) + edge
        room = QRect(left, rect.y() + theme.px(8, widget), plus.x() - edge - left, theme.px(20, widget))
        for line in self._title_lines(row.title, room.width(), widget):
            self._paint_line(painter, room, line, "dense-strong", "text", widget)
            room.translate(0, theme.px(20, widget))
        room.setHeight(theme.px(18, widget))
        detail = self.tr("Filen har fel") if row.broken else row.detail
        self._paint_line(painter, room, detail, "meta", "err" if row.broken else "text_3", widget)
        self._paint_plus(painter, plus, row, widget)

    def _title_width(self, widget: QWidget | None) -> int:
        wide = widget.viewport().width() if isinstance(widget, QListView) else 240
        return wide - theme.px(HANDLE + PLUS + 4 * SIDE, widget) - 1

    def _title_lines(self, title: str, width: int, widget: QWidget | None) -> list[str]:
        """Break a title over at most two lines; the second ends in three dots where there is more."""
        metrics = QFontMetrics(theme.font("dense-strong", widget))
        if metrics.horizontalAdvance(title) <= width:
            return [title]
        first: list[str] = []
        rest = title.split()
        while rest and metrics.horizontalAdvance(" ".join((*first, rest[0]))) <= width:
            first.append(rest.pop(0))
        lines = [" ".join(first), " ".join(rest)] if first else [title]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]

    def _paint_line(
        self, painter: QPainter, room: QRect, text: str, level: str, color: str, widget: QWidget | None
    ) -> None:
        painter.setFont(theme.font(level, widget))
        painter.setPen(theme.color(color, widget))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_plus(self, painter: QPainter, box: QRect, row: BankRow, widget: QWidget | None) -> None:
        side = theme.px(18, widget)
        inner = QRectF(box.center().x() - side / 2 + 0.5, box.center().y() - side / 2 + 0.5, side, side)
        if row.used:
            paint_icon(painter, "check-bold", inner, theme.color("ok", widget))
            return
        painter.setPen(QPen(theme.color("border", widget), 1))
        painter.setBrush(QColor(theme.color("surface", widget)))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_MEDIUM, RADIUS_MEDIUM)
        paint_icon(painter, "plus", inner, theme.color("accent", widget))


class BankList(QListView):
    """Enter or + adds, Space shows a case.

    Signals: `add_wanted(row, at)` with a place on the screen for a menu, `look_wanted(row)`.
    """

    add_wanted = Signal(object, QPoint)
    look_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = BankModel(self)
        self.delegate = BankDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Bank"))
        self.setAccessibleDescription(self.tr("Enter lägger till i träffen, blanksteg visar fallet"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_rows(self, rows: Sequence[BankRow]) -> None:
        self.rows.show_rows(rows)
        if self.hasFocus() and not self.currentIndex().isValid():
            self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to the first row that can be added."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid():
            for position in range(self.rows.rowCount()):
                index = self.rows.index(position)
                if self.rows.flags(index) & Qt.ItemFlag.ItemIsEnabled:
                    self.setCurrentIndex(index)
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Plus):
            self.add_wanted.emit(self.rows.row_at(index), self._beside(index))
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            self.look_wanted.emit(self.rows.row_at(index))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not self.rows.flags(index) & Qt.ItemFlag.ItemIsEnabled:
            return
        row = self.rows.row_at(index)
        if self.delegate.plus_rect(self.visualRect(index), self).contains(point):
            self.add_wanted.emit(row, self._beside(index))
        else:
            self.look_wanted.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a quick second click on a plus as one click, not as two."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _beside(self, index: Index) -> QPoint:
        return self.viewport().mapToGlobal(self.delegate.plus_rect(self.visualRect(index), self).bottomLeft())
