"""Everything about one block: its name, its case and certificate, private notes, and what its kind asks for."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.workshop.plan import AgendaItem
from kompetens_gui.ui.planning.kind_settings import KindSettings, kind_settings
from kompetens_gui.ui.planning.material_field import MaterialField
from kompetens_gui.ui.planning.view_state import PlanView, SlotView
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.fields import Field

WITHOUT_CERTIFICATE = (
    "information",
    "discussion",
    "takeaways",
    "role_play",
    "group_work",
    "commitments",
    "follow_up",
    "branching_together",
    "spot_impulses",
)


class ItemForm(QWidget):
    """Shows a block's own settings and tells of each change.

    Signals: `edited(AgendaItem, key)`; `pdf_wanted()`, `material_wanted()` and `questions_wanted()` when there is more
    to choose or write than the form has room for.
    """

    edited = Signal(object, str)
    pdf_wanted = Signal()
    material_wanted = Signal()
    questions_wanted = Signal()

    def __init__(self, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self._choices: tuple[object, ...] = ()
        self.title = QLineEdit()
        self.title.setMaxLength(120)
        self.case, self.certificate = QComboBox(), QComboBox()
        for box in (self.case, self.certificate):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(theme.px(96))
        self.settings: KindSettings | None = kind_settings(item.kind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(32), 4, 0, 4)
        layout.setSpacing(12)
        layout.addWidget(Field(self.tr("Momentets namn"), self.title))
        self.case_field = Field(self.tr("Fall"), self.case)
        self.certificate_field = Field(self.tr("Intyg"), self.certificate)
        layout.addWidget(self.case_field)
        layout.addWidget(self.certificate_field)
        rules = activity_kind(item.kind) if item.kind in ACTIVITY_KINDS else None
        self.material: MaterialField | None = None
        if rules is not None and rules.material_kinds:
            self.material = MaterialField(rules.needs_material, self)
            layout.addWidget(self.material)
            self.material.choose_wanted.connect(self.material_wanted)
            self.material.cleared.connect(self._material_cleared)
        if self.settings is not None:
            layout.addWidget(self.settings)
            self.settings.edited.connect(self._settings_edited)
            self.settings.pdf_wanted.connect(self.pdf_wanted)
            self.settings.questions_wanted.connect(self.questions_wanted)
        layout.addWidget(Field(self.tr("Egna anteckningar"), self.notes, hint=self.tr("Visas aldrig i rummet.")))
        self.title.textEdited.connect(self._title_edited)
        self.notes.textChanged.connect(self._notes_edited)
        self.case.activated.connect(self._case_chosen)
        self.certificate.activated.connect(self._certificate_chosen)

    def show_item(self, item: AgendaItem, view: PlanView) -> None:
        """Show a block; what is being typed stays as it is when it says the same."""
        self._item = item
        if self.title.text() != item.title:
            self.title.setText(item.title)
        if self.notes.toPlainText() != item.notes:
            with QSignalBlocker(self.notes):
                self.notes.setPlainText(item.notes)
        self._show_cases(item, view)
        if self.material is not None:
            self.material.show_item(item, view.materials)
        if self.settings is not None:
            self.settings.show_settings(item.settings)
            self.settings.show_plan(view.plan, view.today)

    def _show_cases(self, item: AgendaItem, view: PlanView) -> None:
        needs = item.kind in ACTIVITY_KINDS and activity_kind(item.kind).needs_case
        self.case_field.setVisible(needs or bool(view.slots))
        case_id = view.plan.case_of(item)
        case = view.cases.get(case_id) if case_id else None
        has_certificate = case is not None and item.kind not in WITHOUT_CERTIFICATE
        self.certificate_field.setVisible(has_certificate)
        choices = (view.slots, item.case_slot, case, item.settings.get("medical_certificate"))
        if choices == self._choices:
            return
        self._choices = choices
        self.case.clear()
        if not needs:
            self.case.addItem(self.tr("Inget fall"), None)
        for slot in view.slots or (SlotView(1, None, "", 0),):
            name = slot.title or self.tr("inte valt än")
            self.case.addItem(self.tr("Fall {n}: {title}").format(n=slot.number, title=name), slot.number)
        self.case.setCurrentIndex(max(0, self.case.findData(item.case_slot)))
        self.certificate.clear()
        if case is not None:
            for certificate in case.medical_certificates:
                self.certificate.addItem(certificate.title, certificate.id)
            wanted = case.medical_certificate(str(item.settings.get("medical_certificate", "")))
            self.certificate.setCurrentIndex(self.certificate.findData(wanted.id))

    def _title_edited(self, text: str) -> None:
        self.edited.emit(replace(self._item, title=text), f"item-title-{self._item.id}")

    def _notes_edited(self) -> None:
        self.edited.emit(replace(self._item, notes=self.notes.toPlainText()), f"notes-{self._item.id}")

    def _case_chosen(self) -> None:
        # A certificate belongs to its case: another case begins with its first.
        settings = {k: v for k, v in self._item.settings.items() if k != "medical_certificate"}
        self.edited.emit(replace(self._item, case_slot=self.case.currentData(), settings=settings), "")

    def _certificate_chosen(self) -> None:
        settings = {**self._item.settings, "medical_certificate": str(self.certificate.currentData())}
        self.edited.emit(replace(self._item, settings=settings), "")

    def _material_cleared(self) -> None:
        settings = {k: v for k, v in self._item.settings.items() if k not in ("material", "materials")}
        self.edited.emit(replace(self._item, settings=settings), "")

    def _settings_edited(self, settings: dict[str, object]) -> None:
        merged = {k: v for k, v in {**self._item.settings, **settings}.items() if v is not None}
        self.edited.emit(replace(self._item, settings=merged), f"settings-{self._item.id}")
