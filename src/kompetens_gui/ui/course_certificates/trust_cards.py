"""Whose signatures count here, and what issuers have taken back: lists that go from copy to copy as files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.credentials.issuers import TrustedKey
from kompetens_gui.domain.credentials.revocation import RevocationList
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.services.date_words import day_words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left

translate = QCoreApplication.translate


class IssuersCard(Card):
    """Signals: `read_wanted()`, `save_wanted()`, `distrust_wanted(TrustedKey)`."""

    read_wanted = Signal()
    save_wanted = Signal()
    distrust_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Utfärdare du litar på"), parent=parent)
        self.body.setSpacing(10)
        text = self.tr("Läs in en utfärdares öppna nyckel, och jämför den per telefon innan du litar på den.")
        self.add(Label(text, "small", "muted", wrap=True))
        self.nothing = Label(self.tr("Ingen än. Era egna kursintyg går att kontrollera ändå."), "small", wrap=True)
        self.add(self.nothing)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        row = FlowRow(8, self)
        self.read = Button(self.tr("Läs in nyckel…"), icon_name="download-simple")
        self.save = Button(self.tr("Spara listan…"), icon_name="floppy-disk")
        row.add(self.read)
        row.add(self.save)
        self.add(row)
        self.body.addStretch(1)
        self.distrust: list[Button] = []
        self._shown: Sequence[TrustedKey] | None = None
        self.read.clicked.connect(self.read_wanted)
        self.save.clicked.connect(self.save_wanted)

    def show_keys(self, keys: Sequence[TrustedKey]) -> None:
        if keys == self._shown:
            return
        self._shown = keys
        clear_layout(self._column)
        self.distrust = []
        show_when(self.nothing, not keys)
        for place, trusted in enumerate(keys):
            if place:
                self._column.addWidget(rule())
            self._column.addWidget(self._entry(trusted))

    def _entry(self, trusted: TrustedKey) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        key = trusted.key
        column.addWidget(Label(key.issuer, "dense-strong", wrap=True, parent=box))
        since = self.tr("Sedan {day}. {words}").format(
            day=day_words(local(trusted.trusted_at).date()), words=key.fingerprint.spoken
        )
        column.addWidget(Label(since, "small", "muted", wrap=True, parent=box))
        button = Button(self.tr("Sluta lita på"), "link", parent=box)
        button.setAccessibleName(self.tr("Sluta lita på {issuer}").format(issuer=key.issuer))
        button.clicked.connect(partial(self.distrust_wanted.emit, trusted))
        self.distrust.append(button)
        column.addLayout(at_left(button))
        return box


class RevocationsCard(Card):
    """Signals: `read_wanted()`, `save_wanted()`."""

    read_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Återkallade kursintyg"), parent=parent)
        self.body.setSpacing(10)
        text = self.tr("Utan nät behövs en lista från varje utfärdare. Den har bara nummer och datum, inga namn.")
        self.add(Label(text, "small", "muted", wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)
        row = FlowRow(8, self)
        self.read = Button(self.tr("Läs in lista…"), icon_name="download-simple")
        self.save = Button(self.tr("Spara vår lista…"), icon_name="floppy-disk")
        row.add(self.read)
        row.add(self.save)
        self.add(row)
        self.body.addStretch(1)
        self.read.clicked.connect(self.read_wanted)
        self.save.clicked.connect(self.save_wanted)

    def show_lists(self, lists: Sequence[RevocationList]) -> None:
        clear_layout(self._column)
        for one in lists:
            self._column.addWidget(Label(list_words(one), "small", wrap=True, parent=self))
        if not lists:
            self._column.addWidget(Label(self.tr("Ingen lista än."), "small", parent=self))


def list_words(one: RevocationList) -> str:
    """Return whose list it is, from when, and how much is in it."""
    day = day_words(local(one.made_at).date())
    words = translate("RevocationLists", "{issuer}, från {day}: {n} kursintyg")
    return words.format(issuer=one.issuer, day=day, n=len(one.entries))
