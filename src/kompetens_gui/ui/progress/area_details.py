"""What unfolds under an area: what the next level asks for, what to refresh, the own rating, and the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.learning.evidence import Evidence
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.evidence_sources import EvidenceLine
from kompetens_gui.ui.progress.evidence_list import BEST_RATING, EvidenceList
from kompetens_gui.ui.progress.view_state import AreaView
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, IconText, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.segmented import SegmentedControl

_NONE: Final = "none"
_INDENT, _CARET = 24, 16


class AreaDetails(QWidget):
    """Signals: `rated(int)`, `evidence_wanted()` when it is to be read, `practise_wanted()`, `add_wanted()`."""

    rated = Signal(int)
    evidence_wanted = Signal()
    practise_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meaning = Label("", "dense", wrap=True, parent=self)
        self.refresh = IconText("clock-counter-clockwise", "", "dense", "warn", parent=self)
        self.refresh.label.setWordWrap(True)
        self.heading = Heading("", "h3", parent=self)
        self._lacking = QVBoxLayout()
        self._lacking.setSpacing(6)
        self.practise = Button(self.tr("Öva i området"), "tonal", icon_name="pencil", parent=self)
        self.add = Button(self.tr("Lägg till"), "secondary", icon_name="plus", parent=self)
        options = [(_NONE, "–"), *((str(n), str(n)) for n in range(BEST_RATING + 1))]
        self.rating = SegmentedControl(self.tr("Så ser du det själv, 0 till 5"), options, _NONE, self)
        self.rating.button(_NONE).hide()
        self.rating_note = Label("", "small", "muted", wrap=True, parent=self)
        self.open_evidence = Button(self.tr("Visa underlag"), "ghost", icon_name="caret-right", parent=self)
        self.open_evidence.setCheckable(True)
        self.evidence = EvidenceList(self)
        self._lay_out()
        self.practise.clicked.connect(self.practise_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.rating.chosen.connect(self._rated)
        self.open_evidence.toggled.connect(self._toggle_evidence)
        show_when(self.evidence, False)
        self.show_rating(None)

    def show_area(self, view: AreaView, can_practise: bool) -> None:
        self.meaning.setText(view.meaning)
        self.refresh.label.setText(view.refresh)
        show_when(self.refresh, bool(view.refresh))
        show_when(self.practise, can_practise)
        if view.lacking:
            self.heading.setText(self.tr("För nivån {level}").format(level=view.next_level))
        else:
            self.heading.setText(self.tr("Det här är den högsta nivån"))
        clear_layout(self._lacking)
        for words in view.lacking:
            line = IconText("circle", words, "dense", "", parent=self)
            line.label.setWordWrap(True)
            self._lacking.addWidget(line)

    def show_evidence(self, lines: Sequence[EvidenceLine]) -> None:
        self.open_evidence.setText(self.tr("Underlag, {n}").format(n=len(lines)))
        self.evidence.show_lines(lines)

    def show_rating(self, rating: Evidence | None) -> None:
        """Show how the person last rated themselves."""
        background = self.tr("0 är inte alls, 5 är helt. Det är bakgrund för dig och höjer ingen nivå.")
        if rating is None:
            self.rating.set_current(_NONE)
            self.rating_note.setText(background)
            return
        self.rating.set_current(str(round(rating.strength * BEST_RATING)))
        self.rating_note.setText(
            self.tr("Skattat {day}. {background}").format(day=day_words(rating.on), background=background)
        )

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keyboard, in reading order."""
        rates = [self.rating.button(str(n)) for n in range(BEST_RATING + 1)]
        return [self.practise, self.add, *rates, self.open_evidence]

    @property
    def shows_evidence(self) -> bool:
        return self.open_evidence.isChecked()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Begin where the words of the row above begin."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(_INDENT + theme.px(_CARET, self), 8, 16, 20)

    @Slot(str)
    def _rated(self, key: str) -> None:
        if key != _NONE:
            self.rated.emit(int(key))

    @Slot(bool)
    def _toggle_evidence(self, wanted: bool) -> None:
        self.open_evidence.set_icon_name("caret-down" if wanted else "caret-right")
        show_when(self.evidence, wanted)
        if wanted:
            self.evidence_wanted.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._fit()
        column.setSpacing(10)
        column.addWidget(self.meaning)
        column.addWidget(self.refresh)
        column.addWidget(self.heading)
        column.addLayout(self._lacking)
        buttons = FlowRow(8, self)
        buttons.add(self.practise)
        buttons.add(self.add)
        column.addWidget(buttons)
        column.addSpacing(6)
        column.addWidget(Label(self.tr("Så ser du det själv"), "small-strong", parent=self))
        row = FlowRow(8, self)
        row.add(self.rating)
        column.addWidget(row)
        column.addWidget(self.rating_note)
        evidence = FlowRow(8, self)
        evidence.add(self.open_evidence)
        column.addWidget(evidence)
        column.addWidget(self.evidence)
