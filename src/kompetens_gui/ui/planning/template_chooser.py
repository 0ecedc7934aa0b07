"""Choosing the template that a new session starts from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import IconTile
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.tags import Tag

translate = QCoreApplication.translate


class TemplateChooser(PlanningDialog):
    """One card for each template; arrows go between them, Enter chooses.

    Signals: `template_chosen(template_id)`.
    """

    template_chosen = Signal(str)

    def __init__(self, templates: Sequence[SessionTemplate], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Nytt tillfälle"),
            translate("Planning", "Välj vad du vill utgå från. Allt går att ändra sedan."),
            width=680,
            height=640,
            parent=parent,
        )
        self.cards: list[TemplateCard] = []
        for template in templates:
            card = TemplateCard(template)
            card.chosen.connect(partial(self._mark, len(self.cards)))
            card.opened.connect(self._use)
            card.step_wanted.connect(partial(self._go, len(self.cards)))
            self.cards.append(card)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Avbryt"))
        self.use_button = Button(self.tr("Använd mallen"), "primary")
        self.use_button.setEnabled(bool(self.cards))
        self.use_button.clicked.connect(self._use)
        self.foot.addWidget(self.use_button)
        self._at = 0
        if self.cards:
            self._mark(0)
            self.cards[0].setFocus()

    def _mark(self, position: int) -> None:
        self._at = position
        for index, card in enumerate(self.cards):
            card.set_selected(index == position)

    def _go(self, position: int, by: int) -> None:
        self.cards[(position + by) % len(self.cards)].setFocus(Qt.FocusReason.TabFocusReason)

    def _use(self) -> None:
        self.template_chosen.emit(self.cards[self._at].template.id)
        self.accept()


class TemplateCard(QFrame):
    """Name, length and what it is for. Signals: `chosen()`, `opened()`, `step_wanted(int)`."""

    chosen = Signal()
    opened = Signal()
    step_wanted = Signal(int)

    def __init__(self, template: SessionTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        cases = self.tr("inget fall")
        if template.cases:
            cases = self.tr("ett fall") if template.cases == 1 else self.tr("{n} fall").format(n=template.cases)
        facts = self.tr("{minutes}, {cases}").format(minutes=words.minutes(template.minutes), cases=cases)
        self.setAccessibleName(f"{template.title}. {facts}. {template.description}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(IconTile("clock" if template.minutes <= 15 else "users-three", 40), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(template.title, "h3", wrap=True), 1)
        head.addWidget(Tag(facts))
        texts.addLayout(head)
        texts.addWidget(Label(template.description.strip(), "small", "muted", wrap=True))
        row.addLayout(texts, 1)

    def set_selected(self, selected: bool) -> None:
        set_look(self, "card", "selected" if selected else "inner")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()
