"""One line above the cards when the course certificate nears its end, or has passed it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kompetens_gui.domain.learning.path_progress import PathProgress
from kompetens_gui.ui.study.words import long_date, long_time
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import show_when


class ValidityLine(QFrame):
    """`renewal_wanted(module)` when a person wants to begin the renewal."""

    renewal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._module = ""
        self.icon = Icon("medal", 22, "accent", parent=self)
        self.text = Label("", "body", wrap=True, parent=self)
        self.button = Button(self.tr("Visa förnyelsen"), "tonal", parent=self)
        self.button.clicked.connect(self._want)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self.icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

    def show_validity(self, progress: PathProgress) -> None:
        """Say until when it holds; nothing while the path is not completed, or when it has no end."""
        validity, renewal = progress.validity, progress.path.renewal
        shown = validity is not None and validity.until is not None
        show_when(self, shown)
        if validity is None or validity.until is None:
            return
        until = long_date(validity.until)
        module = progress.module(renewal.module) if renewal is not None else None
        if not validity.is_valid:
            self.text.setText(
                self.tr("Kursintyget gällde till och med {until}. Förnya det när du vill, då gäller det igen.").format(
                    until=until
                )
            )
        elif validity.can_renew:
            self.text.setText(
                self.tr("Kursintyget gäller till och med {until}. Förnyelsen är öppen, {time}.").format(
                    until=until, time=long_time(module.module.minutes if module is not None else 0)
                )
            )
        else:
            opens = validity.renewal_opens
            words = self.tr("Kursintyget gäller till och med {until}.").format(until=until)
            if opens is not None:
                words += " " + self.tr("Förnyelsen öppnar {opens}.").format(opens=long_date(opens))
            self.text.setText(words)
        self._module = renewal.module if renewal is not None else ""
        self.icon.set_icon(
            "warning" if not validity.is_valid else "medal", "warn" if not validity.is_valid else "accent"
        )
        show_when(self.button, validity.can_renew and bool(self._module))

    def _want(self) -> None:
        self.renewal_wanted.emit(self._module)
