"""What ten readers answered, as bars with reasons: how many share the own answer, never which one is right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Sufficiency
from kompetens_gui.domain.exercises.sufficiency import PanelShown
from kompetens_gui.domain.study.panel import PanelOnCertificate
from kompetens_gui.ui.exercises.parts.waiting_note import WaitingNote
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.labels import Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import NO_BREAK, Bar
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.tags import Tag

translate = QCoreApplication.translate
_LEAST = 340


class VoteRow(QWidget):
    """An answer, how many chose it, and that it is the learner's own when it is."""

    def __init__(self, words: str, votes: int, of: int, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_own = own
        self.count = Label(translate("Panel", "{votes} av {of}").format(votes=votes, of=of), "number", parent=self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(words, "dense-strong", wrap=True, parent=self), 1)
        if own:
            tag = Tag(translate("Panel", "Ditt svar"), "accent", icon_name="user", parent=self)
            head.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        bar = Bar(tone="accent" if own else "border_strong", parent=self)
        bar.set_share(votes / of if of else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(bar)
        said = translate("Panel", "{words}: {votes} av {of}").format(words=words, votes=votes, of=of)
        self.setAccessibleName(said + (translate("Panel", ", ditt svar") if own else ""))


class PanelCard(Card):
    """Says that the panel waits until the own answer is closed; hidden afterwards where there is no panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Andra läsare"), parent=parent)
        self.body.setSpacing(12)
        self._votes: PanelOnCertificate | None = None
        self.rows: list[VoteRow] = []
        self.honest = Label("", "small", "info", wrap=True, parent=self)
        self.concordance = Label("", "dense", wrap=True, parent=self)
        self._note = WaitingNote(self.tr("Svara först. Sedan ser du hur andra har svarat, och varför."), parent=self)
        self.add(self._note)

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
            self._add_honest_note()
        self.concordance.setText(_shared(panel, votes, verdict, sum(v.votes for v in votes.votes)))
        self.add(self.concordance)
        beside = ResponsiveColumns(parent=self)
        beside.add_column(self._verdicts(votes, verdict, beside), _LEAST)
        beside.add_column(self._ways(votes, way, beside), _LEAST)
        self.add(beside)

    def _verdicts(self, votes: PanelOnCertificate, verdict: Sufficiency | None, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        column = _column(holder)
        of = sum(v.votes for v in votes.votes)
        for each in sorted(Sufficiency, key=lambda s: -votes.votes_for(s)):
            column.addWidget(rule())
            self._add_row(column, sufficiency_word(each), votes.votes_for(each), of, own=each == verdict)
            for reason in votes.reasons:
                if reason.verdict == each:
                    column.addWidget(Label(perspective_name(reason.perspective), "label", "faint", parent=holder))
                    column.addWidget(Label(reason.text, "small", "muted", wrap=True, parent=holder))
        column.addStretch(1)
        return holder

    def _ways(self, votes: PanelOnCertificate, way: str, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        column = _column(holder)
        column.addWidget(rule())
        column.addWidget(Label(self.tr("Billigaste vägen vidare"), "label", "faint", parent=holder))
        of = sum(w.votes for w in votes.ways)
        for each in sorted(votes.ways, key=lambda w: -w.votes):
            self._add_row(column, each.text, each.votes, of, own=each.id == way)
            column.addWidget(Label(each.feedback, "small", "muted", wrap=True, parent=holder))
        column.addStretch(1)
        return holder

    def _add_honest_note(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon("info", 18, "info", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr(
            "Panelens svar är påhittade tills en riktig panel har svarat. De visar hur kunniga läsare kan se olika på "
            "samma intyg."
        )
        self.honest.setText(words)
        row.addWidget(self.honest, 1)
        self.body.addLayout(row)

    def _add_row(self, column: QVBoxLayout, words: str, votes: int, of: int, *, own: bool) -> None:
        row = VoteRow(words, votes, of, own=own, parent=column.parentWidget())
        self.rows.append(row)
        column.addWidget(row)


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column


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
