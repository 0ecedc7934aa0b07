"""The cards of "Mina uppgifter": each kind of data to unfold, what can be corrected, what can be taken along."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.own_data_sections import OwnDataEntry, OwnDataSection
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left

MOST_SHOWN = 200


class SectionCard(Card):
    """One kind of data: how much there is and why, and every entry when it is asked for."""

    def __init__(self, section: OwnDataSection, parent: QWidget | None = None) -> None:
        super().__init__(section.title, dense=True, parent=parent)
        self._section = section
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        self.why = Label("", "small", "muted", wrap=True, parent=self)
        self.add(self.why)
        self.unfold = Button(self.tr("Visa"), "ghost", "sm", icon_name="caret-right", parent=self)
        self.unfold.setCheckable(True)
        self.body.addLayout(at_left(self.unfold))
        self._box = QWidget(self)
        self._entries = QVBoxLayout(self._box)
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(8)
        self.add(self._box)
        self.unfold.toggled.connect(self._toggle)
        show_when(self._box, False)
        self.show_section(section)

    def show_section(self, section: OwnDataSection) -> None:
        self._section = section
        nothing = self.tr("inget sparat")
        self.count.setText(str(len(section.entries)) if section.entries else nothing)
        self.why.setText(section.why)
        self.unfold.setAccessibleName(self.tr("Visa {what}").format(what=section.title.lower()))
        show_when(self.unfold, bool(section.entries))
        self._fill()

    @Slot(bool)
    def _toggle(self, wanted: bool) -> None:
        self.unfold.set_icon_name("caret-down" if wanted else "caret-right")
        self.unfold.setText(self.tr("Dölj") if wanted else self.tr("Visa"))
        self._fill()

    def _fill(self) -> None:
        wanted = self.unfold.isChecked() and bool(self._section.entries)
        clear_layout(self._entries)
        if wanted:
            for index, entry in enumerate(self._section.entries[:MOST_SHOWN]):
                if index:
                    self._entries.addWidget(rule())
                self._entries.addWidget(_entry(entry, self._box))
            left = len(self._section.entries) - MOST_SHOWN
            if left > 0:
                text = self.tr("{n} till finns i filen som du kan spara.").format(n=left)
                self._entries.addWidget(Label(text, "small", "muted", wrap=True, parent=self._box))
        show_when(self._box, wanted)


def _entry(entry: OwnDataEntry, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(entry.title, "dense-strong", wrap=True, parent=box))
    if entry.facts:
        column.addWidget(Label(entry.facts, "small", "muted", wrap=True, parent=box))
    for text in entry.texts:
        column.addWidget(Label(text, "small", wrap=True, parent=box))
    return box


class CorrectCard(Card):
    """`corrected(LearnerProfile)` with what is to hold from now on."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Rätta"), parent=parent)
        self._profile: LearnerProfile | None = None
        self.name, self.unit = QLineEdit(), QLineEdit()
        self.role, self.sex = choice_box(), choice_box()
        for role in Role:
            self.role.addItem(role_title(role), role)
        for sex, words in (
            (None, self.tr("Inte angivet")),
            (Sex.WOMAN, self.tr("Kvinna")),
            (Sex.MAN, self.tr("Man")),
            (Sex.OTHER, self.tr("Annat")),
        ):
            self.sex.addItem(words, sex)
        self.name_field = Field(self.tr("&Namn"), self.name)
        self.save = Button(self.tr("Spara rättelsen"), "tonal", parent=self)
        for field in (
            self.name_field,
            Field(self.tr("&Roll"), self.role, hint=self.tr("Rollen avgör dina målnivåer.")),
            Field(self.tr("&Enhet"), self.unit),
            Field(self.tr("&Kön, frivilligt"), self.sex, hint=self.tr("Används bara i könsuppdelad statistik.")),
        ):
            self.add(field)
        self.body.addLayout(at_left(self.save))
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)

    def show_profile(self, profile: LearnerProfile) -> None:
        """Show what holds; what somebody is typing stays when the profile is the same."""
        if profile == self._profile:
            return
        self._profile = profile
        self.name.setText(profile.name)
        self.unit.setText(profile.unit)
        self.role.setCurrentIndex(max(0, self.role.findData(profile.role)))
        self.sex.setCurrentIndex(max(0, self.sex.findData(profile.sex)))
        self.name_field.set_error("")

    @Slot()
    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        self.name_field.set_error("" if name else self.tr("Skriv ett namn."))
        if name and self._profile is not None:
            sex = self.sex.currentData()
            self.corrected.emit(
                replace(
                    self._profile,
                    name=name,
                    unit=" ".join(self.unit.text().split()),
                    role=Role(self.role.currentData()),
                    sex=Sex(sex) if sex else None,
                )
            )


class TakeAlongCard(Card):
    """Signals: `json_wanted()`, `pdf_wanted()`, `print_wanted()`."""

    json_wanted = Signal()
    pdf_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ta med dig allt"), parent=parent)
        self.body.setSpacing(10)
        text = self.tr("PDF är till för att läsa. JSON är till för att föras över till ett annat program.")
        self.add(Label(text, "small", "muted", wrap=True, parent=self))
        row = FlowRow(8, self)
        self.pdf = Button(self.tr("Spara PDF"), "secondary", icon_name="file-pdf", parent=row)
        self.json = Button(self.tr("Spara JSON"), "secondary", icon_name="download-simple", parent=row)
        self.print = Button(self.tr("Skriv ut"), "secondary", icon_name="printer", parent=row)
        for button, signal in (
            (self.pdf, self.pdf_wanted),
            (self.json, self.json_wanted),
            (self.print, self.print_wanted),
        ):
            button.clicked.connect(signal)
            row.add(button)
        self.add(row)


class EraseCard(Card):
    """`erase_wanted()` asks for the question."""

    erase_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ta bort"), parent=parent)
        self.body.setSpacing(10)
        for text in (
            self.tr("Du väljer om bara studierna ska bort, eller allt där ditt namn står. Du får ett kvitto."),
            self.tr(
                "Läses en äldre säkerhetskopia tillbaka på den här datorn tas du bort igen. Programmet minns att något "
                "har tagits bort, men inte ditt namn. Kopior på andra ställen når programmet inte."
            ),
        ):
            self.add(Label(text, "small", "muted", wrap=True, parent=self))
        self.erase = Button(self.tr("Ta bort…"), "danger", icon_name="trash", parent=self)
        self.body.addLayout(at_left(self.erase))
        self.erase.clicked.connect(self.erase_wanted)
