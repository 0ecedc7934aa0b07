"""What ten readers answered, as bars with reasons: how many share the own answer, never which one is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Sufficiency
from kompetens_gui.domain.exercises.sufficiency import PanelShown
from kompetens_gui.domain.study.panel import PanelOnCertificate
from kompetens_gui.ui.exercises.parts.waiting_note import WaitingNote
from kompetens_gui.ui.exercises.sufficiency.vote_row import VoteRow
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.labels import Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import NO_BREAK
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

translate = QCoreApplication.translate
_LEAST = 340
_USUAL_REASONS, _USUAL_WAYS = 2, 5


class PanelCard(Card):
    """Says that the panel waits until the own answer is closed; hidden afterwards where there is no panel.

    What the panel is shown in can be made before, without words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Andra läsare"), parent=parent)
        self.body.setSpacing(12)
        self._votes: PanelOnCertificate | None = None
        self.rows: list[VoteRow] = []
        self._verdict_rows: list[VoteRow] = []
        self._way_rows: list[VoteRow] = []
        self.honest = Label("", "small", "info", wrap=True, parent=self)
        self._honest_icon = Icon("info", 18, "info", parent=self)
        self.concordance = Label("", "dense", wrap=True, parent=self)
        self._beside = ResponsiveColumns(parent=self)
        self._verdict_side, self._way_side = QWidget(self._beside), QWidget(self._beside)
        self._verdict_column, self._way_column = _column(self._verdict_side), _column(self._way_side)
        self._note = WaitingNote(self.tr("Svara först. Sedan ser du hur andra har svarat, och varför."), parent=self)
        self._lay_out()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the rows, unseen and without words."""
        if self._votes is not None or self.isHidden():
            return
        while len(self._verdict_rows) < len(Sufficiency):
            yield partial(_add_row, self._verdict_rows, self._verdict_column, ruled=True, notes=_USUAL_REASONS)
        while len(self._way_rows) < _USUAL_WAYS:
            yield partial(_add_row, self._way_rows, self._way_column, ruled=False, notes=1)

    def show_panel(self, panel: PanelShown, verdict: Sufficiency | None, way: str) -> None:
        """Show a panel; done once, as the answer is closed."""
        votes = panel.votes
        if self._votes is not None:
            return
        show_when(self._note, False)
        if votes is None:
            show_when(self, False)
            return
        self._votes = votes
        if self.heading is not None:
            self.heading.setText(self.tr("Panelen tycker olika"))
        if panel.fictional:
            words = self.tr(
                "Panelens svar är påhittade tills en riktig panel har svarat. De visar hur kunniga läsare kan se olika "
                "på samma intyg."
            )
            self.honest.setText(words)
        for part in (self.honest, self._honest_icon):
            show_when(part, panel.fictional)
        self.concordance.setText(_shared(panel, votes, verdict, sum(v.votes for v in votes.votes)))
        self._show_verdicts(votes, verdict)
        self._show_ways(votes, way)
        show_when(self.concordance, True)
        show_when(self._beside, True)

    def _show_verdicts(self, votes: PanelOnCertificate, verdict: Sufficiency | None) -> None:
        of = sum(v.votes for v in votes.votes)
        for number, each in enumerate(sorted(Sufficiency, key=lambda s: -votes.votes_for(s))):
            row = _row(number, self._verdict_rows, self._verdict_column, ruled=True)
            reasons = [(perspective_name(r.perspective), r.text) for r in votes.reasons if r.verdict == each]
            row.show_votes(sufficiency_word(each), votes.votes_for(each), of, own=each == verdict, notes=reasons)
            self.rows.append(row)

    def _show_ways(self, votes: PanelOnCertificate, way: str) -> None:
        of = sum(w.votes for w in votes.ways)
        for number, each in enumerate(sorted(votes.ways, key=lambda w: -w.votes)):
            row = _row(number, self._way_rows, self._way_column, ruled=False)
            row.show_votes(each.text, each.votes, of, own=each.id == way, notes=[("", each.feedback)])
            self.rows.append(row)

    def _lay_out(self) -> None:
        honest = QHBoxLayout()
        honest.setSpacing(10)
        honest.addWidget(self._honest_icon, 0, Qt.AlignmentFlag.AlignTop)
        honest.addWidget(self.honest, 1)
        self._way_column.addWidget(rule(parent=self._way_side))
        self._way_column.addWidget(Label(self.tr("Billigaste vägen vidare"), "label", "faint", parent=self._way_side))
        for side, column in ((self._verdict_side, self._verdict_column), (self._way_side, self._way_column)):
            column.addStretch(1)
            self._beside.add_column(side, _LEAST)
        self.add(self._note)
        self.body.addLayout(honest)
        self.add(self.concordance)
        self.add(self._beside)
        for later in (self.honest, self._honest_icon, self.concordance, self._beside):
            show_when(later, False)


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column


def _row(number: int, rows: list[VoteRow], column: QVBoxLayout, *, ruled: bool) -> VoteRow:
    while len(rows) <= number:
        _add_row(rows, column, ruled=ruled)
    return rows[number]


def _add_row(rows: list[VoteRow], column: QVBoxLayout, *, ruled: bool, notes: int = 0) -> None:
    row = VoteRow(ruled=ruled, notes=notes, parent=column.parentWidget())
    show_when(row, False)
    rows.append(row)
    # Before the stretch that stands last.
    column.insertWidget(column.count() - 1, row)


def _shared(panel: PanelShown, votes: PanelOnCertificate, verdict: Sufficiency | None, of: int) -> str:
    """Say how many share the own verdict, and how near that is to the most common one."""
    share = f"{round(panel.verdict_share * 100)}{NO_BREAK}%"
    own = votes.votes_for(verdict) if verdict else 0
    if own == 0:
        words = translate(
            "Panel", "Ingen av de {of} svarade som du. Läs deras skäl och hör om de får dig att tänka om."
        )
        return words.format(of=of)
    if panel.verdict_share >= 1:
        return translate(
            "Panel", "{own} av {of} svarade som du. Det är ett av de vanligaste svaren. Inget svar är det enda rätta."
        ).format(own=own, of=of)
    return translate(
        "Panel",
        "{own} av {of} svarade som du. Mot det vanligaste svaret är samstämmigheten {share}. "
        "Inget svar är det enda rätta.",
    ).format(own=own, of=of, share=share)
