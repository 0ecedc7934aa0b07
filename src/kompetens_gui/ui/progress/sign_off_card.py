"""What others have put their names to, and changes in one's own work: to read, and to take back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.learning.sign_off import SignOff, SignOffPurpose
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.counting_words import one_decimal
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.evidence_words import from_afar_words
from kompetens_gui.services.role_words import role_words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.responsive import at_left


class SignOffCard(Card):
    """`withdraw_wanted(SignOff)` when one is to be taken back."""

    withdraw_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tillagt och godkänt"), parent=parent)
        self.body.setSpacing(8)
        self.nothing = Label(
            self.tr("Inget ännu. Här syns ändringar du lägger till och det andra har godkänt."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.add(self.nothing)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        self._shown: Sequence[SignOff] | None = None
        self.withdraw: list[Button] = []

    def show_sign_offs(self, sign_offs: Sequence[SignOff]) -> None:
        if sign_offs == self._shown:
            return
        self._shown = sign_offs
        clear_layout(self._column)
        self.withdraw = []
        self.nothing.setVisible(not sign_offs)
        for index, one in enumerate(sign_offs):
            if index:
                self._column.addWidget(rule())
            self._column.addWidget(self._entry(one))

    def _entry(self, one: SignOff) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title, facts = sign_off_words(one)
        column.addWidget(Label(title, "dense-strong", wrap=True, parent=box))
        if one.text:
            column.addWidget(Label(one.text, "small", wrap=True, parent=box))
        column.addWidget(Label(facts, "small", "muted", wrap=True, parent=box))
        button = Button(self.tr("Ta tillbaka"), "link", parent=box)
        button.setAccessibleName(self.tr("Ta tillbaka: {title}").format(title=title))
        button.clicked.connect(partial(self.withdraw_wanted.emit, one))
        column.addLayout(at_left(button))
        self.withdraw.append(button)
        return box


def sign_off_words(one: SignOff) -> tuple[str, str]:
    """Return what was signed, and by whom and when in which areas."""
    title = purpose_words(one.purpose)
    if one.title:
        title = f"{title}: {one.title}"
    facts = [day_words(one.on)]
    if one.purpose != SignOffPurpose.CHANGED_WORK:
        facts.append(f"{one.by_name}, {role_words(one.by_role).inline}")
    if one.is_from_afar:
        facts.append(from_afar_words(one.fingerprint))
    if one.rating is not None:
        text = translate("SignOff", "{rating} av 5 från {n}")
        facts.append(text.format(rating=one_decimal(one.rating), n=one.raters))
    facts.append(", ".join(one.areas))
    return title, ". ".join(x for x in facts if x)


def purpose_words(purpose: SignOffPurpose) -> str:
    """Name what is signed."""
    return {
        SignOffPurpose.MODULE: translate("SignOff", "Modul"),
        SignOffPurpose.CHANGED_WORK: translate("SignOff", "Ändring i eget arbete"),
        SignOffPurpose.MENTORING: translate("SignOff", "Handledningssamtal"),
        SignOffPurpose.CONTRIBUTION: translate("SignOff", "Bidrag som granskats"),
        SignOffPurpose.PEER: translate("SignOff", "Kollegas bekräftelse"),
        SignOffPurpose.LED: translate("SignOff", "Lett tillfälle"),
    }[purpose]
