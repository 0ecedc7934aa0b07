"""All checkpoints beside each other: what was counted for each verdict, and the material's reading once shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from kompetens_gui.domain.activities.ballots import Tally
from kompetens_gui.domain.activities.review_plan.room import CheckpointInRoom
from kompetens_gui.domain.study.employer_plan import PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import checkpoint_word, verdict_word
from kompetens_gui.domain.wording import translate
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.tally_card import count_words
from kompetens_gui.ui.widgets.labels import Label

_NAMED_GROUPS = 2
_WIDTHS = (9, 8, 8, 8, 6)


class Overview(QWidget):
    """A row for each checkpoint. The panel scales the layout `grid`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[FittedText, ...]] = []
        self.grid = QGridLayout(self)
        for column, width in enumerate(_WIDTHS):
            self.grid.setColumnStretch(column, width)
        heads = ("", *(verdict_word(v) for v in PlanVerdict), translate("ReviewPlan", "Materialet"))
        for column, words in enumerate(heads):
            self.grid.addWidget(Label(words, "small-strong", "muted", wrap=True, parent=self), 0, column)

    def show_checkpoints(self, checkpoints: Sequence[CheckpointInRoom], *, later: bool) -> None:
        while len(self.rows) < len(checkpoints):
            row = (
                FittedText("h3", "meta", parent=self),
                *(FittedText("body", "meta", parent=self) for _ in _WIDTHS[1:]),
            )
            self.rows.append(row)
            for column, cell in enumerate(row):
                self.grid.addWidget(cell, len(self.rows), column)
            self.grid.setRowStretch(len(self.rows), 1)
        for row, checkpoint in zip(self.rows, checkpoints, strict=False):
            reading = verdict_word(checkpoint.reading.verdict) if checkpoint.reading else ""
            counted = (tally_words(tally, later=later) for tally in checkpoint.verdicts)
            for cell, text in zip(row, (checkpoint_word(checkpoint.id), *counted, reading), strict=True):
                cell.set_text(text)


def checkpoint_line(checkpoint: CheckpointInRoom, *, later: bool) -> str:
    """Tell a checkpoint on one line, for whoever leads."""
    found = [
        f"{verdict_word(PlanVerdict(tally.option))} ({words})"
        for tally in checkpoint.verdicts
        if (words := tally_words(tally, later=later))
    ]
    told = ", ".join(found) or translate("ReviewPlan", "inte räknad än")
    return f"{checkpoint_word(checkpoint.id)}: {told}."


def tally_words(tally: Tally, *, later: bool) -> str:
    """Tell what was counted for one verdict; more groups than a few by their number."""
    counted = count_words(tally, later=later) if tally.first or tally.second else ""
    groups = ", ".join(tally.groups)
    if len(tally.groups) > _NAMED_GROUPS:
        groups = translate("ReviewPlan", "{count} grupper").format(count=len(tally.groups))
    return ", ".join(filter(None, (counted, groups)))
