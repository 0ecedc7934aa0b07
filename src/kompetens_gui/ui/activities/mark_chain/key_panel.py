"""A perspective's key beside the group's work: private until the leader lays it over the room's picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.mark_chain.events import MarkState
from kompetens_gui.domain.activities.mark_chain.rules import key_of, perspectives
from kompetens_gui.domain.case import Key, Perspective
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.key_comparison import Difference, compare
from kompetens_gui.ui.activities.mark_chain.reading_words import ORDER, difference_text, group_word, reading_word
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.certificate_marks import Reading
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.frame_sample import FrameSample
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.segmented import SegmentedControl


class KeyPanel(QWidget):
    """`reveal_wanted(perspective)`, `hide_wanted()`: about the room's picture. `chosen()`: another key is wanted."""

    reveal_wanted = Signal(str)
    hide_wanted = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.perspective: Perspective | None = None
        self.differences: tuple[Difference, ...] = ()
        self._shown: tuple[Key, Chain] | None = None
        self.which = QHBoxLayout()
        self.segments: SegmentedControl | None = None
        self.reveal = RevealButton(self.tr("Lägg över i rummet"), self.tr("Ta bort ur rummet"), size="sm")
        self.reveal.reveal_wanted.connect(self._ask)
        self.box = PrivateBox()
        self.verdict = Heading("", "h3")
        self.reason = Label("", "small", wrap=True)
        self.cheapest = Label("", "small", "muted", wrap=True)
        self.list = QVBoxLayout()
        self.list.setSpacing(6)
        for part in (self.verdict, self.reason, self.cheapest):
            self.box.body.addWidget(part)
        self.box.body.addLayout(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Facit"), "h3"))
        column.addLayout(self.which)
        column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._legend())
        column.addWidget(self.box)
        column.addStretch(1)

    def show_state(self, state: MarkState, context: ActivityContext) -> None:
        """Compare the group's chain with the chosen perspective's key."""
        found = perspectives(context)
        if self.segments is None and found:
            self._add_segments(found)
        if self.perspective not in found:
            self.perspective = found[0] if found else None
        key = key_of(context, self.perspective) if self.perspective else None
        medical_certificate = context.medical_certificate
        if key is None or medical_certificate is None:
            return
        self.reveal.set_shown(state.shown_key == self.perspective)
        if self._shown is None or self._shown[0] is not key or self._shown[1] is not state.chain:
            self._shown = key, state.chain
            self.differences = compare(state.chain, key, medical_certificate)
            self._fill(key)

    def _add_segments(self, found: Sequence[Perspective]) -> None:
        words = [(p.value, perspective_name(p)) for p in found]
        self.segments = SegmentedControl(self.tr("Vems facit"), words)
        self.segments.chosen.connect(self._choose)
        self.which.addWidget(self.segments)
        self.which.addStretch(1)

    def _legend(self) -> QWidget:
        flow = FlowRow()
        for reading in Reading:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(FrameSample(reading, reading_word(reading)))
            row.addWidget(Label(reading_word(reading), "meta", "muted"))
            flow.add(pair)
        return flow

    def _fill(self, key: Key) -> None:
        self.verdict.setText(sufficiency_word(key.sufficiency, anyway=key.sufficient_anyway))
        self.reason.setText(" ".join(key.reason.split()))
        self.cheapest.setText(" ".join(key.cheapest_way.split()))
        clear_layout(self.list)
        for kinds in ORDER:
            found = [d for d in self.differences if d.kind in kinds]
            if found:
                words = self.tr("{group} ({count})").format(group=group_word(kinds), count=len(found))
                self.list.addWidget(Label(words, "small-strong"))
                for difference in found:
                    self.list.addWidget(difference_row(difference))

    @Slot(str)
    def _choose(self, perspective: str) -> None:
        self.perspective = Perspective(perspective)
        self.chosen.emit()

    @Slot(bool)
    def _ask(self, wanted: bool) -> None:
        if wanted and self.perspective is not None:
            self.reveal_wanted.emit(self.perspective.value)
        else:
            self.hide_wanted.emit()


def difference_row(difference: Difference) -> QWidget:
    """Give a line on one difference: the letters, the text, and why the key reads it so."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    letters = dict.fromkeys(n.kind.value for n in (difference.group, difference.key) if n)
    for letter in letters:
        layout.addWidget(LetterBadge(letter, kind_word(letter), size=18), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(difference_text(difference), "small", wrap=True))
    if difference.why:
        words.addWidget(Label(" ".join(difference.why.split()), "meta", "muted", wrap=True))
    layout.addLayout(words, 1)
    return row
