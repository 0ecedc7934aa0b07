"""A group's file and the board say different things: for each question, what is to stand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.group_work.rules import LONGEST_ANSWER
from kompetens_gui.services.group_files import AnswerConflict, FileComparison
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.scroll_dialog import ScrollDialog
from kompetens_gui.ui.widgets.segmented import SegmentedControl

KEEP, TAKE, BOTH = "keep", "take", "both"


class ConflictDialog(ScrollDialog):
    """Signals: `decided(dict)` with the answers that are to be written, by question."""

    decided = Signal(object)

    def __init__(
        self, group: str, questions: tuple[str, ...], found: FileComparison, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ConflictDialog", "{group} har redan svar").format(group=group),
            translate("ConflictDialog", "Inget byts ut utan att du väljer det."),
            parent=parent,
        )
        self._found = found
        self.choices: list[tuple[AnswerConflict, SegmentedControl]] = []
        for conflict in found.conflicts:
            self.body.addWidget(self._card(conflict, questions[conflict.question]))
        if found.new:
            count = len(found.new)
            words = self.tr("Ett nytt svar läses in.") if count == 1 else self.tr("{count} nya svar läses in.")
            self.body.addWidget(Label(words.format(count=count), "small", "muted", wrap=True, parent=self))
        self.body.addStretch(1)
        self.use = self.add_button(self.tr("Läs in"), "primary")
        self.use.clicked.connect(self._use)
        self.add_close(self.tr("Avbryt"))

    def _card(self, conflict: AnswerConflict, question: str) -> Card:
        card = Card(dense=True, parent=self)
        choice = SegmentedControl(
            question,
            [
                (KEEP, self.tr("Behåll det som står")),
                (TAKE, self.tr("Byt till filens")),
                *([(BOTH, self.tr("Båda"))] if len(_both(conflict)) <= LONGEST_ANSWER else []),
            ],
            KEEP,
            card,
        )
        self.choices.append((conflict, choice))
        card.add(Label(f"{conflict.question + 1}. {question}", "body-strong", wrap=True, parent=card))
        for title, text in ((self.tr("Står nu"), conflict.stands), (self.tr("I filen"), conflict.in_file)):
            block = QVBoxLayout()
            block.setSpacing(0)
            block.addWidget(Label(title, "label", "muted", parent=card))
            block.addWidget(Label(text, "dense", wrap=True, parent=card))
            card.body.addLayout(block)
        card.add(choice)
        return card

    def _use(self) -> None:
        answers: dict[int, str] = dict(self._found.new)
        for conflict, choice in self.choices:
            if choice.current() == TAKE:
                answers[conflict.question] = conflict.in_file
            elif choice.current() == BOTH:
                answers[conflict.question] = _both(conflict)
        self.decided.emit(_in_order(answers))
        self.accept()


def _both(conflict: AnswerConflict) -> str:
    return f"{conflict.stands}\n\n{conflict.in_file}"


def _in_order(answers: Mapping[int, str]) -> dict[int, str]:
    return {number: answers[number] for number in sorted(answers)}
