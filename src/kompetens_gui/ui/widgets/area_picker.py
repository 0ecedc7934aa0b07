"""Choosing competence areas among all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck


class AreaPicker(QWidget):
    """One check box for each area. `changed()` at every tick."""

    changed = Signal()

    def __init__(
        self, label: str, titles: Mapping[str, str], ticked: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.checks: dict[str, WrappedCheck] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = Label(label, "small-strong", parent=self)
        column.addWidget(heading)
        self._error = IconText("warning", "", "small-strong", "err", parent=self)
        self._error.label.setWordWrap(True)
        column.addWidget(self._error)
        for area, title in titles.items():
            check = WrappedCheck(f"{area}  {title}", self)
            check.box.setChecked(area in ticked)
            check.box.toggled.connect(self._tell)
            self.checks[area] = check
            column.addWidget(check)
        show_when(self._error, False)

    def chosen(self) -> tuple[str, ...]:
        return tuple(area for area, check in self.checks.items() if check.box.isChecked())

    @property
    def error(self) -> str:
        return self._error.label.text()

    def set_error(self, words: str) -> None:
        self._error.label.setText(words)
        self.setAccessibleDescription(words)
        show_when(self._error, bool(words))

    def first(self) -> QWidget:
        """Return what takes the keyboard first."""
        return next(iter(self.checks.values())).box

    def _tell(self) -> None:
        if self.chosen():
            self.set_error("")
        self.changed.emit()
