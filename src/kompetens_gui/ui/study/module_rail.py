"""The modules of a path, one under the other, joined by a line that is green as far as the learner has come."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.learning.path_progress import ModuleStatus
from kompetens_gui.ui.study.discs import DiscLook
from kompetens_gui.ui.study.rows import DiscRow
from kompetens_gui.ui.study.view_state import ModuleLine
from kompetens_gui.ui.study.words import long_time
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card

_DISC, _HEIGHT, _MARGIN = 32, 64, 24


class ModuleRow(DiscRow):
    """A module. Green above while the one before is passed, green below when it is passed itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_DISC, _HEIGHT, _MARGIN, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._above: str = ""
        self._below: str = ""

    def show_module(self, line: ModuleLine, before: ModuleLine | None, *, is_last: bool) -> None:
        passed = line.status == ModuleStatus.PASSED
        look: DiscLook = (
            "done" if passed else "locked" if line.status == ModuleStatus.LOCKED else "here" if line.is_here else "open"
        )
        parts = self.tr("{done} av {of}").format(done=line.done, of=line.of)
        untouched = not line.done and not passed
        end = self.tr("{of} delar").format(of=line.of) if untouched and line.of != 1 else parts
        self.show_row(line.title, "", end, look, number=str(line.number or "↻"), strong=line.is_here)
        reached = before is not None and before.status == ModuleStatus.PASSED
        self._above = "" if before is None else "ok" if reached and (passed or line.is_here) else "border"
        self._below = "" if is_last else "ok" if passed else "border"
        state = {
            ModuleStatus.PASSED: self.tr("klar"),
            ModuleStatus.OPEN: self.tr("öppen"),
            ModuleStatus.LOCKED: self.tr("inte öppen än"),
        }[line.status]
        here = self.tr(", här är du") if line.is_here else ""
        self.setAccessibleName(
            self.tr("Modul {number}, {title}, {state}{here}, {parts} delar klara, {time}").format(
                number=line.number or self.tr("förnyelse"),
                title=line.title,
                state=state,
                here=here,
                parts=parts,
                time=long_time(line.minutes),
            )
        )

    def paint_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            painter.fillRect(self.rect(), theme.color("accent_tint", self))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.color("surface_2", self))
        x, disc = self.disc().center().x(), self.disc()
        for color, top, bottom in (
            (self._above, 0.0, disc.top()),
            (self._below, disc.bottom(), float(self.height())),
        ):
            if color:
                painter.setPen(QPen(theme.color(color, self), 2))
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))


class ModuleRail(Card):
    """`module_chosen(id)` when a person presses a module, or comes to it with the arrows."""

    module_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Moduler"), flush=True, parent=parent)
        self.head.setContentsMargins(24, 24, 24, 12)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.body.addSpacing(8)
        self.body.addStretch(1)
        self.rows: dict[str, ModuleRow] = {}

    def show_modules(self, lines: Sequence[ModuleLine], chosen: str) -> None:
        if list(self.rows) != [line.id for line in lines]:
            self._make(lines)
        before: ModuleLine | None = None
        for line in lines:
            row = self.rows[line.id]
            row.show_module(line, before, is_last=line is lines[-1])
            if line.id == chosen and not row.isChecked():
                row.setChecked(True)
            # Tab comes to the module on show, not to the one that had the keyboard last.
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.id == chosen else Qt.FocusPolicy.ClickFocus)
            before = line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first and the last module; up and down is Qt's own."""
        edge = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}.get(Qt.Key(event.key()))
        if edge is None or not self.rows:
            super().keyPressEvent(event)
            return
        row = list(self.rows.values())[edge]
        row.setFocus()
        row.click()

    def _make(self, lines: Sequence[ModuleLine]) -> None:
        for old in self.rows.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for line in lines:
            row = ModuleRow(self)
            row.clicked.connect(partial(self._choose, line.id))
            self.rows[line.id] = row
            self._column.addWidget(row)

    def _choose(self, module_id: str, _checked: bool = False) -> None:
        self.module_chosen.emit(module_id)
