"""Tables and lists in the look of the design guide: quiet lines, row heights, an accent edge on the chosen row."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kompetens_gui.ui.style.theme import theme

Density = Literal["tight", "normal", "two-line"]
AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHTS: Final[dict[Density, int]] = {"tight": 32, "normal": 40, "two-line": 60}
_State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """Draws ground, line and edge of a row, then the cell; subclasses override `paint_cell` for cells of their own."""

    def __init__(self, density: Density = "normal", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._density: Density = density

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.initStyleOption(option, index)
        tokens = theme.tokens_for(option.widget)
        chosen = bool(option.state & _State.State_Selected)
        ground = tokens.accent_tint if chosen else tokens.surface_2 if option.state & _State.State_MouseOver else None
        painter.save()
        if ground is not None:
            painter.fillRect(option.rect, QColor(ground))
        painter.fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), QColor(tokens.border))
        if chosen and _is_first_column(option, index):
            painter.fillRect(QRect(option.rect.x(), option.rect.y(), 4, option.rect.height()), QColor(tokens.accent))
        if option.state & _State.State_HasFocus and _has_keyboard(option):
            painter.setPen(QColor(tokens.focus))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        self.paint_cell(painter, option, index)
        painter.restore()

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw what the cell says, without ground: icon, check box and text."""
        plain = QStyleOptionViewItem(option)
        plain.state &= ~(_State.State_Selected | _State.State_HasFocus | _State.State_MouseOver)
        plain.rect = option.rect.adjusted(theme.px(12, option.widget), 0, -theme.px(12, option.widget), -1)
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + theme.px(24, option.widget), theme.px(ROW_HEIGHTS[self._density], option.widget))


def style_table(view: QTableView, density: Density = "normal", *, delegate: RowDelegate | None = None) -> None:
    """Make `view` a calm table: whole rows chosen, no grid, no row numbers, heights after the text size."""
    _style_view(view, delegate or RowDelegate(density, view))
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(24)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    _RowHeights(view, density)


def style_list(view: QListView, density: Density = "normal", *, delegate: RowDelegate | None = None) -> None:
    """Make `view` a calm list."""
    _style_view(view, delegate or RowDelegate(density, view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def paint_two_lines(
    painter: QPainter, room: QRect, first: str, second: str, widget: QWidget, *, strong: bool = True
) -> None:
    """Draw a row's title over its explanation, each on one line that ends in three dots where the room does."""
    tokens = theme.tokens_for(widget)
    half = room.height() // 2
    rows = (
        (first, "dense-strong" if strong else "dense", tokens.text, room.adjusted(0, half // 4, 0, -half)),
        (second, "small", tokens.text_2, room.adjusted(0, half, 0, -half // 4)),
    )
    for text, level, ink, where in rows:
        painter.setFont(theme.font(level, widget))
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class _RowHeights(QObject):
    """Keeps a table's row height in step with the text size. A child of the table: what nobody owns hears nothing."""

    def __init__(self, view: QTableView, density: Density) -> None:
        super().__init__(view)
        self._density: Density = density
        self._header = view.verticalHeader()
        theme.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._header.setDefaultSectionSize(theme.px(ROW_HEIGHTS[self._density]))


def _style_view(view: QAbstractItemView, delegate: RowDelegate) -> None:
    view.setItemDelegate(delegate)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)


def _is_first_column(option: QStyleOptionViewItem, index: AnyIndex) -> bool:
    view = option.widget
    return index.column() == 0 if not isinstance(view, QTableView) else view.columnViewportPosition(index.column()) <= 0


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    return option.widget is not None and option.widget.hasFocus()
