"""The form for the leader: field by field or whole, and the papers that can be handed out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.read_certificate import (
    KIND,
    FieldShown,
    PaperReleased,
    PaperShown,
    ReadState,
    open_papers,
)
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.labels import ElidedLabel, Heading, Label
from kompetens_gui.ui.widgets.layouts import clear_layout, side_scroll
from kompetens_gui.ui.widgets.tags import Tag

_BESIDE = 860
_PAPERS_WIDTH = 280


class ReadCertificateLeader(LeaderPanel):
    """Chooses what the room reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ReadState()
        self._fields: tuple[FieldId, ...] = ()
        self._papers: tuple[object, ...] = ()
        self.previous = IconButton("caret-up", self.tr("Förra fältet (↑)"), "secondary", "sm")
        self.next = IconButton("caret-down", self.tr("Nästa fält (↓)"), "secondary", "sm")
        self.whole = Button(self.tr("Hela intyget"), "secondary", "sm")
        self.shown = ElidedLabel("", "small", "muted")
        self.text = CertificateView(mode="read")
        self.paper = QLabel()
        self.paper.setTextFormat(Qt.TextFormat.PlainText)
        self.paper.setWordWrap(True)
        self.paper.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        self.papers = QVBoxLayout()
        self.previous.clicked.connect(partial(self._step, -1))
        self.next.clicked.connect(partial(self._step, 1))
        self.whole.clicked.connect(self._show_whole)
        self._lay_out()
        self.begin_at(self.text)

    def show_state(self, state: ReadState, context: ActivityContext) -> None:
        """Show what the room reads, and the papers."""
        self._state = state
        view = KIND.room(state, context)
        if view is None:
            return
        medical_certificate = view.picture.medical_certificate
        self._fields = tuple(form_field.id for form_field, _ in medical_certificate.filled())
        self.text.set_medical_certificate(medical_certificate)
        self.text.focus_field(state.field)
        if view.document is not None:
            self.paper.setText(view.document.text)
        self.stack.setCurrentIndex(0 if view.document is None else 1)
        for button in (self.previous, self.next, self.whole):
            button.setEnabled(view.document is None)
        title = view.document.title if view.document else medical_certificate.title
        if state.field is not None:
            title = self.tr("Fält {number}: {title}").format(
                number=FIELDS[state.field].number, title=FIELDS[state.field].title
            )
        self.shown.setText(self.tr("Rummet ser: {what}").format(what=title))
        self._show_papers(context)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps and self.stack.currentIndex() == 0:
            self._step(steps)
        elif event.key() == Qt.Key.Key_Home:
            self._show_whole()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE, self)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self.middle.setDirection(way)
        self.side.setMaximumWidth(theme.px(_PAPERS_WIDTH, self) if beside else 16_777_215)
        self.side.setMaximumHeight(16_777_215 if beside else max(theme.px(120, self), self.height() // 3))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (self.previous, self.next, self.whole):
            top.addWidget(part)
        top.addWidget(self.shown, 1)
        area, body = side_scroll(self)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.addWidget(self.paper, 1)
        self.stack.addWidget(self.text)
        self.stack.addWidget(area)
        self.side, column = side_scroll(self)
        column.addWidget(Heading(self.tr("Handlingar"), "h3"))
        column.addLayout(self.papers)
        column.addStretch(1)
        self.middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.middle.setSpacing(12)
        self.middle.addWidget(self.stack, 3)
        self.middle.addWidget(self.side, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addLayout(self.middle, 1)

    def _show_papers(self, context: ActivityContext) -> None:
        case = context.case
        if case is None:
            return
        titles = {str(c.id): c.title for c in case.medical_certificates}
        titles |= {str(d.id): d.title for d in case.documents}
        own = str(context.medical_certificate.id) if context.medical_certificate else ""
        shown = self._state.shown or own
        released = open_papers(case, self._state.released)
        papers = (tuple(titles.items()), released, shown)
        if papers == self._papers:
            return
        self._papers = papers
        clear_layout(self.papers)
        for paper, title in titles.items():
            self.papers.addWidget(self._paper_row(paper, title, is_open=paper in released, is_shown=paper == shown))

    def _paper_row(self, paper: str, title: str, *, is_open: bool, is_shown: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(title, "small", "" if is_open else "muted", wrap=True), 1)
        if is_shown:
            layout.addWidget(Tag(self.tr("Visas"), "accent"))
            return row
        button = Button(self.tr("Visa") if is_open else self.tr("Lämna ut"), "ghost" if is_open else "tonal", "sm")
        what = self.tr("Visa {title}") if is_open else self.tr("Lämna ut {title}")
        button.setAccessibleName(what.format(title=title))
        button.clicked.connect(partial(self._take, paper, is_open))
        layout.addWidget(button)
        return row

    def _take(self, paper: str, is_open: bool, _checked: bool = False) -> None:
        self.proposed.emit(PaperShown(paper) if is_open else PaperReleased(paper))
        self.setFocus()

    def _step(self, steps: int, _checked: bool = False) -> None:
        if not self._fields:
            return
        here = self._state.field
        at = self._fields.index(here) + steps if here in self._fields else (0 if steps > 0 else -1)
        if 0 <= at < len(self._fields):
            self.proposed.emit(FieldShown(self._fields[at]))
        elif at < 0:
            self._show_whole()

    @Slot()
    def _show_whole(self) -> None:
        if self._state.field is not None:
            self.proposed.emit(FieldShown(None))
