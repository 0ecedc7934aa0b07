"""Godkänn en begäran: what was sent at the left, what it says and one's own answer at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest
from kompetens_gui.services.answering_sign_offs import SignedAnswer
from kompetens_gui.ui.course_certificates.answer_cards import AnswerFormCard, SignedAnswerCard
from kompetens_gui.ui.course_certificates.hand_in import DropTarget
from kompetens_gui.ui.course_certificates.request_cards import RequestCard, RequestInCard
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns, at_left


class AnsweringPage(DropTarget):
    """Shows one request at a time, then its answer. Signals: `back_wanted()`."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.back = Button(self.tr("Kursintyg"), "ghost", icon_name="arrow-left")
        self.hand_in = RequestInCard()
        self.nothing = EmptyState(
            "check-circle",
            self.tr("Här står begäran"),
            self.tr("Du läser vad den gäller, svarar och skriver under. Svaret skickar du själv tillbaka."),
        )
        self.request, self.form, self.signed = RequestCard(), AnswerFormCard(), SignedAnswerCard()
        self._lay_out()
        self.show_nothing()
        self.back.clicked.connect(self.back_wanted)
        self.dragging.connect(self.hand_in.show_dragging)

    def open_with(self, **_context: object) -> None:
        self.hand_in.code.setFocus()

    def panes(self) -> list[QWidget]:
        return [part for part in (self.hand_in, self.form, self.signed) if not part.isHidden()]

    def show_nothing(self) -> None:
        """Be ready for a request."""
        for part in (self.request, self.form, self.signed):
            show_when(part, False)
        show_when(self.nothing, True)
        self.hand_in.code.clear()
        self.hand_in.show_read(False)

    def show_request(self, request: SignOffRequest, name: str) -> None:
        """Show a request to be answered; `name` is who most likely answers."""
        self.request.show_request(request)
        self.form.begin(request.learner, name)
        show_when(self.nothing, False)
        show_when(self.signed, False)
        show_when(self.request, True)
        show_when(self.form, True)
        self.hand_in.show_read(True)
        self._see(self.request, self.form.verdict.button(self.form.chosen))

    def show_answer(self, signed: SignedAnswer) -> None:
        """Show the signed answer in the place of the form."""
        self.signed.show_answer(signed)
        show_when(self.form, False)
        show_when(self.signed, True)
        self._see(self.signed, self.signed.save)

    def _see(self, card: QWidget, first: QWidget) -> None:
        """Give the keyboard to what comes next, when the layout has settled: the columns may be folded."""
        first.setFocus()
        QTimer.singleShot(0, card, lambda: self._scroll.verticalScrollBar().setValue(self._top_of(card)))

    def _top_of(self, card: QWidget) -> int:
        content = self._scroll.widget()
        return max(0, card.mapTo(content, card.rect().topLeft()).y() - 24) if content is not None else 0

    def _lay_out(self) -> None:
        scroll = self._scroll = PageScroll()
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(at_left(self.back))
        head.addWidget(Heading(self.tr("Godkänn en begäran"), "h1"))
        text = self.tr("Någon som studerar på en annan dator har bett dig om ett godkännande. Inget sparas här om dem.")
        head.addWidget(Label(text, "body", "muted", wrap=True))
        scroll.body.addLayout(head)
        left, right = QWidget(), QWidget()
        for box, parts in (
            (left, (self.hand_in,)),
            (right, (self.nothing, self.request, self.form, self.signed)),
        ):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        columns = ResponsiveColumns()
        columns.add_column(left, 360, 0)
        columns.add_column(right, 480, 1)
        scroll.body.addWidget(columns)
        scroll.body.addStretch(1)
        self._layout.addWidget(scroll)
