"""What is said after an answer: how it went, why, and where that stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Source
from kompetens_gui.domain.exercises.item_answers import AnsweredView
from kompetens_gui.domain.study.questions import KnowledgeItemType
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.painted import show_when

translate = QCoreApplication.translate


class FeedbackBox(QFrame):
    """An icon, a heading, the reason, and the source in small letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = Icon("info-bold", 24, "accent", parent=self)
        self.title = Heading("", "h3", parent=self)
        self.why = Label("", "body", "muted", wrap=True, parent=self)
        self.source = Label("", "meta", "faint", wrap=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.title, self.why, self.source):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, title: str, why: str, source: str = "", *, right: bool = False) -> None:
        """Show words of one's own."""
        self.icon.set_icon("check-bold" if right else "info-bold", "ok" if right else "accent")
        self.title.setText(title)
        self.why.setText(why)
        self.source.setText(source)
        show_when(self.source, bool(source))
        self.setAccessibleName(f"{title} {why}")

    def show_answered(self, answered: AnsweredView) -> None:
        self.say(
            verdict_title(answered), answered.feedback, source_line(answered.source), right=answered.score.is_right
        )


def verdict_title(answered: AnsweredView) -> str:
    """Say in a few words how the answer went."""
    score = answered.score
    if score.is_right:
        return translate("Items", "Det stämmer.")
    if answered.item.type == KnowledgeItemType.ORDER:
        return translate("Items", "Nästan. Så här ser ordningen ut.")
    right = sum(part.right for part in score.parts)
    if len(score.parts) > 1 and score.share > 0:
        return translate("Items", "Nästan. {right} av {all} är på plats.").format(right=right, all=len(score.parts))
    return translate("Items", "Nästan. Se vad som är rätt, och varför.")


def source_line(source: Source) -> str:
    """Return "Källa: …", with how certain it is."""
    where = ", ".join(part for part in (source.title, source.section) if part)
    certainty = {
        "certain": translate("Items", "Säker uppgift."),
        "probable": translate("Items", "Trolig uppgift."),
    }.get(source.certainty, translate("Items", "Behöver kontrolleras."))
    dated = f" {source.dated}." if source.dated else ""
    return translate("Items", "Källa: {where}.{dated} {certainty}").format(
        where=where, dated=dated, certainty=certainty
    )
