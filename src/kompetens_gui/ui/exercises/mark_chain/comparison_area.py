"""Under the text: first what to do, then what the comparison found, by perspective and place by place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.exercises.mark_chain.events import FeedbackLevel, MarkingView
from kompetens_gui.ui.exercises.mark_chain.remark_card import RemarkCard
from kompetens_gui.ui.exercises.mark_chain.remarks import Remark
from kompetens_gui.ui.exercises.mark_chain.words import frame_word, in_sentence, reader_word
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.case_words import perspective_name
from kompetens_gui.ui.widgets.certificate_marks import Reading
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.frame_sample import FrameSample
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import NO_BREAK
from kompetens_gui.ui.widgets.segmented import SegmentedControl

translate = QCoreApplication.translate


class ComparisonArea(QFrame):
    """`perspective_chosen(value)` when a person wants another reader, `stepped(remark)` when another place."""

    perspective_chosen = Signal(str)
    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "foot")
        self.segments: SegmentedControl | None = None
        self.summary = Label("", "dense", "muted", wrap=True, parent=self)
        self.group = Button(self.tr("Ta upp i gruppen…"), "ghost", "sm", icon_name="flag", parent=self)
        self.legend = FlowRow(16, self)
        for reading in Reading:
            self.legend.add(_sample(reading, self.legend))
        self.card = RemarkCard(self)
        self.card.stepped.connect(self.stepped)
        self._which = FlowRow(16, self)
        self.steps = QWidget(self._which)
        steps = QHBoxLayout(self.steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(8)
        for part in (self.card.previous, self.card.next, self.card.place):
            steps.addWidget(part)
        self._which.add(RowPart(self.steps, self._which))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 12)
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.summary, 1)
        top.addWidget(self.group, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._column.addWidget(self._which)
        self._column.addWidget(self.card)
        self._column.addWidget(self.legend)

    def show_summary(self, view: MarkingView) -> None:
        """Say in a sentence or two where the learner stands and what to do."""
        self.summary.setText(summary(view))

    def show_remarks(self, remarks: Sequence[Remark], who: Perspective | None, *, framed: bool) -> None:
        """Show what has been found, nothing when there is nothing to tell; `framed` when the text has frames."""
        show_when(self.card, bool(remarks))
        show_when(self._which, bool(remarks))
        show_when(self.legend, framed)
        self.card.show_remarks(remarks, perspective_name(who) if who else "")

    def show_perspectives(self, perspectives: Sequence[Perspective], current: Perspective | None) -> None:
        """Let a reader be chosen where there are several to choose from."""
        if self.segments is None and len(perspectives) > 1:
            words = [(p.value, perspective_name(p)) for p in perspectives]
            self.segments = SegmentedControl(self.tr("Vems läsning"), words, parent=self._which)
            self.segments.chosen.connect(self.perspective_chosen)
            self._which.add(self.segments)
        if self.segments is not None:
            show_when(self.segments, len(perspectives) > 1)
            if current is not None:
                self.segments.set_current(current.value)

    @Slot()
    def next_place(self) -> None:
        self.card.step(1)

    @Slot()
    def previous_place(self) -> None:
        self.card.step(-1)


def summary(view: MarkingView) -> str:
    """Return where the learner stands."""
    if view.is_closed:
        if len(view.perspectives) > 1:
            return translate("MarkAlone", "Läsarna ser olika, och alla har skäl. Byt läsare och jämför.")
        return translate("MarkAlone", "Jämför din läsning med skälen.")
    if not view.is_compared:
        if view.level is FeedbackLevel.WORKED_EXAMPLE:
            return translate("MarkAlone", "Följ exemplet och markera själv. Jämför när du är klar.")
        return translate(
            "MarkAlone",
            "Markera ord och tryck D, F eller A. Länka i kedjan, peka ut det som saknas och jämför när du är klar.",
        )
    if view.level is FeedbackLevel.NONE:
        return translate("MarkAlone", "Dina markeringar är kvar. Visa läsningarna när du vill.")
    if view.best is None:
        return translate("MarkAlone", "Det finns ingen läsning att jämföra med här. Du är klar när du vill.")
    share = f"{round(view.best.share * 100)}{NO_BREAK}%"
    if view.level is FeedbackLevel.PER_CENT:
        words = translate("MarkAlone", "Du har hittat {share}. Ändra och jämför igen, eller visa läsningarna.")
        return words.format(share=share)
    words = translate("MarkAlone", "Du har hittat {share}. Närmast är {who}.")
    return words.format(share=share, who=in_sentence(reader_word(view.best.perspective)))


def _sample(reading: Reading, parent: QWidget) -> QWidget:
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(FrameSample(reading, frame_word(reading), pair))
    row.addWidget(Label(frame_word(reading), "meta", "muted", parent=pair))
    return pair
