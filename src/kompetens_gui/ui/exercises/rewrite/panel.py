"""The weak line in its certificate, the learner's own wording with the changes, then the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.rewrite import LineChosen
from kompetens_gui.domain.chain import Span
from kompetens_gui.domain.exercises.rewrite import LONGEST_LINE, LineShown, RewritingView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.parts.certificate_card import CertificateCard
from kompetens_gui.ui.exercises.parts.changes_text import ChangesText
from kompetens_gui.ui.exercises.parts.columns import column_of
from kompetens_gui.ui.exercises.parts.guide_card import GuideCard
from kompetens_gui.ui.exercises.parts.model_card import ModelCard
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.parts.readable_diff import readable_diff
from kompetens_gui.ui.exercises.parts.versions_card import VersionsCard
from kompetens_gui.ui.exercises.parts.writing import Writing
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.tags import Tag

_CERTIFICATE, _MAIN, _SIDE = 380, 420, 320
_SHORT = 70


class RewritePanel(ExercisePanel):
    """Chooses a line, words it anew, and looks at it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RewritingView | None = None
        self._line: Span | None = None
        self.columns = ResponsiveColumns(parent=self)
        self.beside = ResponsiveColumns(parent=self.columns)
        self.certificate = CertificateCard("select", self.columns)
        self.main = Card(parent=self.beside)
        self.lines = choice_box(self.main)
        self.choose = Field(self.tr("&Mening att skriva om"), self.lines, parent=self.main)
        self.before_card = Card(look="sunken", dense=True, parent=self.main)
        self.before = Label("", "body", wrap=True, parent=self.before_card)
        self.weakness = Label("", "small", "muted", wrap=True, parent=self.before_card)
        self.editor = OwnTextEditor(self.tr("&Efter"), LONGEST_LINE, lines=5, parent=self.main)
        self.changes_title = Label(self.tr("Så ändrades meningen"), "label", "faint", parent=self.main)
        self.changes = ChangesText("body", self.main)
        self.model = ModelCard(self.tr("Ett sätt att skriva den"), self.main)
        side = QWidget(self.beside)
        waiting = self.tr("Skriv din mening först. Sedan får du punkter att hålla den mot, och ett förslag.")
        self.guide = GuideCard(self.tr("Håller meningen?"), waiting, side)
        self.versions = VersionsCard(side)
        self.writing = Writing(self.editor, self.guide, self.versions, self)
        self._lay_out(side)
        self.lines.activated.connect(self._pick)
        self.certificate.text.span_chosen.connect(self._pick_in_text)
        self.writing.proposed.connect(self.proposed)
        self.writing.round_wanted.connect(self.round_wanted)
        self.writing.changed.connect(self._typed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: RewritingView = attempt.view
        self._view = view
        self.certificate.show_picture(view.picture)
        self._show_lines(view)
        line = view.line
        self.before.setText(line.span.quote if line else self.tr("Intyget har ingen mening att skriva om."))
        self.weakness.setText(" ".join(view.weakness.split()))
        show_when(self.weakness, bool(view.weakness))
        self.editor.setEnabled(line is not None)
        if line is not None and line.span != self._line:
            self._line = line.span
            self._mark_line_soon()
        self.writing.show_own(view.own, view.earlier, view.points)
        self.model.show_model(" ".join(view.model.split()))
        self._typed()

    def commit_pending(self) -> None:
        self.editor.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        return self.writing.parts_for_later()

    def primary(self) -> PrimaryAction | None:
        return self.writing.primary(ready=self._line is not None)

    def first_focus(self) -> QWidget | None:
        return self.editor.text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark_line_soon()

    def _show_lines(self, view: RewritingView) -> None:
        wanted = [_words(line) for line in view.lines]
        if wanted != [self.lines.itemText(i) for i in range(self.lines.count())]:
            self.lines.clear()
            self.lines.addItems(wanted)
        self.lines.setCurrentIndex(view.lines.index(view.line) if view.line in view.lines else -1)
        self.lines.setEnabled(not view.own.guide)
        show_when(self.choose, len(view.lines) > 1)

    def _mark_line_soon(self) -> None:
        """Choose the line in the text once that has the width it will have."""
        QTimer.singleShot(0, self, self._mark_line)

    @Slot()
    def _mark_line(self) -> None:
        if self._view is not None and self._line is not None:
            start, end = self._line.locate(self._view.picture.medical_certificate)
            self.certificate.text.select(self._line.field, start, end)

    @Slot(int)
    def _pick(self, index: int) -> None:
        if self._view is not None and 0 <= index < len(self._view.lines):
            self._choose(self._view.lines[index])

    @Slot(str, str, int)
    def _pick_in_text(self, field: str, quote: str, occurrence: int) -> None:
        """Choose the line that words of the certificate touch; Enter on other words does nothing."""
        view = self._view
        if view is None or view.own.guide:
            return
        medical_certificate = view.picture.medical_certificate
        chosen = Span(FieldId(field), quote, occurrence).locate(medical_certificate)
        for line in view.lines:
            start, end = line.span.locate(medical_certificate)
            if line.span.field == field and start < chosen[1] and chosen[0] < end:
                self._choose(line)
                self.editor.setFocus()
                return

    def _choose(self, line: LineShown) -> None:
        if line.span != self._line:
            self.editor.commit()
            self.proposed.emit(LineChosen(line.span.field, line.span.quote, line.span.occurrence))

    @Slot()
    def _typed(self) -> None:
        text = self.editor.plain()
        pieces = readable_diff(self._line.quote, text) if self._line and text.strip() else ()
        self.changes.show_changes(pieces)
        show_when(self.changes_title, bool(pieces))
        show_when(self.changes, bool(pieces))
        self.primary_changed.emit()

    def _lay_out(self, side: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Före"), "h3", parent=self.before_card), 1)
        head.addWidget(Tag(self.tr("Svag mening"), "warn", parent=self.before_card), 0, Qt.AlignmentFlag.AlignTop)
        self.before_card.body.addLayout(head)
        self.before_card.add(self.before)
        self.before_card.add(self.weakness)
        changes = QVBoxLayout()
        changes.setSpacing(4)
        changes.addWidget(self.changes_title)
        changes.addWidget(self.changes)
        for part in (self.choose, self.before_card, self.editor):
            self.main.add(part)
        self.main.body.addLayout(changes)
        self.main.add(self.model)
        self.main.body.addStretch(1)
        column_of(side, self.guide, self.versions)
        self.beside.add_column(self.main, _MAIN)
        self.beside.add_column(side, _SIDE, 0)
        self.columns.add_column(self.certificate, _CERTIFICATE)
        self.columns.add_column(self.beside, _MAIN, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)


def _words(line: LineShown) -> str:
    quote = " ".join(line.span.quote.split())
    short = quote if len(quote) <= _SHORT else quote[: _SHORT - 1] + "…"
    return f"{FIELDS[line.span.field].number}. {short}"
