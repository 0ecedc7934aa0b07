"""The certificates of a case with each perspective's reading laid over them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Case, Key
from kompetens_gui.domain.chain import Chain
from kompetens_gui.ui.cases import words
from kompetens_gui.ui.cases.blocks import GapNote, clear_layout, titled_text
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.responsive import PageScroll
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.tags import Tag

_NO_KEY = "none"


class KeysTab(QWidget):
    """Choose a certificate and whose reading to see."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        papers = [(c.id, c.title) for c in case.medical_certificates]
        self.papers = SegmentedControl(self.tr("Intyg"), papers)
        readings = [(p.value, words.perspective(p)) for p in dict.fromkeys(k.perspective for k in case.keys)]
        self.readings = SegmentedControl(self.tr("Facit"), [*readings, (_NO_KEY, self.tr("Bara intyget"))])
        self.view = CertificateView(mode="read")
        self._side = PageScroll()
        self._side.body.setContentsMargins(0, 0, 8, 0)
        self._side.body.setSpacing(12)
        self._lay_out()
        self.papers.chosen.connect(self._show)
        self.readings.chosen.connect(self._show)
        self._show()

    def shown_key(self) -> Key | None:
        certificate = self._case.medical_certificate(self.papers.current())
        wanted = self.readings.current()
        return next((k for k in self._case.keys_for(certificate.id) if k.perspective.value == wanted), None)

    @Slot()
    def _show(self, _chosen: str = "") -> None:
        certificate, key = self._case.medical_certificate(self.papers.current()), self.shown_key()
        self.view.set_medical_certificate(certificate)
        self.view.set_chain(key.chain() if key else Chain())
        self._side.setVisible(self.readings.current() != _NO_KEY)
        clear_layout(self._side.body)
        if key is None:
            self._side.body.addWidget(
                Label(self.tr("Det här perspektivet har inget facit för intyget."), "body", "muted", wrap=True)
            )
        else:
            self._show_key(key)
        self._side.body.addStretch(1)

    def _show_key(self, key: Key) -> None:
        body = self._side.body
        row = QHBoxLayout()
        row.addWidget(Tag(*words.sufficiency(key.sufficiency, anyway=key.sufficient_anyway)))
        row.addStretch(1)
        body.addLayout(row)
        body.addLayout(titled_text(self.tr("Varför"), key.reason))
        for slot in key.missing:
            body.addWidget(GapNote(slot.kind, slot.question))
            if slot.why:
                body.addWidget(Label(slot.why, "small", "muted", wrap=True))
        if key.cheapest_way:
            body.addLayout(titled_text(self.tr("Enklaste vägen"), key.cheapest_way))
        body.addWidget(Label(self.tr("Markeringar"), "small-strong", "faint"))
        for span in key.spans:
            card = Card(look="inner", dense=True)
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(LetterBadge(span.kind, kind_word(span.kind)))
            head.addWidget(Label(f"”{span.span.quote}”", "dense", wrap=True), 1)
            card.body.addLayout(head)
            if span.why:
                card.add(Label(span.why, "small", "muted", wrap=True))
            if span.also:
                also = ", ".join(f"{kind.value} {kind_word(kind).lower()}" for kind in span.also)
                card.add(Label(self.tr("Läses också som {also}.").format(also=also), "small", "muted", wrap=True))
            body.addWidget(card)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        choices = QWidget()
        flow = FlowLayout(choices, spacing=12)
        flow.addWidget(self.papers)
        flow.addWidget(self.readings)
        column.addWidget(choices)
        card = Card(flush=True)
        card.body.setContentsMargins(8, 8, 8, 8)
        card.add(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card, 3)
        row.addWidget(self._side, 2)
        column.addLayout(row, 1)
