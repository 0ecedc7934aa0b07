"""A certificate, the field that a question is about, the question in one's own words, then the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.write_supplement import LONGEST_TEXT, SupplementFieldChosen
from kompetens_gui.domain.case import ModelSupplement
from kompetens_gui.domain.exercises.supplement import AskingView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId, MedicalCertificate
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.parts.certificate_card import CertificateCard
from kompetens_gui.ui.exercises.parts.columns import column_of
from kompetens_gui.ui.exercises.parts.guide_card import GuideCard
from kompetens_gui.ui.exercises.parts.model_card import ModelCard
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.parts.versions_card import VersionsCard
from kompetens_gui.ui.exercises.parts.writing import Writing
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_CERTIFICATE, _MAIN, _SIDE = 380, 420, 320
_USUAL_MODELS = 2


class SupplementPanel(ExercisePanel):
    """Chooses a field, asks, and looks at the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._medical_certificate: MedicalCertificate | None = None
        self._about: FieldId | None = None
        self._models: tuple[ModelSupplement, ...] = ()
        self.columns = ResponsiveColumns(parent=self)
        self.beside = ResponsiveColumns(parent=self.columns)
        self.certificate = CertificateCard("scroll", self.columns)
        self.main = Card(parent=self.beside)
        self.fields = choice_box(self.main)
        self.choose = Field(self.tr("&Vilket fält gäller frågan?"), self.fields, parent=self.main)
        self.empty = Label(self.tr("Fältet är inte ifyllt i intyget."), "small", "muted", wrap=True, parent=self.main)
        self.editor = OwnTextEditor(self.tr("Din fråga till &läkaren"), LONGEST_TEXT, lines=6, parent=self.main)
        hint = self.tr("En fråga som går att besvara på tre rader.")
        self.hint = Label(hint, "small", "muted", wrap=True, parent=self.main)
        self.models = QVBoxLayout()
        self.models.setSpacing(12)
        self._model_cards: list[ModelCard] = []
        side = QWidget(self.beside)
        waiting = self.tr("Skriv din fråga först. Sedan får du punkter att hålla den mot, och förslag.")
        self.guide = GuideCard(self.tr("Håller frågan?"), waiting, side)
        self.versions = VersionsCard(side)
        self.writing = Writing(self.editor, self.guide, self.versions, self)
        self._lay_out(side)
        self.fields.activated.connect(self._choose)
        self.writing.proposed.connect(self.proposed)
        self.writing.round_wanted.connect(self.round_wanted)
        self.writing.changed.connect(self.primary_changed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: AskingView = attempt.view
        self.certificate.show_picture(view.picture)
        self._show_fields(view.picture.medical_certificate)
        self._show_field(view)
        self.writing.show_own(view.own, view.earlier, view.points)
        if view.models != self._models:
            self._models = view.models
            self._show_models()
        self.primary_changed.emit()

    def commit_pending(self) -> None:
        self.editor.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield from self.writing.parts_for_later()
        while len(self._model_cards) < _USUAL_MODELS:
            yield self._add_model

    def primary(self) -> PrimaryAction | None:
        return self.writing.primary(ready=self._about is not None)

    def first_focus(self) -> QWidget | None:
        return self.fields if self._about is None else self.editor.text

    def _show_fields(self, medical_certificate: MedicalCertificate) -> None:
        if medical_certificate is self._medical_certificate:
            return
        self._medical_certificate = medical_certificate
        self.fields.clear()
        self.fields.addItem(self.tr("Välj fält"), None)
        for field in FIELDS.values():
            filled = bool(medical_certificate.text(field.id))
            words = self.tr("{number}. {title}") if filled else self.tr("{number}. {title} (inte ifyllt)")
            self.fields.addItem(words.format(number=field.number, title=field.title), field.id)

    def _show_field(self, view: AskingView) -> None:
        self.fields.setCurrentIndex(max(0, self.fields.findData(view.about)) if view.about else 0)
        if view.about == self._about:
            return
        self._about = view.about
        text = view.picture.medical_certificate.text(view.about) if view.about else ""
        show_when(self.empty, view.about is not None and not text)
        self.certificate.text.focus_field(view.about if text else None)

    def _show_models(self) -> None:
        while len(self._model_cards) < len(self._models):
            self._add_model()
        for card, model in zip(self._model_cards, self._models, strict=False):
            title = self.tr("Ett sätt att fråga om {field}").format(field=FIELDS[model.field].title.lower())
            card.title.setText(title)
            card.show_model(" ".join(model.question.split()), " ".join(model.why.split()))
        for card in self._model_cards[len(self._models) :]:
            card.show_model("")

    def _add_model(self) -> None:
        """Make a card without words: which models there are is told with the guide."""
        card = ModelCard("", self.main)
        self._model_cards.append(card)
        self.models.addWidget(card)

    @Slot(int)
    def _choose(self, _index: int) -> None:
        field = self.fields.currentData()
        if field is not None and field != self._about:
            self.editor.commit()
            self.proposed.emit(SupplementFieldChosen(FieldId(field)))

    def _lay_out(self, side: QWidget) -> None:
        for part in (self.choose, self.empty, self.editor, self.hint):
            self.main.add(part)
        self.main.body.addLayout(self.models)
        self.main.body.addStretch(1)
        show_when(self.empty, False)
        column_of(side, self.guide, self.versions)
        self.beside.add_column(self.main, _MAIN)
        self.beside.add_column(side, _SIDE, 0)
        self.columns.add_column(self.certificate, _CERTIFICATE)
        self.columns.add_column(self.beside, _MAIN, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
