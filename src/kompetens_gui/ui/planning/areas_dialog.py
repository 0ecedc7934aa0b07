"""Choosing the competence areas that a session is about."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kompetens_gui.ui.planning.dialogs import PlanningDialog

translate = QCoreApplication.translate


class AreasDialog(PlanningDialog):
    """Signals: `chosen(tuple[str, ...])` at every tick."""

    chosen = Signal(object)

    def __init__(self, titles: Mapping[str, str], ticked: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Kompetensområden"),
            translate("Planning", "De valda områdena står på inbjudan och på kursintyget."),
            width=620,
            height=660,
            parent=parent,
        )
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout()
        column.setSpacing(0)
        for area, title in titles.items():
            box = QCheckBox(f"{area}  {title}".replace("&", "&&"))
            box.setChecked(area in ticked)
            box.toggled.connect(self._tell)
            self.boxes[area] = box
            column.addWidget(box)
        # Areas that a template knows and the list does not must not be lost by a tick somewhere else.
        self._unknown = tuple(a for a in ticked if a not in titles)
        self.body.addLayout(column)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Klar"))

    def _tell(self, _ticked: bool) -> None:
        self.chosen.emit((*(a for a, box in self.boxes.items() if box.isChecked()), *self._unknown))
