"""One small group on the board: its name, and its people in a list to drag from and drop in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.domain.workshop.groups import LONGEST_NAME
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import Label

PERSON_MIME = "application/x-kompetens-participant"
_PERSON = Qt.ItemDataRole.UserRole + 1
_FEWEST_ROWS = 3
_AIR = 4


class PersonDelegate(QStyledItemDelegate):
    """Paints a person on two lines: the name, and under it profession and unit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = theme.line_height("dense-strong", option.widget) + theme.line_height("meta", option.widget)
        return QSize(theme.px(80, option.widget), lines + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget, room = option.widget, QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint", widget))
            painter.drawRoundedRect(room, RADIUS_SMALL, RADIUS_SMALL)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus", widget), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, RADIUS_SMALL, RADIUS_SMALL)
        name, _, detail = str(index.data()).partition("\n")
        top = room.y() + _AIR - 1
        for words, level, color in ((name, "dense-strong", "text"), (detail, "meta", "text_2")):
            font, height = theme.font(level, widget), theme.line_height(level, widget)
            painter.setFont(font)
            painter.setPen(theme.color(color, widget))
            line = QRectF(room.x() + 8, top, room.width() - 12, height)
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            top += height
        painter.restore()


class PersonList(QListWidget):
    """People of one group.

    Signals: `dropped(ParticipantId)` when somebody was dropped here, `step_wanted(ParticipantId, columns, rows)` to
    move to another group, `removal_wanted(ParticipantId)`, `neighbour_wanted(int)` to look at the group beside.
    """

    dropped = Signal(str)
    step_wanted = Signal(str, int, int)
    removal_wanted = Signal(str)
    neighbour_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PersonDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", True)
        self.viewport().setAutoFillBackground(False)

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show people in order; whoever was chosen stays chosen."""
        chosen = self.chosen()
        self.clear()
        for person in people:
            detail = ", ".join(part for part in (role_title(person.role), person.unit.strip()) if part)
            item = QListWidgetItem(f"{person.name}\n{detail}", self)
            item.setData(_PERSON, person.id)
            item.setToolTip(f"{person.name}, {detail}")
            if person.id == chosen:
                self.setCurrentItem(item)
        self.updateGeometry()

    def chosen(self) -> ParticipantId | None:
        """Return who is chosen."""
        item = self.currentItem()
        return ParticipantId(str(item.data(_PERSON))) if item is not None else None

    def choose(self, person: ParticipantId) -> None:
        """Choose somebody and take the keyboard."""
        for row in range(self.count()):
            if self.item(row).data(_PERSON) == person:
                self.setCurrentRow(row)
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        line = theme.line_height("dense-strong", self) + theme.line_height("meta", self) + 2 * _AIR
        return QSize(theme.px(160, self), line * max(_FEWEST_ROWS, self.count()) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80, self), self.sizeHint().height())

    def mimeTypes(self) -> list[str]:
        return [PERSON_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        if items:
            data.setData(PERSON_MIME, QByteArray(str(items[0].data(_PERSON)).encode()))
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PERSON_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # A copy, so that Qt takes no row away by itself: the board shows the new groups.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(bytes(event.mimeData().data(PERSON_MIME).data()).decode())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns, rows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()), (0, 0))
        chosen, with_control = self.chosen(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_control and (columns or rows):
            if chosen is not None:
                self.step_wanted.emit(chosen, columns, rows)
        elif columns:
            self.neighbour_wanted.emit(columns)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen is not None:
            self.removal_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)


class GroupColumn(QFrame):
    """A group with its name to write in; the column of those without group has none.

    Signals: `renamed(str)`, `removed()` for the whole group; those of people are the list's own.
    """

    renamed = Signal(str)
    removed = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken" if title else "inner")
        self._name = title
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setProperty("compact", True)
        self.name.setAccessibleName(self.tr("Gruppens namn"))
        self.name.editingFinished.connect(self._rename)
        self.title = Label(title, "body-strong", parent=self)
        self.count = Label("", "meta", "faint", parent=self)
        self.remove = IconButton("x", self.tr("Ta bort gruppen"), size="sm", parent=self)
        self.remove.clicked.connect(self.removed)
        self.people = PersonList(self)
        head = QHBoxLayout()
        head.setSpacing(4)
        for widget in (self.name, self.title):
            head.addWidget(widget, 1)
        head.addWidget(self.remove)
        self.name.setVisible(not title)
        self.remove.setVisible(not title)
        self.title.setVisible(bool(title))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.people, 1)

    def show_group(self, name: str, people: Sequence[Participant]) -> None:
        """Show a group; a name that is being written stays."""
        if not self.name.hasFocus() or self.name.text() == self._name:
            self.name.setText(name)
        self._name = name
        count = len(people)
        words = self.tr("1 person") if count == 1 else self.tr("{count} personer").format(count=count)
        self.count.setText(words)
        alone = count == 1 and self.name.isVisibleTo(self)
        if alone:
            self.count.setText(self.tr("Bara en person. Flytta hit någon mer."))
        self.count.set_tone("warn" if alone else "faint")
        self.people.setAccessibleName(f"{name}, {words}")
        self.remove.setAccessibleName(self.tr("Ta bort {group}").format(group=name))
        self.people.show_people(people)

    def set_locked(self, locked: bool) -> None:
        """Let the group only be read."""
        self.name.setReadOnly(locked)
        self.remove.setEnabled(not locked)
        self.people.setDragEnabled(not locked)
        self.people.setAcceptDrops(not locked)

    @Slot()
    def _rename(self) -> None:
        if self.name.text().strip() != self._name:
            self.renamed.emit(self.name.text())
