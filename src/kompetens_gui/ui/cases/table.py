"""The list of cases: two lines of words, the chain as a symbol, level, day and how often it has been used."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from kompetens_gui.services.ports import CaseRow
from kompetens_gui.ui.cases.model import ROW_ROLE, AnyIndex, CaseTableModel, Column
from kompetens_gui.ui.cases.words import broken_in_chain, chain_kinds, chain_states, missing_in_chain, under_title
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.kinds import paint_chain
from kompetens_gui.ui.widgets.tables import ROW_HEIGHTS, RowDelegate, paint_two_lines, style_table

_PAD: Final = 16
_WIDTHS: Final = {Column.CHAIN: 104, Column.LEVEL: 106, Column.DAY: 60, Column.USED: 72}
# Below this width (unscaled) the day stands under the title instead of in a column.
_ROOM_FOR_DAY: Final = 640


class CaseTable(QTableView):
    """`case_shown(row)` when another case is current, `open_wanted(row)` on Enter or double click."""

    case_shown = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cases = CaseTableModel(self)
        self.setModel(self.cases)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Fall i banken"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        style_table(self, "two-line", delegate=CaseDelegate("two-line", self))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(20)
        for column in Column:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.CASE, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._fit)
        self._fit()

    def current_case(self) -> CaseRow | None:
        return self.cases.case_row(self.currentIndex())

    def go_to(self, place: int) -> None:
        """Make a row the current one."""
        if 0 <= place < self.cases.rowCount():
            self.setCurrentIndex(self.cases.index(place, Column.CASE))

    def shows_day(self) -> bool:
        return not self.isColumnHidden(Column.DAY)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.case_shown.emit(self.cases.case_row(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_case() is not None:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self, index: AnyIndex) -> None:
        row = self.cases.case_row(index)
        if row is not None:
            self.open_wanted.emit(row)

    def _fit(self) -> None:
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width, self))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHTS["two-line"], self))
        self.setColumnHidden(Column.DAY, self.width() < theme.px(_ROOM_FOR_DAY, self))


class CaseDelegate(RowDelegate):
    """Paints the cells of `CaseTable`."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW_ROLE)
        view = option.widget
        if not isinstance(row, CaseRow) or not isinstance(view, CaseTable):
            return
        if index.column() == Column.CASE:
            self._paint_words(painter, option, row, view)
        elif index.column() == Column.CHAIN:
            self._paint_chain(painter, option, row, view)
        else:
            self._paint_text(painter, option, index, view)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: CaseRow, view: CaseTable) -> None:
        pad = theme.px(_PAD, view)
        room = option.rect.adjusted(pad, 0, -theme.px(4, view), -1)
        if row.broken:
            side = theme.px(18, view)
            box = QRectF(room.x(), room.center().y() - side / 2, side, side)
            paint_icon(painter, "warning", box, QColor(theme.tokens_for(view).err))
            room.setLeft(room.left() + side + theme.px(8, view))
        paint_two_lines(painter, room, row.title, under_title(row, with_day=not view.shows_day()), view)

    def _paint_chain(self, painter: QPainter, option: QStyleOptionViewItem, row: CaseRow, view: CaseTable) -> None:
        kinds = chain_kinds(row.chain_state)
        if row.broken or not kinds:
            return
        side = theme.px(20, view)
        room = QRectF(option.rect).adjusted(theme.px(8, view), 0, 0, 0)
        tokens, state = theme.tokens_for(view), row.chain_state
        paint_chain(painter, room, tokens, missing_in_chain(state), broken_in_chain(state), kinds=kinds, side=side)
        if len(kinds) == 1:
            painter.setFont(theme.font("meta", view))
            painter.setPen(QColor(tokens.text_2))
            room.setLeft(room.left() + side + theme.px(8, view))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, chain_states()[state])

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, view: CaseTable) -> None:
        is_number = index.column() in {Column.DAY, Column.USED}
        painter.setFont(theme.font("number" if is_number else "dense", view))
        painter.setPen(QColor(theme.tokens_for(view).text_2 if not is_number else theme.tokens_for(view).text))
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        room = option.rect.adjusted(theme.px(8, view), 0, -theme.px(_PAD if is_number else 4, view), -1)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
