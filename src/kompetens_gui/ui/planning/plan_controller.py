"""What happens on the plan page: every change is a new plan, shown at once and saved a moment later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.group_question import GroupQuestion
from kompetens_gui.domain.participant_list import ListedParticipant
from kompetens_gui.domain.workshop.groups import without
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.services.material_browsing import KnownMaterial, MaterialState
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.group_question_cards import CARDS, DISCUSSION, block_for_questions, block_title, cards_of
from kompetens_gui.ui.planning.history import PlanHistory
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.saver import PlanSaver
from kompetens_gui.ui.planning.template_name_dialog import TemplateNameDialog
from kompetens_gui.ui.planning.view_state import PlanView, agenda_picture, is_locked, neighbour, slots
from kompetens_gui.ui.widgets.notices import Notice

LONGEST_BLOCK = 480


def _kind_title(kind: str) -> str:
    return words.kind(kind).title


class PlanController(QObject):
    """Holds the plan that is open.

    Signals: `shown(PlanView)` after every change, `opened(PlanView)` when another plan was opened,
    `save_told(words, status)` for the line in the head, `item_focused(id)` when the keyboard belongs on a block,
    `removed()` when the plan is gone.
    """

    shown = Signal(object)
    opened = Signal(object)
    save_told = Signal(str, str)
    item_focused = Signal(str)
    removed = Signal()

    def __init__(self, parts: PlanningPagesParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self._history: PlanHistory | None = None
        self._cases: dict[CaseId, Case] = {}
        self._titles: dict[CaseId, str] = {}
        self._asked_for: set[CaseId] = set()
        self._materials: dict[str, KnownMaterial] = {}
        self._materials_asked: set[str] = set()
        self._left: SeriesMemory | None = None
        self._turn = 0
        self._undo_notice: Notice | None = None
        self.saver = PlanSaver(parts.planning.save, parts.tasks, parts.now, self)
        self.saver.saving.connect(partial(self.save_told.emit, self.tr("Sparar…"), "info"))
        self.saver.saved.connect(self._tell_saved)
        self.saver.failed.connect(self._tell_not_saved)

    # -- opening and leaving
    @property
    def plan(self) -> WorkshopSession | None:
        return self._history.current if self._history else None

    def open(self, session_id: str) -> None:
        """Show a plan that is saved."""
        self.leave()
        if self.plan is not None and self.plan.id == session_id and self.saver.has_unsaved:
            return  # what is on its way to the disk is newer than what a reading would give
        self._load(partial(self.parts.planning.get, WorkshopSessionId(session_id)), new=False, write=True)

    def open_new(self, template_id: str) -> None:
        """Make a plan from a template, save it and show it."""
        self.leave()
        preferences = self.parts.preferences()
        leaders = preferences.default_facilitators

        def draft() -> WorkshopSession:
            plan = self.parts.planning.draft(template_id, leaders)
            self.parts.planning.save(plan)
            return plan

        self._load(draft, new=True, write=True)

    def leave(self) -> None:
        """Save what is not saved yet. What could be undone by its message is from now on undone on the page alone:
        in Ledarvyn, Ctrl+Z belongs to the session.
        """
        self._close_undo_notice()
        self.saver.flush()

    def _load(self, work: Callable[[], WorkshopSession], *, new: bool, write: bool) -> None:
        self._turn += 1
        start = self.parts.tasks.write if write else self.parts.tasks.run
        start(work, partial(self._take, self._turn, new), owner=self, failed=self._could_not_open)

    def _take(self, turn: int, new: bool, plan: WorkshopSession) -> None:
        if turn != self._turn:
            return
        self._history = PlanHistory(plan)
        self._close_undo_notice()
        if new:
            self._tell_saved(self.parts.now())
        else:
            self.save_told.emit("", "ok")
        # Files come and go between two openings of a plan.
        self._materials, self._materials_asked, self._left = {}, set(), None
        self.opened.emit(self.view())
        self._learn_cases(plan)
        self._learn_materials(plan)

    def _could_not_open(self, error: Exception) -> None:
        self.parts.notices.fail(error)
        if self.plan is None:
            self.removed.emit()

    # -- what to show
    def view(self) -> PlanView:
        plan = self._need()
        passed = plan.starts_at is not None and plan.starts_at.date() < self.parts.now().date()
        return PlanView(
            plan,
            agenda_picture(plan, self._titles, self._materials),
            tuple(self.parts.planning.checklist(plan, self._has_lost_material(plan))),
            slots(plan, self._titles),
            dict(self._cases),
            passed and not is_locked(plan),
            is_locked(plan),
            dict(self._materials),
            self._left,
            self.parts.now().date(),
        )

    def _need(self) -> WorkshopSession:
        assert self._history is not None, "no plan is open"
        return self._history.current

    def learn_titles(self, titles: Mapping[CaseId, str]) -> None:
        """Remember what cases are called, as the bank's search tells."""
        new = {k: v for k, v in titles.items() if self._titles.get(k) != v}
        self._titles.update(new)
        if self.plan is not None and any(c in new for c in self.plan.chosen_cases):
            self.shown.emit(self.view())

    def _learn_cases(self, plan: WorkshopSession) -> None:
        for case_id in plan.chosen_cases:
            if case_id not in self._asked_for:
                self._asked_for.add(case_id)
                self.parts.tasks.run(
                    partial(self.parts.case_index.case, case_id),
                    self._take_case,
                    owner=self,
                    failed=partial(self._case_failed, case_id),
                )

    def _take_case(self, case: Case) -> None:
        self._cases[case.id] = case
        self._titles[case.id] = case.title
        if self.plan is not None:
            self.shown.emit(self.view())

    def _case_failed(self, case_id: CaseId, error: Exception) -> None:
        self._asked_for.discard(case_id)
        self.parts.notices.fail(error)

    def _refs(self, plan: WorkshopSession) -> list[str]:
        return [ref for item in plan.agenda for ref in material_refs(item.settings)]

    def _has_lost_material(self, plan: WorkshopSession) -> bool:
        known = [self._materials.get(ref) for ref in self._refs(plan)]
        return any(k is not None and k.state != MaterialState.THERE for k in known)

    def _learn_materials(self, plan: WorkshopSession) -> None:
        """Look in the background what the material that the plan names is called, and whether it is there."""
        new = [ref for ref in self._refs(plan) if ref not in self._materials_asked]
        if not new:
            return
        self._materials_asked.update(new)
        work = partial(self.parts.materials.look_up, new)
        failed = partial(self._materials_failed, new)
        self.parts.tasks.run(work, self._take_materials, owner=self, failed=failed)

    def _materials_failed(self, refs: Sequence[str], error: Exception) -> None:
        self._materials_asked.difference_update(refs)
        self._report(error)

    def _take_materials(self, found: Mapping[str, KnownMaterial]) -> None:
        self._materials.update(found)
        if self._history is not None:
            self.shown.emit(self.view())

    def learn_left(self, left: SeriesMemory | None) -> None:
        """Show what the last session of the series left."""
        if left != self._left and self._history is not None:
            self._left = left
            self.shown.emit(self.view())

    # -- changing
    def edit(self, plan: WorkshopSession, key: str = "") -> bool:
        """Take a changed plan; edits with the same `key` in a row are undone together."""
        if self._history is None or is_locked(self._history.current) or not self._history.change(plan, key):
            return False
        self._close_undo_notice()
        self._learn_cases(plan)
        self._learn_materials(plan)
        self.shown.emit(self.view())
        self.saver.save_soon(plan)
        return True

    def change(self, key: str = "", **fields: object) -> bool:
        """Change fields of the plan by name."""
        if self.plan is None:
            return False
        return self.edit(replace(self.plan, **fields), key)  # type: ignore[arg-type]  # names are checked by replace

    def undo(self) -> bool:
        """Take back the latest step."""
        if self._history is None or is_locked(self._history.current) or not self._history.undo():
            return False
        self._close_undo_notice()
        self.shown.emit(self.view())
        self.saver.save_soon(self._history.current)
        return True

    # -- agenda
    def add_moment(self, kind: str, position: int | None = None) -> None:
        plan = self._need()
        slot = None
        if activity_kind(kind).needs_case:
            used = [i.case_slot for i in plan.agenda if i.case_slot]
            slot = used[-1] if used else 1
        item = self.parts.planning.new_item(kind, words.kind(kind).title, slot)
        changed = plan.with_item(item)
        if position is not None:
            changed = changed.with_item_moved(item.id, position)
        if slot and slot > changed.case_slots:
            changed = replace(changed, case_slots=slot)
        if self.edit(changed):
            self.item_focused.emit(item.id)

    def add_question(self, question: GroupQuestion) -> None:
        """Put a question from the list on a card, in the block for such cards; it is made when there is none."""
        plan = self._need()
        item = block_for_questions(plan)
        if item is None:
            item = self.parts.planning.new_item(DISCUSSION, block_title())
        cards = cards_of(item)
        changed = plan.with_item(replace(item, settings={**item.settings, CARDS: [*cards, question.card]}))
        if question.card not in cards and self.edit(changed):
            self.item_focused.emit(item.id)
            self._tell_undoable(self.tr("Frågan ligger i planen, i ”{title}”").format(title=item.title))

    @Slot(str, int)
    def move(self, item_id: str, position: int) -> None:
        """Move a block to a position among the others."""
        if self.edit(self._need().with_item_moved(AgendaItemId(item_id), position), f"move-{item_id}"):
            self.item_focused.emit(item_id)

    @Slot(str, int)
    def step(self, item_id: str, steps: int) -> None:
        """Move a block earlier (negative) or later."""
        ids = [i.id for i in self._need().agenda]
        if item_id in ids:
            self.move(item_id, ids.index(AgendaItemId(item_id)) + steps)

    @Slot(str, int)
    def set_minutes(self, item_id: str, minutes: int) -> None:
        item = self._need().item(AgendaItemId(item_id))
        if item is not None:
            wanted = max(1, min(LONGEST_BLOCK, minutes))
            self.edit_item(replace(item, minutes=wanted), f"minutes-{item_id}")

    def edit_item(self, item: AgendaItem, key: str = "") -> None:
        """Change one block."""
        plan = self._need()
        if plan.item(item.id) is not None:
            changed = plan.with_item(item)
            if item.case_slot and item.case_slot > changed.case_slots:
                changed = replace(changed, case_slots=item.case_slot)
            self.edit(changed, key)

    def set_pdf(self, item_id: str, path: Path, pages: int) -> None:
        """Let an information block show a PDF file."""
        item = self._need().item(AgendaItemId(item_id))
        if item is not None:
            self.edit_item(replace(item, settings={**item.settings, "pdf": str(path), "pdf_pages": pages}))

    def set_questions(self, item_id: str, questions: Sequence[object], key: str = "") -> None:
        """Give a block the questions that were sent in before."""
        item = self._need().item(AgendaItemId(item_id))
        if item is not None:
            self.edit_item(replace(item, settings={**item.settings, "questions": tuple(questions)}), key)

    def learn_material(self, ref: str, known: KnownMaterial) -> None:
        """Remember what a piece of material is, as the list one chooses from tells."""
        self._materials[ref] = known
        self._materials_asked.add(ref)

    def set_material(self, item_id: str, refs: Sequence[str]) -> None:
        """Let a block work with one piece of material, or groups with several in turn."""
        item = self._need().item(AgendaItemId(item_id))
        if item is not None:
            settings = {k: v for k, v in item.settings.items() if k not in ("material", "materials")}
            chosen: dict[str, object] = {"material": refs[0]} if len(refs) == 1 else {"materials": tuple(refs)}
            known = self._materials.get(refs[0])
            usual = activity_kind(item.kind).default_minutes
            # Minutes that nobody has touched follow the material.
            minutes = known.minutes if known is not None and known.minutes and item.minutes == usual else item.minutes
            self.edit_item(replace(item, minutes=minutes, settings={**settings, **chosen}))

    @Slot(str)
    def remove_item(self, item_id: str) -> None:
        plan = self._need()
        item = plan.item(AgendaItemId(item_id))
        if item is None:
            return
        stand_on = neighbour(plan, item.id)
        title = item.title or words.kind(item.kind).title
        if self.edit(plan.without_item(item.id)):
            self.item_focused.emit(stand_on or "")
            self._tell_undoable(self.tr("”{title}” är borttaget").format(title=title), focus=item.id)

    # -- cases
    def choose_case(self, case_id: str, slot: int = 0) -> None:
        """Put a case in a slot, or in the first free one."""
        plan = self._need()
        chosen = CaseId(case_id)
        self.edit(plan.with_case(slot, chosen) if slot else self.parts.planning.with_case_chosen(plan, chosen))

    def clear_slot(self, slot: int) -> None:
        """Take the case out of a slot; a last slot that no block works with goes too."""
        plan = self._need().with_case(slot, None)
        while plan.cases and plan.cases[-1] is None and not any(i.case_slot == len(plan.cases) for i in plan.agenda):
            plan = replace(plan, cases=plan.cases[:-1], case_slots=len(plan.cases) - 1)
        if self.edit(plan):
            self._tell_undoable(self.tr("Fall {slot} är borttaget ur träffen").format(slot=slot))

    # -- participants
    def add_participant(self, name: str, role: Role, unit: str) -> None:
        plan = self._need()
        person = self.parts.planning.new_participant(name, role, unit)
        self.edit(replace(plan, participants=(*plan.participants, person)))

    def change_participant(self, person: Participant) -> None:
        people = tuple(person if p.id == person.id else p for p in self._need().participants)
        self.change(participants=people)

    def remove_participant(self, person_id: ParticipantId) -> None:
        plan = self._need()
        person = next((p for p in plan.participants if p.id == person_id), None)
        if person is None:
            return
        people = tuple(p for p in plan.participants if p.id != person_id)
        self.change(participants=people, groups=without(plan.groups, person_id))
        self._tell_undoable(self.tr("{name} är borttagen ur listan").format(name=person.name))

    def add_listed(self, listed: Sequence[ListedParticipant]) -> None:
        plan = self._need()
        changed = self.parts.planning.with_listed(plan, listed)
        added = len(changed.participants) - len(plan.participants)
        if self.edit(changed):
            self._tell_undoable(self.tr("{people} tillagda").format(people=words.participants(added)))
        else:
            self.parts.notices.inform(self.tr("Alla i listan finns redan"))

    # -- the whole plan
    def mark_ready(self, ready: bool) -> None:
        if self.change(status=SessionStatus.READY if ready else SessionStatus.PLANNED):
            self.saver.flush()
            if ready:
                self._tell_undoable(self.tr("Planen är markerad som klar"))

    def copy(self) -> None:
        """Make a new plan like this one and open it."""
        self.leave()
        copied = self.parts.planning.copy(self._need())

        def save() -> WorkshopSession:
            self.parts.planning.save(copied)
            return copied

        self._load(save, new=True, write=True)
        self.parts.notices.tell(self.tr("Planen är kopierad"), self.tr("Välj datum och deltagare för den nya."))

    def open_next(self) -> None:
        """Make a plan for the next session of the series, with the same people and groups, and open it."""
        self.leave()
        self._load(partial(self.parts.series.save_next, self._need().id), new=True, write=True)
        told = self.tr("Deltagare och grupper följer med. Välj datum.")
        self.parts.notices.tell(self.tr("Nästa träff i serien är skapad"), told)

    def keep_as_template(self, dialog: TemplateNameDialog, title: str, description: str) -> None:
        """Keep a template like the plan as it is now."""

        def kept(template: SessionTemplate) -> None:
            dialog.accept()
            told = self.tr("Den finns under Egna mallar när du börjar på ett nytt tillfälle.")
            self.parts.notices.tell(self.tr("”{title}” är sparad som mall").format(title=template.title), told)

        work = partial(self.parts.templates.save_plan, self._need(), title, description, _kind_title)
        self.parts.tasks.write(work, kept, owner=dialog, failed=dialog.tell)

    def delete(self) -> None:
        """Remove the plan, with a way back."""
        plan = self._need()
        self.saver.forget()
        self.parts.tasks.write(
            partial(self.parts.planning.delete, plan.id), self._deleted, owner=self, failed=self._report
        )

    def _deleted(self, plan: WorkshopSession) -> None:
        self._history = None
        self.removed.emit()
        restore = partial(self.parts.tasks.write, partial(self.parts.planning.save, plan))
        title = self.tr("”{title}” är borttagen").format(title=plan.title or self.tr("Träff utan namn"))
        self.parts.notices.tell_undoable(title, restore)

    # -- telling
    def _tell_undoable(self, title: str, *, focus: str = "") -> None:
        assert self._history is not None
        after = self._history.current

        def undo() -> None:
            # Only the deed the message tells of: after later edits the message is gone.
            if self._history is not None and self._history.current == after and self.undo() and focus:
                self.item_focused.emit(focus)

        self._undo_notice = self.parts.notices.tell_undoable(title, undo)
        self._undo_notice.closed.connect(self._forget_undo_notice)

    def _close_undo_notice(self) -> None:
        notice, self._undo_notice = self._undo_notice, None
        if notice is not None:
            notice.close_notice()

    def _forget_undo_notice(self) -> None:
        self._undo_notice = None

    def _tell_saved(self, at: datetime) -> None:
        if self._history is not None:
            self._history.seal()
        self.save_told.emit(self.tr("Sparad {clock}").format(clock=words.clock(at)), "ok")

    def _tell_not_saved(self, error: Exception) -> None:
        self.save_told.emit(self.tr("Inte sparad"), "err")
        self._report(error)

    def _report(self, error: Exception) -> None:
        self.parts.notices.fail(error)
