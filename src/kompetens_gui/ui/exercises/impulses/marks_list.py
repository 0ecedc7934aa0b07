"""The learner's own marks, each with a way to take it back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.impulse_names import impulse_name
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import Label


class MarkRow(QWidget):
    """One mark: its type, its words, and a cross. `removed()` is sent when the cross is pressed."""

    removed = Signal()

    def __init__(self, kind: ImpulseType, quote: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = impulse_name(kind)
        self.setAccessibleName(f"{name}: {quote}" if quote else name)
        self.remove = IconButton("x", self.tr("Ta bort {name}").format(name=name), size="sm", parent=self)
        self.remove.clicked.connect(self.removed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(name, "dense-strong", wrap=True, parent=self))
        if quote:
            words.addWidget(Label(f"”{quote}”", "small", "muted", wrap=True, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class MarksList(QWidget):
    """All own marks of a portion. `removed(type)` is sent when one is to go."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[ImpulseType, str] = {}
        self.rows: dict[ImpulseType, MarkRow] = {}
        self.nothing = Label(
            self.tr("Inget markerat. Ser du ingen impuls här är det också ett svar."), "small", "muted", wrap=True
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.nothing)

    def show_marks(self, marks: Mapping[ImpulseType, str]) -> None:
        for kind in [k for k, row in self._shown.items() if marks.get(k) != row]:
            self._shown.pop(kind)
            row = self.rows.pop(kind)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for kind, quote in marks.items():
            if kind not in self.rows:
                self._shown[kind] = quote
                row = self.rows[kind] = MarkRow(kind, quote, self)
                row.removed.connect(partial(self.removed.emit, kind))
                self._column.addWidget(row)
        self.nothing.setVisible(not self.rows)
