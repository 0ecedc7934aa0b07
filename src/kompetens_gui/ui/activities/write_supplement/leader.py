"""The group's question to the physician: which field it is about, its words, and the case's models beside it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.write_supplement import (
    KIND,
    LONGEST_TEXT,
    SupplementFieldChosen,
    SupplementModelHidden,
    SupplementModelRevealed,
    SupplementState,
    SupplementWritten,
)
from kompetens_gui.domain.case import ModelSupplement
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId, MedicalCertificate
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.pending_text import PendingText


class WriteSupplementLeader(LeaderPanel):
    """Writes on the group's behalf."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._medical_certificate: MedicalCertificate | None = None
        self._models: tuple[ModelSupplement, ...] | None = None
        self.field = choice_box()
        self.field.activated.connect(self._choose_field)
        self.field_text = Label("", "small", wrap=True)
        self.text = PendingText(LONGEST_TEXT)
        self.text.written.connect(self._write)
        self.text.typed.connect(self._count)
        self.left = Label("", "meta", "faint")
        self.private = PrivateBox()
        self.reveal = RevealButton(self.tr("Visa förslaget"), self.tr("Dölj förslaget"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.models = QVBoxLayout()
        self._action = kind_action(self, self.tr("Visa eller dölj förslaget"), "Ctrl+Shift+F")
        self._action.triggered.connect(self.reveal.click)
        self._lay_out()
        self._count(LONGEST_TEXT)
        self.begin_at(self.text)

    def show_state(self, state: SupplementState, context: ActivityContext) -> None:
        """Show field, question and models; what is being typed is left alone."""
        medical_certificate = context.medical_certificate
        if medical_certificate is not self._medical_certificate:
            self._medical_certificate = medical_certificate
            self._fill_fields(medical_certificate)
        index = self.field.findData(state.field) if state.field else 0
        self.field.setCurrentIndex(max(0, index))
        found = medical_certificate.text(state.field) if medical_certificate and state.field else ""
        self.field_text.setText(found)
        self.field_text.setVisible(bool(found))
        self.text.show_text(state.text)
        models = KIND.models(context)
        self.reveal.set_shown(state.model_revealed)
        self.private.setVisible(bool(models))
        if models != self._models:
            self._models = models
            self._show_models(models)

    def commit_pending(self) -> None:
        self.text.commit()

    def actions_of_kind(self) -> list[QAction]:
        return [self._action]

    def _lay_out(self) -> None:
        quote = Card(look="sunken", dense=True)
        quote.add(Field(self.tr("&Fält i intyget"), self.field))
        quote.add(self.field_text)
        self.private.head.addWidget(self.reveal)
        self.private.body.addLayout(self.models)
        counter = QHBoxLayout()
        counter.addWidget(Label(self.tr("En fråga som går att besvara på tre rader."), "meta", "muted"), 1)
        counter.addWidget(self.left)
        area, body = side_scroll(self)
        body.addWidget(quote)
        body.addWidget(Field(self.tr("Gruppens fråga till &läkaren"), self.text))
        body.addLayout(counter)
        body.addWidget(self.private)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _fill_fields(self, medical_certificate: MedicalCertificate | None) -> None:
        self.field.clear()
        self.field.addItem(self.tr("Välj fält"), None)
        for form_field in FIELDS.values():
            filled = bool(medical_certificate and medical_certificate.text(form_field.id))
            words = self.tr("{number}. {title}") if filled else self.tr("{number}. {title} (inte ifyllt)")
            self.field.addItem(words.format(number=form_field.number, title=form_field.title), form_field.id)

    def _show_models(self, models: tuple[ModelSupplement, ...]) -> None:
        clear_layout(self.models)
        for model in models:
            self.models.addWidget(Label(FIELDS[model.field].title, "small-strong"))
            self.models.addWidget(Label(" ".join(model.question.split()), "small", wrap=True))
            if model.why:
                self.models.addWidget(Label(" ".join(model.why.split()), "meta", "muted", wrap=True))

    @Slot(int)
    def _choose_field(self, _index: int) -> None:
        field = self.field.currentData()
        if field is not None:
            self.text.commit()
            self.proposed.emit(SupplementFieldChosen(FieldId(field)))

    @Slot(str)
    def _write(self, text: str) -> None:
        self.proposed.emit(SupplementWritten(text))

    @Slot(int)
    def _count(self, left: int) -> None:
        self.left.setText(self.tr("{count} tecken kvar").format(count=left))

    @Slot(bool)
    def _reveal(self, wanted: bool) -> None:
        self.proposed.emit(SupplementModelRevealed() if wanted else SupplementModelHidden())
