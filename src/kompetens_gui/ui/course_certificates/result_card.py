"""The answer of a check: a word with its icon, what it means and what to do, what the certificate says, who signed."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.credentials.issuers import Trust
from kompetens_gui.domain.credentials.verification import SignedBy, Verification, VerificationStatus
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.verification_words import explanation, fact_rows, headline, note_words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Icon, IconText, Label, rule
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.tags import Status, Tag

translate = QCoreApplication.translate


class AnswerLook(NamedTuple):
    """How an answer is shown: never by colour alone."""

    icon: str
    status: Status


LOOKS: Final = {
    VerificationStatus.VALID: AnswerLook("check-circle-fill", "ok"),
    VerificationStatus.EXPIRED: AnswerLook("clock-counter-clockwise", "warn"),
    VerificationStatus.REVOKED: AnswerLook("prohibit", "err"),
    VerificationStatus.REPLACED: AnswerLook("swap", "warn"),
    VerificationStatus.ALTERED: AnswerLook("warning-circle-fill", "err"),
    VerificationStatus.UNKNOWN_ISSUER: AnswerLook("question", "warn"),
    VerificationStatus.NOT_A_CERTIFICATE: AnswerLook("file-text", "info"),
}


def short_word(status: VerificationStatus) -> str:
    """Return the answer as one word or two."""
    return {
        VerificationStatus.VALID: translate("CheckResult", "Giltigt"),
        VerificationStatus.EXPIRED: translate("CheckResult", "Har gått ut"),
        VerificationStatus.REVOKED: translate("CheckResult", "Återkallat"),
        VerificationStatus.REPLACED: translate("CheckResult", "Ersatt"),
        VerificationStatus.ALTERED: translate("CheckResult", "Ändrat"),
        VerificationStatus.UNKNOWN_ISSUER: translate("CheckResult", "Okänd utfärdare"),
        VerificationStatus.NOT_A_CERTIFICATE: translate("CheckResult", "Inget kursintyg"),
    }[status]


class ResultCard(Card):
    """One answer. `key_wanted()` when the issuer's key is to be read in."""

    key_wanted = Signal()

    def __init__(self, answer: Verification, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.answer = answer
        look = LOOKS[answer.status]
        said = f"{short_word(answer.status)}. {headline(answer.status)}. {explanation(answer)}"
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Icon(look.icon, 40, look.status), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        self.tag = Tag(short_word(answer.status), look.status, icon_name="")
        words.addLayout(at_left(self.tag))
        self.headline = Heading(headline(answer.status))
        self.explanation = Label(explanation(answer), "dense", wrap=True)
        words.addWidget(self.headline)
        words.addWidget(self.explanation)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        for note in answer.notes:
            line = IconText("info", note_words(note), "small", "info")
            line.label.setWordWrap(True)
            self.add(line)
        self._add_facts()
        if answer.issuer is not None:
            self._add_issuer(answer.issuer)
        self.read_key: Button | None = None
        if answer.status == VerificationStatus.UNKNOWN_ISSUER:
            self.read_key = Button(self.tr("Läs in utfärdarens nyckel…"), "secondary", icon_name="download-simple")
            self.read_key.clicked.connect(self.key_wanted)
            self.body.addLayout(at_left(self.read_key))

    def _add_facts(self) -> None:
        facts = self.answer.facts
        if facts is None:
            return
        self.add(rule())
        if self.answer.status in (VerificationStatus.ALTERED, VerificationStatus.UNKNOWN_ISSUER):
            claimed = self.tr("Det här står på intyget. Det är bara påståenden.")
            self.add(Label(claimed, "small-strong", wrap=True))
        self.body.addLayout(_grid(fact_rows(facts)))

    def _add_issuer(self, issuer: SignedBy) -> None:
        trust = {
            Trust.OWN: self.tr("Vår egen nyckel"),
            Trust.TRUSTED: self.tr("Du litar på nyckeln"),
            Trust.UNKNOWN: self.tr("Du litar inte på nyckeln än"),
        }[issuer.trust]
        rows = [(self.tr("Utfärdare"), f"{issuer.issuer or '–'}. {trust}.")]
        if issuer.fingerprint is not None:
            rows.append((self.tr("Fingeravtryck"), issuer.fingerprint.spoken))
        if self.answer.revocations_as_of is not None:
            rows.append((self.tr("Återkallelser till och med"), day_words(self.answer.revocations_as_of)))
        self.add(rule())
        self.body.addLayout(_grid(rows))


def _grid(rows: object) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for place, (label, value) in enumerate(rows):  # type: ignore[arg-type, var-annotated]
        grid.addWidget(Label(label, "small", "muted"), place, 0, Qt.AlignmentFlag.AlignTop)
        shown = Label(value, "dense", wrap=True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        grid.addWidget(shown, place, 1)
    return grid
