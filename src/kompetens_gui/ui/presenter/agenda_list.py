"""The agenda as Ledarvyn shows it: a mark, the clock, the title, and how the current item stands to plan."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kompetens_gui.domain.workshop.plan import AgendaItemId
from kompetens_gui.ui.presenter.view_state import AgendaRow, RowStatus
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
MARK, GAP, SIDE, CLOCK_WIDTH = 20, 8, 16, 44
PAD, DETAIL, RIGHT = 6, 18, 8
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class AgendaModel(QAbstractListModel):
    """Agenda rows, fed whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AgendaRow, ...] = ()

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show new rows; when only their contents changed the selection stays."""
        new = tuple(rows)
        if [r.id for r in new] == [r.id for r in self._rows]:
            if new != self._rows:
                changed = [i for i, (a, b) in enumerate(zip(new, self._rows, strict=True)) if a != b]
                self._rows = new
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row_at(self, index: Index) -> AgendaRow:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.clock} {row.title}. {self.status_words(row)}".strip()
        return None

    def late_words(self, row: AgendaRow) -> str:
        return self.tr("{n} min efter plan").format(n=row.late_by) if row.late_by else ""

    def used_words(self, row: AgendaRow) -> str:
        return self.tr("{used} av {minutes} min").format(used=row.used, minutes=row.minutes)

    def status_words(self, row: AgendaRow) -> str:
        if row.status == RowStatus.CURRENT:
            words = self.tr("Pågår, {used} av {minutes} min").format(used=row.used, minutes=row.minutes)
            return f"{words}, {self.late_words(row)}" if row.late_by else words
        if row.status == RowStatus.DONE:
            return self.tr("Klart, {used} av {minutes} min").format(used=row.used, minutes=row.minutes)
        if row.status == RowStatus.SKIPPED:
            return self.tr("Överhoppat")
        return self.tr("{minutes} min").format(minutes=row.minutes)


class AgendaDelegate(QStyledItemDelegate):
    """Paints a row; long titles wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, str, int, int], float] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widget = option.widget
        row: AgendaRow = index.data(ROW_ROLE)
        lines = self._title_height(row, self._title_width(widget), widget)
        detail = theme.px(DETAIL, widget) * (2 if row.late_by else 1) if row.status == RowStatus.CURRENT else 0
        return QSize(100, int(lines) + detail + theme.px(2 * PAD, widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = option.widget
        row: AgendaRow = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.status == RowStatus.CURRENT:
            painter.fillRect(rect, theme.color("accent_tint", widget))
            painter.fillRect(rect.x(), rect.y(), theme.px(4, widget), rect.height(), theme.color("accent", widget))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus", widget), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(5, 2, -3, -2), 6, 6)
        top = rect.y() + theme.px(PAD, widget)
        self._paint_mark(painter, row, QRectF(rect.x() + theme.px(SIDE, widget), top + 1, 0, 0), widget)
        self._paint_text(painter, row, rect, top, widget)
        painter.restore()

    def _paint_mark(self, painter: QPainter, row: AgendaRow, at: QRectF, widget: QWidget) -> None:
        side = theme.px(MARK, widget)
        box = QRectF(at.x(), at.y(), side, side)
        if row.status == RowStatus.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ok", widget))
            painter.drawEllipse(box)
            paint_icon(painter, "check", box.adjusted(4, 4, -4, -4), theme.color("surface", widget))
        elif row.status == RowStatus.SKIPPED:
            paint_icon(painter, "arrow-right", box, theme.color("text_3", widget))
        else:
            current = row.status == RowStatus.CURRENT
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent" if current else "border_strong", widget), 6 if current else 2))
            inset = 3 if current else 1
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))

    def _paint_text(self, painter: QPainter, row: AgendaRow, rect: QRect, top: int, widget: QWidget) -> None:
        current = row.status == RowStatus.CURRENT
        level = "dense-strong" if current else "dense"
        painter.setFont(theme.font(level, widget))
        color = "text_3" if row.status == RowStatus.SKIPPED else "text" if current else "text_2"
        painter.setPen(theme.color(color, widget))
        left = rect.x() + theme.px(SIDE + MARK + GAP, widget)
        line = theme.line_height(level, widget)
        painter.drawText(QRectF(left, top, theme.px(CLOCK_WIDTH, widget), line), row.clock)
        text_left = rect.x() + self._text_left(widget)
        width = self._title_width(widget)
        height = self._title_height(row, width, widget)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(QRectF(text_left, top, width, height + 2), row.title, option)
        if current:
            self._paint_detail(painter, row, QRectF(text_left, top + height + 2, width, 0), widget)

    def _paint_detail(self, painter: QPainter, row: AgendaRow, at: QRectF, widget: QWidget) -> None:
        model = widget.model() if isinstance(widget, QListView) else None
        if not isinstance(model, AgendaModel):
            return
        step = theme.px(DETAIL, widget)
        painter.setFont(theme.font("label", widget))
        for words, color in ((model.used_words(row), "accent"), (model.late_words(row), "warn")):
            over = color == "accent" and row.used >= row.minutes
            painter.setPen(theme.color("warn" if over else color, widget))
            painter.drawText(QRectF(at.x(), at.y(), at.width(), step), words)
            at.translate(0, step)

    def _text_left(self, widget: QWidget) -> int:
        return theme.px(SIDE + MARK + GAP + CLOCK_WIDTH + GAP, widget)

    def _title_width(self, widget: QWidget) -> int:
        # The same with and without a scroll bar, so that heights measured before it came still hold.
        bar = widget.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return widget.width() - bar - self._text_left(widget) - theme.px(RIGHT, widget)

    def _title_height(self, row: AgendaRow, width: float, widget: QWidget) -> float:
        # Measuring words is the slow part of a new item, and the titles are the same all along.
        level = "dense-strong" if row.status == RowStatus.CURRENT else "dense"
        font = theme.font(level, widget)
        asked = (row.title, level, font.pixelSize(), int(width))
        height = self._heights.get(asked)
        if height is None:
            room = QRectF(0, 0, max(40.0, width), 1000)
            box = QFontMetricsF(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), row.title)
            height = self._heights[asked] = max(box.height(), theme.line_height(level, widget))
        return height


class AgendaList(QListView):
    """The agenda; Enter or a double click goes to an item.

    Signals: `item_chosen(AgendaItemId)`.
    """

    item_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_current: tuple[AgendaItemId, bool] | None = None
        self.rows = AgendaModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(AgendaDelegate(self))
        self.setAccessibleName(self.tr("Dagordning"))
        self.setAccessibleDescription(self.tr("Enter går till det markerade momentet"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("plain", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(self._choose)

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show the agenda; when the current item becomes another, or taller, it is brought to the middle."""
        self.rows.show_rows(rows)
        at = next((i for i, r in enumerate(rows) if r.status == RowStatus.CURRENT), -1)
        current = (rows[at].id, rows[at].late_by > 0) if at >= 0 else None
        if current is not None and current != self._shown_current:
            moved = self._shown_current is None or current[0] != self._shown_current[0]
            self._shown_current = current
            self.doItemsLayout()
            if moved:
                self.setCurrentIndex(self.rows.index(at))
                self.centre()

    def centre(self) -> None:
        """Bring the current item to the middle, so that what comes next is seen."""
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.centre()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        self.item_chosen.emit(self.rows.row_at(index).id)
