"""One or several of a few options, by pointer, arrows or number keys."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView, ItemView
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItemType
from kompetens_gui.ui.exercises.items.answering import Answering
from kompetens_gui.ui.widgets.option_row import OptionRow


class Choosing(Answering):
    """The options of an item, with the feedback of each one after the answer."""

    def __init__(self, view: ItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._many = view.type == KnowledgeItemType.MANY
        self.rows: dict[str, OptionRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number, choice in enumerate(view.choices, 1):
            row = OptionRow(choice.text, str(number), "check" if self._many else "radio", self)
            row.toggled.connect(self._tell)
            self.rows[choice.key] = row
            column.addWidget(row)

    def answer(self) -> ItemAnswer | None:
        chosen = tuple(key for key, row in self.rows.items() if row.isChecked())
        return ItemAnswer(chosen=chosen) if chosen else None

    def press(self, number: int) -> bool:
        rows = list(self.rows.values())
        if not 1 <= number <= len(rows) or rows[0].is_locked:
            return False
        rows[number - 1].setFocus()
        rows[number - 1].click()
        return True

    def first(self) -> QWidget:
        return next(iter(self.rows.values()))

    def show_answered(self, answered: AnsweredView) -> None:
        for option in answered.item.options:
            row = self.rows[option.id]
            chosen = option.id in answered.answer.chosen
            row.setChecked(chosen)
            row.set_locked(True)
            if option.correct:
                row.set_verdict(
                    self.tr("Rätt svar")
                    if chosen
                    else self.tr("Hörde också hit")
                    if self._many
                    else self.tr("Rätt svar"),
                    "ok",
                )
            elif chosen:
                row.set_verdict(self.tr("Ditt svar"), "warn")
            row.set_detail(option.feedback)

    @Slot(bool)
    def _tell(self, _checked: bool) -> None:
        self.changed.emit()
