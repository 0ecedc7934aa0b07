"""A list of short texts that are added with Enter, reworded in place, removed, and moved where rank matters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.ui.widgets.begins_at import BeginsAt
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label


class PointRow(QWidget):
    """One text with its number and buttons. Signals: `reworded(text)`, `removed()`, `moved(steps)`."""

    reworded = Signal(str)
    removed = Signal()
    moved = Signal(int)

    def __init__(self, longest: int, *, ranked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_force = ""
        self.number = Label("", "number", "muted")
        self.number.setFixedWidth(28)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit = QLineEdit()
        self.edit.setMaxLength(longest)
        self.edit.setProperty("compact", True)
        self.edit.editingFinished.connect(self.commit)
        self.edit.installEventFilter(self)
        self.up = IconButton("arrow-up", self.tr("Flytta upp (Alt+↑)"), size="sm")
        self.down = IconButton("arrow-down", self.tr("Flytta ned (Alt+↓)"), size="sm")
        self.remove = IconButton("x", self.tr("Ta bort"), size="sm")
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.number)
        row.addWidget(self.edit, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        self.up.setVisible(ranked)
        self.down.setVisible(ranked)
        self._ranked = ranked

    def show_point(self, number: int, count: int, text: str) -> None:
        """Show the text in force, unless another is being typed."""
        self.number.setText(f"{number}.")
        self.edit.setAccessibleName(self.tr("Punkt {number}").format(number=number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        if not self.is_dirty or self.edit.text().strip() == text:
            self._in_force = text
            if self.edit.text().strip() != text:
                self.edit.setText(text)
                self.edit.setCursorPosition(0 if not self.edit.hasFocus() else len(text))

    @property
    def is_dirty(self) -> bool:
        return self.edit.text().strip() != self._in_force

    @Slot()
    def commit(self) -> None:
        """Propose the new wording; an emptied text is asked to be removed."""
        if self.is_dirty:
            self._in_force = self.edit.text().strip()
            self.reworded.emit(self._in_force)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._ranked:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(steps)
                return True
        return super().eventFilter(watched, event)

    def _move(self, steps: int, _checked: bool = False) -> None:
        self.commit()
        self.moved.emit(steps)


class PointList(BeginsAt):
    """Signals: `written(id, text)` for a new or reworded point (empty text: remove it), `moved(id, position)`."""

    written = Signal(str, str)
    moved = Signal(str, int)

    def __init__(self, label: str, longest: int, *, ranked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest, self._ranked = longest, ranked
        self._rows: dict[str, PointRow] = {}
        self.new = QLineEdit()
        self.new.setMaxLength(longest)
        self.new.setPlaceholderText(self.tr("Skriv och tryck Enter"))
        self.new.returnPressed.connect(self.add_typed)
        self.field = Field(label, self.new)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addLayout(self.column)
        layout.addStretch(1)
        self.begin_at(self.new)

    def rows(self) -> list[PointRow]:
        """Return the rows in order."""
        return [self._rows[point] for point in self._order()]

    def show_points(self, points: Sequence[tuple[str, str]]) -> None:
        """Show (id, text) in order; a row that is being typed in keeps its text and its focus."""
        wanted = {point for point, _ in points}
        for point in [p for p in self._rows if p not in wanted]:
            row = self._rows.pop(point)
            if row.isAncestorOf(self.focusWidget() or self):
                self.new.setFocus()
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, (point, text) in enumerate(points):
            row = self._rows.get(point) or self._add_row(point)
            if self.column.indexOf(row) != index:
                self.column.removeWidget(row)
                self.column.insertWidget(index, row)
            row.show_point(index + 1, len(points), text)
        self._set_tab_order()

    @Slot()
    def add_typed(self) -> None:
        """Propose what stands in the line for a new point."""
        text = self.new.text().strip()
        if text:
            self.new.clear()
            self.written.emit(uuid4().hex[:12], text)

    def commit(self) -> None:
        """Propose everything typed that is not proposed yet."""
        for row in self.rows():
            row.commit()
        self.add_typed()

    def _add_row(self, point: str) -> PointRow:
        row = self._rows[point] = PointRow(self._longest, ranked=self._ranked)
        row.reworded.connect(partial(self.written.emit, point))
        row.removed.connect(partial(self.written.emit, point, ""))
        row.moved.connect(partial(self._move, point))
        return row

    def _move(self, point: str, steps: int) -> None:
        order = self._order()
        place = order.index(point) + steps
        if 0 <= place < len(order):
            self.moved.emit(point, place)

    def _order(self) -> list[str]:
        return sorted(self._rows, key=lambda point: self.column.indexOf(self._rows[point]))

    def _set_tab_order(self) -> None:
        before: QWidget = self.new
        for row in self.rows():
            for part in (row.edit, row.up, row.down, row.remove):
                QWidget.setTabOrder(before, part)
                before = part
