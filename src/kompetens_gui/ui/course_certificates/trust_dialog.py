"""Comparing the fingerprint of a key with its issuer over the phone, before its signatures count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.issuer_trust import KeyOffer, OfferStanding
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fingerprint_words import FingerprintWords
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.scroll_dialog import ScrollDialog
from kompetens_gui.ui.widgets.tags import StatusText
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck


class OfferCard(Card):
    """A key in the file. `trust_wanted()` when it is to be trusted."""

    trust_wanted = Signal()

    def __init__(self, offer: KeyOffer, parent: QWidget | None = None) -> None:
        super().__init__(offer.key.issuer, dense=True, parent=parent)
        self.offer = offer
        made = self.tr("Gjord {day}").format(day=day_words(offer.key.made_at.date()))
        self.add(Label(f"{made}. {self._standing()}", "small", "muted", wrap=True))
        if offer.same_name:
            line = IconText(
                "warning",
                self.tr("Du litar redan på någon med samma namn, men en annan nyckel. Ring och fråga varför."),
                "small",
                "warn",
            )
            line.label.setWordWrap(True)
            self.add(line)
        self.compared = WrappedCheck(self.tr("Vi har läst orden för varandra, och alla tio stämmer"))
        self.trust = Button(self.tr("Lita på nyckeln"), "tonal", icon_name="shield-check")
        self.done = StatusText(self.tr("Du litar på nyckeln"), "ok")
        self.add(FingerprintWords(offer.fingerprint))
        self.add(self.compared)
        self.body.addLayout(at_left(self.trust))
        self.body.addLayout(at_left(self.done))
        can_be_trusted = offer.standing in (OfferStanding.NEW, OfferStanding.VOUCHED)
        show_when(self.compared, offer.must_be_compared)
        show_when(self.trust, can_be_trusted)
        show_when(self.done, offer.standing == OfferStanding.TRUSTED)
        self.trust.setEnabled(not offer.must_be_compared)
        self.compared.box.toggled.connect(self.trust.setEnabled)
        self.trust.clicked.connect(self.trust_wanted)

    def show_trusted(self) -> None:
        """Show that it is trusted from now on."""
        show_when(self.compared, False)
        show_when(self.trust, False)
        show_when(self.done, True)

    def _standing(self) -> str:
        return {
            OfferStanding.OWN: self.tr("Det är er egen nyckel. Den behöver ni inte lita på."),
            OfferStanding.TRUSTED: self.tr("Du litar redan på den."),
            OfferStanding.VOUCHED: self.tr(
                "En nyckel som du redan litar på har skrivit under den. Du behöver inte ringa."
            ),
            OfferStanding.NEW: self.tr(
                "Ring utfärdaren på ett nummer du redan har, och läs orden för varandra. Stämmer något inte: låt bli."
            ),
        }[self.offer.standing]


class TrustDialog(ScrollDialog):
    """`trust_wanted(KeyOffer)`. Reading the file has changed nothing; closing it changes nothing."""

    trust_wanted = Signal(object)

    def __init__(self, offers: Sequence[KeyOffer], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Lita på en utfärdare"),
            self.tr("Vem som helst kan göra en nyckel och kalla sig vad som helst. Därför jämför ni."),
            width=640,
            height=620,
            parent=parent,
        )
        self.cards = [OfferCard(offer) for offer in offers]
        for card in self.cards:
            card.trust_wanted.connect(partial(self.trust_wanted.emit, card.offer))
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.add_close(self.tr("Stäng"))

    def show_trusted(self, offer: KeyOffer) -> None:
        for card in self.cards:
            if card.offer == offer:
                card.show_trusted()
