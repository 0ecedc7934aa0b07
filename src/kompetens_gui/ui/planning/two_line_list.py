"""A list to choose from: a title over a line of facts, under headings, with a box where several may be chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.tables import ROW_HEIGHTS, RowDelegate, paint_two_lines

KEY = Qt.ItemDataRole.UserRole
FACTS = Qt.ItemDataRole.UserRole + 1
SIDE, BOX = 12, 20
Index = QModelIndex | QPersistentModelIndex


class Choice(NamedTuple):
    """A row; without a `key` it is a heading."""

    key: str
    title: str
    facts: str = ""
    spoken: str = ""


class _Delegate(RowDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(KEY):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setFont(theme.font("label", option.widget))
        painter.setPen(theme.color("text_3", option.widget))
        room = option.rect.adjusted(theme.px(SIDE, option.widget), 0, 0, -theme.px(6, option.widget))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, str(index.data()))
        painter.restore()

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = option.widget
        side = theme.px(SIDE, widget)
        room = option.rect.adjusted(side, 0, -side, -1)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            box, at = QStyleOptionViewItem(option), theme.px(BOX, widget)
            box.rect = QRect(room.x(), room.center().y() - at // 2, at, at)
            on = Qt.CheckState(ticked) == Qt.CheckState.Checked
            box.state = QStyle.StateFlag.State_Enabled | (
                QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
            )
            widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, widget)
            room = room.adjusted(at + side, 0, 0, 0)
        paint_two_lines(painter, room, str(index.data()), str(index.data(FACTS) or ""), widget)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick where the box is drawn, and with Space."""
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None:
            return False
        if isinstance(event, QMouseEvent):
            if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
                return False
            if event.position().x() > option.rect.x() + theme.px(BOX + 2 * SIDE, option.widget):
                return False
        elif not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        on = Qt.CheckState(ticked) != Qt.CheckState.Checked
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = ROW_HEIGHTS["two-line"] if index.data(KEY) else 40
        return QSize(100, theme.px(height, option.widget))


class TwoLineList(QListWidget):
    """Arrows go between the rows and pass over headings; Enter activates, Space ticks.

    Signals: `rename_wanted()` on F2, `remove_wanted()` on Delete.
    """

    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate("two-line", self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_choices(self, choices: Sequence[Choice], current: str = "", ticked: Sequence[str] | None = None) -> None:
        """Show other rows; `current` is marked when it is among them, else the first. Nothing is sent."""
        self.blockSignals(True)
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.title)
            item.setData(KEY, choice.key)
            item.setData(FACTS, choice.facts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, choice.spoken or f"{choice.title}. {choice.facts}")
            if not choice.key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif ticked is not None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = Qt.CheckState.Checked if choice.key in ticked else Qt.CheckState.Unchecked
                item.setCheckState(on)
            self.addItem(item)
        keys = [c.key for c in choices]
        first = next((i for i, key in enumerate(keys) if key), -1)
        self.setCurrentRow(keys.index(current) if current and current in keys else first)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def current_key(self) -> str:
        item = self.currentItem()
        return str(item.data(KEY)) if item is not None else ""

    def keys(self) -> list[str]:
        """Return the keys of what can be chosen, in order."""
        return [k for k in (str(self.item(i).data(KEY)) for i in range(self.count())) if k]
