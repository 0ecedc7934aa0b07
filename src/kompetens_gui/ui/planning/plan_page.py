"""The plan editor: the bank to the left, the agenda in the middle, people and papers to the right."""

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.workshop.plan import AgendaItemId, ParticipantId, SessionStatus, SmallGroup
from kompetens_gui.ui.planning import question_words
from kompetens_gui.ui.planning.agenda_card import AgendaCard
from kompetens_gui.ui.planning.areas_dialog import AreasDialog
from kompetens_gui.ui.planning.bank_card import BankCard
from kompetens_gui.ui.planning.bank_controller import BankController
from kompetens_gui.ui.planning.checklist_card import ChecklistCard
from kompetens_gui.ui.planning.columns import ColumnScroll
from kompetens_gui.ui.planning.facts_card import FactsCard
from kompetens_gui.ui.planning.group_questions_card import GroupQuestionsCard
from kompetens_gui.ui.planning.group_questions_controller import GroupQuestionsController
from kompetens_gui.ui.planning.groups_card import GroupsCard, GroupsDialog
from kompetens_gui.ui.planning.list_dialog import ListDialog
from kompetens_gui.ui.planning.material_card import MaterialCard, Paper
from kompetens_gui.ui.planning.material_dialog import MaterialDialog
from kompetens_gui.ui.planning.papers import PaperMaker
from kompetens_gui.ui.planning.participants_card import ParticipantsCard
from kompetens_gui.ui.planning.participants_dialog import ParticipantsDialog
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.plan_controller import PlanController
from kompetens_gui.ui.planning.plan_header import PlanHeader
from kompetens_gui.ui.planning.questions_dialog import QuestionsDialog
from kompetens_gui.ui.planning.series_card import SeriesCard
from kompetens_gui.ui.planning.series_controller import SeriesController
from kompetens_gui.ui.planning.template_name_dialog import TemplateNameDialog
from kompetens_gui.ui.planning.view_state import BankRowKind, PlanView
from kompetens_gui.ui.planning.words import checks
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns

# In these kinds each group may work with its own.
SEVERAL_MATERIALS = ("group_work",)
BANK, AGENDA, SIDE = (240, 4), (380, 7), (240, 4)


