"""A look at a case before it is chosen: its story, its chain and its certificates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Case
from kompetens_gui.domain.rehabilitation_chain import chain_day
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.kind_widgets import ChainSymbol
from kompetens_gui.ui.widgets.labels import Heading, IconText, Label
from kompetens_gui.ui.widgets.tags import Tag


class CasePreview(PlanningDialog):
    """Signals: `choose_wanted(case_id)`."""

    choose_wanted = Signal(str)

    def __init__(self, case: Case, chain_state: str, *, used: bool, parent: QWidget | None = None) -> None:
        super().__init__(case.title, width=760, height=720, parent=parent)
        self._case = case
        self._add_facts(chain_state)
        if case.content_warning:
            warning = IconText("warning", case.content_warning, "small", "warn")
            warning.label.setWordWrap(True)
            self.body.addWidget(warning)
        self.body.addWidget(Label(case.story.strip(), "body", wrap=True))
        self.body.addWidget(Heading(self.tr("Arbetet"), "h3"))
        self.body.addWidget(
            Label(f"{case.work.title}. {case.work.extent}.\n{case.work.description}", "dense", wrap=True)
        )
        self._add_certificates()
        self._add_goals()
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Stäng"))
        self.choose = Button(self.tr("Finns i träffen") if used else self.tr("Välj fallet"), "primary")
        self.choose.setEnabled(not used)
        self.choose.clicked.connect(self._choose)
        self.foot.addWidget(self.choose)

    def _add_facts(self, chain_state: str) -> None:
        case = self._case
        holder = QWidget()
        flow = FlowLayout(holder, spacing=12)
        says = words.chain(chain_state)
        flow.addWidget(ChainSymbol(says, words.missing_in_chain(chain_state), words.broken_in_chain(chain_state)))
        flow.addWidget(Label(says, "small-strong"))
        first = case.medical_certificates[0]
        day = chain_day(case.sick_leave.start, first.issued_on, case.sick_leave.earlier_days)
        for text in (
            self.tr("{name}, {age} år").format(name=case.person.name, age=case.person.age),
            self.tr("Dag {day}").format(day=day),
            self.tr("Svårighet {n} av 4").format(n=case.difficulty),
        ):
            flow.addWidget(Tag(text))
        if not case.review.is_reviewed:
            flow.addWidget(Tag(self.tr("Inte granskat än"), "warn"))
        self.body.addWidget(holder)

    def _add_certificates(self) -> None:
        certificates = self._case.medical_certificates
        self.certificate = QComboBox()
        for item in certificates:
            self.certificate.addItem(item.title, item.id)
        self.certificate.activated.connect(self._show_certificate)
        self.body.addWidget(Field(self.tr("Intyg"), self.certificate))
        self.paper = Card(look="sunken", dense=True)
        self._paper_lines = QVBoxLayout()
        self._paper_lines.setSpacing(8)
        self.paper.body.addLayout(self._paper_lines)
        self.body.addWidget(self.paper)
        self._show_certificate(0)

    def _show_certificate(self, position: int) -> None:
        while (item := self._paper_lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for field, text in self._case.medical_certificates[position].filled():
            self._paper_lines.addWidget(Label(f"{field.number}. {field.title}", "label", "muted", wrap=True))
            self._paper_lines.addWidget(Label(text.strip(), "dense", wrap=True))

    def _add_goals(self) -> None:
        if not self._case.learning_goals:
            return
        self.body.addWidget(Heading(self.tr("Det här övar fallet"), "h3"))
        for goal in self._case.learning_goals:
            line = IconText("check", goal, "small", "")
            line.label.setWordWrap(True)
            self.body.addWidget(line)

    def _choose(self) -> None:
        self.choose_wanted.emit(self._case.id)
        self.accept()
