"""The answers of a round so far, in a list beside the question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView
from kompetens_gui.domain.exercises.questions.rules import RoundView
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import ElidedLabel, Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when


class AnswerLine(QWidget):
    """A question that has been answered: a tick, or an arrow for what there is more to learn about."""

    def __init__(self, answered: AnsweredView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        right = answered.score.is_right
        says = self.tr("Det stämde") if right else self.tr("Kommer igen")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        icon = Icon("check-bold" if right else "arrow-clockwise", 18, "ok" if right else "warn", says=says, parent=self)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(ElidedLabel(answered.shown.text, "dense", parent=self), 1)
        self.setAccessibleName(f"{says}: {answered.shown.text}")


class AnswersCard(Card):
    """Grows by one line for each answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dina svar"), parent=parent)
        self.body.setSpacing(0)
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        self.nothing = Label(
            self.tr("Här ser du hur det går. Du kan inte misslyckas: frågor du missar kommer tillbaka i repetitionen."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.body.addSpacing(8)
        self.body.addWidget(self.nothing)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self._shown: tuple[str, ...] = ()
        self._held: list[QWidget] = []

    def show_answers(self, view: RoundView) -> None:
        answered = view.answered
        ids = tuple(a.shown.id for a in answered)
        if ids[: len(self._shown)] != self._shown:
            self._clear()
        for each in answered[len(self._shown) :]:
            for widget in (rule(), AnswerLine(each, self)):
                self._lines.addWidget(widget)
                self._held.append(widget)
        self._shown = ids
        show_when(self.nothing, not answered)
        self.count.setText(
            self.tr("{right} av {all} rätt").format(right=view.right, all=len(answered)) if answered else ""
        )

    def _clear(self) -> None:
        for widget in self._held:
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._held, self._shown = [], ()