class PlanPage(QWidget):
    """Signals: `start_wanted(id)` to start or continue, `list_wanted()`, `closing_wanted(id)`."""

    start_wanted = Signal(str)
    list_wanted = Signal()
    closing_wanted = Signal(str)

    def __init__(self, parts: PlanningPagesParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._parts = parts
        self._folded: bool | None = None
        self.controller = PlanController(parts, self)
        self.papers = PaperMaker(parts, self)
        self.header = PlanHeader()
        self.banner = _Banner()
        self.bank = BankCard()
        self.banks = BankController(parts, self.bank, self.controller)
        self.agenda = AgendaCard()
        self.checklist = ChecklistCard()
        self.questions = GroupQuestionsCard()
        self.group_questions = GroupQuestionsController(parts, self.questions, self.controller)
        self.participants = ParticipantsCard()
        self.groups = GroupsCard()
        self.series = SeriesCard()
        self.facts = FactsCard(parts.now)
        self.series_controller = SeriesController(parts, self.series, self.facts, self.controller)
        self.material = MaterialCard(parts.area_titles)
        self.empty = EmptyState(
            "note-pencil",
            self.tr("Ingen plan är öppen"),
            self.tr("Välj ett tillfälle i listan, eller börja på ett nytt."),
            self.tr("Gå till listan"),
        )
        self.columns = ResponsiveColumns()
        self.right = ColumnScroll()
        self.stack = QStackedWidget()
        self._mend = ""
        self._lay_out()
        self._connect_plan()
        self._connect_cards()

    # -- what the window may ask
    def open_with(self, session_id: str = "", new_from: str = "", mend: str = "", **_context: object) -> None:
        """Open a saved plan, or make a new one from a template; `mend` names a check and goes to where it is met."""
        self._mend = mend
        if new_from:
            self.controller.open_new(new_from)
        elif session_id:
            self.controller.open(session_id)
        self.banks.refresh()
        self.group_questions.refresh()

    def leave(self) -> None:
        self.header.title.field.clearFocus()
        self.controller.leave()

    def undo(self) -> None:
        self.controller.undo()

    def focus_search(self) -> None:
        self.bank.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bank.search.selectAll()

    def panes(self) -> list[QWidget]:
        return [self.header, self.bank, self.agenda.board, self.agenda.slot_row, *self._side_cards()]

    # -- layout
    def _side_cards(self) -> tuple[Card, ...]:
        return (*self._plan_cards(), self.material)

    def _plan_cards(self) -> tuple[Card, ...]:
        return (self.checklist, self.series, self.questions, self.participants, self.groups, self.facts)

    def _lay_out(self) -> None:
        scroll = PageScroll()
        scroll.body.setContentsMargins(32, 20, 32, 24)
        scroll.body.setSpacing(20)
        scroll.body.addWidget(self.header)
        scroll.body.addWidget(self.banner)
        self.inner = ResponsiveColumns()
        for cards in (self._plan_cards(), (self.material,)):
            self.inner.add_column(_stack_of(*cards), 260)
        self.right.body.addWidget(self.inner)
        self.right.body.addStretch(1)
        for column in (self.bank, self.agenda, self.right):
            column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for widget, (width, stretch) in ((self.bank, BANK), (self.agenda, AGENDA), (self.right, SIDE)):
            self.columns.add_column(widget, width, stretch)
        # The columns tell of folding when the width changes, not when the text does: ask in both cases.
        self.columns.installEventFilter(self)
        scroll.body.addWidget(self.columns, 1)
        nothing = QWidget()
        centre = QVBoxLayout(nothing)
        centre.setContentsMargins(32, 32, 32, 32)
        centre.addWidget(self.empty)
        centre.addStretch(1)
        self.stack.addWidget(nothing)
        self.stack.addWidget(scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            folded = self.columns.is_folded()
            if folded is not self._folded:
                self._folded = folded
                self._fold(folded)
        return False

    def _fold(self, folded: bool) -> None:
        self.right.set_free(folded)
        self.agenda.pane.set_free(folded)
        self.bank.list.setMinimumHeight(self.bank.list.fontMetrics().height() * (16 if folded else 6))

    # -- joining
    def _connect_plan(self) -> None:
        plans, header = self.controller, self.header
        plans.shown.connect(self._show)
        plans.opened.connect(self._open)
        plans.save_told.connect(header.show_saved)
        plans.item_focused.connect(self._focus_item)
        plans.removed.connect(self._removed)
        header.title_edited.connect(lambda title: plans.change("title", title=title))
        header.list_wanted.connect(self.list_wanted)
        header.primary_wanted.connect(self._primary)
        header.unready_wanted.connect(partial(plans.mark_ready, False))
        header.copy_wanted.connect(plans.copy)
        header.delete_wanted.connect(plans.delete)
        header.template_wanted.connect(self.save_as_template)
        header.next_wanted.connect(plans.open_next)
        header.preview_menu.aboutToShow.connect(self._fill_preview)
        self.empty.action_wanted.connect(self.list_wanted)
        board = self.agenda.board
        board.move_wanted.connect(plans.move)
        board.step_wanted.connect(plans.step)
        board.minutes_wanted.connect(plans.set_minutes)
        board.remove_wanted.connect(plans.remove_item)
        board.item_edited.connect(plans.edit_item)
        board.pdf_wanted.connect(self._choose_pdf)
        board.material_wanted.connect(self.choose_material)
        board.questions_wanted.connect(self.open_questions)
        board.bank_dropped.connect(self._dropped)
        board.chain_changed.connect(self._order_tabs)

    def _connect_cards(self) -> None:
        plans = self.controller
        self.banks.moment_wanted.connect(self._add_moment)
        self.banks.case_wanted.connect(plans.choose_case)
        self.agenda.slot_case_wanted.connect(self.banks.choose_for)
        self.agenda.slot_cleared.connect(plans.clear_slot)
        self.agenda.slot_look_wanted.connect(self._look_at_slot)
        self.checklist.jump_wanted.connect(self._jump)
        self.participants.add_wanted.connect(self.open_participants)
        self.participants.list_wanted.connect(self.open_participants)
        self.participants.paste_wanted.connect(self.open_list)
        self.groups.arrange_wanted.connect(self.open_groups)
        self.facts.edited.connect(self._fact_edited)
        self.material.save_wanted.connect(self._save_paper)
        self.material.areas_wanted.connect(self._choose_areas)

    # -- showing
    def _open(self, view: PlanView) -> None:
        self.agenda.board.select("")
        self.series_controller.opened()
        # A plan without a day is new: what it lacks stands in the form.
        self.facts.show_form(view.plan.starts_at is None and not view.locked)
        self._show(view)
        self.stack.setCurrentIndex(1)
        self.agenda.pane.verticalScrollBar().setValue(0)
        if self._mend in checks() and not view.locked:
            self._jump(checks()[self._mend].jump)
        self._mend = ""

    def _show(self, view: PlanView) -> None:
        self.banner.show_view(view)
        self.header.show_view(view)
        self.banks.show_view(view)
        self.agenda.board.single_keys = self._parts.preferences().single_key_shortcuts
        self.agenda.show_view(view)
        self.checklist.setVisible(not view.locked and any(not c.done for c in view.checks))
        self.series_controller.show_view(view)
        for card in self._side_cards():
            card.show_view(view)  # type: ignore[attr-defined]  # each of them has it
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as one reads, also through what was made later than its neighbours."""
        people, papers = self.participants, self.material
        chain = [
            *self.bank.tab_chain(),
            *self.agenda.slot_buttons,
            *self.agenda.board.tab_chain(),
            *self.checklist.rows.values(),
            *(self.series.follow_up, self.series.next, self.series.hand_over),
            *self.questions.tab_chain(),
            *(people.add_button, people.all_button, people.paste_button, self.groups.arrange),
            *self.facts.tab_chain(),
            *papers.buttons.values(),
            papers.choose_areas,
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _removed(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list_wanted.emit()

    def _focus_item(self, item_id: str) -> None:
        if item_id:
            self.agenda.board.focus_item(item_id)
            block = self.agenda.board.blocks.get(AgendaItemId(item_id))
            if block is not None:
                self.agenda.pane.ensureWidgetVisible(block)
        else:
            self.bank.list.setFocus()

    # -- doing
    def _primary(self) -> None:
        view = self.controller.view()
        plan = view.plan
        if plan.status == SessionStatus.CLOSED:
            self.closing_wanted.emit(plan.id)
            return
        lacking = [c for c in view.checks if c.needed and not c.done]
        if lacking and plan.status != SessionStatus.RUNNING:
            self._tell_lacking([c.name for c in lacking])
        elif plan.status == SessionStatus.PLANNED:
            self.controller.mark_ready(True)
        else:
            self.controller.leave()
            self.start_wanted.emit(plan.id)

    def _tell_lacking(self, names: list[str]) -> None:
        from kompetens_gui.domain.errors import SessionNotReady

        self._parts.notices.fail(SessionNotReady(tuple(names)))
        self.checklist.rows[names[0]].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_moment(self, kind: str) -> None:
        plan, selected = self.controller.plan, self.agenda.board.selected
        position = None
        if plan is not None and selected is not None:
            position = [i.id for i in plan.agenda].index(selected) + 1
        self.controller.add_moment(kind, position)

    def _dropped(self, kind: str, key: str, position: int) -> None:
        if kind == BankRowKind.MOMENT:
            self.controller.add_moment(key, position)
        elif kind == BankRowKind.CASE:
            self.banks.add_case(key)

    def _look_at_slot(self, slot: int) -> None:
        found = next((s for s in self.controller.view().slots if s.number == slot), None)
        if found is not None and found.case_id is not None:
            self.banks.look_at(found.case_id)

    def _fact_edited(self, field: str, value: object, key: str) -> None:
        self.controller.change(key, **{field: value})

    def _jump(self, place: str) -> None:
        if place == "title":
            self.header.title.start()
        elif place == "participants":
            self.open_participants()
        elif place == "cases":
            free = next((s.number for s in self.controller.view().slots if s.case_id is None), 0)
            self.banks.choose_for(free)
        elif place == "moments":
            self.bank.show_part("moments")
            self.bank.search.setFocus()
        elif place == "materials":
            self._jump_to_material()
        elif place == "agenda":
            self.agenda.board.focus_any()
        else:
            self.facts.focus_place(place)

    def _jump_to_material(self) -> None:
        """Open the choice for the first block whose material is not chosen, or cannot be used."""
        for row in self.controller.view().agenda.blocks:
            kind = activity_kind(row.item.kind) if row.item.kind in ACTIVITY_KINDS else None
            if row.missing and kind is not None and kind.material_kinds:
                self.agenda.board.focus_item(row.item.id)
                self.choose_material(row.item.id)
                return

    # -- dialogs
    def save_as_template(self) -> None:
        """Ask what a template like this plan is to be called."""
        plan = self.controller.view().plan
        dialog = TemplateNameDialog(
            self.tr("Spara som mall"),
            plan.title,
            self.controller.keep_as_template,
            description=plan.purpose,
            parent=self,
        )
        dialog.open()

    def open_questions(self, item_id: str) -> None:
        """Open the questions that were sent in for a block."""
        view = self.controller.view()
        item = view.plan.item(AgendaItemId(item_id))
        if item is None or view.locked:
            return
        stop, _ = question_words.stop(view.plan.starts_at, view.today)
        dialog = QuestionsDialog(item, stop, self._parts.planning, self._parts.tasks, self)
        plans = self.controller
        dialog.questions_changed.connect(partial(plans.set_questions, item_id))
        dialog.undo_wanted.connect(plans.undo)
        plans.shown.connect(dialog.show_view)
        dialog.open()

    def choose_material(self, item_id: str) -> None:
        """Open the choice of material for a block."""
        item = self.controller.view().plan.item(AgendaItemId(item_id))
        if item is None or self.controller.view().locked:
            return
        dialog = MaterialDialog(
            self._parts.materials,
            self._parts.tasks,
            activity_kind(item.kind).material_kinds,
            self._parts.area_titles,
            material_refs(item.settings),
            several=item.kind in SEVERAL_MATERIALS,
            parent=self,
        )
        dialog.learnt.connect(self.controller.learn_material)
        dialog.chosen.connect(partial(self.controller.set_material, item_id))
        dialog.open()

    def open_participants(self) -> None:
        dialog = ParticipantsDialog(self.controller.view(), self)
        plans = self.controller
        dialog.added.connect(plans.add_participant)
        dialog.changed.connect(plans.change_participant)
        dialog.removed.connect(self._remove_participant)
        dialog.paste_wanted.connect(partial(self.open_list, dialog))
        dialog.undo_wanted.connect(plans.undo)
        plans.shown.connect(dialog.show_view)
        dialog.open()

    def open_groups(self) -> None:
        """Open the dialog where people are divided into groups."""
        view = self.controller.view()
        if view.locked:
            return
        dialog = GroupsDialog(view, self)
        plans = self.controller
        dialog.groups_changed.connect(self._groups_changed)
        dialog.undo_wanted.connect(plans.undo)
        plans.shown.connect(dialog.show_view)
        dialog.open()

    def _groups_changed(self, groups: tuple[SmallGroup, ...]) -> None:
        self.controller.change(groups=groups)

    def _remove_participant(self, person_id: str) -> None:
        self.controller.remove_participant(ParticipantId(person_id))

    def open_list(self, over: QWidget | None = None) -> None:
        """Open the dialog for a pasted list or a file."""
        dialog = ListDialog(self._parts.planning, self._parts.tasks, over or self)
        dialog.accepted_list.connect(self.controller.add_listed)
        dialog.open()

    def _choose_areas(self) -> None:
        plan = self.controller.view().plan
        dialog = AreasDialog(self._parts.area_titles, plan.competence_areas, self)
        dialog.chosen.connect(partial(self._fact_edited, "competence_areas", key="areas"))
        dialog.open()

    def _save_paper(self, paper: str) -> None:
        button = self.material.buttons[Paper(paper)]
        self.papers.ask_where(Paper(paper), self.controller.view(), button.mapToGlobal(button.rect().bottomLeft()))

    def _fill_preview(self) -> None:
        self.papers.fill_menu(self.header.preview_menu, self.controller.view())

    def _choose_pdf(self, item_id: str) -> None:
        dialog = QFileDialog(self, self.tr("Välj PDF-fil"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("PDF-filer (*.pdf)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self.use_pdf, item_id))
        dialog.open()

    def use_pdf(self, item_id: str, name: str) -> None:
        """Count the pages of a PDF file and let a block show it."""
        path = Path(name)
        self._parts.tasks.run(
            partial(self._parts.count_pdf_pages, path),
            partial(self.controller.set_pdf, item_id, path),
            owner=self,
            failed=self._parts.notices.fail,
        )


class _Banner(QFrame):
    """Says why a plan can only be read, or that its day has passed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        self.icon = Icon("lock", 20, "text_2")
        self.text = Label("", "dense", wrap=True)
        row.addWidget(self.icon)
        row.addWidget(self.text, 1)
        self.hide()

    def show_view(self, view: PlanView) -> None:
        self.setVisible(view.locked or view.date_passed)
        if view.plan.status == SessionStatus.RUNNING:
            self.text.setText(self.tr("Träffen pågår. Planen går att läsa men inte att ändra. Ändra tider i ledarvyn."))
        elif view.locked:
            self.text.setText(
                self.tr("Träffen är genomförd. Planen är sparad som den var. Kopiera den för en ny träff.")
            )
        else:
            self.text.setText(self.tr("Datumet har passerat. Byt dag, eller starta träffen ändå."))
        self.icon.set_icon("lock" if view.locked else "warning", "text_2" if view.locked else "warn")


def _stack_of(*cards: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(20)
    for card in cards:
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column.addWidget(card)
    column.addStretch(1)
    return holder
