"""The claim, the figure with its caution, the statement with its hands, and what is not measured."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.measure_limits import MeasureLimitsRoom as LimitsView
from kompetens_gui.domain.activities.measure_limits import StatementInRoom
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.measure_limits.figure_view import FigureView
from kompetens_gui.ui.activities.parts import RoomSurface, flowing
from kompetens_gui.ui.widgets.labels import Label


class MeasureLimitsRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claim = FittedText("h1", "h3", largest=1.2)
        self.title = Label("", "small-strong", "muted", wrap=True)
        self.figure = FigureView("small")
        self.caution = FittedText("small", "meta", "text_2")
        left = QVBoxLayout()
        left.addWidget(self.title)
        left.addWidget(self.figure, 5)
        left.addWidget(self.caution, 2)
        self.side = QFrame(self)
        self.side.setProperty("card", "sunken")
        self.place = Label("", "small", "muted")
        self.statement = FittedText("h1", "meta")
        self.hands = Label("", "h2", "accent", wrap=True)
        self.why = FittedText("h3", "meta")
        self.limits = FittedText("h3", "meta")
        side = QVBoxLayout(self.side)
        side.addWidget(self.place)
        side.addWidget(self.statement, 3)
        side.addWidget(self.hands)
        side.addWidget(self.why, 3)
        side.addWidget(self.limits, 4)
        row = QHBoxLayout()
        row.addLayout(left, 5)
        row.addWidget(self.side, 5)
        self.body.addWidget(self.claim, 1)
        self.body.addLayout(row, 5)
        self.scale_layout(left, (0, 0, 0, 0), 16)
        self.scale_layout(side, (32, 24, 32, 24), 16)
        self.scale_layout(row, (0, 0, 0, 0), 48)

    def show_view(self, view: LimitsView | None) -> None:
        if view is None:
            return
        self.claim.set_text(f"”{view.claim}”")
        self.title.setText(view.figure.title)
        self.figure.show_figure(view.figure)
        self.caution.set_text(flowing(view.figure.caution))
        # The whole list takes the whole side: it is read by itself, when the statements are done.
        found = None if view.not_measured else view.statement
        for part in (self.place, self.statement, self.hands, self.why):
            part.setVisible(found is not None)
        if found is not None:
            self._show_statement(found, later=view.round is Round.SECOND)
        listed = [*view.limits, *view.not_measured]
        lines = [self.tr("Det mäter talet inte:"), *(f"•\N{NO-BREAK SPACE}{text}" for text in listed)]
        self.limits.set_text("\n\n".join(lines) if listed else "")
        self.limits.setVisible(bool(listed))
        self.side.setVisible(found is not None or bool(listed))

    def _show_statement(self, found: StatementInRoom, *, later: bool) -> None:
        self.place.setText(self.tr("Påstående {number} av {count}").format(number=found.number, count=found.statements))
        self.statement.set_text(found.text)
        words = self.tr("Håller: {yes}. Håller inte: {no}.")
        told = [words.format(yes=found.holding[0], no=found.not_holding[0])]
        if later:
            told = [
                self.tr("Före: {words}").format(words=told[0]),
                self.tr("Efter: {words}").format(words=words.format(yes=found.holding[1], no=found.not_holding[1])),
            ]
        counted = any((*found.holding, *found.not_holding))
        self.hands.setText("\n".join(told) if counted else "")
        self.hands.setVisible(counted)
        verdict = self.tr("Håller.") if found.holds else self.tr("Håller inte.")
        self.why.set_text("" if found.holds is None else f"{verdict} {found.why}")
        self.why.setVisible(found.holds is not None)
