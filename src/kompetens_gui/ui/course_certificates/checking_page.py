"""Kontrollera ett kursintyg: handing in at the left, the answers at the right, and below whose signatures count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.credentials.verification import Verification
from kompetens_gui.ui.course_certificates.hand_in import DropTarget, HandInCard
from kompetens_gui.ui.course_certificates.result_card import ResultCard
from kompetens_gui.ui.course_certificates.trust_cards import IssuersCard, RevocationsCard
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns, at_left

MOST_SHOWN = 50


class CheckingPage(DropTarget):
    """Signals: `opened()` each time the page is shown, `back_wanted()`, `key_wanted()`."""

    opened = Signal()
    back_wanted = Signal()
    key_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.back = Button(self.tr("Kursintyg"), "ghost", icon_name="arrow-left")
        self.hand_in = HandInCard()
        self.nothing = EmptyState(
            "shield-check",
            self.tr("Här står svaret"),
            self.tr("Programmet kontrollerar underskriften utan nät. Utfärdaren får inte veta att du kontrollerar."),
        )
        self.source = Label("", "small", "muted", wrap=True)
        self.issuers, self.revocations = IssuersCard(), RevocationsCard()
        self.results: list[ResultCard] = []
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.dragging.connect(self.hand_in.show_dragging)
        self.issuers.read_wanted.connect(self.key_wanted)

    def open_with(self, **_context: object) -> None:
        self.opened.emit()

    def panes(self) -> list[QWidget]:
        return [self.hand_in, *self.results[:1], self.issuers, self.revocations]

    def show_answers(self, answers: Sequence[Verification], source: str, *, take_focus: bool = True) -> None:
        """Show the answers in the place of those before; `source` says what was handed in.

        Those that say the same as before are left alone, so that a check made anew moves nothing on the page.
        """
        if not take_focus and _same(answers[:MOST_SHOWN], [card.answer for card in self.results]):
            return
        take_focus = take_focus or any(card.hasFocus() for card in self.results)
        clear_layout(self._answers)
        self.results = [ResultCard(answer, self) for answer in answers[:MOST_SHOWN]]
        for card in self.results:
            card.key_wanted.connect(self.key_wanted)
            self._answers.addWidget(card)
        left = len(answers) - MOST_SHOWN
        more = self.tr(". De första {n} visas.").format(n=MOST_SHOWN) if left > 0 else ""
        counted = (
            self.tr("{source}: {n} kursintyg").format(source=source, n=len(answers)) if len(answers) > 1 else source
        )
        self.source.setText(counted + more)
        show_when(self.nothing, not answers)
        show_when(self.source, bool(answers))
        if self.results and take_focus:
            # When the layout has settled: the answers stand below the hand-in where the columns are folded.
            QTimer.singleShot(0, self.results[0], partial(self._go_to, self.results[0]))

    def _go_to(self, card: ResultCard) -> None:
        card.setFocus()
        self._scroll.ensureWidgetVisible(card, 0, 48)

    def _lay_out(self) -> None:
        scroll = self._scroll = PageScroll()
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(at_left(self.back))
        head.addWidget(Heading(self.tr("Kontrollera ett kursintyg"), "h1"))
        text = self.tr("Öppna filen du har fått, eller klistra in texten från QR-koden.")
        head.addWidget(Label(text, "body", "muted", wrap=True))
        scroll.body.addLayout(head)
        left, right, beside = QWidget(), QWidget(), QWidget()
        for box in (left, right, beside):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(24 if box is not right else 12)
        _column(left).addWidget(self.hand_in)
        _column(left).addStretch(1)
        _column(right).addWidget(self.nothing)
        _column(right).addWidget(self.source)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(16)
        _column(right).addLayout(self._answers)
        _column(right).addStretch(1)
        show_when(self.source, False)
        columns = ResponsiveColumns()
        columns.add_column(left, 400, 0)
        columns.add_column(right, 480, 1)
        scroll.body.addWidget(columns)
        lists = ResponsiveColumns()
        lists.add_column(self.issuers, 440)
        lists.add_column(self.revocations, 440)
        scroll.body.addWidget(lists)
        scroll.body.addStretch(1)
        self._layout.addWidget(scroll)


def _same(answers: Sequence[Verification], before: Sequence[Verification]) -> bool:
    """Whether answers differ in nothing but when they were given."""
    return len(answers) == len(before) and all(
        replace(a, checked_at=b.checked_at) == b for a, b in zip(answers, before, strict=True)
    )


def _column(box: QWidget) -> QVBoxLayout:
    layout = box.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout
