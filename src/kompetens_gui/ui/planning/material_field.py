"""In a block's form: which material it works with, and the way to choose another."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.workshop.plan import AgendaItem
from kompetens_gui.services.material_browsing import KnownMaterial
from kompetens_gui.ui.planning import material_words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.layouts import clear_layout


class MaterialField(QWidget):
    """Signals: `choose_wanted()`, `cleared()`."""

    choose_wanted = Signal()
    cleared = Signal()

    def __init__(self, needed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = needed
        self._shown: Sequence[tuple[str, str, str]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Label(self.tr("Material"), "small-strong", parent=self)
        column.addWidget(label)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column.addLayout(self._lines)
        buttons = FlowRow(8, self)
        self.choose = Button(self.tr("Välj material…"), "secondary", "sm", icon_name="folder-open", parent=buttons)
        self.clear = Button(self.tr("Ta bort valet"), "ghost", "sm", icon_name="x", parent=buttons)
        for button in (self.choose, self.clear):
            buttons.add(button)
        column.addWidget(buttons)
        self.choose.clicked.connect(self.choose_wanted)
        self.clear.clicked.connect(self.cleared)

    def show_item(self, item: AgendaItem, materials: Mapping[str, KnownMaterial]) -> None:
        refs = material_refs(item.settings)
        rows = [(ref, *material_words.state(ref, materials.get(ref))) for ref in refs]
        if not rows:
            tone = "warn" if self._needed else "muted"
            rows = [("", self.tr("Inget valt än") if self._needed else self.tr("Inget valt. Det behövs inte."), tone)]
        self.clear.setVisible(bool(refs))
        self.choose.setText(self.tr("Byt material…") if refs else self.tr("Välj material…"))
        if rows == self._shown:
            return
        self._shown = rows
        clear_layout(self._lines)
        for _, text, tone in rows:
            line = IconText("warning" if tone == "warn" else "clipboard-text", text, "dense", tone, parent=self)  # type: ignore[arg-type]
            line.label.setWordWrap(True)
            self._lines.addWidget(line)
        self.setAccessibleDescription(". ".join(text for _, text, _ in rows))
