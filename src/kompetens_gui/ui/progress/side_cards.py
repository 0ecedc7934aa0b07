"""Beside the areas: the sum of them, what to refresh, what can be added, and sessions that are let in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.sign_off import SignOffPurpose
from kompetens_gui.ui.progress.view_state import AreaView, MatrixView
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import ProgressBar
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck


class SummaryCard(Card):
    """`area_wanted(area)` when an area that asks to be refreshed is chosen."""

    area_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mot målen för din roll"), parent=parent)
        self.bar = ProgressBar(self.tr("Steg mot målen"), parent=self)
        self.summary = Label("", "dense", wrap=True, parent=self)
        self.refresh = QVBoxLayout()
        self.refresh.setSpacing(8)
        self.links: list[OptionRow] = []
        self.body.setSpacing(10)
        for part in (self.bar, self.summary):
            self.add(part)
        self.body.addLayout(self.refresh)
        self.add(
            Label(
                self.tr("Nivåerna är till för ditt lärande. De används inte i lönesamtal."),
                "small",
                "muted",
                wrap=True,
                parent=self,
            )
        )

    def show_matrix(self, view: MatrixView) -> None:
        self.bar.set_progress(
            view.climbed, view.all_steps, self.tr("{n} av {all} steg").format(n=view.climbed, all=view.all_steps)
        )
        self.summary.setText(view.summary)
        show_when(self.bar, view.all_steps > 0)
        self._show_refresh(view.to_refresh)

    def _show_refresh(self, areas: tuple[AreaView, ...]) -> None:
        clear_layout(self.refresh)
        self.links = []
        if areas:
            self.refresh.addWidget(Label(self.tr("Att friska upp"), "small-strong", parent=self))
        for area in areas:
            link = OptionRow(f"{area.id} {area.title}", parent=self)
            link.set_detail(area.refresh)
            link.clicked.connect(partial(self.area_wanted.emit, area.id))
            self.links.append(link)
            self.refresh.addWidget(link)


class AddCard(Card):
    """`wanted(SignOffPurpose)` for what is to be added."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lägg till"), parent=parent)
        self.body.setSpacing(8)
        text = self.tr("Det du gör utanför programmet syns först när du lägger till det.")
        self.add(Label(text, "small", "muted", wrap=True, parent=self))
        self.buttons: dict[SignOffPurpose, Button] = {}
        for purpose, words, icon in (
            (SignOffPurpose.CHANGED_WORK, self.tr("En ändring i ditt arbete"), "pencil-line"),
            (SignOffPurpose.PEER, self.tr("En kollegas ord"), "user-circle"),
            (SignOffPurpose.LED, self.tr("Ett tillfälle du har lett"), "presentation"),
        ):
            button = Button(words, "secondary", icon_name=icon, parent=self)
            button.clicked.connect(partial(self.wanted.emit, purpose))
            self.buttons[purpose] = button
            self.add(button)


class RoomCard(Card):
    """Signals: `consent_changed(bool)`, `fetch_wanted()`."""

    consent_changed = Signal(bool)
    fetch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Träffar i rummet"), parent=parent)
        self.body.setSpacing(10)
        text = self.tr(
            "Träffar där du står med samma namn och enhet kan räknas här: att du var med, och det gruppen övade "
            "tillsammans. Ingen bedöms av en träff."
        )
        self.add(Label(text, "small", "muted", wrap=True, parent=self))
        self._check = WrappedCheck(self.tr("Låt mina träffar räknas"), self)
        self.fetch = Button(self.tr("Hämta träffar"), "secondary", icon_name="download-simple", parent=self)
        self.status = Label("", "small", wrap=True, parent=self)
        self.add(self._check)
        self.body.addLayout(at_left(self.fetch))
        self.add(self.status)
        show_when(self.status, False)
        self._check.box.clicked.connect(self.consent_changed)
        self.fetch.clicked.connect(self.fetch_wanted)

    @property
    def consent(self) -> QCheckBox:
        return self._check.box

    def show_consent(self, given: bool) -> None:
        self.consent.setChecked(given)
        self.fetch.setEnabled(given)
        if not given:
            show_when(self.status, False)

    def show_found(self, count: int) -> None:
        """Say how many sessions were found."""
        if count == 1:
            text = self.tr("1 träff räknas.")
        elif count:
            text = self.tr("{n} träffar räknas.").format(n=count)
        else:
            text = self.tr("Ingen avslutad träff har ditt namn och din enhet.")
        self.status.setText(text)
        show_when(self.status, True)
